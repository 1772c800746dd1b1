/**
 * `SslPipe`: a security layer that can be put on a connection, taken off, and put on again. It is gruvi's class, member
 * by member, and so asyncio's former `_SSLPipe`; Python's MemoryBIO was proposed for the sake of it.
 *
 * Bytes of the network go in by `feed_ssldata()`, bytes of the program by `feed_appdata()`; each call hands back what
 * came of them. Without a layer both pass through as they are. The states:
 *
 *     UNWRAPPED --do_handshake()--> DO_HANDSHAKE --the handshake is over--> WRAPPED --shutdown()--> SHUTDOWN
 *         ^                                                                                            |
 *         +------------------------------- both sides have sent close_notify --------------------------+
 *
 * An empty buffer among the program's bytes says that the peer has taken its side of the layer off: answer it with
 * `shutdown()`. What comes behind the peer's close_notify was never encrypted, and is handed on as it is; after a
 * `shutdown()` that was itself the answer it waits in the pipe, and the next `feed_ssldata()` hands it on first.
 */
import {
  MemoryBIO,
  type OwnBytes,
  RuntimeError,
  type SSLContext,
  SSLError,
  type SSLObject,
  SSLWantReadError,
} from '../index.ts';
import { type BytesLike, bytesLike } from '../ssl/buffers.ts';
import { bind, type Signature } from '../ssl/keywords.ts';

export interface SslPipeKeywords {
  readonly server_side: boolean;
  readonly server_hostname?: string | null;
}

/** Called without an argument when the step is done, with the error when it has failed. */
export type SslPipeCallback = (error?: Error) => void;

const signature: Signature = {
  name: 'SslPipe.__init__',
  language: 'Python',
  parameters: ['context', 'server_side', 'server_hostname?'],
};

type State = 'unwrapped' | 'handshake' | 'wrapped' | 'shutdown';

/** A security layer between two buffers; initially there is none. */
export class SslPipe {
  /** How many bytes are asked for at a time; no record holds as many. */
  readonly bufsize: number = 65536;

  readonly #context: SSLContext;
  readonly #serverSide: boolean;
  readonly #serverHostname: string | null;
  readonly #incoming = new MemoryBIO();
  readonly #outgoing = new MemoryBIO();
  #object: SSLObject | null = null;
  #state: State = 'unwrapped';
  #needSsldata = false;
  #callback: SslPipeCallback | null = null;

  constructor(context: SSLContext, server_side: boolean, server_hostname?: string | null);
  constructor(context: SSLContext, keywords: SslPipeKeywords);
  constructor(...args: readonly unknown[]) {
    const [context, serverSide, serverHostname = null] = bind(signature, args);
    this.#context = context as SSLContext;
    this.#serverSide = Boolean(serverSide);
    this.#serverHostname = serverHostname as string | null;
  }

  /** The context that was passed to the constructor. */
  get context(): SSLContext {
    return this.#context;
  }

  /** The object of the present layer; `null` where there is none. */
  get ssl_object(): SSLObject | null {
    return this.#object;
  }

  /** Whether the last call stopped because it needs bytes from the peer. */
  get need_ssldata(): boolean {
    return this.#needSsldata;
  }

  /** Whether a security layer is in effect; during the handshake it is not yet. */
  get wrapped(): boolean {
    return this.#state === 'wrapped';
  }

  /** Starts the handshake, and returns what is to be sent for it. */
  do_handshake(callback: SslPipeCallback | null = null): OwnBytes[] {
    if (this.#state !== 'unwrapped') throw new RuntimeError('handshake in progress or completed');
    this.#object = this.#context.wrap_bio(
      this.#incoming,
      this.#outgoing,
      this.#serverSide,
      this.#serverHostname,
    );
    this.#state = 'handshake';
    this.#callback = callback;
    // The peer's first flight may lie here already, but nothing that this could turn into plaintext does: its flights
    // after that one answer ours.
    this.#retry(() => this.#shakeHands());
    return this.take_ssldata();
  }

