import type { CryptoProvider } from '../crypto/provider.ts';
/** EncryptedPrivateKeyInfo (RFC 5958 section 3); `undefined` where the padding says that the password is wrong. */
export declare function decryptPkcs8(der: Uint8Array, password: Uint8Array, provider: CryptoProvider): Uint8Array | undefined;
/**
 * RFC 1421 as OpenSSL fills it in (`EVP_BytesToKey`): MD5 over what came before, the password, and the first eight
 * bytes of the IV, once, as often as the key is long.
 */
export declare function decryptPem(sealed: Uint8Array, cipher: string, iv: Uint8Array, password: Uint8Array, provider: CryptoProvider): Uint8Array | undefined;
