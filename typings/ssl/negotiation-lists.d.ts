/** Lists of names that a context takes: groups, suites of TLS 1.3, signature schemes, protocols. */
import type { GroupName } from '../crypto/provider.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { type CipherRow } from './cipher-table.ts';
/** What OpenSSL calls a curve in `set_ecdh_curve`; one name, and only the short one. */
export declare function groupByShortName(name: unknown): GroupName;
/** `set_groups`: names between colons; one with a question mark before it may be unknown. */
export declare function groupList(text: string): GroupName[];
/** The names of all groups, with those that go by another as well. */
export declare function groupNames(include_aliases: boolean): string[];
/** `set_client_sigalgs`, `set_server_sigalgs`: TLS names, or pairs of key and hash as OpenSSL writes them. */
export declare function schemeList(text: string): SignatureScheme[];
/** `set_ciphersuites`: suites of TLS 1.3 by their names; an unknown one is an error, as with OpenSSL. */
export declare function suiteList(text: string): CipherRow[];
/** RFC 7301 section 3.1: what the wire carries for these names. */
export declare function encodeProtocols(names: unknown): Uint8Array[];
/** `_set_alpn_protocols`: the wire's form, each name behind its length. */
export declare function decodeProtocols(wire: unknown): Uint8Array[];
