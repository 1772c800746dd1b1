import type { CryptoProvider } from '../crypto/provider.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import type { ContextSessions } from './session-cache.ts';
/** A ticket key as servers share it: its name, which is public, and the key. */
export declare const TICKET_KEY_LENGTH: number;
/** More keys than any rotation needs; each ticket is looked up among them. */
export declare const MAX_TICKET_KEYS = 32;
/**
 * The tickets of one context: sealed with AES-256-GCM under a key that never leaves it, so that they are of no use to
 * anybody else and end with it; or under keys that several servers share. The nonce is random: a key that has sealed
 * 2^32 tickets is past what GCM stands, and should have been rotated out long before.
 */
export declare class ContextTickets implements TicketKeeper {
    #private;
    readonly lifetime = 7200;
    constructor(provider: CryptoProvider, shared?: readonly Uint8Array[]);
    /** The first key seals from here on, and all of them open. */
    useKeys(shared: readonly Uint8Array[]): void;
    seal(state: Uint8Array): Uint8Array;
    open(ticket: Uint8Array): Uint8Array | undefined;
}
/** Tickets that say nothing themselves: each is the name of an entry in the server's cache. */
export declare class CachedTickets implements TicketKeeper {
    #private;
    constructor(provider: CryptoProvider, sessions: ContextSessions);
    get lifetime(): number;
    seal(state: Uint8Array): Uint8Array;
    open(ticket: Uint8Array): Uint8Array | undefined;
}
