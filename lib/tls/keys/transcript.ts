import { concat } from '../../bytes/bytes.ts';
import type { HashAlgorithm, RunningHash } from '../../crypto/provider.ts';

/**
 * The transcript of RFC 8446 section 4.4.1: every handshake message, in order. Until the suite is chosen nobody knows
 * the hash, so the messages before that (a ClientHello or two) are kept.
 */
export class Transcript {
  #kept: Uint8Array[] = [];
  #running: RunningHash | undefined;
  #hash: HashAlgorithm | undefined;
  #remembered: Uint8Array[] | undefined;

  add(message: Uint8Array): void {
    this.#remembered?.push(message);
    if (this.#running === undefined) this.#kept.push(message);
    else this.#running.update(message);
  }

  /** Settles the hash; what was kept goes into it. Choosing once more changes nothing. */
  choose(hash: HashAlgorithm): void {
    if (this.#running !== undefined) return;
    this.#hash = hash;
    this.#running = hash.start();
    for (const message of this.#kept) this.#running.update(message);
    this.#kept = [];
  }

  /** TLS 1.2 signs the messages themselves (RFC 5246 section 7.4.8): keeps them, from the first, until `forget`. */
  remember(): void {
    if (this.#running !== undefined) throw new Error('messages are hashed already');
    this.#remembered = [...this.#kept];
  }

  forget(): void {
    this.#remembered = undefined;
  }

  /** The messages that were remembered, one after the other. */
  get messages(): Uint8Array {
    if (this.#remembered === undefined) throw new Error('messages that nobody has remembered');
    return concat(...this.#remembered);
  }

  /** After a HelloRetryRequest the first ClientHello is there as a synthetic message that holds its hash. */
  retry(hash: HashAlgorithm): void {
    const first = hash.digest(concat(...this.#kept));
    this.#kept = [concat(Uint8Array.of(MESSAGE_HASH, 0, 0, first.length), first)];
    this.choose(hash);
  }

  /** Another that has seen the same and goes its own way. */
  fork(): Transcript {
    const other = new Transcript();
    other.#kept = [...this.#kept];
    other.#hash = this.#hash;
    other.#running = this.#running?.copy();
    return other;
  }

  /** The hash of the messages so far. */
  get hash(): Uint8Array {
    if (this.#running === undefined) throw new Error('transcript hash before a hash was chosen');
    return this.#running.peek();
  }

  /** The hash as it would be with these bytes behind the rest (a ClientHello cut short before its binders). */
  hashWith(hash: HashAlgorithm, bytes: Uint8Array): Uint8Array {
    if (this.#running === undefined) return hash.digest(concat(...this.#kept, bytes));
    const running = this.#running.copy();
    running.update(bytes);
    return running.peek();
  }

  get algorithm(): HashAlgorithm | undefined {
    return this.#hash;
  }
}

/** The type of the synthetic message. */
const MESSAGE_HASH = 254;
