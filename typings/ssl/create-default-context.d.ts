import { _ASN1Object } from './asn1-object.ts';
import { SSLContext } from './context.ts';
import type { VerifyLocations } from './context-store.ts';
/**
 * Create an SSLContext object with default settings: a client that verifies servers against the given authorities,
 * or the system's, or a server.
 */
export declare function create_default_context(purpose?: _ASN1Object, keywords?: VerifyLocations): SSLContext;
export declare function create_default_context(keywords: VerifyLocations & {
    readonly purpose?: _ASN1Object;
}): SSLContext;
/** What `_create_unverified_context()` takes by keyword. */
export interface UnverifiedKeywords extends VerifyLocations {
    readonly protocol?: number | null;
    readonly cert_reqs?: number | null;
    readonly check_hostname?: boolean;
    readonly purpose?: _ASN1Object;
    readonly certfile?: string | Uint8Array | null;
    readonly keyfile?: string | Uint8Array | null;
}
/** Create an SSLContext object for Python's own modules: less restrictive, for backward compatibility. */
export declare function _create_unverified_context(protocol?: number | null, keywords?: Omit<UnverifiedKeywords, 'protocol'>): SSLContext;
export declare function _create_unverified_context(keywords: UnverifiedKeywords): SSLContext;
/** What CPython's own modules call it. */
export declare const _create_stdlib_context: typeof _create_unverified_context;
/** What `http.client` calls. */
export declare const _create_default_https_context: typeof create_default_context;
