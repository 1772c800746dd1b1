import { type OwnBytes } from '../bytes/bytes.ts';
import { type Path } from '../host/files.ts';
import { CertificateStore } from '../pki/store.ts';
import type { DhParameters } from '../tls/settings.ts';
import { _ASN1Object } from './asn1-object.ts';
import { type BytesLike } from './buffers.ts';
import { ContextTrust } from './context-trust.ts';
import { type OwnChain, type Password } from './credentials.ts';
import { type PeerCertificate } from './peer-certificate.ts';
import { type Signer } from './signer.ts';
/** What `load_cert_chain()` takes by keyword. */
export interface CertChainKeywords {
    readonly certfile?: Path | null;
    readonly keyfile?: Path | null;
    readonly password?: Password;
    /** The chain itself, PEM or DER, in the place of a file. @extension */
    readonly certdata?: string | BytesLike;
    /** The key itself, PEM or DER; without it, it stands with the chain. @extension */
    readonly keydata?: string | BytesLike;
    /** Who signs with the key where it is not here: in the place of key and password. @extension */
    readonly signer?: Signer;
}
/** What `load_verify_locations()` takes by keyword. */
export interface VerifyLocations {
    readonly cafile?: Path | null;
    readonly capath?: Path | null;
    readonly cadata?: string | BytesLike | null;
    /** Revocation lists, PEM, or one as DER. @extension */
    readonly crldata?: string | BytesLike | null;
}
/** The certificates of a context: its own, with their keys, and those that it trusts. */
export declare abstract class ContextStore extends ContextTrust {
    #private;
    /** Connections share it: what is added later helps those that are under way. */
    protected get store(): CertificateStore;
    protected get chains(): readonly OwnChain[];
    protected get latestChain(): OwnChain | undefined;
    /**
     * Load a private key and the corresponding certificate. The certfile is a single file in PEM format containing the
     * certificate as well as any number of CA certificates needed to establish its authenticity. The key stands in the
     * keyfile, or with the certificate. `password` opens an encrypted key: a string, bytes, or a function that is called
     * if it is needed. `certdata` and `keydata` take the place of files, and a `signer` that of the key.
     *
     * `FileNotFoundError` and its like for files; `SSLError` for what is in them: "PEM lib" for what cannot be read, a
     * wrong password too, `KEY_VALUES_MISMATCH`, `EE_KEY_TOO_SMALL` below `security_level`. (Python's documentation: "SSL
     * Contexts".)
     */
    load_cert_chain(certfile: Path, keyfile?: Path | null, password?: Password): void;
    load_cert_chain(certfile: Path, keywords: Omit<CertChainKeywords, 'certfile'>): void;
    load_cert_chain(keywords: CertChainKeywords): void;
    /**
     * The OCSP response that servers send along with the certificate that it is about, one of those loaded, to clients
     * that ask for it; connections from now on. `null` takes all responses back. Responses expire: whoever sets one
     * sees to the next.
     * @extension
     */
    set_ocsp_response(response: BytesLike | null): void;
    /**
     * Load the parameters of a Diffie-Hellman group for the DHE suites of TLS 1.2, a PEM file; a server without any
     * chooses none of these suites. `dhdata` takes the place of a file.
     */
    load_dh_params(path: Path): void;
    load_dh_params(keywords: {
        readonly dhdata: string | BytesLike;
    }): void;
    /**
     * Whether a server chooses a group of RFC 7919 for these suites where `load_dh_params()` has given none: as strong as
     * its RSA certificate, as OpenSSL's `SSL_CTX_set_dh_auto` does. Python leaves that off, and so do contexts here.
     * @extension
     */
    get automatic_dh(): boolean;
    set automatic_dh(value: unknown);
    protected get dhParameters(): DhParameters | undefined;
    /**
     * Load a set of "certification authority" certificates that other peers' certificates are verified with, and the
     * revocation lists that stand among them in files: `cafile` is a PEM file, `capath` a directory (or a list, as in `SSL_CERT_DIR`) of files named by
     * hash, looked into when a chain asks for them, `cadata` PEM text or DER bytes, any number of certificates. `crldata`
     * brings lists from memory. Connections that were made before see them too.
     *
     * A `TypeError` for nothing at all, a `ValueError` for empty `cadata`, an `SSLError` where nothing is found or something
     * is broken. (Python's documentation: "SSL Contexts".)
     */
    load_verify_locations(cafile?: Path | null, capath?: Path | null, cadata?: string | BytesLike | null): void;
    load_verify_locations(keywords: VerifyLocations): void;
    /** Load the system's default CA certificates (`get_default_verify_paths()`); silently none where there are none. */
    load_default_certs(purpose?: _ASN1Object): void;
    load_default_certs(keywords: {
        readonly purpose?: _ASN1Object;
    }): void;
    /** Load the default locations; a runtime that has none but brings roots of its own lends them. */
    set_default_verify_paths(...args: []): void;
    /** How many X.509 certificates, revocation lists, and certificates of authorities are loaded. */
    cert_store_stats(...args: []): {
        x509: number;
        crl: number;
        x509_ca: number;
    };
    /** The loaded CA certificates, as `getpeercert()` shows them, or as DER. Those of a `capath` once they were used. */
    get_ca_certs(binary_form: true): OwnBytes[];
    get_ca_certs(binary_form?: false): PeerCertificate[];
    get_ca_certs(keywords: {
        readonly binary_form: true;
    }): OwnBytes[];
    get_ca_certs(keywords: {
        readonly binary_form?: false;
    }): PeerCertificate[];
}
