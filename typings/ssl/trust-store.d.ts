import type { CryptoProvider } from '../crypto/provider.ts';
import type { CertificateStore, StoreDirectory } from '../pki/store.ts';
/** A PEM file: certificates and revocation lists, with any text around them. All of them, or none if one is broken. */
export declare function addFile(store: CertificateStore, content: Uint8Array): void;
/** Revocation lists: those in a PEM text, or one as DER. */
export declare function addLists(store: CertificateStore, data: string | Uint8Array): void;
/** `cadata` as text: its CERTIFICATE blocks, whatever else there is. What is good before an error stays. */
export declare function addText(store: CertificateStore, text: string): void;
/** `cadata` as bytes: DER certificates, one behind the other. What is good before an error stays. */
export declare function addDer(store: CertificateStore, bytes: Uint8Array): void;
/** A directory with files named by subject hash (`openssl rehash`), looked into when a name is asked for. */
export declare function hashedDirectory(path: string, provider: () => CryptoProvider): StoreDirectory;
