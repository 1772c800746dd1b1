import { concat, wipe } from '../bytes/bytes.ts';
import type { AeadKey, CryptoProvider } from '../crypto/provider.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import { TICKET_LIFETIME } from './defaults.ts';

/** As RFC 5077 section 4 recommends, a ticket says which key it is under; ours has one key for its whole life. */
const KEY_NAME_LENGTH = 16;

/**
 * The tickets of one context: sealed with AES-256-GCM under a key that never leaves it, so that they are of no use to
 * anybody else and end with it. The nonce is random: with 2^32 tickets a context would be past what GCM stands.
 */
export class ContextTickets implements TicketKeeper {
  readonly lifetime = TICKET_LIFETIME;
  readonly #provider: CryptoProvider;
  readonly #name: Uint8Array;
  readonly #key: AeadKey;
  readonly #nonceLength: number;

  constructor(provider: CryptoProvider) {
    const aead = provider.aeads.get('aes_256_gcm');
    if (aead === undefined) throw new RangeError(`provider ${provider.name} has no aes_256_gcm for tickets`);
    this.#provider = provider;
    this.#name = provider.random(KEY_NAME_LENGTH);
    this.#nonceLength = aead.nonceLength;
    const key = provider.random(aead.keyLength);
    this.#key = aead.withKey(key);
    wipe(key);
  }

  seal(state: Uint8Array): Uint8Array {
    const nonce = this.#provider.random(this.#nonceLength);
    return concat(this.#name, nonce, ...this.#key.seal(nonce, this.#name, state));
  }

  open(ticket: Uint8Array): Uint8Array | undefined {
    const { length } = this.#name;
    if (ticket.length < length + this.#nonceLength) return undefined;
    if (ticket.subarray(0, length).some((byte, i) => byte !== this.#name[i])) return undefined;
    const nonce = ticket.subarray(length, length + this.#nonceLength);
    return this.#key.open(nonce, this.#name, ticket.subarray(length + this.#nonceLength));
  }
}
