/**
 * Python's calls in JavaScript's: arguments stand in Python's order, and one plain object in the place of the first
 * that is passed by keyword carries the rest. This is the one place where such a call is read, and where Python's
 * words for a wrong one are found.
 */
import { isPlainObject } from './repr.ts';

export interface Signature {
  /** As error messages name it: `load_cert_chain`, `SSLContext.wrap_bio`. */
  readonly name: string;
  /** CPython words its complaints differently in functions written in C and in Python. */
  readonly language: 'C' | 'Python';
  /** In order; those that may be absent end in `?`. */
  readonly parameters: readonly string[];
  /** Parameters that can only be given by keyword; all of them may be absent. */
  readonly keywordOnly?: readonly string[];
  /** Keywords that Python does not have. Each of them can stand for what would be required. */
  readonly extensions?: readonly string[];
}

/** The arguments of a call, one for each parameter, `undefined` where it is absent. */
export function bind(signature: Signature, args: readonly unknown[]): unknown[] {
  const { extensions = [], keywordOnly = [] } = signature;
  const names = signature.parameters.map((parameter) => parameter.replace('?', ''));
  const last = args.at(-1);
  const keywords = isPlainObject(last) ? last : {};
  const positional = isPlainObject(last) ? args.slice(0, -1) : args;
  const call = { signature, names, positional, keywords };

  // A function in C counts, then looks for what it needs, then at what else there is; one in Python the other way.
  const checks = signature.language === 'C' ? [tooMany, missing, unexpected] : [unexpected, tooMany, missing];
  for (const check of checks) {
    const complaint = check(call);
    if (complaint !== undefined) throw new TypeError(complaint);
  }
  const bound: unknown[] = [...positional];
  for (const name of [...names, ...keywordOnly, ...extensions].slice(positional.length))
    bound.push(keywords[name]);
  return bound;
}

/** What is at hand when a call is looked at; each check says what is wrong with it, or nothing. */
interface Call {
  readonly signature: Signature;
  readonly names: readonly string[];
  readonly positional: readonly unknown[];
  readonly keywords: Readonly<Record<string, unknown>>;
}

function tooMany({ signature, names, positional, keywords }: Call): string | undefined {
  const { name, language, keywordOnly = [], extensions = [] } = signature;
  const most = names.length;
  if (language === 'C') {
    const given =
      Object.keys(keywords).filter((each) => !extensions.includes(each)).length + positional.length;
    const plural = (count: number) => (count === 1 ? '' : 's');
    const all = most + keywordOnly.length;
    const kind = positional.length === 0 ? 'keyword ' : '';
    if (given > all) return `${name}() takes at most ${all} ${kind}argument${plural(all)} (${given} given)`;
    if (positional.length <= most) return undefined;
    if (most === 0) return `${name}() takes no positional arguments`;
    return `${name}() takes at most ${most} positional argument${plural(most)} (${positional.length} given)`;
  }
  if (positional.length <= most) return undefined;
  const self = name.includes('.') ? 1 : 0; // Python counts the object itself
  const least = signature.parameters.filter((parameter) => !parameter.endsWith('?')).length;
  const range = least === most ? `${most + self}` : `from ${least + self} to ${most + self}`;
  const plural = range === '1' ? '' : 's';
  const given = positional.length + self;
  const were = given === 1 ? 'was' : 'were';
  return `${name}() takes ${range} positional argument${plural} but ${given} ${were} given`;
}

function unexpected({ signature, names, positional, keywords }: Call): string | undefined {
  const { name, language, keywordOnly = [], extensions = [] } = signature;
  for (const keyword of Object.keys(keywords)) {
    const index = names.indexOf(keyword);
    if (index !== -1 && index < positional.length)
      return language === 'C'
        ? `argument for ${name}() given by name ('${keyword}') and position (${index + 1})`
        : `${name}() got multiple values for argument '${keyword}'`;
    if (index === -1 && !keywordOnly.includes(keyword) && !extensions.includes(keyword))
      return `${name}() got an unexpected keyword argument '${keyword}'`;
  }
  return undefined;
}

/** An `undefined` that stands in its place is Python's None, and for the callee to judge. */
function missing({ signature, names, positional, keywords }: Call): string | undefined {
  const { name, language, parameters, extensions = [] } = signature;
  if (extensions.some((each) => each in keywords)) return undefined;
  const absent = names.filter(
    (each, index) => index >= positional.length && !parameters[index].endsWith('?') && !(each in keywords),
  );
  if (absent.length === 0) return undefined;
  if (language === 'C')
    return `${name}() missing required argument '${absent[0]}' (pos ${names.indexOf(absent[0]) + 1})`;
  const quoted = absent.map((parameter) => `'${parameter}'`);
  const list =
    quoted.length < 3 ? quoted.join(' and ') : `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
  const plural = absent.length === 1 ? '' : 's';
  return `${name}() missing ${absent.length} required positional argument${plural}: ${list}`;
}

/** For a function without parameters: refuses whatever it is given. */
export function noArguments(
  name: string,
  args: readonly unknown[],
  language: Signature['language'] = 'Python',
) {
  if (args.length === 0) return;
  if (language === 'Python') bind({ name, language, parameters: [] }, args);
  if (isPlainObject(args.at(-1))) throw new TypeError(`${name}() takes no keyword arguments`);
  throw new TypeError(`${name}() takes no arguments (${args.length} given)`);
}

/** For a function written in C that takes one argument, by position alone: the argument. */
export function oneArgument(name: string, args: readonly unknown[]): unknown {
  if (isPlainObject(args.at(-1))) throw new TypeError(`${name}() takes no keyword arguments`);
  if (args.length !== 1) throw new TypeError(`${name}() takes exactly one argument (${args.length} given)`);
  return args[0];
}
