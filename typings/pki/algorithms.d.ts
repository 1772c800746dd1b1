import type { HashName, PublicKeyParts, SignatureRecipe } from '../crypto/provider.ts';
import type { PssLimits, PssRecipe } from '../crypto/pss-limits.ts';
import { type Element } from './asn1/der.ts';
import { type Algorithm } from './asn1/values.ts';
/** Keys that are just their bytes, and whose identifier takes no parameters. */
export declare const RAW_KEYS: Readonly<Record<string, 'ed25519' | 'ed448' | 'mldsa44' | 'mldsa65' | 'mldsa87'>>;
export declare const CURVES: Readonly<Record<string, 'secp256r1' | 'secp384r1' | 'secp521r1'>>;
export declare const keyOids: {
    readonly rsa: "1.2.840.113549.1.1.1";
    readonly rsaPss: "1.2.840.113549.1.1.10";
    readonly ec: "1.2.840.10045.2.1";
};
/** How a signature under this identifier is checked. */
export declare function signatureRecipe(algorithm: Algorithm): SignatureRecipe | undefined;
/** How the types of keys begin that make signatures under this identifier, whatever its parameters. */
export declare function signerType({ oid }: Algorithm): string | undefined;
/** `undefined` for parameters that are none, too: this is asked in the midst of a verification, where nobody catches. */
export declare function pssRecipe(parameters: Element): PssRecipe | undefined;
/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), taken apart as far as we know the algorithm. */
export interface SubjectKey {
    readonly algorithm: Algorithm;
    readonly der: Uint8Array;
    /** The bits of the key as they came (what key identifiers are hashes of). */
    readonly bits: Uint8Array;
    /** `undefined` for an algorithm or curve that we do not have, and for a key that is not what its algorithm says. */
    readonly parts: PublicKeyParts | undefined;
    /** The algorithm is one of ours, and this is no key of it. */
    readonly broken: boolean;
    /** For id-RSASSA-PSS keys: what their signatures are restricted to, `'any'` PSS if nothing is said. */
    readonly pss: PssLimits;
    /** An elliptic curve that is spelt out instead of named, which RFC 5480 section 2.1.1 forbids. */
    readonly explicitCurve: boolean;
}
export declare function subjectKeyOf(element: Element): SubjectKey;
/** The hash that an object identifier stands for. */
export declare function hashByOid(oid: string): HashName | undefined;
