import type { AeadAlgorithm } from '../provider.ts';
/** ChaCha20-Poly1305 (RFC 8439) of noble's, which is near what JavaScript gives; no state is worth keeping a key. */
export declare const chacha20Poly1305: AeadAlgorithm;