  /**
   * Starts to take the layer off, or answers the peer that has; returns what is to be sent for it. The layer is off
   * when `callback` is called.
   */
  shutdown(callback: SslPipeCallback | null = null): OwnBytes[] {
    if (this.#state === 'unwrapped') throw new RuntimeError('no security layer present');
    this.#state = 'shutdown';
    this.#callback = callback;
    this.#retry(() => this.#unwrap());
    return this.take_ssldata();
  }

  /**
   * Says that the peer sends no more. Where a layer is in effect and the peer has not announced its end, somebody may
   * have cut the connection short: that raises `SSLEOFError`.
   */
  feed_eof(): void {
    if (this.#state === 'unwrapped') return;
    this.#incoming.write_eof();
    this.feed_ssldata(new Uint8Array(0));
  }

  /**
   * Takes bytes from the network, none if only to go on. Returns what is to be sent in return, and what the program
   * is to have; an empty buffer among the latter is the peer's close_notify.
   */
  feed_ssldata(data: BytesLike): [ssldata: OwnBytes[], appdata: OwnBytes[]] {
    const bytes = bytesLike(data);
    if (this.#state === 'unwrapped') return [[], this.#plain(bytes)];
    if (bytes.length > 0) this.#incoming.write(bytes);
    const appdata: OwnBytes[] = [];
    this.#retry(() => {
      if (this.#state === 'handshake') this.#shakeHands();
      if (this.#state === 'wrapped') this.#readInto(appdata);
      if (this.#state === 'shutdown') {
        this.#unwrap();
        appdata.push(this.#incoming.read());
      }
    });
    return [this.take_ssldata(), appdata];
  }

  /**
   * Takes bytes of the program from `offset` on. Returns what is to be sent for them, and up to where they are taken:
   * where that is not their end, feed what the peer sends and call again with the same buffer.
   */
  feed_appdata(data: BytesLike, offset = 0): [ssldata: OwnBytes[], offset: number] {
    const rest = bytesLike(data).subarray(offset);
    const end = offset + rest.length;
    if (this.#state === 'unwrapped') return [rest.length > 0 ? [rest.slice()] : [], end];
    let taken = offset;
    this.#retry(() => {
      if (rest.length > 0) taken += this.#write(rest);
    });
    return [this.take_ssldata(), taken];
  }

  /**
   * What waits to be sent. Each call hands it back by itself, except one that raises: what it leaves here then is the
   * alert that tells the peer why.
   * @extension
   */
  take_ssldata(): OwnBytes[] {
    return this.#outgoing.pending > 0 ? [this.#outgoing.read()] : [];
  }

  /** Bytes that no layer is on, behind those that waited for somebody to ask. */
  #plain(bytes: Uint8Array): OwnBytes[] {
    const left = this.#incoming.read();
    return [left, bytes.slice()].filter((each) => each.length > 0);
  }

  #shakeHands(): void {
    try {
      this.#layer.do_handshake();
    } catch (error) {
      if (!(error instanceof SSLWantReadError)) this.#report(error as Error);
      throw error;
    }
    this.#state = 'wrapped';
    this.#report();
  }

  #readInto(appdata: OwnBytes[]): void {
    for (;;) {
      const chunk = this.#layer.read(this.bufsize);
      appdata.push(chunk);
      if (chunk.length === 0) return; // close_notify
    }
  }

  /** Nothing may be written between our close_notify and the peer's: a write then comes too early, as it were. */
  #write(bytes: Uint8Array): number {
    try {
      return this.#layer.write(bytes);
    } catch (error) {
      if (!(error instanceof SSLError && error.reason === 'PROTOCOL_IS_SHUTDOWN')) throw error;
      throw new SSLWantReadError('the peer has not answered shutdown() yet');
    }
  }

  #unwrap(): void {
    this.#layer.unwrap();
    this.#object = null;
    this.#state = 'unwrapped';
    this.#report();
  }

  /** The object of the layer, which is there in every state but `unwrapped`. */
  get #layer(): SSLObject {
    if (this.#object === null) throw new RuntimeError('no security layer present');
    return this.#object;
  }

  #report(error?: Error): void {
    const callback = this.#callback;
    this.#callback = null;
    if (error === undefined) callback?.();
    else callback?.(error);
  }

  /** Runs a step; that it wants more than there is only shows in `need_ssldata`. */
  #retry(step: () => void): void {
    this.#needSsldata = false;
    try {
      step();
    } catch (error) {
      if (!(error instanceof SSLWantReadError)) throw error;
      this.#needSsldata = true;
    }
  }
}
