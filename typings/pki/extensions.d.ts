import { Fault } from '../bytes/fault.ts';
import { type Element } from './asn1/der.ts';
import { type GeneralName } from './general-name.ts';
/** The certificate extensions of RFC 5280 section 4.2, one reader each: from the octets of the value to what they say. */
export declare const extensionOids: {
    readonly subjectKeyIdentifier: '2.5.29.14';
    readonly keyUsage: '2.5.29.15';
    readonly subjectAltName: '2.5.29.17';
    readonly issuerAltName: '2.5.29.18';
    readonly basicConstraints: '2.5.29.19';
    readonly crlNumber: '2.5.29.20';
    readonly reasonCode: '2.5.29.21';
    readonly deltaCrlIndicator: '2.5.29.27';
    readonly issuingDistributionPoint: '2.5.29.28';
    readonly certificateIssuer: '2.5.29.29';
    readonly nameConstraints: '2.5.29.30';
    readonly crlDistributionPoints: '2.5.29.31';
    readonly certificatePolicies: '2.5.29.32';
    readonly policyMappings: '2.5.29.33';
    readonly authorityKeyIdentifier: '2.5.29.35';
    readonly policyConstraints: '2.5.29.36';
    readonly extendedKeyUsage: '2.5.29.37';
    readonly freshestCrl: '2.5.29.46';
    readonly inhibitAnyPolicy: '2.5.29.54';
    readonly authorityInfoAccess: '1.3.6.1.5.5.7.1.1';
    readonly proxyCertificateInfo: '1.3.6.1.5.5.7.1.14';
    readonly tlsFeature: '1.3.6.1.5.5.7.1.24';
    readonly ocspNoCheck: '1.3.6.1.5.5.7.48.1.5';
    readonly netscapeCertificateType: '2.16.840.1.113730.1.1';
};
/** One Extension (RFC 5280 section 4.1.2.9), its value still as octets. */
export interface Extension {
    readonly oid: string;
    readonly critical: boolean;
    readonly value: Uint8Array;
}
/** Extensions: the list, in order; what is in the values is not looked at. */
export declare function extensionsOf(element: Element): readonly Extension[];
export interface BasicConstraints {
    readonly ca: boolean;
    readonly pathLength: number | undefined;
}
/** Section 4.2.1.9. */
export declare function readBasicConstraints(value: Uint8Array): BasicConstraints;
export type KeyUsage = (typeof KEY_USAGES)[number];
declare const KEY_USAGES: readonly ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyAgreement', 'keyCertSign', 'crlSign', 'encipherOnly', 'decipherOnly'];
/** Section 4.2.1.3, which also says that at least one bit is set. */
export declare function readKeyUsage(value: Uint8Array): ReadonlySet<KeyUsage>;
/** Section 4.2.1.12: object identifiers. */
export declare function readExtendedKeyUsage(value: Uint8Array): readonly string[];
/** Section 4.2.1.6. */
export declare function readAltNames(value: Uint8Array): readonly GeneralName[];
/** Section 4.2.1.2. */
export declare function readSubjectKeyIdentifier(value: Uint8Array): Uint8Array;
export interface AuthorityKeyIdentifier {
    readonly keyIdentifier: Uint8Array | undefined;
    readonly issuer: readonly GeneralName[] | undefined;
    readonly serialNumber: Uint8Array | undefined;
}
/** Section 4.2.1.1. */
export declare function readAuthorityKeyIdentifier(value: Uint8Array): AuthorityKeyIdentifier;
export interface NameConstraints {
    readonly permitted: readonly Subtree[];
    readonly excluded: readonly Subtree[];
}
export interface Subtree {
    readonly base: GeneralName;
    /** `minimum` other than 0, or a `maximum`: nobody says what they mean, and section 4.2.1.10 forbids them. */
    readonly bounded: boolean;
}
/** Section 4.2.1.10. */
export declare function readNameConstraints(value: Uint8Array): NameConstraints;
/** Section 4.2.1.4: the policies' identifiers; a policy that stands there twice is a fault. */
export declare function readPolicies(value: Uint8Array): readonly string[];
export interface PolicyMapping {
    readonly issuer: string;
    readonly subject: string;
}
/** Section 4.2.1.5. */
export declare function readPolicyMappings(value: Uint8Array): readonly PolicyMapping[];
export interface PolicyConstraints {
    readonly requireExplicitPolicy: number | undefined;
    readonly inhibitPolicyMapping: number | undefined;
}
/** Section 4.2.1.11, which also says that one of the two is there. */
export declare function readPolicyConstraints(value: Uint8Array): PolicyConstraints;
/** Section 4.2.1.14: after how many certificates anyPolicy means nothing. */
export declare function readInhibitAnyPolicy(value: Uint8Array): number;
export interface AccessDescription {
    readonly method: string;
    readonly location: GeneralName;
}
/** Section 4.2.2.1. */
export declare function readAuthorityInfoAccess(value: Uint8Array): readonly AccessDescription[];
export interface ProxyCertificateInfo {
    readonly pathLength: number | undefined;
}
/** RFC 3820 section 3.8; the policy is for whoever grants rights, and only has to be there. */
export declare function readProxyCertificateInfo(value: Uint8Array): ProxyCertificateInfo;
/** RFC 7633 section 4.1: TLS extensions, by number, that a server with this certificate answers. */
export declare function readTlsFeatures(value: Uint8Array): readonly number[];
/** Netscape's certificate type, which RFC 5280 never took up and OpenSSL still honours. */
export declare function readNetscapeType(value: Uint8Array): ReadonlySet<number>;
/** SEQUENCE OF: what is inside, all of one tag. */
export declare function listOf<Item>(element: Element, tag: number, limit: number, read: (item: Element) => Item): readonly Item[];
/** What a reader makes of a value, or its fault, to be looked at later. */
export declare function attempt<Value>(read: (value: Uint8Array) => Value, bytes: Uint8Array): Value | Fault;
export {};
