/**
 * The cipher suites as OpenSSL's cipher language and `get_ciphers()` know them: OpenSSL's name, the name that IANA
 * and the engine use, and what the language selects by. One row a suite, by number.
 */
export type KeyExchange = 'any' | 'ecdhe' | 'dhe' | 'rsa' | 'psk' | 'ecdhe-psk' | 'dhe-psk' | 'rsa-psk';
export type Authentication = 'any' | 'rsa' | 'ecdsa' | 'psk';
export type Encryption = 'AES128' | 'AES256' | 'AESGCM128' | 'AESGCM256' | 'AESCCM128' | 'AESCCM256' | 'AESCCM8128' | 'AESCCM8256' | 'CHACHA20256';
export type Mac = 'AEAD' | 'SHA1' | 'SHA256' | 'SHA384';
export interface CipherRow {
    readonly number: number;
    readonly name: string;
    readonly standardName: string;
    /** The version in which the suite was born, as the language spells it. */
    readonly minimum: 'SSLv3' | 'TLSv1' | 'TLSv1.2' | 'TLSv1.3';
    readonly keyExchange: KeyExchange;
    readonly authentication: Authentication;
    readonly encryption: Encryption;
    readonly mac: Mac;
    readonly bits: 128 | 256;
    /** Whether `DEFAULT` holds it. */
    readonly inDefault: boolean;
}
/** Those of TLS 1.3, which stand outside the language, in OpenSSL's order: the stronger first (RFC 8446 appendix B.4). */
export declare const cipherRows13: readonly CipherRow[];
/** Those of TLS 1.2 and before. */
export declare const cipherRows12: readonly CipherRow[];
/** One entry of what `SSLContext.get_ciphers()` returns. */
export interface CipherDescription {
    readonly id: number;
    readonly name: string;
    readonly protocol: string;
    readonly description: string;
    readonly strength_bits: number;
    readonly alg_bits: number;
    readonly aead: boolean;
    readonly symmetric: string;
    readonly digest: string | null;
    readonly kea: string;
    readonly auth: string;
}
/** A row as Python shows it. */
export declare function describe(row: CipherRow): CipherDescription;
/** The suite's own protocol, as `get_ciphers()` and `cipher()` spell it. */
export declare function protocolOf(row: CipherRow): string;
