/**
 * What a server makes of a ClientHello that is to become TLS 1.2: each choice small, pure, and by itself. A suite is
 * chosen together with all that it takes (RFC 5246 section 7.4.1.3), so that one which cannot be carried through is
 * passed over for the next.
 */
import type { GroupName } from '../../crypto/provider.ts';
import type { ClientHello } from '../../wire/handshake.ts';
import { type SigningChoice12 } from '../authenticate12.ts';
import type { Credential } from '../peer.ts';
import type { DhParameters, Settings, SharedKeys } from '../settings.ts';
import { type Suite12 } from '../suites12.ts';
/** What the key exchange of a suite is made with; each part is there where the suite has a use for it. */
export interface Terms {
    readonly suite: Suite12;
    /** With what the ephemeral parameters are signed. */
    readonly signing: SigningChoice12 | undefined;
    /** The chain that is sent. */
    readonly credential: Credential | undefined;
    readonly curve: GroupName | undefined;
    readonly dhParameters: DhParameters | undefined;
    readonly keys: SharedKeys | undefined;
}
/** What RFC 5246 section 7.4.1.2, RFC 5746 section 3.6 and RFC 8422 section 5.1.2 ask of any hello. */
export declare function checkHello12(hello: ClientHello): void;
/** Our order of suites decides, or the client's. */
export declare function chooseTerms(hello: ClientHello, settings: Settings): Terms;
/** What the client would be shown if it were shown anything. */
export declare function fittingCredential12(suite: Suite12, hello: ClientHello, settings: Settings): Credential | undefined;
