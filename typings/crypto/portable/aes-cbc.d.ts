import type { BlockCipherAlgorithm, BlockCipherName } from '../provider.ts';
/** AES in CBC mode (NIST SP 800-38A section 6.2), padding left to the caller. */
export declare function aesCbc(name: BlockCipherName, keyLength: number): BlockCipherAlgorithm;
