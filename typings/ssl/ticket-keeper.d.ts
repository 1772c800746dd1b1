import type { CryptoProvider } from '../crypto/provider.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
/**
 * The tickets of one context: sealed with AES-256-GCM under a key that never leaves it, so that they are of no use to
 * anybody else and end with it. The nonce is random: with 2^32 tickets a context would be past what GCM stands.
 */
export declare class ContextTickets implements TicketKeeper {
    #private;
    readonly lifetime = 7200;
    constructor(provider: CryptoProvider);
    seal(state: Uint8Array): Uint8Array;
    open(ticket: Uint8Array): Uint8Array | undefined;
}
