/**
 * The parameters of Python's functions and methods, by CPython's own list: names, order, and which can be given by
 * position, by keyword, or either way.
 *
 * A function that takes keywords reads its arguments itself, so its parameters are asked of it by calls that it has to
 * refuse. With a keyword that nobody has beside it, a known one goes through, and the unknown one is complained of; with
 * its place taken as well, it was given twice. None of these calls gets as far as the function's work. One that takes
 * arguments by position only declares them, and is read.
 */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { type Parameter, whereListed } from './surface.ts';

/** What is otherwise, and why. */
const DIFFERS: Readonly<Record<string, string>> = {
  'SSLContext._encode_hostname': 'called by ssl.py alone, and by position',
  'SSLObject.write': 'the hot path; a plain object there is a mistake to be told of, not keywords',
};

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
    if (typeof call === 'function') check(t, { name, call: call as Callable, parameters: params });
  }
});

whereListed('methods have their parameters', (t, { classes }) => {
  for (const [Class, make] of Object.entries(instances)) {
    for (const [member, { signature }] of Object.entries(classes[Class].members)) {
      const instance = make() as Record<string, unknown>;
      const method = member.startsWith('__') ? undefined : instance[member];
      if (typeof method !== 'function' || !signature) continue;
      const call: Callable = (...args) => method.apply(instance, args);
      Object.defineProperty(call, 'toString', { value: () => method.toString() });
      const parameters = signature.params.filter(({ name }) => name !== 'self');
      check(t, { name: `${Class}.${member}`, call, parameters });
    }
  }
});

test('what differs has a reason', (t) => {
  for (const [name, reason] of Object.entries(DIFFERS)) t.true(reason.length > 10, name);
});

function check(t: import('ava').ExecutionContext, listed: Listed): void {
  const found = complaints(listed);
  // What is said to differ does: a reason that has had its day is to be taken out.
  if (listed.name in DIFFERS) t.not(found.length, 0, `${listed.name} has its parameters now`);
  else t.deepEqual(found, [], listed.name);
}

/** What is not as it is listed. */
function complaints({ call, parameters }: Listed): string[] {
  const declared = declaredBy(call);
  const positionalOnly = parameters.every(({ kind }) => kind === 'positional_only');
  if (declared !== undefined && positionalOnly) {
    const expected = parameters.map(({ name }) => name);
    return declared.join() === expected.join() ? [] : [`takes (${declared}), not (${expected})`];
  }

  const places = parameters.filter(({ kind }) => kind !== 'keyword_only').length;
  const found = parameters.flatMap((parameter, index) => {
    const { name, kind } = parameter;
    if (kind === 'positional_only')
      return refusal(call, [{ [name]: null }]) === undefined ? [`${name} can be given by keyword`] : [];
    const before = Math.min(index, places);
    return [
      ...expectRefusal(call, [...nulls(before), { [name]: null, nonsense: 1 }], /'nonsense'/, `${name}=`),
      ...(kind === 'keyword_only'
        ? []
        : expectRefusal(call, [...nulls(index + 1), { [name]: null }], TWICE, `${name} at ${index}`)),
    ];
  });
  return [...found, ...expectRefusal(call, nulls(places + 1), /takes/, 'one argument too many')];
}

/** "got multiple values for argument 'x'", or in C "given by name ('x') and position (1)". */
const TWICE = /multiple values|given by name/;

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

/** The parameters in a function's own text; `undefined` if it reads its arguments itself. */
function declaredBy(call: Callable): string[] | undefined {
  const list = /\(([^)]*)\)/.exec(call.toString())?.[1] ?? '';
  if (list.trim().startsWith('...')) return undefined;
  return list
    .split(',')
    .map((each) => each.split('=')[0].trim())
    .filter((each) => each !== '');
}
