/**
 * Session tickets of a server, RFC 5077 and RFC 8446 section 4.6.1: the state that a resumption needs, sealed under a
 * key that only this server (and those that share the key) has.
 */
export interface TicketKeeper {
    /** How long a ticket may be used, in seconds; at most 604,800 (RFC 8446 section 4.6.1). */
    readonly lifetime: number;
    seal(state: Uint8Array): Uint8Array;
    /** The bytes belong to the caller; `undefined` for what this keeper did not seal, or did under a key that it has dropped. */
    open(ticket: Uint8Array): Uint8Array | undefined;
}
