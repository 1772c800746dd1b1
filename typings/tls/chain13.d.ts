import type { Body13, Certificate13 } from '../wire/handshake.ts';
import { type Credential, type PeerAccepted } from './peer.ts';
import type { Settings } from './settings.ts';
/** What a server asks of a client, section 4.3.2; within the handshake the context is empty. */
export declare function certificateRequest(settings: Settings, context: Uint8Array): Body13<'certificate_request'>;
/** Our own chain; none at all where there is no credential (section 4.4.2.4). */
export declare function certificateMessage(credential: Credential | undefined, context: Uint8Array, staple: boolean): Certificate13;
/** What is in the peer's message, after the checks that need no certificates. */
export declare function readChain(message: Certificate13, settings: Settings, asked?: Uint8Array): readonly Uint8Array[];
/** Asks the verifier about the peer's chain. */
export declare function acceptChain(message: Certificate13, settings: Settings, peerRole: 'client' | 'server'): PeerAccepted;
