import type { KeyAlgorithm } from '../provider.ts';
export type MlDsaName = 'mldsa44' | 'mldsa65' | 'mldsa87';
/**
 * Pure ML-DSA with an empty context (FIPS 204 sections 5.2 and 5.3), as X.509 (RFC 9881) and TLS
 * (draft-ietf-tls-mldsa) have it. Signatures are hedged: two of the same message differ.
 */
export declare const mlDsaKeys: readonly KeyAlgorithm[];
