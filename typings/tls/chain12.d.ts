/** Certificate messages of TLS 1.2, RFC 5246 sections 7.4.2 and 7.4.6, and the staple that may follow (RFC 6066 section 8). */
import type { Certificate12 } from '../wire/handshake12.ts';
import { type PeerAccepted } from './peer.ts';
import type { Settings } from './settings.ts';
/** What the peer has sent, leaf first; bytes of our own, since sessions outlive records. */
export declare function readChain12(message: Certificate12): readonly Uint8Array[];
/** Asks the verifier about the peer's chain. */
export declare function acceptChain12(chain: readonly Uint8Array[], settings: Settings, peerRole: 'client' | 'server', ocspResponse?: Uint8Array): PeerAccepted;
