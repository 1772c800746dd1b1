/**
 * The parameters of Python's functions and methods, by CPython's own list: names, order, and which can be given by
 * position, by keyword, or either way.
 *
 * Functions read their arguments themselves, so their parameters are asked of them by calls that they have to refuse.
 * With a keyword that nobody has beside it, a known one goes through, and the unknown one is complained of; with its
 * place taken as well, it was given twice; one that goes by position only is refused as a keyword. None of these calls
 * gets as far as the function's work.
 */
import { Socket } from 'node:net';
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
  SSLSocket: () => context().wrap_socket(new Socket(), true),
};

whereListed('functions have their parameters', async (t, { functions }) => {
  for (const [name, { params }] of Object.entries(functions)) {
    const call = names[name];
    if (typeof call === 'function')
      t.deepEqual(await complaints({ name, call: call as Callable, parameters: params }), [], name);
  }
});

whereListed('methods have their parameters', async (t, { classes }) => {
  for (const [Class, make] of Object.entries(instances)) {
    for (const [member, { signature }] of Object.entries(classes[Class].members)) {
      const instance = make() as Record<string, unknown>;
      const method = member.startsWith('__') ? undefined : instance[member];
      if (typeof method !== 'function' || !signature || takesAnything(signature)) continue;
      const call: Callable = (...args) => method.apply(instance, args);
      const parameters = signature.params.filter(({ name }) => name !== 'self');
      const name = `${Class}.${member}`;
      t.deepEqual(await complaints({ name, call, parameters }), [], name);
    }
  }
});

function takesAnything({ params }: { readonly params: readonly Parameter[] }): boolean {
  return params.some(({ kind }) => kind.startsWith('var_'));
}

/** What is not as it is listed. */
async function complaints({ call, parameters }: Listed): Promise<string[]> {
  const places = parameters.filter(({ kind }) => kind !== 'keyword_only').length;
  const found: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const { name, kind } = parameter;
    if (kind === 'positional_only') {
      if ((await refusal(call, [{ [name]: null }])) === undefined)
        found.push(`${name} can be given by keyword`);
      continue;
    }
    const before = Math.min(index, places);
    const later = parameters.slice(index + 1).filter((each) => isRequired(each));
    const keywords = Object.fromEntries([parameter, ...later].map((each) => [each.name, null]));
    const known = await complaintOfKeyword(call, nulls(before), keywords);
    found.push(...known.map((each) => `${name}=: ${each}`));
    if (kind !== 'keyword_only')
      found.push(
        ...(await expectRefusal(call, [...nulls(index + 1), keywords], TWICE, `${name} at ${index}`)),
      );
  }
  return [
    ...found,
    ...(await expectRefusal(call, nulls(places + 1), /takes|expected/, 'one argument too many')),
  ];
}

/** "got multiple values for argument 'x'", or in C "given by name ('x') and position (1)", or simply one too many. */
const TWICE = /multiple values|given by name|takes at most/;

function isRequired({ kind, default: value }: Parameter): boolean {
  return value === undefined && kind === 'positional_or_keyword';
}

/** Only in C can a call have too many arguments because of its keywords; then it is made without the unknown one. */
async function complaintOfKeyword(
  call: Callable,
  before: readonly null[],
  keywords: object,
): Promise<string[]> {
  const message = (await refusal(call, [...before, { ...keywords, nonsense: 1 }])) ?? 'passes';
  if (message.includes("'nonsense'")) return [];
  if (!message.includes('takes at most')) return [message];
  const again = (await refusal(call, [...before, keywords])) ?? '';
  return /unexpected keyword|takes/.test(again) ? [again] : [];
}

async function expectRefusal(
  call: Callable,
  args: readonly unknown[],
  words: RegExp,
  what: string,
): Promise<string[]> {
  const message = await refusal(call, args);
  return message !== undefined && words.test(message) ? [] : [`${what}: ${message ?? 'passes'}`];
}

/** The words of the TypeError, thrown or promised. */
async function refusal(call: Callable, args: readonly unknown[]): Promise<string | undefined> {
  try {
    await call(...args);
    return undefined;
  } catch (error) {
    return error instanceof TypeError ? error.message : undefined;
  }
}

function nulls(count: number): null[] {
  return Array<null>(count).fill(null);
}
