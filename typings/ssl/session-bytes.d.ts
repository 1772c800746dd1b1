import type { Session } from '../tls/session.ts';
import type { SessionParts } from './session.ts';
/** Parts that no context has made. */
type KeptParts = SessionParts & {
    readonly resumable: Session;
};
/** The bytes of a session, sealed if there is a key. */
export declare function sessionBytes(parts: SessionParts, key: Uint8Array | undefined): Uint8Array;
/** What `sessionBytes` made; a `ValueError` for everything else, and for what is too old to be of use. */
export declare function sessionOfBytes(bytes: Uint8Array, key: Uint8Array | undefined, now?: number): KeptParts;
export {};
