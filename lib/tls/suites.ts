/** Cipher suites as rows: code asks the row, and never compares names. */
import type { AeadName, CryptoProvider, HashName } from '../crypto/provider.ts';
import type { SuiteName } from '../wire/registries.ts';

export interface Suite13 {
  readonly name: SuiteName;
  readonly aead: AeadName;
  readonly hash: HashName;
  /** How many records one key may protect before it is updated (RFC 8446 section 5.5). */
  readonly recordLimit: number;
}

/** 2^24.5 full records, rounded down with room for those in flight; ChaCha20's bound is beyond the sequence numbers. */
const GCM_RECORD_LIMIT = 2 ** 24;

/** RFC 8446 appendix B.4. */
const suites13: readonly Suite13[] = [
  { name: 'TLS_AES_128_GCM_SHA256', aead: 'aes_128_gcm', hash: 'sha256', recordLimit: GCM_RECORD_LIMIT },
  { name: 'TLS_AES_256_GCM_SHA384', aead: 'aes_256_gcm', hash: 'sha384', recordLimit: GCM_RECORD_LIMIT },
  {
    name: 'TLS_CHACHA20_POLY1305_SHA256',
    aead: 'chacha20_poly1305',
    hash: 'sha256',
    recordLimit: Number.MAX_SAFE_INTEGER,
  },
];

const rows = new Map<string, Suite13>(suites13.map((row) => [row.name, row]));

/** The row of a TLS 1.3 suite. */
export function suiteRow13(name: string): Suite13 | undefined {
  return rows.get(name);
}

/** The row of a TLS 1.3 suite that this provider can carry out. */
export function suite13(name: string, provider: CryptoProvider): Suite13 | undefined {
  const row = rows.get(name);
  return row !== undefined && provider.aeads.has(row.aead) && provider.hashes.has(row.hash) ? row : undefined;
}
