import type { ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { type End, type Pair, thrown } from '../tools/pair.ts';
import { ascii, split } from './records.ts';

/**
 * Something that is done to the records of an established connection. It gets the flight of one record a write and
 * says what arrives; the reader refuses it with one reason, its peer learns one alert, and neither goes on.
 */
export interface Tampering {
  readonly what: string;
  readonly tamper: (records: readonly Uint8Array[]) => readonly Uint8Array[];
  /** What the reader gets before it refuses. */
  readonly before: string;
  readonly raises: string;
  /** What the peer's next read raises. */
  readonly peer: string;
}

export function tryTampering(
  t: ExecutionContext,
  both: Pair,
  side: 'client' | 'server',
  { tamper, before, raises, peer }: Tampering,
): void {
  const [reader, writer] = side === 'client' ? [both.client, both.server] : [both.server, both.client];
  for (const text of ['one', 'two']) writer.object.write(ascii(text));
  for (const bytes of tamper(split(writer.outgoing.read()))) reader.incoming.write(bytes);
  if (before !== '') t.is(new TextDecoder().decode(reader.object.read()), before);
  t.is(reasonOf(thrown(() => reader.object.read())), raises);
  isDead(t, reader);

  both.transfer(reader, writer);
  t.is(reasonOf(thrown(() => writer.object.read())), peer);
  t.is(writer.object.read().length, 0);
  t.is(reasonOf(thrown(() => writer.object.write(ascii('x')))), 'SSLZeroReturnError');
}

/** Nothing that is fed to it, and nothing that is asked of it, brings it back. */
function isDead(t: ExecutionContext, { object, incoming }: End): void {
  incoming.write(new Uint8Array(64));
  t.is(reasonOf(thrown(() => object.read())), 'SSLEOFError');
  t.is(reasonOf(thrown(() => object.write(ascii('x')))), 'SSLEOFError');
  t.is(reasonOf(thrown(() => object.do_handshake())), 'SSLEOFError');
  t.is(reasonOf(thrown(() => object.unwrap())), 'SHUTDOWN_WHILE_IN_INIT');
}

/** The reason of an SSLError; where it has none, its class. */
export function reasonOf(error: unknown): string {
  if (error instanceof ssl.SSLError) return error.reason ?? error.constructor.name;
  return String(error);
}

/** The bytes with one bit changed. */
export function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] ^= 1;
  return copy;
}
