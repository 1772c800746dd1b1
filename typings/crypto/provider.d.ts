/**
 * What pyssl asks of cryptography: a provider is data, maps from names to small records of functions. An entry
 * that is absent is unsupported, and whoever negotiates leaves it out. `portable` is complete and runs in any
 * engine; `native` is `portable` with entries replaced by `node:crypto`; a caller can replace entries of either.
 *
 * Nothing here throws for what a peer sent: a tag that is wrong, a point off the curve, a bad signature are
 * `undefined` or `false`. A `RangeError` is thrown for a wrong use by the caller (a key or nonce of the wrong length).
 * Bytes that come back are plain `Uint8Array`s, never a subclass, and belong to the caller.
 */
export interface CryptoProvider {
    /** For people: `'portable'`, `'native'`, or what a caller names its own. */
    readonly name: string;
    /** Bytes from a cryptographically secure source. */
    readonly random: (length: number) => Uint8Array;
    readonly hashes: ReadonlyMap<HashName, HashAlgorithm>;
    readonly aeads: ReadonlyMap<AeadName, AeadAlgorithm>;
    readonly blockCiphers: ReadonlyMap<BlockCipherName, BlockCipherAlgorithm>;
    readonly groups: ReadonlyMap<GroupName, GroupAlgorithm>;
    readonly dh: DhAlgorithm;
    readonly keys: ReadonlyMap<KeyType, KeyAlgorithm>;
    /** Password-based key derivation, for encrypted private keys. */
    readonly passwords: PasswordAlgorithms;
}
/** `md5` and `sha1` serve old key files, certificates and TLS 1.2 suites; nothing new is built on them. */
export type HashName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
export interface HashAlgorithm {
    readonly name: HashName;
    readonly outputLength: number;
    readonly blockLength: number;
    readonly digest: (data: Uint8Array) => Uint8Array;
    /** A hash that grows: for transcripts. */
    readonly start: () => RunningHash;
    readonly hmac: (key: Uint8Array, data: Uint8Array) => Uint8Array;
    /** An HMAC under one key, for many messages (record MACs). */
    readonly keyedHmac: (key: Uint8Array) => KeyedMac;
}
export interface RunningHash {
    update(data: Uint8Array): void;
    /** The digest of what came so far; the hash goes on afterwards as if nobody had asked. */
    peek(): Uint8Array;
    /** An independent hash that has seen the same. */
    copy(): RunningHash;
}
export interface KeyedMac {
    /** The MAC over the parts, in order, as one message. */
    mac(...parts: readonly Uint8Array[]): Uint8Array;
    wipe(): void;
}
export type AeadName = 'aes_128_gcm' | 'aes_256_gcm' | 'chacha20_poly1305' | 'aes_128_ccm' | 'aes_256_ccm' | 'aes_128_ccm_8' | 'aes_256_ccm_8';
export interface AeadAlgorithm {
    readonly name: AeadName;
    readonly keyLength: number;
    readonly nonceLength: number;
    readonly tagLength: number;
    /** State that belongs to one key (key schedule, tables) is made here, once. Copies what it needs of `key`. */
    readonly withKey: (key: Uint8Array) => AeadKey;
}
export interface AeadKey {
    /**
     * Encrypts; returns chunks that, one after the other, are the ciphertext and the tag. The caller owns them.
     * `nonce` and `additionalData` may be buffers that the caller uses again: nothing keeps them.
     */
    seal(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): readonly Uint8Array[];
    /** Decrypts ciphertext with its tag behind it; `undefined` when the tag is wrong, with nothing leaked of the plaintext. */
    open(nonce: Uint8Array, additionalData: Uint8Array, sealed: Uint8Array): Uint8Array | undefined;
    /** Overwrites what can be overwritten; the key is of no use afterwards. */
    wipe(): void;
}
export type BlockCipherName = 'aes_128_cbc' | 'aes_192_cbc' | 'aes_256_cbc' | 'des_ede3_cbc';
/** CBC without any padding rule: input is a whole number of blocks (else `RangeError`). */
export interface BlockCipherAlgorithm {
    readonly name: BlockCipherName;
    readonly keyLength: number;
    readonly blockLength: number;
    readonly withKey: (key: Uint8Array) => BlockCipherKey;
}
export interface BlockCipherKey {
    encrypt(iv: Uint8Array, plaintext: Uint8Array): Uint8Array;
    decrypt(iv: Uint8Array, ciphertext: Uint8Array): Uint8Array;
    wipe(): void;
}
/** RFC 8446 section 4.2.7; `X25519MLKEM768` is that of draft-ietf-tls-ecdhe-mlkem. */
export type GroupName = 'x25519' | 'x448' | 'secp256r1' | 'secp384r1' | 'secp521r1' | 'ffdhe2048' | 'ffdhe3072' | 'ffdhe4096' | 'ffdhe6144' | 'ffdhe8192' | 'X25519MLKEM768';
/** Diffie-Hellman and KEM groups in one shape: one side starts with a share, the other responds with its own. */
export interface GroupAlgorithm {
    readonly name: GroupName;
    /** Makes an ephemeral key; a given private key (its encoding is the group's usual one) replaces the random one. */
    readonly start: (privateKey?: Uint8Array) => KeyShare;
    /** Answers a peer's share at once; `undefined` where that share is invalid. */
    readonly respond: (peerShare: Uint8Array, privateKey?: Uint8Array) => KeyAgreement | undefined;
}
export interface KeyShare {
    /** The bytes for the wire, as RFC 8446 section 4.2.8 has them (fixed length in each group). */
    readonly share: Uint8Array;
    /**
     * The shared secret in the form that TLS 1.3 takes it in (ffdhe: left-padded to the prime's length; TLS 1.2
     * strips leading zeros itself). `undefined` for an invalid share: wrong length, off the curve, out of range,
     * small order, all-zero result.
     */
    agree(peerShare: Uint8Array): Uint8Array | undefined;
    wipe(): void;
}
export interface KeyAgreement {
    readonly share: Uint8Array;
    readonly secret: Uint8Array;
}
/** Diffie-Hellman in a group that is given by its numbers, as servers of TLS 1.2 choose them (RFC 5246 section 7.4.3). */
export interface DhAlgorithm {
    /**
     * Makes an ephemeral key, its share as long as the prime; a given private key replaces the random one. `undefined`
     * for what is no group, or too large a one to reckon in: an even modulus, a generator of order two or less. That
     * the modulus is a prime is not looked into, as it is nowhere: whoever signed it could as well publish the secret.
     */
    readonly start: (parameters: DhParameters, privateKey?: Uint8Array) => KeyShare | undefined;
}
/** Big-endian and unsigned. */
export interface DhParameters {
    readonly prime: Uint8Array;
    readonly generator: Uint8Array;
}
/** `rsa` also stands for keys restricted to PSS (their `restriction` says so). */
export type KeyType = 'rsa' | 'secp256r1' | 'secp384r1' | 'secp521r1' | 'ed25519' | 'ed448' | 'mldsa44' | 'mldsa65' | 'mldsa87';
/** How a signature is made and checked; a TLS signature scheme or an X.509 algorithm identifier comes down to one of these. */
export type SignatureRecipe = {
    readonly kind: 'rsa_pkcs1';
    readonly hash: HashName;
} | {
    readonly kind: 'rsa_pss';
    readonly hash: HashName;
    readonly mgfHash: HashName;
    readonly saltLength: number;
}
/** Signatures are DER `ECDSA-Sig-Value` (RFC 5480), strictly read. */
 | {
    readonly kind: 'ecdsa';
    readonly hash: HashName;
} | {
    readonly kind: 'eddsa';
} | {
    readonly kind: 'mldsa';
};
/** A public key's numbers, big-endian and unsigned (any leading zeros are the importer's to strip). */
export type PublicKeyParts = {
    readonly type: 'rsa';
    readonly modulus: Uint8Array;
    readonly exponent: Uint8Array;
}
/** An uncompressed or compressed SEC 1 point. */
 | {
    readonly type: 'secp256r1' | 'secp384r1' | 'secp521r1';
    readonly point: Uint8Array;
} | {
    readonly type: 'ed25519' | 'ed448' | 'mldsa44' | 'mldsa65' | 'mldsa87';
    readonly key: Uint8Array;
};
export type PrivateKeyParts = {
    readonly type: 'rsa';
    readonly modulus: Uint8Array;
    readonly exponent: Uint8Array;
    readonly privateExponent: Uint8Array;
    readonly prime1: Uint8Array;
    readonly prime2: Uint8Array;
    readonly exponent1: Uint8Array;
    readonly exponent2: Uint8Array;
    readonly coefficient: Uint8Array;
} | {
    readonly type: 'secp256r1' | 'secp384r1' | 'secp521r1';
    readonly scalar: Uint8Array;
}
/** The seed, from which the rest is derived. */
 | {
    readonly type: 'ed25519' | 'ed448';
    readonly seed: Uint8Array;
}
/** The seed, with what was made of it if that came along; or that alone (FIPS 204 algorithm 24). */
 | {
    readonly type: MlDsaType;
    readonly seed: Uint8Array;
    readonly expanded?: Uint8Array;
} | {
    readonly type: MlDsaType;
    readonly seed?: undefined;
    readonly expanded: Uint8Array;
};
type MlDsaType = 'mldsa44' | 'mldsa65' | 'mldsa87';
export interface KeyAlgorithm {
    readonly type: KeyType;
    /** `undefined` for what is no valid key: a point off the curve, an even modulus, a wrong length. */
    readonly publicKey: (parts: PublicKeyParts) => PublicKey | undefined;
    readonly privateKey: (parts: PrivateKeyParts) => PrivateKey | undefined;
}
export interface PublicKey {
    readonly type: KeyType;
    /**
     * Length of the modulus or of the curve's field, for security levels (Ed25519: 256, Ed448: 456); of the whole
     * public key where that is ML-DSA's, as OpenSSL counts.
     */
    readonly bits: number;
    readonly parts: PublicKeyParts;
    /** `false` for a wrong signature, and for a recipe that this type of key does not have. */
    verify(recipe: SignatureRecipe, message: Uint8Array, signature: Uint8Array): boolean;
    /** RSA only: PKCS#1 v1.5 encryption (RFC 8017 section 7.2.1), for RSA key exchange in TLS 1.2. */
    encrypt?(message: Uint8Array): Uint8Array;
}
export interface PrivateKey {
    readonly type: KeyType;
    readonly bits: number;
    /** The public key that belongs to it. */
    readonly publicKey: PublicKey;
    /** Throws a `RangeError` for a recipe that this key cannot follow (a modulus too short for the hash). */
    sign(recipe: SignatureRecipe, message: Uint8Array): Uint8Array;
    /**
     * RSA only: PKCS#1 v1.5 decryption to exactly `fallback.length` bytes. Where anything about the padding or the
     * length is wrong, `fallback` comes back instead, in the same time (RFC 5246 section 7.4.7.1).
     */
    decrypt?(ciphertext: Uint8Array, fallback: Uint8Array): Uint8Array;
}
export interface PasswordAlgorithms {
    /** RFC 8018 section 5.2. */
    pbkdf2(hash: HashName, password: Uint8Array, salt: Uint8Array, iterations: number, length: number): Uint8Array;
    /** RFC 7914. */
    scrypt(password: Uint8Array, salt: Uint8Array, cost: {
        readonly N: number;
        readonly r: number;
        readonly p: number;
    }, length: number): Uint8Array;
}
export {};
