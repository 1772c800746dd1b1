import type { GroupName, KeyShare } from '../../crypto/provider.ts';
import { type ClientHello } from '../../wire/handshake.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Session13 } from '../session13.ts';
import type { Settings } from '../settings.ts';
import { type Suite13 } from '../suites.ts';
/** A hello that was sent, with what only we know of it. */
export interface SentHello {
    readonly hello: ClientHello;
    readonly bytes: Uint8Array;
    /** The private halves of its key shares. */
    readonly shares: ReadonlyMap<string, KeyShare>;
    /** The session that it offers to resume. */
    readonly session: Session13 | undefined;
}
/** What a second hello, after a HelloRetryRequest, takes over from the first and from the request (section 4.1.2). */
export interface Retry {
    readonly first: SentHello;
    /** The group that the server wants a share of; none where only the cookie is new. */
    readonly group: GroupName | undefined;
    readonly cookie: Uint8Array | undefined;
    /** The suite that the server has chosen. */
    readonly suite: Suite13;
}
/** Makes the hello and its key shares; the caller sends `bytes`. `before` is the transcript so far. */
export declare function makeHello(settings: Settings, before: Transcript, retry?: Retry): SentHello;
/** The private keys of the shares have served. */
export declare function wipeShares(sent: SentHello): void;
