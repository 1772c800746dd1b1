/**
 * The one loop that turns calls on an `SSLObject` into I/O: call, send what the call left in the outgoing BIO, and if
 * it wanted to read, put what the peer sends into the incoming BIO and call again.
 *
 * What it holds to:
 * - What waits to be sent is sent before more is asked for: the peer may be waiting for just that.
 * - Any call may want to read (a write, before the handshake is complete) and any call may leave something to send (a
 *   read that answers a KeyUpdate). So reading and writing calls run side by side, on one rule each: sends leave one
 *   at a time, in the order in which their bytes were made; and one call at a time receives, the others wait for what
 *   it brings and look again whether that was for them.
 * - A call that reads never waits for what is being sent. Two peers that both write more than the transport holds, and
 *   read meanwhile, would otherwise wait for each other. For the same reason a send that fails is reported to those
 *   who write; who reads may yet find the alert that says why.
 * - A call that is given up (`signal`) leaves the connection whole: bytes that it had asked for go to the next call,
 *   and those that it had made are sent all the same, for a record half sent cannot be taken back.
 * - When a call fails, the alert that says why is sent before the failure is reported.
 * - A server's session tickets can be held back until it next sends (`holdTickets`). A client that only writes, and
 *   closes without having read, would otherwise lose what it wrote: tickets that arrive at a closed socket are
 *   answered with a reset, and a reset discards what the server had not read yet.
 */
import { SSLWantReadError } from '../ssl/exceptions.ts';
import type { MemoryBIO } from '../ssl/memory-bio.ts';
import type { SSLObject } from '../ssl/object.ts';
import { unlessAborted } from './abort.ts';
import type { ByteTransport } from './transport.ts';

export interface RetryLoopParts {
  readonly object: SSLObject;
  /** What comes from the network. */
  readonly incoming: MemoryBIO;
  /** What is to go to the network. */
  readonly outgoing: MemoryBIO;
  readonly transport: ByteTransport;
  /** Keeps a server's tickets until its first write. */
  readonly holdTickets?: boolean;
}

export interface RunOptions {
  /** Gives the call up; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * The call has nothing to do before something has come: it waits before it is made, not after, and saves the
   * exception that says so.
   */
  readonly bytesFirst?: boolean;
}

/** More than this is not encrypted ahead of what the transport has taken. */
const WRITE_CHUNK = 256 * 1024;

export class RetryLoop {
  readonly #object: SSLObject;
  readonly #incoming: MemoryBIO;
  readonly #outgoing: MemoryBIO;
  readonly #transport: ByteTransport;
  #holdTickets: boolean;
  /** Tickets that wait for the first write. */
  #held: Uint8Array | undefined;
  /** Settles when all sends so far have; a failure stays, and every later send meets it. */
  #sent: Promise<void> = Promise.resolve();
  /** There while somebody receives; settles when it has. */
  #receiving: Promise<void> | undefined;

  constructor({ object, incoming, outgoing, transport, holdTickets = false }: RetryLoopParts) {
    this.#object = object;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#transport = transport;
    this.#holdTickets = holdTickets && object.server_side;
  }

  /**
   * Calls `operation` until it no longer wants to read. What it leaves to send is on its way then, not sent: who has
   * to know that waits for `flush()`.
   */
  async run<T>(operation: () => T, { signal, bytesFirst = false }: RunOptions = {}): Promise<T> {
    if (bytesFirst && this.#incoming.pending === 0 && !this.#incoming.eof)
      await unlessAborted(this.#receive(), signal);
    for (;;) {
      signal?.throwIfAborted();
      const attempt = this.#attempt(operation);
      void this.flush();
      if (attempt.done) return attempt.value;
      await unlessAborted(this.#receive(), signal);
    }
  }

  /** Completes the handshake. */
  async handshake(options: RunOptions = {}): Promise<void> {
    await this.run(() => {
      this.#object.do_handshake();
      if (!this.#holdTickets) return;
      this.#holdTickets = false;
      if (this.#object.version() === 'TLSv1.3') this.#held = this.#outgoing.read();
    }, options);
    await unlessAborted(this.flush(), options.signal);
  }

  /** Writes all of `data`, a part at a time, as the transport takes it. */
  async write(data: Uint8Array, options: RunOptions = {}): Promise<void> {
    for (let at = 0; at < data.length; at += WRITE_CHUNK) {
      const part = data.subarray(at, at + WRITE_CHUNK);
      await this.run(() => this.#object.write(part), options);
      await unlessAborted(this.flush(), options.signal);
    }
  }

  /** Sends what lies in the outgoing BIO, and resolves when that and all before it is sent. */
  flush(): Promise<void> {
    if (this.#outgoing.pending === 0) return this.#sent;
    const bytes = this.#takeOutgoing();
    this.#sent = this.#sent.then(() => this.#transport.send(bytes));
    // A failure is met by whoever waits for a send, now or later; it must not count as unhandled until then.
    this.#sent.catch(() => {});
    return this.#sent;
  }

  #takeOutgoing(): Uint8Array {
    const bytes = this.#outgoing.read();
    const held = this.#held;
    if (held === undefined) return bytes;
    this.#held = undefined;
    const both = new Uint8Array(held.length + bytes.length);
    both.set(held);
    both.set(bytes, held.length);
    return both;
  }

  #attempt<T>(operation: () => T): { readonly done: true; readonly value: T } | { readonly done: false } {
    try {
      return { done: true, value: operation() };
    } catch (error) {
      if (error instanceof SSLWantReadError) return { done: false };
      // The alert goes out, or does not; what the caller is told is why there is one.
      void this.flush();
      throw error;
    }
  }

  /** Puts the next bytes, or their end, into the incoming BIO; one receive serves all who wait for one. */
  #receive(): Promise<void> {
    this.#receiving ??= this.#receiveOnce().finally(() => {
      this.#receiving = undefined;
    });
    this.#receiving.catch(() => {}); // as with sends
    return this.#receiving;
  }

  async #receiveOnce(): Promise<void> {
    const bytes = await this.#transport.receive();
    if (bytes === null) this.#incoming.write_eof();
    else this.#incoming.write(bytes);
  }
}
