import type { AeadAlgorithm, AeadName } from '../provider.ts';
/**
 * AES-GCM (NIST SP 800-38D) with nonces of 96 bits and tags of 128, as TLS has it (RFC 5116). The key schedule and
 * the GHASH table are made once a key; a record costs its blocks and little else.
 */
export declare function aesGcm(name: AeadName, keyLength: number): AeadAlgorithm;
