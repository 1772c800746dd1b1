/**
 * Connecting to a host that has several addresses: one after the other, in the order in which the system names them;
 * or, with a `happy_eyeballs_delay`, another one each time that the last has taken so long (RFC 8305). The first
 * connection wins, and the attempts beside it are given up.
 *
 * Node can do something of the kind by itself (`autoSelectFamily`), but it has no more than one attempt at a time:
 * one that takes longer than the delay is lost.
 */
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { OSError } from '../index.ts';
import { pythonError } from '../ssl/system-errors.ts';
import { bindError, type HostAddress, showAddress } from './addresses.ts';

export interface DialOptions {
  /** Seconds before the next address is tried beside the last; `null` to wait for its failure. */
  readonly delay: number | null;
  /** How many addresses of the first kind come before the first of the other; 0 for the order as it is. */
  readonly interleave: number;
  /** Whether all failures are thrown, or what they come to. */
  readonly allErrors: boolean;
  /** Where to connect from: one address of each kind. */
  readonly local: readonly HostAddress[] | null;
  readonly signal: AbortSignal | undefined;
}

/** The first connection that there is to one of the addresses. */
export async function dialHost(addresses: readonly HostAddress[], options: DialOptions): Promise<Socket> {
  const { local, signal, delay, allErrors } = options;
  const ordered = options.interleave > 0 ? interleaved(addresses, options.interleave) : addresses;
  const result = await firstOf(ordered, (to, given) => dialAddress(to, local, given), delay, signal);
  if (!Array.isArray(result)) return result;
  throw allErrors ? new AggregateError(result, 'create_connection failed') : oneError(result);
}

/** Of what kinds there are, one after the other in turn. */
export function interleaved(addresses: readonly HostAddress[], firstCount: number): HostAddress[] {
  const first = addresses.filter(({ family }) => family === addresses[0]?.family);
  const others = addresses.filter(({ family }) => family !== addresses[0]?.family);
  const ordered = first.splice(0, firstCount - 1);
  for (let i = 0; i < Math.max(first.length, others.length); i++)
    ordered.push(...first.slice(i, i + 1), ...others.slice(i, i + 1));
  return ordered;
}

/** What the failures of all addresses come to: one, if they are all alike. */
export function oneError(errors: readonly Error[]): Error {
  const [first] = errors;
  if (first !== undefined && errors.every(({ message }) => message === first.message)) return first;
  return new OSError(`Multiple exceptions: ${errors.map(({ message }) => message).join(', ')}`);
}

type Attempt<To, Result> = (to: To, signal: AbortSignal) => Promise<Result>;

/** What the first attempt to succeed gives; the errors of all where none does. */
function firstOf<To, Result>(
  all: readonly To[],
  attempt: Attempt<To, Result>,
  delay: number | null,
  signal: AbortSignal | undefined,
): Promise<Result | Error[]> {
  return new Promise((resolve, reject) => {
    const others = new AbortController();
    const errors: Error[] = [];
    let timer: NodeJS.Timeout | undefined;
    let [begun, failed] = [0, 0];
    const settle = (then: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      then();
      others.abort();
    };
    const giveUp = () => settle(() => reject(signal?.reason));
    const begin = () => {
      clearTimeout(timer);
      if (begun === all.length) return;
      const index = begun++;
      if (delay !== null) timer = setTimeout(begin, delay * 1000);
      attempt(all[index] as To, others.signal).then(
        (result) => settle(() => resolve(result)),
        (error: Error) => {
          if (others.signal.aborted) return;
          errors[index] = error;
          failed++;
          if (failed === all.length) settle(() => resolve(errors));
          else if (begun === index + 1) begin();
        },
      );
    };
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    if (all.length === 0) return settle(() => resolve(errors));
    begin();
  });
}

async function dialAddress(
  to: HostAddress,
  locals: readonly HostAddress[] | null,
  signal: AbortSignal,
): Promise<Socket> {
  const local = locals?.find(({ family }) => family === to.family);
  if (locals !== null && local === undefined)
    throw new OSError(`no matching local address with family=${FAMILY_NAMES[to.family]} found`);
  const from = local && { localAddress: local.host, localPort: local.port };
  try {
    return await dial({ host: to.host, port: to.port, ...from, noDelay: true }, signal);
  } catch (error) {
    throw attemptError(error as NodeJS.ErrnoException, to, local);
  }
}

const FAMILY_NAMES = { 4: '<AddressFamily.AF_INET: 2>', 6: '<AddressFamily.AF_INET6: 10>' } as const;

/** What the network has to say, later than the call: where to is part of what asyncio says then. */
const FAR_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH']);

function attemptError(error: NodeJS.ErrnoException, to: HostAddress, local: HostAddress | undefined): Error {
  if (local !== undefined && (error.syscall === 'bind' || error.code === 'EADDRNOTAVAIL'))
    return bindError(error, showAddress(local));
  const told = pythonError(error) as Error;
  if (!(told instanceof OSError) || !FAR_ERRORS.has(error.code ?? '')) return told;
  const Class = told.constructor as typeof OSError;
  const raised = new Class(told.errno, `Connect call failed ${showAddress(to)}`);
  raised.cause = error;
  return raised;
}

/** A connection; rejects with Node's error, or with the signal's reason. */
export function dial(options: NetConnectOpts, signal: AbortSignal | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const socket = connect({ ...options, allowHalfOpen: true });
    const failed = (error: Error) => settle(() => reject(error));
    const gaveUp = () => {
      settle(() => reject(signal?.reason));
      socket.on('error', () => {}); // what the attempt comes to is of no interest any more
      socket.destroy();
    };
    const settle = (then: () => void) => {
      socket.off('error', failed);
      signal?.removeEventListener('abort', gaveUp);
      then();
    };
    socket.once('error', failed);
    socket.once('connect', () => settle(() => resolve(socket)));
    signal?.addEventListener('abort', gaveUp, { once: true });
  });
}
