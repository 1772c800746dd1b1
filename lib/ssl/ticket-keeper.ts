/** Who keeps what a server's tickets stand for: the ticket itself, sealed, or a cache (`OP_NO_TICKET`). */
import { concat, equal, wipe } from '../bytes/bytes.ts';
import type { AeadAlgorithm, AeadKey, CryptoProvider } from '../crypto/provider.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import { TICKET_LIFETIME } from './defaults.ts';
import type { ContextSessions } from './session-cache.ts';

/** As RFC 5077 section 4 recommends, a ticket says which key it is under. */
const KEY_NAME_LENGTH = 16;
const AES_256_KEY_LENGTH = 32;

/** A ticket key as servers share it: its name, which is public, and the key. */
export const TICKET_KEY_LENGTH: number = KEY_NAME_LENGTH + AES_256_KEY_LENGTH;
/** More keys than any rotation needs; each ticket is looked up among them. */
export const MAX_TICKET_KEYS = 32;

interface NamedKey {
  readonly name: Uint8Array;
  readonly key: AeadKey;
}

/**
 * The tickets of one context: sealed with AES-256-GCM under a key that never leaves it, so that they are of no use to
 * anybody else and end with it; or under keys that several servers share. The nonce is random: a key that has sealed
 * 2^32 tickets is past what GCM stands, and should have been rotated out long before.
 */
export class ContextTickets implements TicketKeeper {
  readonly lifetime = TICKET_LIFETIME;
  readonly #provider: CryptoProvider;
  readonly #aead: AeadAlgorithm;
  #keys: readonly NamedKey[];

  constructor(provider: CryptoProvider, shared?: readonly Uint8Array[]) {
    const aead = provider.aeads.get('aes_256_gcm');
    if (aead === undefined) throw new RangeError(`provider ${provider.name} has no aes_256_gcm for tickets`);
    this.#provider = provider;
    this.#aead = aead;
    if (shared !== undefined) this.#keys = shared.map((key) => this.#named(key));
    else {
      const own = provider.random(TICKET_KEY_LENGTH);
      this.#keys = [this.#named(own)];
      wipe(own);
    }
  }

  /** The first key seals from here on, and all of them open. */
  useKeys(shared: readonly Uint8Array[]): void {
    for (const { key } of this.#keys) key.wipe();
    this.#keys = shared.map((key) => this.#named(key));
  }

  #named(key: Uint8Array): NamedKey {
    return {
      name: key.slice(0, KEY_NAME_LENGTH),
      key: this.#aead.withKey(key.subarray(KEY_NAME_LENGTH)),
    };
  }

  seal(state: Uint8Array): Uint8Array {
    const [{ name, key }] = this.#keys;
    const nonce = this.#provider.random(this.#aead.nonceLength);
    return concat(name, nonce, ...key.seal(nonce, name, state));
  }

  open(ticket: Uint8Array): Uint8Array | undefined {
    const end = KEY_NAME_LENGTH + this.#aead.nonceLength;
    if (ticket.length < end) return undefined;
    const name = ticket.subarray(0, KEY_NAME_LENGTH);
    const named = this.#keys.find((each) => equal(each.name, name));
    return named?.key.open(ticket.subarray(KEY_NAME_LENGTH, end), name, ticket.subarray(end));
  }
}

/** As long as a session's identifier in OpenSSL. */
const IDENTIFIER_LENGTH = 32;

/** Tickets that say nothing themselves: each is the name of an entry in the server's cache. */
export class CachedTickets implements TicketKeeper {
  readonly #provider: CryptoProvider;
  readonly #sessions: ContextSessions;

  constructor(provider: CryptoProvider, sessions: ContextSessions) {
    this.#provider = provider;
    this.#sessions = sessions;
  }

  get lifetime(): number {
    return this.#sessions.lifetime;
  }

  seal(state: Uint8Array): Uint8Array {
    const id = this.#provider.random(IDENTIFIER_LENGTH);
    this.#sessions.put(id, state);
    return id;
  }

  open(ticket: Uint8Array): Uint8Array | undefined {
    return ticket.length === IDENTIFIER_LENGTH ? this.#sessions.get(ticket) : undefined;
  }
}
