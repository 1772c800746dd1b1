import type { GroupName, KeyShare } from '../../crypto/provider.ts';
import { type ClientHello } from '../../wire/handshake.ts';
import type { SuiteName } from '../../wire/registries.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Session12 } from '../session12.ts';
import type { Settings } from '../settings.ts';
import type { Suite13 } from '../suites.ts';
import { type OfferedPsk } from './psks13.ts';
/** A hello that was sent, with what only we know of it. */
export interface SentHello {
    readonly hello: ClientHello;
    readonly bytes: Uint8Array;
    /** The private halves of its key shares. */
    readonly shares: ReadonlyMap<string, KeyShare>;
    /** In the order in which it offers them. */
    readonly psks: readonly OfferedPsk[];
    /** The session of TLS 1.2 that it offers to go on with. */
    readonly session12: Session12 | undefined;
    /** Its private keys, and the keys from elsewhere, have served. */
    wipe(): void;
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
/**
 * The settings' suites, as far as there is a use for them: of the versions that are offered, and with a shared key only
 * where we may have one.
 */
export declare function offeredSuites({ suites, versions, pskClient }: Settings): readonly SuiteName[];
