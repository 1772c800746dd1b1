import type { GroupName } from '../../crypto/provider.ts';
import { type KeyShareEntry } from '../../wire/extensions.ts';
import type { ClientHello } from '../../wire/handshake.ts';
import { type SigningChoice } from '../authenticate13.ts';
import type { Credential } from '../peer.ts';
import type { Settings, Version } from '../settings.ts';
import { type Suite13 } from '../suites.ts';
/** RFC 8446 section 4.2.1: what the client lists counts; a hello without the list means TLS 1.2 at best. */
export declare function chooseVersion(hello: ClientHello, settings: Settings): Version;
/** Section 4.1.2: our order of suites decides, or the client's. */
export declare function chooseSuite13(hello: ClientHello, settings: Settings): Suite13;
export type GroupChoice = {
    readonly kind: 'share';
    readonly group: GroupName;
    readonly share: KeyShareEntry;
}
/** Nothing that came with the hello will do, but the client can do this one (section 4.2.8). */
 | {
    readonly kind: 'retry';
    readonly group: GroupName;
};
/**
 * Sections 4.2.7 and 4.2.8: out of the best tier that the client knows a group of, and there a share that is here beats
 * a better group that costs a round trip.
 */
export declare function chooseGroup(hello: ClientHello, settings: Settings): GroupChoice;
/** Section 4.4.2.2: a certificate that the client can check the signature of. */
export declare function chooseCredential(hello: ClientHello, settings: Settings): SigningChoice;
/** What the client would be shown if it were shown anything. */
export declare function fittingCredential(hello: ClientHello, settings: Settings): Credential | undefined;
/** RFC 7301 section 3.2, with our order; where nothing fits we say nothing, as OpenSSL does for Python. */
export declare function chooseProtocol(hello: ClientHello, settings: Settings): Uint8Array | undefined;
/** RFC 6066 section 8: whether the client has a use for a stapled OCSP response. */
export declare function wantsStaple(hello: ClientHello): boolean;
/** RFC 6066 section 3: one name of the one type that there is. */
export declare function requestedName(hello: ClientHello): string | undefined;
