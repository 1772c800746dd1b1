/**
 * A stream of Node's as a transport: a `net.Socket`, any `stream.Duplex`, another TLS stream. It is described by its
 * shape, so that this file loads where Node's modules are not.
 *
 * The stream stays in paused mode: what has arrived waits in its own buffer until it is asked for, which is how it
 * tells its peer to wait. One listener hears of its failure, whether or not anybody waits just then; without one the
 * process would end.
 */
import type { ByteTransport } from './transport.ts';

type Listener = (error: Error) => void;

/** As much of `stream.Duplex` as is used here. */
export interface ByteDuplex {
  readonly destroyed: boolean;
  readonly errored?: Error | null;
  readonly readableEnded: boolean;
  readonly writableEnded: boolean;
  readonly writableLength: number;
  readonly writableNeedDrain: boolean;
  allowHalfOpen: boolean;
  read(): Uint8Array | null;
  unshift(bytes: Uint8Array): void;
  write(bytes: Uint8Array): boolean;
  end(): unknown;
  destroy(error?: Error): unknown;
  /** Only sockets have it: ends, and is destroyed once all that was written has left. */
  readonly destroySoon?: () => void;
  on(event: string, listener: Listener): unknown;
  once(event: string, listener: Listener): unknown;
  off(event: string, listener: Listener): unknown;
}

/** The stream was closed on this side, while somebody still waited for it. */
export class StreamClosed extends Error {
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE';

  constructor() {
    super('the stream was closed');
    this.name = 'StreamClosed';
  }
}

/** How long a closed stream may take to hand over what was written before, to a peer that does not read. */
const LINGER = 5_000;

export class DuplexTransport implements ByteTransport {
  readonly #duplex: ByteDuplex;
  /** What the stream was set to, and will be again when it is given back. */
  readonly #halfOpen: boolean;
  #failure: Error | undefined;
  #ended = false;
  /** Those who wait for bytes, and those who wait for room. */
  #bytes: News | undefined;
  #room: News | undefined;

  constructor(duplex: ByteDuplex) {
    this.#duplex = duplex;
    // The last word of TLS is said after the peer has ended.
    this.#halfOpen = duplex.allowHalfOpen;
    duplex.allowHalfOpen = true;
    this.#ended = duplex.readableEnded;
    if (duplex.destroyed) this.#failure = duplex.errored ?? new StreamClosed();
    for (const [event, listener] of this.#listeners) duplex.on(event, listener);
  }

  readonly #listeners: readonly (readonly [string, Listener])[] = [
    ['readable', () => this.#tellOfBytes()],
    ['drain', () => this.#tellOfRoom()],
    [
      'end',
      () => {
        if (this.#duplex.destroyed) return; // Bun tells of an end that was ours, before it tells that it is closed
        this.#ended = true;
        this.#tellOfBytes();
      },
    ],
    ['error', (error: Error) => this.#fail(error)],
    ['close', () => this.#fail(new StreamClosed())],
  ];

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#tellOfBytes();
    this.#tellOfRoom();
  }

  #tellOfBytes(): void {
    this.#bytes?.tell();
    this.#bytes = undefined;
  }

  #tellOfRoom(): void {
    this.#room?.tell();
    this.#room = undefined;
  }

  /** Why nothing can be sent any more. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Whether more than the stream likes to hold waits to leave. */
  get full(): boolean {
    return this.#duplex.writableNeedDrain;
  }

  /** What is there without waiting; `null` at the end, `undefined` where nothing has come yet. */
  take(): Uint8Array | null | undefined {
    const bytes = this.#duplex.read();
    if (bytes !== null) return bytes;
    if (this.#ended) return null;
    if (this.#failure !== undefined) throw this.#failure;
    return undefined;
  }

  async receive(): Promise<Uint8Array | null> {
    for (;;) {
      const bytes = this.take();
      if (bytes !== undefined) return bytes;
      await this.news();
    }
  }

  /** Resolves when it is worth while to look again whether there is something to take. */
  news(): Promise<void> {
    this.#bytes ??= news();
    return this.#bytes.promise;
  }

  async send(bytes: Uint8Array): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#duplex.writableEnded) throw new StreamClosed();
    if (this.#duplex.write(bytes)) return;
    while (this.#failure === undefined && this.#duplex.writableNeedDrain) {
      this.#room ??= news();
      await this.#room.promise;
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Whether `end()` was called: what is sent from here on is too late. */
  get saysNoMore(): boolean {
    return this.#duplex.writableEnded;
  }

  /** Nothing more is sent; the peer sees the end once it has the rest. */
  end(): void {
    if (!this.#duplex.writableEnded && this.#failure === undefined) this.#duplex.end();
  }

  /** Closes both ways, when what was sent has left; a peer that does not take it is not waited for without end. */
  close(): void {
    const duplex = this.#duplex;
    if (duplex.destroyed) return;
    if (duplex.destroySoon !== undefined) duplex.destroySoon();
    else {
      duplex.once('finish', () => duplex.destroy());
      duplex.end();
    }
    const timer = setTimeout(() => duplex.destroy(), LINGER);
    (timer as { unref?: () => void }).unref?.();
    duplex.once('close', () => clearTimeout(timer));
  }

  /** Closes both ways at once. */
  abort(error?: Error): void {
    this.#duplex.destroy(error);
  }

  /** Gives the stream back to its owner, with bytes that were taken and not used. */
  release(unused: Uint8Array): void {
    for (const [event, listener] of this.#listeners) this.#duplex.off(event, listener);
    this.#duplex.allowHalfOpen = this.#halfOpen;
    if (unused.length > 0) this.#duplex.unshift(unused);
  }
}

/** A promise, and the one who keeps it. */
interface News {
  readonly promise: Promise<void>;
  readonly tell: () => void;
}

function news(): News {
  let tell = () => {};
  const promise = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { promise, tell };
}
