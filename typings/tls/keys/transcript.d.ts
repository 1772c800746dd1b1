import type { HashAlgorithm } from '../../crypto/provider.ts';
/**
 * The transcript of RFC 8446 section 4.4.1: every handshake message, in order. Until the suite is chosen nobody knows
 * the hash, so the messages before that (a ClientHello or two) are kept.
 */
export declare class Transcript {
    #private;
    add(message: Uint8Array): void;
    /** Settles the hash; what was kept goes into it. Choosing once more changes nothing. */
    choose(hash: HashAlgorithm): void;
    /** TLS 1.2 signs the messages themselves (RFC 5246 section 7.4.8): keeps them, from the first, until `forget`. */
    remember(): void;
    forget(): void;
    /** The messages that were remembered, one after the other. */
    get messages(): Uint8Array;
    /** After a HelloRetryRequest the first ClientHello is there as a synthetic message that holds its hash. */
    retry(hash: HashAlgorithm): void;
    /** Another that has seen the same and goes its own way. */
    fork(): Transcript;
    /** The hash of the messages so far. */
    get hash(): Uint8Array;
    /** The hash as it would be with these bytes behind the rest (a ClientHello cut short before its binders). */
    hashWith(hash: HashAlgorithm, bytes: Uint8Array): Uint8Array;
    get algorithm(): HashAlgorithm | undefined;
}
