/**
 * A client and a server over four MemoryBIOs, in one process, for tests that speak Python's `ssl`.
 *
 * The same scenario runs in three modes, because a program may feed a connection in any of them: flights whole; byte
 * by byte, where every step but the last must want more; and with application data right behind the last handshake
 * record, which the handshake must leave where it is.
 */
import type { ExecutionContext } from 'ava';
import test from 'ava';
import { type CryptoProvider, native, portable } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from './certs.ts';

export type Mode = 'whole' | 'byte by byte' | 'with bytes behind';

export const modes: readonly Mode[] = ['whole', 'byte by byte', 'with bytes behind'];

/** Every provider that this host has. */
export const cores: readonly CryptoProvider[] = native === undefined ? [portable] : [portable, native];

export function forEachCore(body: (core: CryptoProvider) => void): void {
  for (const core of cores) body(core);
}

/** Declares one test for each provider and each mode. */
export function scenario(
  title: string,
  body: (t: ExecutionContext, setting: { readonly core: CryptoProvider; readonly mode: Mode }) => void,
): void {
  forEachCore((core) => {
    for (const mode of modes) test(`${title} (${core.name}, ${mode})`, (t) => body(t, { core, mode }));
  });
}

export interface ContextSettings {
  /** A file of `compat-tests/certs`, to present. */
  readonly present?: string;
  /** Ask the peer for a certificate, and demand one that the test roots vouch for. */
  readonly verify?: boolean;
  /** Whatever else a test does to a context. */
  readonly set?: (context: ssl.SSLContext) => void;
}

/** A client that trusts the test roots and nothing else. */
export function clientContext(core: CryptoProvider, settings: ContextSettings = {}): ssl.SSLContext {
  return prepare(new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), core, { verify: true, ...settings });
}

/** A server that presents `p256.pem` unless told otherwise. */
export function serverContext(core: CryptoProvider, settings: ContextSettings = {}): ssl.SSLContext {
  return prepare(new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), core, { present: 'p256.pem', ...settings });
}

function prepare(context: ssl.SSLContext, core: CryptoProvider, settings: ContextSettings): ssl.SSLContext {
  context.crypto = core;
  if (settings.present !== undefined) context.load_cert_chain(certificate(settings.present));
  if (settings.verify === true) {
    context.load_verify_locations(certificate('ca.crt'));
    context.verify_mode = ssl.CERT_REQUIRED;
  } else if (context.protocol === ssl.PROTOCOL_TLS_CLIENT) {
    context.check_hostname = false;
    context.verify_mode = ssl.CERT_NONE;
  }
  settings.set?.(context);
  return context;
}

export interface PairOptions {
  readonly client: ssl.SSLContext;
  readonly server: ssl.SSLContext;
  readonly server_hostname?: string | null;
  readonly session?: ssl.SSLSession | null;
  readonly mode?: Mode;
  /** Sees every flight on its way, and says what arrives. */
  readonly wire?: (flight: Uint8Array, from: 'client' | 'server') => Uint8Array;
}

export function pair(options: PairOptions): Pair {
  return new Pair(options);
}

/** A pair whose handshake is over, tickets read. */
export function connected(options: PairOptions): Pair {
  const both = new Pair(options).handshake();
  for (const { error } of [both.client, both.server]) if (error !== undefined) throw error;
  if (!both.client.done || !both.server.done) throw new Error('the handshake came to a halt');
  readAll(both.client);
  return both;
}

/** One end of a pair. */
export interface End {
  readonly name: 'client' | 'server';
  readonly object: ssl.SSLObject;
  readonly incoming: ssl.MemoryBIO;
  readonly outgoing: ssl.MemoryBIO;
  /** `do_handshake` has returned. */
  done: boolean;
  /** What `do_handshake` threw, other than that it wants to read. */
  error: unknown;
}

/** More flights than any handshake has; a pair that needs more has lost its way. */
const ROUND_LIMIT = 12;

export class Pair {
  readonly client: End;
  readonly server: End;
  readonly mode: Mode;
  readonly #wire: NonNullable<PairOptions['wire']>;

  constructor({
    client,
    server,
    server_hostname = 'localhost',
    session = null,
    mode = 'whole',
    wire,
  }: PairOptions) {
    this.mode = mode;
    this.#wire = wire ?? ((flight) => flight);
    const [toClient, toServer] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
    const [fromClient, fromServer] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
    const clientObject = client.wrap_bio(toClient, fromClient, false, server_hostname, session);
    const serverObject = server.wrap_bio(toServer, fromServer, true);
    this.client = end('client', clientObject, toClient, fromClient);
    this.server = end('server', serverObject, toServer, fromServer);
  }

  /** Goes on until both ends are done, or one has failed, or nothing moves any more. */
  handshake(): this {
    step(this.client);
    for (let round = 0; round < ROUND_LIMIT; round++) {
      const moved = this.#pump(this.client, this.server) + this.#pump(this.server, this.client);
      if (moved === 0) return this;
    }
    throw new Error(`still talking after ${ROUND_LIMIT} rounds`);
  }

  /** Carries over what one end has to send, and returns how many bytes that were. */
  transfer(from: End, to: End): number {
    const flight = this.#wire(from.outgoing.read(), from.name);
    to.incoming.write(flight);
    return flight.length;
  }

  /** Carries a flight over in this pair's mode, stepping the end that it goes to. */
  #pump(from: End, to: End): number {
    const handshaken = from.outgoing.pending;
    const behind = this.mode === 'with bytes behind' && from.done && !to.done && handshaken > 0;
    if (behind) from.object.write(BEHIND);
    const trail = from.outgoing.pending - handshaken;
    const flight = this.#wire(from.outgoing.read(), from.name);

    if (this.mode === 'byte by byte') {
      for (let at = 0; at < flight.length; at++) {
        to.incoming.write(flight.subarray(at, at + 1));
        const wasDone = to.done;
        step(to);
        if (to.done && !wasDone && at < flight.length - 1) throw new Error('done before the flight was in');
      }
    } else {
      to.incoming.write(flight);
      step(to);
    }

    if (behind && to.error === undefined) {
      if (to.incoming.pending !== trail) throw new Error('the handshake took bytes that stood behind it');
      to.object.read(BEHIND.length);
    }
    return flight.length;
  }
}

const BEHIND = new TextEncoder().encode('bytes behind the handshake');

function end(
  name: End['name'],
  object: ssl.SSLObject,
  incoming: ssl.MemoryBIO,
  outgoing: ssl.MemoryBIO,
): End {
  return { name, object, incoming, outgoing, done: false, error: undefined };
}

function step(side: End): void {
  if (side.done || side.error !== undefined) return;
  try {
    side.object.do_handshake();
    side.done = true;
  } catch (error) {
    if (!(error instanceof ssl.SSLWantReadError)) side.error = error;
  }
}

/** Reads until the end wants more, or the peer has closed. */
export function readAll({ object }: End): Uint8Array {
  const parts: Uint8Array[] = [];
  try {
    for (let part = object.read(0x4000); part.length > 0; part = object.read(0x4000)) parts.push(part);
  } catch (error) {
    if (!(error instanceof ssl.SSLWantReadError)) throw error;
  }
  return Buffer.concat(parts);
}

/** What a call throws; `undefined` if it returns. */
export function thrown(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return error;
  }
}
