/**
 * The parameters of Python's functions and methods, by CPython's own list: names, order, and which can be given by
 * position, by keyword, or either way.
 *
 * Functions read their arguments themselves, so their parameters are asked of them by calls that they have to refuse.
 * With a keyword that nobody has beside it, a known one goes through, and the unknown one is complained of; with its
 * place taken as well, it was given twice; one that goes by position only is refused as a keyword. None of these calls
 * gets as far as the function's work.
 */
import * as ssl from '../../lib/index.ts';
import { type Parameter, whereListed } from './surface.ts';

type Callable = (...args: unknown[]) => unknown;
interface Listed {
  readonly name: string;
  readonly call: Callable;
  readonly parameters: readonly Parameter[];
}

const names = ssl as unknown as Record<string, unknown>;
const context = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
const instances: Readonly<Record<string, () => object>> = {
  MemoryBIO: () => new ssl.MemoryBIO(),
  SSLContext: context,
  SSLObject: () => context().wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), true),
};

whereListed('functions have their parameters', (t, { functions }) => {
  for (const [name, { params }] of Object.entries(functions)) {
    const call = names[name];
    if (typeof call === 'function')
      t.deepEqual(complaints({ name, call: call as Callable, parameters: params }), [], name);
  }
});

whereListed('methods have their parameters', (t, { classes }) => {
  for (const [Class, make] of Object.entries(instances)) {
    for (const [member, { signature }] of Object.entries(classes[Class].members)) {
      const instance = make() as Record<string, unknown>;
      const method = member.startsWith('__') ? undefined : instance[member];
      if (typeof method !== 'function' || !signature) continue;
      const call: Callable = (...args) => method.apply(instance, args);
      const parameters = signature.params.filter(({ name }) => name !== 'self');
      const name = `${Class}.${member}`;
      t.deepEqual(complaints({ name, call, parameters }), [], name);
    }
  }
});

/** What is not as it is listed. */
function complaints({ call, parameters }: Listed): string[] {
  const places = parameters.filter(({ kind }) => kind !== 'keyword_only').length;
  const found = parameters.flatMap((parameter, index) => {
    const { name, kind } = parameter;
    if (kind === 'positional_only')
      return refusal(call, [{ [name]: null }]) === undefined ? [`${name} can be given by keyword`] : [];
    const before = Math.min(index, places);
    const later = parameters.slice(index + 1).filter((each) => isRequired(each));
    const keywords = Object.fromEntries([parameter, ...later].map((each) => [each.name, null]));
    const known = complaintOfKeyword(call, nulls(before), keywords).map((each) => `${name}=: ${each}`);
    if (kind === 'keyword_only') return known;
    return [...known, ...expectRefusal(call, [...nulls(index + 1), keywords], TWICE, `${name} at ${index}`)];
  });
  return [...found, ...expectRefusal(call, nulls(places + 1), /takes|expected/, 'one argument too many')];
}

/** "got multiple values for argument 'x'", or in C "given by name ('x') and position (1)", or simply one too many. */
const TWICE = /multiple values|given by name|takes at most/;

function isRequired({ kind, default: value }: Parameter): boolean {
  return value === undefined && kind === 'positional_or_keyword';
}

/** Only in C can a call have too many arguments because of its keywords; then it is made without the unknown one. */
function complaintOfKeyword(call: Callable, before: readonly null[], keywords: object): string[] {
  const message = refusal(call, [...before, { ...keywords, nonsense: 1 }]) ?? 'passes';
  if (message.includes("'nonsense'")) return [];
  if (!message.includes('takes at most')) return [message];
  const again = refusal(call, [...before, keywords]) ?? '';
  return /unexpected keyword|takes/.test(again) ? [again] : [];
}

function expectRefusal(call: Callable, args: readonly unknown[], words: RegExp, what: string): string[] {
  const message = refusal(call, args);
  return message !== undefined && words.test(message) ? [] : [`${what}: ${message ?? 'passes'}`];
}

/** The words of the TypeError. */
function refusal(call: Callable, args: readonly unknown[]): string | undefined {
  try {
    call(...args);
    return undefined;
  } catch (error) {
    return error instanceof TypeError ? error.message : undefined;
  }
}

function nulls(count: number): null[] {
  return Array<null>(count).fill(null);
}
