/**
 * A client's part in the key exchange of TLS 1.2: what it makes of ServerKeyExchange, and what it answers (RFC 5246
 * sections 7.4.3 and 7.4.7, RFC 8422 section 5, RFC 4279, RFC 5489). Parameters count only once their signature is
 * checked; where nothing is signed, the server's Finished will show that it has its key.
 */
import type { PublicKey } from '../../crypto/provider.ts';
import { type DheParams, type EcdheParams } from '../../wire/handshake12.ts';
import { type ServerIdentity } from '../authenticate12.ts';
import type { Agreed12 } from '../keys/secrets12.ts';
import type { PeerAccepted } from '../peer.ts';
import type { Effects } from '../state.ts';
import type { Suite12 } from '../suites12.ts';
import type { SentHello } from './hello.ts';
interface Exchange extends Agreed12 {
    readonly sent: SentHello;
}
/** What the server has said, as far as its suite says it. */
export interface ServerParams {
    /** What vouches for it. */
    readonly identity: ServerIdentity;
    readonly curve?: EcdheParams;
    readonly dh?: DheParams;
    readonly hint?: Uint8Array;
}
/** Whether a suite has a ServerKeyExchange: a hint without parameters may be left out (RFC 4279 section 2). */
export declare function paramsOf({ exchange }: Suite12): 'required' | 'optional' | 'none';
/** Reads the body of a ServerKeyExchange, and checks what is signed in it. */
export declare function readParams(hs: Exchange, peer: PeerAccepted | undefined, body: Uint8Array, effects: Effects): ServerParams;
/** The body of our ClientKeyExchange, and the premaster secret. */
export declare function answerExchange(hs: Exchange, { curve, dh, hint }: ServerParams, serverKey: PublicKey | undefined): {
    readonly body: Uint8Array;
    readonly premaster: Uint8Array;
};
export {};
