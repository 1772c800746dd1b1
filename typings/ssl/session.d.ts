/**
 * Sessions as Python shows them. What the engine keeps of a ticket is inside, with what was demanded of the server
 * when the session began: resuming skips the certificate, so a session must not get around a demand that is stricter
 * than those it was made under.
 */
import type { CryptoProvider } from '../crypto/provider.ts';
import type { Session13 } from '../tls/session13.ts';
/** What was asked of a peer. */
export interface Demands {
    readonly verify: boolean;
    /** The name that the certificate had to be for; `null`: any. */
    readonly name: string | null;
}
export interface SessionParts {
    /** The context that it belongs to. */
    readonly context: object;
    /** `undefined` before there is a ticket, and on servers. */
    readonly resumable: Session13 | undefined;
    readonly id: Uint8Array;
    /** Seconds since the epoch. */
    readonly time: number;
    readonly demands: Demands;
}
declare const CREATING: unique symbol;
/** A session of an earlier connection, by which a later one can be shorter. */
export declare class SSLSession {
    #private;
    constructor(creating?: typeof CREATING, parts?: SessionParts);
    /** Identifies the session; empty before there is a ticket. */
    get id(): Uint8Array;
    /** When it began, in seconds since the epoch. */
    get time(): number;
    /** How long it can be resumed, in seconds from `time`. */
    get timeout(): number;
    /** How long the server says that its ticket can be used, in seconds; 0 without one. */
    get ticket_lifetime_hint(): number;
    /** Whether there is a ticket to resume it with. */
    get has_ticket(): boolean;
}
export declare function makeSession(parts: SessionParts): SSLSession;
/** OpenSSL's name for a session of TLS 1.3: the SHA-256 of its ticket. */
export declare function sessionId(ticket: Uint8Array, provider: CryptoProvider): Uint8Array;
/** What is in a session that somebody sets; Python's errors, in Python's order, for what cannot be set. */
export declare function sessionParts(value: unknown, context: object, serverSide: boolean): SessionParts;
/** The engine's part of a session, if it was made under demands that are no weaker than these. */
export declare function resumableUnder(demands: Demands, parts: SessionParts | undefined): Session13 | undefined;
export {};
