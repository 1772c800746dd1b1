import type { CryptoProvider, PrivateKey, PrivateKeyParts } from '../crypto/provider.ts';
import { type Certificate } from '../pki/certificate.ts';
import { type Standard } from './own-strength.ts';
import { type ExternalKey, type Signer } from './signer.ts';
/** A password, or who gives it when it is needed. */
export type Password = string | Uint8Array | (() => string | Uint8Array) | null | undefined;
/** A key of our own: in parts, since a context may change its provider, or in somebody else's hands. */
type OwnKey = PrivateKeyParts | ExternalKey;
/** One chain with its key. */
export interface OwnChain {
    readonly leaf: Certificate;
    readonly rest: readonly Certificate[];
    readonly key: OwnKey;
    /** An OCSP response about the leaf. */
    readonly staple?: Uint8Array;
}
export declare class Credentials {
    #private;
    /** The chains, in the order in which they are to be tried. */
    get chains(): readonly OwnChain[];
    /** The chain that was loaded last; `undefined` where what was loaded last is not whole. */
    get latest(): OwnChain | undefined;
    /** Reads a chain and its key out of PEM or DER and puts them into their slot. */
    load(chainData: string | Uint8Array, keyData: string | Uint8Array, password: Password, standard: Standard): void;
    /** The same where the key is a signer's. */
    loadSigned(chainData: string | Uint8Array, signer: Signer, standard: Standard): void;
    /** Keeps a response with the certificates that it is about; `null` takes all responses away. */
    staple(response: Uint8Array | null, provider: CryptoProvider): void;
}
/** The key of a chain under a provider, made once. */
export declare function keyOf(chain: OwnChain, provider: CryptoProvider): PrivateKey;
/** Checks a password's type before anything is read, as CPython does. */
export declare function checkPassword(password: unknown): Password;
export declare function textOf(data: string | Uint8Array): string;
export {};
