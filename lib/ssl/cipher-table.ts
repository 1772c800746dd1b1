/**
 * The cipher suites as OpenSSL's cipher language and `get_ciphers()` know them: OpenSSL's name, the name that IANA
 * and the engine use, and what the language selects by. One row a suite, by number.
 */
export type KeyExchange = 'any' | 'ecdhe' | 'dhe' | 'rsa' | 'psk' | 'ecdhe-psk' | 'dhe-psk' | 'rsa-psk';
export type Authentication = 'any' | 'rsa' | 'ecdsa' | 'psk';
export type Encryption =
  | 'AES128'
  | 'AES256'
  | 'AESGCM128'
  | 'AESGCM256'
  | 'AESCCM128'
  | 'AESCCM256'
  | 'AESCCM8128'
  | 'AESCCM8256'
  | 'CHACHA20256';
export type Mac = 'AEAD' | 'SHA1' | 'SHA256' | 'SHA384';

export interface CipherRow {
  readonly number: number;
  readonly name: string;
  readonly standardName: string;
  /** The version in which the suite was born, as the language spells it. */
  readonly minimum: 'SSLv3' | 'TLSv1' | 'TLSv1.2' | 'TLSv1.3';
  readonly keyExchange: KeyExchange;
  readonly authentication: Authentication;
  readonly encryption: Encryption;
  readonly mac: Mac;
  readonly bits: 128 | 256;
  /** Whether `DEFAULT` holds it. */
  readonly inDefault: boolean;
}

function row(
  number: number,
  name: string,
  minimum: CipherRow['minimum'],
  keyExchange: KeyExchange,
  authentication: Authentication,
  encryption: Encryption,
  mac: Mac,
): CipherRow {
  return {
    number,
    name,
    standardName: keyExchange === 'any' ? name : standardName(keyExchange, authentication, encryption, mac),
    minimum,
    keyExchange,
    authentication,
    encryption,
    mac,
    bits: encryption.endsWith('128') ? 128 : 256,
    inDefault: !encryption.startsWith('AESCCM'),
  };
}

/** IANA's name says what the columns say, in one order; two pairs of registrations put the parts in another. */
function standardName(
  keyExchange: KeyExchange,
  authentication: Authentication,
  encryption: Encryption,
  mac: Mac,
): string {
  const isEphemeral = keyExchange === 'ecdhe' || keyExchange === 'dhe';
  const exchange = isEphemeral ? `${keyExchange}_${authentication}` : keyExchange.replace('-', '_');
  const cipher = standardCiphers[encryption] + (encryption in cbcCiphers ? mac.replace('SHA1', 'SHA') : '');
  const name = `TLS_${exchange.toUpperCase()}_WITH_${cipher}`;
  return encryption.startsWith('AESCCM8') ? name.replace('DHE_PSK', 'PSK_DHE') : name;
}

const cbcCiphers = { AES128: 'AES_128_CBC_', AES256: 'AES_256_CBC_' } as const;

const standardCiphers: Readonly<Record<Encryption, string>> = {
  ...cbcCiphers,
  AESGCM128: 'AES_128_GCM_SHA256',
  AESGCM256: 'AES_256_GCM_SHA384',
  AESCCM128: 'AES_128_CCM',
  AESCCM256: 'AES_256_CCM',
  AESCCM8128: 'AES_128_CCM_8',
  AESCCM8256: 'AES_256_CCM_8',
  CHACHA20256: 'CHACHA20_POLY1305_SHA256',
};

/** Those of TLS 1.3, which stand outside the language, in OpenSSL's order: the stronger first (RFC 8446 appendix B.4). */
export const cipherRows13: readonly CipherRow[] = [
  row(0x1302, 'TLS_AES_256_GCM_SHA384', 'TLSv1.3', 'any', 'any', 'AESGCM256', 'AEAD'),
  row(0x1303, 'TLS_CHACHA20_POLY1305_SHA256', 'TLSv1.3', 'any', 'any', 'CHACHA20256', 'AEAD'),
  row(0x1301, 'TLS_AES_128_GCM_SHA256', 'TLSv1.3', 'any', 'any', 'AESGCM128', 'AEAD'),
];

