import type { AeadAlgorithm, AeadName } from '../provider.ts';
/**
 * AES-GCM (NIST SP 800-38D) with nonces of 96 bits and tags of 128, as TLS has it (RFC 5116). The key schedule is made
 * once a key and the GHASH table once it pays; a record costs its blocks and little else. Both wait for the first
 * record, since a connection that is only open has keys that it may never use.
 */
export declare function aesGcm(name: AeadName, keyLength: number): AeadAlgorithm;
