/** The program's side of an `SSLProtocol`: its protocol, how far the calls to it have come, and what it is handed. */
import {
  type MemoryBIO,
  type SSLObject,
  SSLSyscallError,
  SSLWantReadError,
  SSLZeroReturnError,
} from '../index.ts';
import {
  type AnyProtocol,
  type BufferedProtocol,
  isBuffered,
  type Protocol,
  usableBuffer,
} from './protocols.ts';
import type { Transport } from './transports.ts';

/** How much is asked for at a time. */
const MAX_SIZE = 256 * 1024;

/** Where the data comes from: an object, and the bytes that it has not taken yet. */
export interface Source {
  readonly object: SSLObject;
  readonly incoming: MemoryBIO;
}

/** What a round of reading came to: all is read, the protocol's buffer is full, or the peer has closed. */
export type Reading = 'all' | 'full' | 'closed';

export class AppSide {
  /** `null` once it was told that the connection is lost. */
  protocol: AnyProtocol | null;
  /** The program has asked for no data until it says otherwise. */
  paused = false;
  /** The program has closed: it gets no more data. */
  discarding = false;
  #state: 'init' | 'made' | 'eof' | 'lost';

  /** `made`: the protocol has been told of the connection already. */
  constructor(protocol: AnyProtocol, made: boolean) {
    this.protocol = protocol;
    this.#state = made ? 'made' : 'init';
  }

  connectionMade(transport: Transport): void {
    if (this.#state !== 'init') return;
    this.#state = 'made';
    this.protocol?.connection_made(transport);
  }

  eofReceived(): void {
    if (this.#state !== 'made') return;
    this.#state = 'eof';
    this.protocol?.eof_received();
  }

  /** A protocol that never had a connection cannot lose it. */
  connectionLost(exc: Error | null): void {
    const { protocol } = this;
    const told = this.#state === 'made' || this.#state === 'eof';
    this.protocol = null;
    this.#state = 'lost';
    if (told) protocol?.connection_lost(exc);
  }

  /** Hands over what can be decrypted. */
  read(source: Source): Reading {
    const { protocol } = this;
    if (this.discarding) return discard(source);
    if (protocol === null || this.paused) return 'all';
    return isBuffered(protocol) ? readBuffered(source, protocol) : readCopied(source, protocol);
  }
}

/** Reads and throws away; what the peer sends before its close_notify stands before it. */
export function discard(source: Source): Reading {
  return readEach(source, () => {});
}

/** Whether a call only needs more from the peer; asyncio counts both among these. */
export function isAgain(error: unknown): boolean {
  return error instanceof SSLWantReadError || error instanceof SSLSyscallError;
}

function readCopied(source: Source, protocol: Protocol): Reading {
  const chunks: Uint8Array[] = [];
  try {
    return readEach(source, (chunk) => chunks.push(chunk));
  } finally {
    // Also where the next record is a broken one: what came before it was in order.
    if (chunks.length > 0) protocol.data_received(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  }
}

function readEach({ object, incoming }: Source, use: (chunk: Uint8Array) => void): Reading {
  try {
    // To ask where nothing is would only make an exception, the dear kind of answer.
    while (incoming.pending > 0 || incoming.eof || object.pending() > 0) {
      const chunk = object.read(MAX_SIZE);
      if (chunk.length === 0) return 'closed';
      use(chunk);
    }
    return 'all';
  } catch (error) {
    if (isAgain(error)) return 'all';
    if (error instanceof SSLZeroReturnError) return 'closed'; // so it is said once our own close_notify is sent
    throw error;
  }
}

/** Fills one buffer. */
function readBuffered({ object, incoming }: Source, protocol: BufferedProtocol): Reading {
  const buffer = usableBuffer(protocol, incoming.pending);
  let filled = 0;
  try {
    while (filled < buffer.length) {
      const count = object.read(buffer.length - filled, buffer.subarray(filled));
      if (count === 0) return 'closed';
      filled += count;
    }
    return 'full';
  } catch (error) {
    if (isAgain(error)) return 'all';
    throw error;
  } finally {
    if (filled > 0) protocol.buffer_updated(filled);
  }
}
