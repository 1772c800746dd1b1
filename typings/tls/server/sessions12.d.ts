import type { GroupName } from '../../crypto/provider.ts';
import type { ClientHello } from '../../wire/handshake.ts';
import type { Settings } from '../settings.ts';
import { type Suite12 } from '../suites12.ts';
/** A session that the client asked for and that goes on. */
export interface Resumed12 {
    readonly suite: Suite12;
    readonly group: GroupName | undefined;
    readonly masterSecret: Uint8Array;
    readonly clientChain: readonly Uint8Array[];
}
/** The session that this hello asks for, if it is known here and may be used now; otherwise the handshake is a full one. */
export declare function chooseSession12(hello: ClientHello, settings: Settings): Resumed12 | undefined;
/** A session as it is kept or sealed; none where the client's chain is too much to keep or to send back. */
export declare function encodeSession12(suite: Suite12, group: GroupName | undefined, masterSecret: Uint8Array, clientChain: readonly Uint8Array[], hello: ClientHello, settings: Settings): Uint8Array | undefined;
