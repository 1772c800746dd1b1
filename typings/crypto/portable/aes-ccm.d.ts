import type { AeadAlgorithm, AeadName } from '../provider.ts';
/** What three bytes of length can say. */
export declare const LONGEST_CCM_TEXT: number;
/** AES-CCM (RFC 3610, NIST SP 800-38C) with nonces of 96 bits, as TLS has it (RFC 6655 section 3). */
export declare function aesCcm(name: AeadName, keyLength: number, tagLength: number): AeadAlgorithm;
