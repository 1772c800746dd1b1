/**
 * The cipher suites of TLS 1.2 as rows. What a suite is made of stands in its registered name, so the rows are read
 * out of the names in `wire/registries.ts`, once, instead of being listed a second time.
 */
import type { AeadName, BlockCipherName, CryptoProvider, HashName } from '../crypto/provider.ts';
import type { KeyExchange12 } from '../wire/handshake12.ts';
import { type SuiteName, suiteNumbers } from '../wire/registries.ts';

export interface Suite12 {
  readonly name: SuiteName;
  readonly exchange: KeyExchange12;
  /** What the server proves itself with: a key of this kind in a certificate, or the shared key alone. */
  readonly authentication: 'ecdsa' | 'rsa' | 'psk';
  readonly protection: Protection12;
  /** The hash of the PRF and of the transcript (RFC 5246 section 5). */
  readonly hash: HashName;
}

/** How records are protected, and how long the pieces of the key block are (RFC 5246 section 6.3). */
export type Protection12 =
  | {
      readonly kind: 'aead';
      readonly aead: AeadName;
      readonly keyLength: 16 | 32;
      /** What of the nonce comes from the key block; the rest is the record's number or stands in the record. */
      readonly ivLength: 4 | 12;
    }
  | {
      readonly kind: 'cbc';
      readonly cipher: BlockCipherName;
      readonly keyLength: 16 | 32;
      readonly mac: HashName;
      readonly macLength: number;
    };

/** The row of a TLS 1.2 suite. */
export function suiteRow12(name: string): Suite12 | undefined {
  return rows.get(name);
}

/** The row of a TLS 1.2 suite that this provider can carry out. */
export function suite12(name: string, provider: CryptoProvider): Suite12 | undefined {
  const row = rows.get(name);
  if (row === undefined || !provider.hashes.has(row.hash)) return undefined;
  const { protection } = row;
  const can =
    protection.kind === 'aead'
      ? provider.aeads.has(protection.aead)
      : provider.blockCiphers.has(protection.cipher) && provider.hashes.has(protection.mac);
  return can ? row : undefined;
}

/** Key exchange (one of RFC 6655's is spelled the other way round), cipher, mode, and the hash where there is a choice. */
const NAME =
  /^TLS_(RSA|ECDHE_ECDSA|ECDHE_RSA|DHE_RSA|PSK|ECDHE_PSK|DHE_PSK|PSK_DHE|RSA_PSK)_WITH_(AES_128|AES_256|CHACHA20)_(CBC|GCM|CCM_8|CCM|POLY1305)(?:_(SHA|SHA256|SHA384))?$/;

function read(name: SuiteName): Suite12 | undefined {
  const match = NAME.exec(name);
  if (match === null) return undefined;
  const [, exchange, cipher, mode, hash] = match;
  return {
    name,
    ...exchanges[exchange as keyof typeof exchanges],
    protection: protection(cipher, mode, hash),
    // RFC 5246 section 5: SHA-256, unless the suite was born later and says otherwise.
    hash: hash === 'SHA384' ? 'sha384' : 'sha256',
  };
}

const exchanges = {
  RSA: { exchange: 'rsa', authentication: 'rsa' },
  ECDHE_ECDSA: { exchange: 'ecdhe', authentication: 'ecdsa' },
  ECDHE_RSA: { exchange: 'ecdhe', authentication: 'rsa' },
  DHE_RSA: { exchange: 'dhe', authentication: 'rsa' },
  PSK: { exchange: 'psk', authentication: 'psk' },
  ECDHE_PSK: { exchange: 'ecdhe_psk', authentication: 'psk' },
  DHE_PSK: { exchange: 'dhe_psk', authentication: 'psk' },
  PSK_DHE: { exchange: 'dhe_psk', authentication: 'psk' },
  RSA_PSK: { exchange: 'rsa_psk', authentication: 'rsa' },
} as const satisfies Record<string, Pick<Suite12, 'exchange' | 'authentication'>>;

function protection(cipher: string, mode: string, hash: string | undefined): Protection12 {
  const keyLength = cipher === 'AES_128' ? 16 : 32;
  if (mode === 'CBC') {
    const mac = macs[hash as keyof typeof macs];
    const name = keyLength === 16 ? 'aes_128_cbc' : 'aes_256_cbc';
    return { kind: 'cbc', cipher: name, keyLength, ...mac };
  }
  const aead = `${cipher}_${mode}`.toLowerCase() as AeadName;
  // RFC 7905 section 2, and RFC 5288 section 3 with RFC 6655 section 3.
  return { kind: 'aead', aead, keyLength, ivLength: cipher === 'CHACHA20' ? 12 : 4 };
}

const macs = {
  SHA: { mac: 'sha1', macLength: 20 },
  SHA256: { mac: 'sha256', macLength: 32 },
  SHA384: { mac: 'sha384', macLength: 48 },
} as const;

const rows = new Map<string, Suite12>();
for (const name of Object.keys(suiteNumbers) as SuiteName[]) {
  const row = read(name);
  if (row !== undefined) rows.set(name, row);
}
