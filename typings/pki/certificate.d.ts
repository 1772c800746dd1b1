import type { PublicKeyParts, SignatureRecipe } from '../crypto/provider.ts';
import { type SubjectKey } from './algorithms.ts';
import { type Algorithm } from './asn1/values.ts';
import { type DistributionPoint } from './distribution-point.ts';
import { type AccessDescription, type AuthorityKeyIdentifier, type BasicConstraints, type Extension, type KeyUsage, type NameConstraints, type PolicyConstraints, type PolicyMapping, type ProxyCertificateInfo } from './extensions.ts';
import type { GeneralName } from './general-name.ts';
import { type Name } from './names.ts';
/**
 * Reads an X.509 certificate. The same bytes give the same object as long as it is remembered; the certificate
 * keeps a copy of them. Throws a `Fault<PkiFaultName>` for anything that is no certificate.
 */
export declare function parseCertificate(der: Uint8Array): Certificate;
/**
 * An X.509 certificate (RFC 5280 section 4.1). The frame is read at once; an extension when it is asked for.
 *
 * As with OpenSSL a malformed extension does not keep a certificate from being read, shown, or sent: its getter gives
 * `undefined`, and `flawed` is true, with which no path is ever accepted.
 */
export declare class Certificate {
    #private;
    readonly der: Uint8Array;
    /** The bytes as a string, one character each: certificates are the same where this is. */
    readonly key: string;
    /** TBSCertificate: what the signature is over. */
    readonly tbs: Uint8Array;
    /** 1, 2 or 3. */
    readonly version: number;
    /** The content of the INTEGER: big-endian, two's complement. */
    readonly serialNumber: Uint8Array;
    readonly signatureAlgorithm: Algorithm;
    /** What the signed part says of the algorithm; RFC 5280 section 4.1.1.2 wants both to be the same. */
    readonly innerAlgorithm: Algorithm;
    readonly signature: Uint8Array;
    readonly issuer: Name;
    /** Seconds since 1970; `undefined` where it is written as RFC 5280 does not allow. */
    readonly notBefore: number | undefined;
    readonly notAfter: number | undefined;
    /** A time before 2050 that is written as from 2050 on (RFC 5280 section 4.1.2.5), which everybody reads all the same. */
    readonly earlyGeneralizedTime: boolean;
    readonly subject: Name;
    readonly subjectKey: SubjectKey;
    readonly extensions: readonly Extension[];
    constructor(der: Uint8Array, key: string);
    /** How this certificate's own signature is checked; `undefined` for an algorithm that we do not have. */
    get recipe(): SignatureRecipe | undefined;
    /** Two algorithms where RFC 5280 section 4.1.1.2 wants the same one twice. */
    get contradictory(): boolean;
    /** The public key's numbers; `undefined` for an algorithm or curve that we do not have. */
    get publicKeyParts(): PublicKeyParts | undefined;
    /** Whether the key says that it is for RSASSA-PSS alone (RFC 4055 section 1.2). */
    get pssOnly(): boolean;
    /** The same name for subject and issuer (RFC 5280 section 6.1: self-issued). */
    get selfIssued(): boolean;
    /** An extension as it stands; `undefined` where it is absent, or there more than once. */
    extension(oid: string): Extension | undefined;
    get basicConstraints(): BasicConstraints | undefined;
    get keyUsage(): ReadonlySet<KeyUsage> | undefined;
    /** Object identifiers of purposes. */
    get extendedKeyUsage(): readonly string[] | undefined;
    get subjectAltName(): readonly GeneralName[] | undefined;
    get nameConstraints(): NameConstraints | undefined;
    get authorityKeyIdentifier(): AuthorityKeyIdentifier | undefined;
    get subjectKeyIdentifier(): Uint8Array | undefined;
    get policies(): readonly string[] | undefined;
    get policyMappings(): readonly PolicyMapping[] | undefined;
    get policyConstraints(): PolicyConstraints | undefined;
    get inhibitAnyPolicy(): number | undefined;
    get authorityInfoAccess(): readonly AccessDescription[] | undefined;
    get crlDistributionPoints(): readonly DistributionPoint[] | undefined;
    get freshestCrl(): readonly DistributionPoint[] | undefined;
    get proxyCertificateInfo(): ProxyCertificateInfo | undefined;
    /** Numbers of TLS extensions. */
    get tlsFeatures(): readonly number[] | undefined;
    get netscapeType(): ReadonlySet<number> | undefined;
    /**
     * Whether an extension that decides on trust is malformed, or stands there twice (RFC 5280 section 4.2). The
     * policy extensions have a verdict of their own (`policyFlawed`); others concern nobody here.
     */
    get flawed(): boolean;
    get policyFlawed(): boolean;
}
