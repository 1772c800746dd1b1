/**
 * Sessions as Python shows them. What the engine keeps of a ticket is inside, with what was demanded of the server
 * when the session began: resuming skips the certificate, so a session must not get around a demand that is stricter
 * than those it was made under.
 */
import type { OwnBytes } from '../bytes/bytes.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import type { PeerVerifier } from '../tls/peer.ts';
import type { Session } from '../tls/session.ts';
import { type BytesLike } from './buffers.ts';
import type { TrustPolicy } from './trust.ts';
/** What was asked of a peer. */
export interface Demands {
    readonly verify: boolean;
    /** The name that the certificate had to be for; `null`: any. */
    readonly name: string | null;
    /** What was asked of its OCSP response: a `VerifyMode`. */
    readonly stapling: number;
}
/** By what a peer's certificate was judged. */
export interface Judgement extends Omit<TrustPolicy, 'clock' | 'provider' | 'peerName' | 'host' | 'verify' | 'stapling' | 'owner'> {
    /** The server that a callback was asked about; `null` without one. */
    readonly askedAbout: string | null;
}
export interface SessionParts {
    /** The context that it belongs to; `undefined`: it came as bytes, and belongs to whichever takes it. */
    readonly context: object | undefined;
    /** `undefined` where it came as bytes. */
    readonly judgement: Judgement | undefined;
    /** `undefined` before there is a ticket, and on servers. */
    readonly resumable: Session | undefined;
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
    get id(): OwnBytes;
    /** When it began, in seconds since the epoch. */
    get time(): number;
    /** How long it can be resumed, in seconds from `time`. */
    get timeout(): number;
    /** How long the server says that its ticket can be used, in seconds; 0 without one. */
    get ticket_lifetime_hint(): number;
    /** Whether there is a ticket to resume it with. */
    get has_ticket(): boolean;
    /**
     * The session as bytes, for `from_bytes()` in this or another process. They are as secret as a private key: keep
     * them as one, or give a `key` of 16 bytes or more to seal them with. A `ValueError` where there is nothing to be
     * resumed with.
     * @extension
     */
    to_bytes(key?: BytesLike | null): OwnBytes;
    /**
     * A session out of the bytes that `to_bytes()` made, with the same `key`; any client's context may take it. It is
     * resumed if what that context asks of a server is no more than what was asked when it began, and the context
     * accepts the server's certificate still. A `ValueError` for bytes that are corrupt, too old, or no session.
     * @extension
     */
    static from_bytes(data: BytesLike, key?: BytesLike | null): SSLSession;
}
export declare function makeSession(parts: SessionParts): SSLSession;
/** OpenSSL's name for a session of TLS 1.3: the SHA-256 of its ticket. */
export declare function sessionId(ticket: Uint8Array, provider: CryptoProvider): Uint8Array;
/** What is in a session that somebody sets; Python's errors, in Python's order, for what cannot be set. */
export declare function sessionParts(value: unknown, context: object, serverSide: boolean): SessionParts;
/**
 * The engine's part of a session, if it was made under demands that are no weaker than these. Where the server's
 * certificate was not judged as it would be now, since the context has changed or did not make the session, it is
 * judged once more; but a callback is asked in a handshake or not at all.
 */
export declare function resumableUnder(demands: Demands, judgement: Judgement, parts: SessionParts | undefined, trust: PeerVerifier): Session | undefined;
export {};
