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
}

/** The arguments of a call, one for each parameter, `undefined` where it is absent. */
export function bind(signature: Signature, args: readonly unknown[]): unknown[] {
  const names = signature.parameters.map((parameter) => parameter.replace('?', ''));
  const last = args.at(-1);
  const keywords = isPlainObject(last) ? last : {};
  const positional = isPlainObject(last) ? args.slice(0, -1) : args;
  if (positional.length > names.length) throw new TypeError(tooMany(signature, positional.length));

  const bound: unknown[] = [...positional];
  const all = [...names, ...(signature.keywordOnly ?? [])];
  bound.length = all.length;
  for (const [name, value] of Object.entries(keywords)) {
    const index = all.indexOf(name);
    if (index === -1) throw new TypeError(`${signature.name}() got an unexpected keyword argument '${name}'`);
    if (index < positional.length) throw new TypeError(twice(signature, name, index));
    bound[index] = value;
  }
  const missing = names.filter(
    (_, index) => bound[index] === undefined && !signature.parameters[index].endsWith('?'),
  );
  // An `undefined` that stands in its place is Python's None, and for the callee to judge.
  const absent = missing.filter((name) => !(name in keywords) && names.indexOf(name) >= positional.length);
  if (absent.length > 0) throw new TypeError(missingText(signature, names, absent));
  return bound;
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

function tooMany({ name, language, parameters }: Signature, given: number): string {
  const required = parameters.filter((parameter) => !parameter.endsWith('?')).length;
  if (language === 'C') {
    const most = parameters.length;
    return `${name}() takes at most ${most} argument${most === 1 ? '' : 's'} (${given} given)`;
  }
  const self = name.includes('.') ? 1 : 0; // Python counts the object itself
  const most = parameters.length + self;
  const least = required + self;
  const range = least === most ? `${most}` : `from ${least} to ${most}`;
  const plural = range === '1' ? '' : 's';
  return `${name}() takes ${range} positional argument${plural} but ${given + self} were given`;
}

function twice({ name, language }: Signature, parameter: string, index: number): string {
  return language === 'C'
    ? `argument for ${name}() given by name ('${parameter}') and position (${index + 1})`
    : `${name}() got multiple values for argument '${parameter}'`;
}

function missingText(
  { name, language }: Signature,
  names: readonly string[],
  absent: readonly string[],
): string {
  if (language === 'C')
    return `${name}() missing required argument '${absent[0]}' (pos ${names.indexOf(absent[0]) + 1})`;
  const quoted = absent.map((parameter) => `'${parameter}'`);
  const list =
    quoted.length < 3 ? quoted.join(' and ') : `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
  const plural = absent.length === 1 ? '' : 's';
  return `${name}() missing ${absent.length} required positional argument${plural}: ${list}`;
}
