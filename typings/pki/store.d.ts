import { type Certificate } from './certificate.ts';
import { Crl } from './crl.ts';
import { type Name } from './names.ts';
/**
 * For what a root is trusted, where a `TRUSTED CERTIFICATE` block says so: object identifiers of purposes. With
 * neither list a certificate is trusted for being here, if it is self-signed or partial chains are allowed.
 */
export interface TrustSettings {
    readonly trusted: readonly string[] | undefined;
    readonly rejected: readonly string[] | undefined;
}
/** A certificate or a list as it comes into the store. */
export interface StoredCertificate {
    readonly der: Uint8Array;
    readonly trust: TrustSettings | undefined;
}
/** Where more certificates and lists come from when a name is looked for (a hashed directory). */
export type StoreDirectory = (name: Name, kind: 'certificate' | 'crl') => readonly StoredCertificate[];
/**
 * What a context trusts. A bundle of system roots has some hundred and fifty certificates of which a connection needs
 * one: `add` reads as far as the subject, by which they are found, and the rest when a chain asks for it.
 */
export declare class CertificateStore {
    #private;
    /** Adds a certificate; `false` if it is here already. Throws a `Fault` for what does not look like one. */
    add(der: Uint8Array, trust?: TrustSettings): boolean;
    /** Adds a revocation list; `false` if it is here already. Throws a `Fault` for what is none. */
    addCrl(der: Uint8Array): boolean;
    /** Adds all of them; or none, and throws a `Fault`, if one does not look like what it should be. */
    addAll(certificates: readonly StoredCertificate[], crls: readonly Uint8Array[]): void;
    addDirectory(directory: StoreDirectory): void;
    get certificateCount(): number;
    get crlCount(): number;
    /**
     * The certificates that may issue others, in OpenSSL's order: by subject, the shorter form first, and those of one
     * subject as they came. It sorts when it looks for something, to begin with for what is about to be added; what has
     * come since stands at the end. Flawed ones may issue nothing.
     */
    authorities(): Generator<Certificate>;
    /** Something would have been looked for, and `authorities()` is as if it had been. */
    settleOrder(): void;
    /** The certificates with this subject; directories are asked where none is at hand. */
    findBySubject(subject: Name): Certificate[];
    /** The lists that this name issued. */
    findCrls(issuer: Name): readonly Crl[];
    /** Every list at hand: an indirect one may be issued under any name. */
    allCrls(): readonly Crl[];
    has(certificate: Certificate): boolean;
    trustOf(certificate: Certificate): TrustSettings | undefined;
}
