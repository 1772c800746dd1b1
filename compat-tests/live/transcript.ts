/** One list of calls that is carried out here and, by transcript.py, in CPython; what both say is compared. */
import * as ssl from '../../lib/index.ts';

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** Each step with the words that a difference is reported by. */
export type Step =
  | readonly ['make', null, string, Value[], string]
  | readonly ['call', string | null, string, Value[], { [key: string]: Value }, string | null]
  | readonly ['get', string | null, string]
  | readonly ['set', string, string, Value]
  | readonly ['keep', string, string, string]
  | readonly ['watch', string, string]
  | readonly ['told', string]
  | readonly ['look', string]
  | readonly ['move', string, string]
  | readonly ['move record', string, string];

export const make = (Class: string, args: Value[], keep: string): Step => ['make', null, Class, args, keep];
export const call = (
  target: string | null,
  method: string,
  args: Value[] = [],
  keywords: { [key: string]: Value } = {},
  keep: string | null = null,
): Step => ['call', target, method, args, keywords, keep];
export const get = (target: string | null, attribute: string): Step => ['get', target, attribute];
/** Gives a name to what an attribute holds. */
export const keep = (target: string, attribute: string, as: string): Step => ['keep', target, attribute, as];
/** Has all that a context's connections send and receive written down under a name. */
export const watch = (context: string, as: string): Step => ['watch', context, as];
export const told = (by: string): Step => ['told', by];
export const set = (target: string, attribute: string, value: Value): Step => [
  'set',
  target,
  attribute,
  value,
];
export const move = (from: string, to: string): Step => ['move', from, to];
/** The same for the first record, where a whole one is there. */
export const moveRecord = (from: string, to: string): Step => ['move record', from, to];
export const bytes = (text: string): Value => ({ bytes: Buffer.from(text, 'latin1').toString('hex') });
export const name = (of: string): Value => ({ name: of });
/** A whole number that JSON has no room for, or one that is none: `nan`, `inf`. */
export const number = (text: string): Value => ({ number: text });
export const tuple = (...items: Value[]): Value => ({ tuple: items });
/** A function that keeps what it is called with, sets a context if told to, and then raises or returns. */
export const callback = (
  as: string,
  {
    returns = null,
    raises = null,
    context = null,
    lengths = false,
  }: {
    readonly returns?: Value;
    readonly raises?: string | null;
    readonly context?: string | null;
    /** Of bytes, only how many. */
    readonly lengths?: boolean;
  } = {},
): Value => ({ callback: as, returns, raises, context, lengths });
/** What a callback was called with since it was last looked at. */
export const look = (at: string): Step => ['look', at];

/** What each step comes to, in the same form as transcript.py's. */
export function carryOut(steps: readonly Step[], prepare: (made: unknown) => void): Value[] {
  const names = new Map<string, unknown>();
  return steps.map((step) => {
    try {
      return carryOutOne(step, names, prepare);
    } catch (error) {
      return raised(error);
    }
  });
}

type Callable = (...args: unknown[]) => unknown;

