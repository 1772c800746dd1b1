import type { SignatureScheme } from '../wire/registries.ts';
import { type CipherRow } from './cipher-table.ts';
/**
 * `set_client_sigalgs`, `set_server_sigalgs`: names between colons, as TLS or OpenSSL writes them (`RSA+SHA256`), in
 * any case. With `?` before it, a name that nobody knows is passed over.
 */
export declare function schemeList(text: string): SignatureScheme[];
/** The names that `set_client_sigalgs()` and `set_server_sigalgs()` take (Python 3.15), best first; a new list each time. */
export declare function get_sigalgs(...args: []): string[];
/**
 * `set_ciphersuites`: suites of TLS 1.3 by their names, and none for an empty text. A name that nobody knows is passed
 * over, but one has to be known.
 */
export declare function suiteList(text: string): CipherRow[];
/** RFC 7301 section 3.1: what the wire carries for these names. NPN's were of the same kind. */
export declare function encodeProtocols(names: unknown, what: 'ALPN' | 'NPN'): Uint8Array[];
/** `_set_alpn_protocols`: the wire's form, each name behind its length. */
export declare function decodeProtocols(wire: unknown): Uint8Array[];
