/** Host names and ports as `getaddrinfo` takes them: with Linux's numbers, as `errno` has them everywhere here. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { OSError, OverflowError } from '../index.ts';
import { bytesOf } from '../ssl/buffers.ts';
import { typeName } from '../ssl/repr.ts';
import { pythonError } from '../ssl/system-errors.ts';

/** Python's `socket.AF_INET` and `AF_INET6`, or 4 and 6 as Node has it; 0 for both kinds. */
export type Family = 0 | 2 | 4 | 6 | 10;

/** What narrows down the addresses of a host. */
export interface AddressKeywords {
  /** Addresses of one kind only. */
  readonly family?: Family;
  /** `socket.AI_NUMERICHOST` and its kin, as their sum. */
  readonly flags?: number;
}

/** An address of a host, and of what kind it is. */
export interface HostAddress {
  readonly family: 4 | 6;
  readonly host: string;
  readonly port: number;
}

const families = new Map<unknown, 0 | 4 | 6>([
  [0, 0],
  [2, 4],
  [4, 4],
  [6, 6],
  [10, 6],
]);

const IPPROTO_TCP = 6;

const AI_NUMERICHOST = 0x4;
/** `AI_V4MAPPED`, `AI_ALL` and `AI_ADDRCONFIG`: the numbers are Node's too. */
const HINTS = 0x8 | 0x10 | 0x20;
/** `AI_PASSIVE`, `AI_CANONNAME` and `AI_NUMERICSERV` change nothing here. */
const KNOWN_FLAGS = HINTS | AI_NUMERICHOST | 0x1 | 0x2 | 0x400;

/** The addresses of a host, in the order of the system; of this machine itself where it has no name. */
export async function addressesOf(
  host: string | null,
  port: unknown,
  { family = 0, flags = 0, proto = 0 }: AddressKeywords & { readonly proto?: number },
): Promise<HostAddress[]> {
  const wanted = families.get(family);
  if (wanted === undefined) throw new OSError(-6, 'ai_family not supported');
  if (proto !== 0 && proto !== IPPROTO_TCP) throw new OSError(-7, 'ai_socktype not supported');
  if ((flags & ~KNOWN_FLAGS) !== 0) throw new OSError(-1, 'Bad value for ai_flags');
  const number = portNumber(port);
  const name = host ?? 'localhost';
  const kind = isIP(name);
  if (kind === 0 && flags & AI_NUMERICHOST) throw new OSError(-2, 'Name or service not known');
  if (kind !== 0 && wanted !== 0 && kind !== wanted)
    throw new OSError(-9, 'Address family for hostname not supported');
  try {
    const found = await lookup(name, { all: true, family: wanted, hints: flags & HINTS });
    return found.map(({ address, family: of }) => ({
      family: of === 6 ? 6 : 4,
      host: address,
      port: number,
    }));
  } catch (error) {
    throw pythonError(error);
  }
}

/** A port may be written in digits; names of services are not looked up. */
function portNumber(port: unknown): number {
  const number = typeof port === 'string' && /^\d+$/.test(port) ? Number(port) : (port ?? 0);
  if (typeof number !== 'number') throw new OSError(-8, 'Servname not supported for ai_socktype');
  if (!(number >= 0 && number <= 0xffff)) throw new OverflowError('connect(): port must be 0-65535.');
  return number;
}

/** The path of a Unix socket, which may come in bytes. */
export function pathText(path: unknown): string {
  if (typeof path === 'string') return path;
  const bytes = bytesOf(path);
  if (bytes === undefined)
    throw new TypeError(`expected str, bytes or os.PathLike object, not ${typeName(path)}`);
  return new TextDecoder().decode(bytes);
}

/** As Python shows it in a message. */
export function showAddress({ host, port, family }: HostAddress): string {
  return family === 6 ? `('${host}', ${port}, 0, 0)` : `('${host}', ${port})`;
}

/** Why nothing can be bound to an address. */
export function bindError(error: Error, where: string): Error {
  const told = pythonError(error);
  if (!(told instanceof OSError)) return error;
  const words = `error while attempting to bind on address ${where}: ${told.message.toLowerCase()}`;
  return new OSError(told.errno, words);
}