function carryOutOne(step: Step, names: Map<string, unknown>, prepare: (made: unknown) => void): Value {
  const owner = (target: string | null) =>
    (target === null ? ssl : names.get(target)) as Record<string, unknown>;
  switch (step[0]) {
    case 'make': {
      const [, , Class, args, keep] = step;
      const made = Reflect.construct(owner(null)[Class] as Callable, given(args, names) as unknown[]);
      prepare(made);
      names.set(keep, made);
      return shown(made);
    }
    case 'call': {
      const [, target, method, args, keywords, keep] = step;
      const all = given(args, names) as unknown[];
      if (Object.keys(keywords).length > 0) all.push(given(keywords, names));
      const result = (owner(target)[method] as Callable).apply(owner(target), all);
      if (keep !== null) names.set(keep, result);
      if (keep !== null) prepare(result);
      return shown(result);
    }
    case 'get':
      return shown(owner(step[1])[step[2]]);
    case 'keep': {
      const [, target, attribute, as] = step;
      names.set(as, owner(target)[attribute]);
      return shown(names.get(as));
    }
    case 'watch': {
      const events: Value[] = [];
      names.set(step[2], events);
      const context = names.get(step[1]) as ssl.SSLContext;
      context._msg_callback = (_conn, direction, version, contentType, messageType, data) => {
        const header = contentType === 256 ? Buffer.from(data).toString('hex') : data.length;
        events.push([direction, version, contentType, messageType, header]);
      };
      return null;
    }
    case 'told':
      return shown(names.get(step[1]));
    case 'set':
      owner(step[1])[step[2]] = given(step[3], names);
      return null;
    case 'look':
      return callsOf(step[1], names).splice(0);
    case 'move': {
      const moved = (names.get(step[1]) as ssl.MemoryBIO).read();
      return (names.get(step[2]) as ssl.MemoryBIO).write(moved);
    }
    case 'move record': {
      const [from, to] = [names.get(step[1]), names.get(step[2])] as ssl.MemoryBIO[];
      const header = from.read(5);
      const body = header.length < 5 ? header.slice(5) : from.read(header[3] * 256 + header[4]);
      return to.write(header) + to.write(body);
    }
  }
}

function given(value: Value, names: Map<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => given(item, names));
  if (typeof value !== 'object' || value === null) return value;
  if ('bytes' in value) return new Uint8Array(Buffer.from(String(value.bytes), 'hex'));
  if ('name' in value) return names.get(String(value.name));
  if ('number' in value) return numberOf(String(value.number));
  if ('tuple' in value) return given(value.tuple, names);
  if ('callback' in value) return made(value as unknown as Callback, names);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, given(item, names)]));
}

function numberOf(text: string): number | bigint {
  if (text === 'nan') return Number.NaN;
  return text === 'inf' ? Number.POSITIVE_INFINITY : BigInt(text);
}

interface Callback {
  readonly callback: string;
  readonly returns: Value;
  readonly raises: string | null;
  readonly context: string | null;
  readonly lengths: boolean;
}

function made(
  { callback: as, returns, raises, context, lengths }: Callback,
  names: Map<string, unknown>,
): Callable {
  const show = (arg: unknown) => (lengths && arg instanceof Uint8Array ? { length: arg.length } : shown(arg));
  return (...args) => {
    callsOf(as, names).push(args.map(show));
    if (context !== null) (args[0] as ssl.SSLObject).context = names.get(context) as ssl.SSLContext;
    if (raises !== null) throw new ssl.ValueError(raises);
    return given(returns, names);
  };
}

function callsOf(as: string, names: Map<string, unknown>): Value[] {
  const calls = names.get(as) ?? [];
  names.set(as, calls);
  return calls as Value[];
}

function shown(value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') };
  if (Array.isArray(value)) return value.map(shown);
  if (value instanceof ssl.SSLSession) {
    const { id, timeout, has_ticket, ticket_lifetime_hint } = value;
    return { session: [id.length, timeout, has_ticket, ticket_lifetime_hint] };
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype)
    return { dict: Object.entries(value as object).map(([key, item]) => [key, shown(item)]) };
  return { object: (value as object).constructor.name };
}

function raised(error: unknown): Value {
  const { name: Class, message } = error as Error;
  const told: { [key: string]: Value } = { raised: Class, text: message.replace(/ \(pyssl\)$/, '') };
  if (error instanceof ssl.SSLError) {
    const verification = error as Partial<ssl.SSLCertVerificationError>;
    told.errno = error.errno as Value;
    told.reason = error.reason ?? null;
    told.library = error.library ?? null;
    told.verify_code = verification.verify_code ?? null;
    told.verify_message = verification.verify_message ?? null;
  }
  return told;
}
