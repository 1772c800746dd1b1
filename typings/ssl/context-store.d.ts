import { type Path } from '../host/files.ts';
import { CertificateStore } from '../pki/store.ts';
import { _ASN1Object } from './asn1-object.ts';
import { type BytesLike } from './buffers.ts';
import { ContextPolicy } from './context-policy.ts';
import { type OwnChain, type Password } from './credentials.ts';
import { type PeerCertificate } from './peer-certificate.ts';
export interface CertChainKeywords {
    readonly certfile?: Path | null;
    readonly keyfile?: Path | null;
    readonly password?: Password;
    /** The chain itself, PEM or DER, in the place of a file. @extension */
    readonly certdata?: string | BytesLike;
    /** The key itself, PEM or DER; without it, it stands with the chain. @extension */
    readonly keydata?: string | BytesLike;
}
export interface VerifyLocations {
    readonly cafile?: Path | null;
    readonly capath?: Path | null;
    readonly cadata?: string | BytesLike | null;
}
/** The certificates of a context: its own, with their keys, and those that it trusts. */
export declare abstract class ContextStore extends ContextPolicy {
    #private;
    /** Connections share it: what is added later helps those that are under way. */
    protected get store(): CertificateStore;
    protected get chains(): readonly OwnChain[];
    /**
     * Load a private key and the corresponding certificate. The certfile is a single file in PEM format containing the
     * certificate as well as any number of CA certificates needed to establish its authenticity. The key stands in the
     * keyfile, or with the certificate. `certdata` and `keydata` take the place of files.
     */
    load_cert_chain(certfile: Path, keyfile?: Path | null, password?: Password): void;
    load_cert_chain(certfile: Path, keywords: Omit<CertChainKeywords, 'certfile'>): void;
    load_cert_chain(keywords: CertChainKeywords): void;
    /** Load a set of "certification authority" certificates that other peers' certificates are verified with. */
    load_verify_locations(cafile?: Path | null, capath?: Path | null, cadata?: string | BytesLike | null): void;
    load_verify_locations(keywords: VerifyLocations): void;
    /** Load the system's default CA certificates; silently none where there are none. */
    load_default_certs(purpose?: _ASN1Object): void;
    load_default_certs(keywords: {
        readonly purpose?: _ASN1Object;
    }): void;
    /** Load the default locations; a runtime that has none but brings roots of its own lends them. */
    set_default_verify_paths(): void;
    /** How many X.509 certificates, revocation lists, and certificates of authorities are loaded. */
    cert_store_stats(): {
        x509: number;
        crl: number;
        x509_ca: number;
    };
    /** The loaded CA certificates, as `getpeercert()` shows them, or as DER. Those of a `capath` once they were used. */
    get_ca_certs(binary_form: true): Uint8Array[];
    get_ca_certs(binary_form?: false): PeerCertificate[];
    get_ca_certs(keywords: {
        readonly binary_form: true;
    }): Uint8Array[];
    get_ca_certs(keywords: {
        readonly binary_form?: false;
    }): PeerCertificate[];
}
