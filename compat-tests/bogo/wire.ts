/** What lies between an SSLObject and the runner: a socket, and two memory BIOs. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import * as ssl from 'pyssl';

export class Wire {
  readonly incoming = new ssl.MemoryBIO();
  readonly outgoing = new ssl.MemoryBIO();
  readonly #socket: Socket;
  /** Whether what arrives is handed on a byte at a time. */
  readonly #bytewise: boolean;
  #arrived: Buffer[] = [];
  #ended = false;
  #news: (() => void) | undefined;

  constructor(socket: Socket, bytewise: boolean) {
    this.#socket = socket;
    this.#bytewise = bytewise;
    const happened = (what: () => void) => {
      what();
      this.#news?.();
    };
    socket.on('data', (data) => happened(() => this.#arrived.push(data)));
    socket.on('end', () => happened(() => (this.#ended = true)));
    socket.on('close', () => happened(() => (this.#ended = true)));
    socket.on('error', () => happened(() => (this.#ended = true)));
  }

  /** Calls until nothing more has to be read first. */
  async retry<T>(call: () => T): Promise<T> {
    for (;;) {
      try {
        return call();
      } catch (error) {
        if (!(error instanceof ssl.SSLWantReadError)) throw error;
      } finally {
        await this.#flush();
      }
      await this.#feed();
    }
  }

  /** Up to `size` bytes; none at the end, whether it was said or not. */
  async read(object: ssl.SSLObject, size: number): Promise<Uint8Array> {
    try {
      return await this.retry(() => object.read(size));
    } catch (error) {
      if (error instanceof ssl.SSLEOFError) return new Uint8Array();
      throw error;
    }
  }

  /** Calls once, for what it sends. */
  async say(call: () => unknown): Promise<void> {
    try {
      call();
    } catch (error) {
      if (!(error instanceof ssl.SSLWantReadError)) throw error;
    }
    await this.#flush();
  }

  /** Says that nothing more comes, and waits until the other end has said so too. */
  async finish(): Promise<void> {
    await this.#flush();
    this.#socket.end();
    while (!this.#ended) {
      this.#arrived = [];
      await this.#wait();
    }
    this.#socket.destroy();
  }

  async #feed(): Promise<void> {
    while (this.#arrived.length === 0) {
      if (this.#ended) {
        if (!this.incoming.eof) this.incoming.write_eof();
        return;
      }
      await this.#wait();
    }
    const [first] = this.#arrived;
    if (this.#bytewise && first.length > 1) {
      this.incoming.write(first.subarray(0, 1));
      this.#arrived[0] = first.subarray(1);
    } else {
      this.incoming.write(first);
      this.#arrived.shift();
    }
  }

  async #wait(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#news = resolve;
    });
    this.#news = undefined;
  }

  async #flush(): Promise<void> {
    const data = this.outgoing.read();
    if (data.length > 0 && !this.#socket.destroyed && !this.#socket.write(data))
      await Promise.race([once(this.#socket, 'drain'), once(this.#socket, 'close')]).catch(() => {});
  }
}
