/**
 * `ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 section 2.2.3) in DER, strictly: one way to write
 * each signature, so lengths are minimal, numbers are positive without a needless zero in front, nothing follows.
 */
/** Reads a signature into `r || s`, each in `length` bytes; `undefined` for anything but DER of numbers that fit. */
export declare function readEcdsaSignature(der: Uint8Array, length: number): Uint8Array | undefined;
