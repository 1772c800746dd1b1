import type { SignatureRecipe } from '../crypto/provider.ts';
import { type Algorithm } from './asn1/values.ts';
import { type IssuingDistributionPoint } from './distribution-point.ts';
import { type AuthorityKeyIdentifier, type Extension } from './extensions.ts';
import { type Name } from './names.ts';
/** CRLReason 8 (RFC 5280 section 5.3.1): only in deltas, takes a certificate off the list. */
export declare const REMOVED_FROM_CRL = 8;
/**
 * A certificate revocation list (RFC 5280 section 5). The frame and the list's own extensions are read at once; the
 * entries, of which there may be a million, when the first certificate is looked up.
 */
export declare class Crl {
    #private;
    readonly der: Uint8Array;
    readonly tbs: Uint8Array;
    readonly signatureAlgorithm: Algorithm;
    readonly recipe: SignatureRecipe | undefined;
    readonly signature: Uint8Array;
    /** See `Signed`. */
    readonly contradictory: boolean;
    readonly issuer: Name;
    readonly thisUpdate: number | undefined;
    /** `'none'` where the list does not say; `undefined` where it says so in no known way. */
    readonly nextUpdate: number | undefined | 'none';
    readonly extensions: readonly Extension[];
    readonly authorityKeyIdentifier: AuthorityKeyIdentifier | undefined;
    readonly issuingDistributionPoint: IssuingDistributionPoint | undefined;
    readonly number: bigint | undefined;
    /** For a delta: the number of the list that it adds to. */
    readonly baseNumber: bigint | undefined;
    readonly namesFreshest: boolean;
    /**
     * Several "only"s contradict each other (section 5.2.5): then the list is about nobody.
     */
    readonly contradictsItself: boolean;
    /** Throws a `Fault<PkiFaultName>` for anything that is no list; keeps `der`. */
    constructor(der: Uint8Array);
    /**
     * An extension that decides what the list is for is malformed or there twice, an entry cannot be read, a delta has
     * no number (section 5.2.3), or the list is for none of the reasons (5.2.5). OpenSSL takes such a list for one without the extension; here it is read so too, for
     * whom it names, but clears nobody.
     */
    get flawed(): boolean;
    /** An extension that must be understood and is not: the list may mean anything (RFC 5280 section 5.2). */
    get unhandledCritical(): boolean;
    /** Whether a certificate is on the list: its entry, with the reason if one is given. */
    find(serialNumber: Uint8Array, issuer: Name): {
        readonly reason: number | undefined;
    } | undefined;
}