/** Those of TLS 1.2 and before. */
export const cipherRows12: readonly CipherRow[] = [
  row(0x002f, 'AES128-SHA', 'SSLv3', 'rsa', 'rsa', 'AES128', 'SHA1'),
  row(0x0033, 'DHE-RSA-AES128-SHA', 'SSLv3', 'dhe', 'rsa', 'AES128', 'SHA1'),
  row(0x0035, 'AES256-SHA', 'SSLv3', 'rsa', 'rsa', 'AES256', 'SHA1'),
  row(0x0039, 'DHE-RSA-AES256-SHA', 'SSLv3', 'dhe', 'rsa', 'AES256', 'SHA1'),
  row(0x003c, 'AES128-SHA256', 'TLSv1.2', 'rsa', 'rsa', 'AES128', 'SHA256'),
  row(0x003d, 'AES256-SHA256', 'TLSv1.2', 'rsa', 'rsa', 'AES256', 'SHA256'),
  row(0x0067, 'DHE-RSA-AES128-SHA256', 'TLSv1.2', 'dhe', 'rsa', 'AES128', 'SHA256'),
  row(0x006b, 'DHE-RSA-AES256-SHA256', 'TLSv1.2', 'dhe', 'rsa', 'AES256', 'SHA256'),
  row(0x008c, 'PSK-AES128-CBC-SHA', 'SSLv3', 'psk', 'psk', 'AES128', 'SHA1'),
  row(0x008d, 'PSK-AES256-CBC-SHA', 'SSLv3', 'psk', 'psk', 'AES256', 'SHA1'),
  row(0x0090, 'DHE-PSK-AES128-CBC-SHA', 'SSLv3', 'dhe-psk', 'psk', 'AES128', 'SHA1'),
  row(0x0091, 'DHE-PSK-AES256-CBC-SHA', 'SSLv3', 'dhe-psk', 'psk', 'AES256', 'SHA1'),
  row(0x0094, 'RSA-PSK-AES128-CBC-SHA', 'SSLv3', 'rsa-psk', 'rsa', 'AES128', 'SHA1'),
  row(0x0095, 'RSA-PSK-AES256-CBC-SHA', 'SSLv3', 'rsa-psk', 'rsa', 'AES256', 'SHA1'),
  row(0x009c, 'AES128-GCM-SHA256', 'TLSv1.2', 'rsa', 'rsa', 'AESGCM128', 'AEAD'),
  row(0x009d, 'AES256-GCM-SHA384', 'TLSv1.2', 'rsa', 'rsa', 'AESGCM256', 'AEAD'),
  row(0x009e, 'DHE-RSA-AES128-GCM-SHA256', 'TLSv1.2', 'dhe', 'rsa', 'AESGCM128', 'AEAD'),
  row(0x009f, 'DHE-RSA-AES256-GCM-SHA384', 'TLSv1.2', 'dhe', 'rsa', 'AESGCM256', 'AEAD'),
  row(0x00a8, 'PSK-AES128-GCM-SHA256', 'TLSv1.2', 'psk', 'psk', 'AESGCM128', 'AEAD'),
  row(0x00a9, 'PSK-AES256-GCM-SHA384', 'TLSv1.2', 'psk', 'psk', 'AESGCM256', 'AEAD'),
  row(0x00aa, 'DHE-PSK-AES128-GCM-SHA256', 'TLSv1.2', 'dhe-psk', 'psk', 'AESGCM128', 'AEAD'),
  row(0x00ab, 'DHE-PSK-AES256-GCM-SHA384', 'TLSv1.2', 'dhe-psk', 'psk', 'AESGCM256', 'AEAD'),
  row(0x00ac, 'RSA-PSK-AES128-GCM-SHA256', 'TLSv1.2', 'rsa-psk', 'rsa', 'AESGCM128', 'AEAD'),
  row(0x00ad, 'RSA-PSK-AES256-GCM-SHA384', 'TLSv1.2', 'rsa-psk', 'rsa', 'AESGCM256', 'AEAD'),
  row(0x00ae, 'PSK-AES128-CBC-SHA256', 'TLSv1', 'psk', 'psk', 'AES128', 'SHA256'),
  row(0x00af, 'PSK-AES256-CBC-SHA384', 'TLSv1', 'psk', 'psk', 'AES256', 'SHA384'),
  row(0x00b2, 'DHE-PSK-AES128-CBC-SHA256', 'TLSv1', 'dhe-psk', 'psk', 'AES128', 'SHA256'),
  row(0x00b3, 'DHE-PSK-AES256-CBC-SHA384', 'TLSv1', 'dhe-psk', 'psk', 'AES256', 'SHA384'),
  row(0x00b6, 'RSA-PSK-AES128-CBC-SHA256', 'TLSv1', 'rsa-psk', 'rsa', 'AES128', 'SHA256'),
  row(0x00b7, 'RSA-PSK-AES256-CBC-SHA384', 'TLSv1', 'rsa-psk', 'rsa', 'AES256', 'SHA384'),
  row(0xc009, 'ECDHE-ECDSA-AES128-SHA', 'TLSv1', 'ecdhe', 'ecdsa', 'AES128', 'SHA1'),
  row(0xc00a, 'ECDHE-ECDSA-AES256-SHA', 'TLSv1', 'ecdhe', 'ecdsa', 'AES256', 'SHA1'),
  row(0xc013, 'ECDHE-RSA-AES128-SHA', 'TLSv1', 'ecdhe', 'rsa', 'AES128', 'SHA1'),
  row(0xc014, 'ECDHE-RSA-AES256-SHA', 'TLSv1', 'ecdhe', 'rsa', 'AES256', 'SHA1'),
  row(0xc023, 'ECDHE-ECDSA-AES128-SHA256', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AES128', 'SHA256'),
  row(0xc024, 'ECDHE-ECDSA-AES256-SHA384', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AES256', 'SHA384'),
  row(0xc027, 'ECDHE-RSA-AES128-SHA256', 'TLSv1.2', 'ecdhe', 'rsa', 'AES128', 'SHA256'),
  row(0xc028, 'ECDHE-RSA-AES256-SHA384', 'TLSv1.2', 'ecdhe', 'rsa', 'AES256', 'SHA384'),
  row(0xc02b, 'ECDHE-ECDSA-AES128-GCM-SHA256', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AESGCM128', 'AEAD'),
  row(0xc02c, 'ECDHE-ECDSA-AES256-GCM-SHA384', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AESGCM256', 'AEAD'),
  row(0xc02f, 'ECDHE-RSA-AES128-GCM-SHA256', 'TLSv1.2', 'ecdhe', 'rsa', 'AESGCM128', 'AEAD'),
  row(0xc030, 'ECDHE-RSA-AES256-GCM-SHA384', 'TLSv1.2', 'ecdhe', 'rsa', 'AESGCM256', 'AEAD'),
  row(0xc035, 'ECDHE-PSK-AES128-CBC-SHA', 'TLSv1', 'ecdhe-psk', 'psk', 'AES128', 'SHA1'),
  row(0xc036, 'ECDHE-PSK-AES256-CBC-SHA', 'TLSv1', 'ecdhe-psk', 'psk', 'AES256', 'SHA1'),
  row(0xc037, 'ECDHE-PSK-AES128-CBC-SHA256', 'TLSv1', 'ecdhe-psk', 'psk', 'AES128', 'SHA256'),
  row(0xc038, 'ECDHE-PSK-AES256-CBC-SHA384', 'TLSv1', 'ecdhe-psk', 'psk', 'AES256', 'SHA384'),
  row(0xc09c, 'AES128-CCM', 'TLSv1.2', 'rsa', 'rsa', 'AESCCM128', 'AEAD'),
  row(0xc09d, 'AES256-CCM', 'TLSv1.2', 'rsa', 'rsa', 'AESCCM256', 'AEAD'),
  row(0xc09e, 'DHE-RSA-AES128-CCM', 'TLSv1.2', 'dhe', 'rsa', 'AESCCM128', 'AEAD'),
  row(0xc09f, 'DHE-RSA-AES256-CCM', 'TLSv1.2', 'dhe', 'rsa', 'AESCCM256', 'AEAD'),
  row(0xc0a0, 'AES128-CCM8', 'TLSv1.2', 'rsa', 'rsa', 'AESCCM8128', 'AEAD'),
  row(0xc0a1, 'AES256-CCM8', 'TLSv1.2', 'rsa', 'rsa', 'AESCCM8256', 'AEAD'),
  row(0xc0a2, 'DHE-RSA-AES128-CCM8', 'TLSv1.2', 'dhe', 'rsa', 'AESCCM8128', 'AEAD'),
  row(0xc0a3, 'DHE-RSA-AES256-CCM8', 'TLSv1.2', 'dhe', 'rsa', 'AESCCM8256', 'AEAD'),
  row(0xc0a4, 'PSK-AES128-CCM', 'TLSv1.2', 'psk', 'psk', 'AESCCM128', 'AEAD'),
  row(0xc0a5, 'PSK-AES256-CCM', 'TLSv1.2', 'psk', 'psk', 'AESCCM256', 'AEAD'),
  row(0xc0a6, 'DHE-PSK-AES128-CCM', 'TLSv1.2', 'dhe-psk', 'psk', 'AESCCM128', 'AEAD'),
  row(0xc0a7, 'DHE-PSK-AES256-CCM', 'TLSv1.2', 'dhe-psk', 'psk', 'AESCCM256', 'AEAD'),
  row(0xc0a8, 'PSK-AES128-CCM8', 'TLSv1.2', 'psk', 'psk', 'AESCCM8128', 'AEAD'),
  row(0xc0a9, 'PSK-AES256-CCM8', 'TLSv1.2', 'psk', 'psk', 'AESCCM8256', 'AEAD'),
  row(0xc0aa, 'DHE-PSK-AES128-CCM8', 'TLSv1.2', 'dhe-psk', 'psk', 'AESCCM8128', 'AEAD'),
  row(0xc0ab, 'DHE-PSK-AES256-CCM8', 'TLSv1.2', 'dhe-psk', 'psk', 'AESCCM8256', 'AEAD'),
  row(0xc0ac, 'ECDHE-ECDSA-AES128-CCM', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AESCCM128', 'AEAD'),
  row(0xc0ad, 'ECDHE-ECDSA-AES256-CCM', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AESCCM256', 'AEAD'),
  row(0xc0ae, 'ECDHE-ECDSA-AES128-CCM8', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AESCCM8128', 'AEAD'),
  row(0xc0af, 'ECDHE-ECDSA-AES256-CCM8', 'TLSv1.2', 'ecdhe', 'ecdsa', 'AESCCM8256', 'AEAD'),
  row(0xcca8, 'ECDHE-RSA-CHACHA20-POLY1305', 'TLSv1.2', 'ecdhe', 'rsa', 'CHACHA20256', 'AEAD'),
  row(0xcca9, 'ECDHE-ECDSA-CHACHA20-POLY1305', 'TLSv1.2', 'ecdhe', 'ecdsa', 'CHACHA20256', 'AEAD'),
  row(0xccaa, 'DHE-RSA-CHACHA20-POLY1305', 'TLSv1.2', 'dhe', 'rsa', 'CHACHA20256', 'AEAD'),
  row(0xccab, 'PSK-CHACHA20-POLY1305', 'TLSv1.2', 'psk', 'psk', 'CHACHA20256', 'AEAD'),
  row(0xccac, 'ECDHE-PSK-CHACHA20-POLY1305', 'TLSv1.2', 'ecdhe-psk', 'psk', 'CHACHA20256', 'AEAD'),
  row(0xccad, 'DHE-PSK-CHACHA20-POLY1305', 'TLSv1.2', 'dhe-psk', 'psk', 'CHACHA20256', 'AEAD'),
  row(0xccae, 'RSA-PSK-CHACHA20-POLY1305', 'TLSv1.2', 'rsa-psk', 'rsa', 'CHACHA20256', 'AEAD'),
];

/** One entry of what `SSLContext.get_ciphers()` returns. */
export interface CipherDescription {
  readonly id: number;
  readonly name: string;
  readonly protocol: string;
  readonly description: string;
  readonly strength_bits: number;
  readonly alg_bits: number;
  readonly aead: boolean;
  readonly symmetric: string;
  readonly digest: string | null;
  readonly kea: string;
  readonly auth: string;
}

/** A row as Python shows it. */
export function describe(row: CipherRow): CipherDescription {
  return {
    id: 0x03000000 + row.number,
    name: row.name,
    protocol: protocolOf(row),
    description: descriptionOf(row),
    strength_bits: row.bits,
    alg_bits: row.bits,
    aead: row.mac === 'AEAD',
    symmetric: symmetricNames[row.encryption],
    digest: row.mac === 'AEAD' ? null : row.mac.toLowerCase(),
    kea: `kx-${row.keyExchange}`,
    auth: `auth-${row.authentication}`,
  };
}

/** The suite's own protocol, as `get_ciphers()` and `cipher()` spell it. */
export function protocolOf(row: CipherRow): string {
  return row.minimum === 'TLSv1' ? 'TLSv1.0' : row.minimum;
}

/** The fixed columns of `openssl ciphers -v`. */
function descriptionOf(row: CipherRow): string {
  const columns = [
    row.name.padEnd(30),
    row.minimum.padEnd(7),
    `Kx=${exchangeColumns[row.keyExchange].padEnd(8)}`,
    `Au=${authenticationColumns[row.authentication].padEnd(5)}`,
    `Enc=${encryptionColumns[row.encryption].padEnd(22)}`,
    `Mac=${row.mac.padEnd(4)}`,
  ];
  return columns.join(' ');
}

const symmetricNames: Readonly<Record<Encryption, string>> = {
  AES128: 'aes-128-cbc',
  AES256: 'aes-256-cbc',
  AESGCM128: 'aes-128-gcm',
  AESGCM256: 'aes-256-gcm',
  AESCCM128: 'aes-128-ccm',
  AESCCM256: 'aes-256-ccm',
  AESCCM8128: 'aes-128-ccm',
  AESCCM8256: 'aes-256-ccm',
  CHACHA20256: 'chacha20-poly1305',
};

const encryptionColumns: Readonly<Record<Encryption, string>> = {
  AES128: 'AES(128)',
  AES256: 'AES(256)',
  AESGCM128: 'AESGCM(128)',
  AESGCM256: 'AESGCM(256)',
  AESCCM128: 'AESCCM(128)',
  AESCCM256: 'AESCCM(256)',
  AESCCM8128: 'AESCCM8(128)',
  AESCCM8256: 'AESCCM8(256)',
  CHACHA20256: 'CHACHA20/POLY1305(256)',
};

const exchangeColumns: Readonly<Record<KeyExchange, string>> = {
  any: 'any',
  ecdhe: 'ECDH',
  dhe: 'DH',
  rsa: 'RSA',
  psk: 'PSK',
  'ecdhe-psk': 'ECDHEPSK',
  'dhe-psk': 'DHEPSK',
  'rsa-psk': 'RSAPSK',
};

const authenticationColumns: Readonly<Record<Authentication, string>> = {
  any: 'any',
  rsa: 'RSA',
  ecdsa: 'ECDSA',
  psk: 'PSK',
};
