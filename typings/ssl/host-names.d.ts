/** `server_hostname`: what it is encoded as, what it may be, and whether it is an address. */
import type { PeerName } from '../pki/host-name.ts';
/** `SSLContext._encode_hostname`: an A-label in ASCII, or `null`. */
export declare function encodeHostName(name: unknown): string | null;
/** How `_wrap_bio` takes a name that is encoded, before it looks at anything else. */
export declare function hostNameArgument(name: unknown): string | null;
/** What it then asks of it. */
export declare function checkHostName(name: string): void;
/** Whom a certificate has to be for: an address if the text is one, else a host. */
export declare function peerNameOf(name: string): PeerName;
