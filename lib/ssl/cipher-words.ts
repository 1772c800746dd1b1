/**
 * The words of OpenSSL's cipher language, and what each asks of a suite. Words that are joined by `+` ask for what all
 * of them ask for; two that leave nothing in common (`AES128+AES256`) are no words at all, and are passed over.
 *
 * Algorithms that we do not have (anonymous, DSS, NULL, Camellia, ...) have their words all the same: they select
 * nothing, but `CAMELLIA` is read where `NONSENSE` is passed over, and a mistake behind it is minded.
 */
import { type CipherRow, cipherRows12 } from './cipher-table.ts';

/** What a suite has to have one of, column by column; a column that is left out takes all. */
export type Wanted = Readonly<Partial<Record<Column, readonly string[]>>>;
type Column =
  | 'exchange'
  | 'authentication'
  | 'encryption'
  | 'mac'
  | 'minimum'
  | 'strength'
  | 'rarity'
  | 'name';

/** What both ask for; `undefined` if there can be no such suite. */
export function joined(one: Wanted, other: Wanted): Wanted | undefined {
  const both: { [column in Column]?: readonly string[] } = { ...one };
  // In OpenSSL the first strength is written over the rarity: `COMPLEMENTOFDEFAULT+HIGH` is `HIGH`.
  if (other.strength !== undefined && one.strength === undefined) delete both.rarity;
  for (const [column, values] of columnsIn(other)) {
    const common = both[column]?.filter((value) => values.includes(value)) ?? values;
    if (common.length === 0) return undefined;
    both[column] = common;
  }
  return both;
}

/** Whether a suite is what is asked for. */
export function wantedBy(wanted: Wanted): (row: CipherRow) => boolean {
  const columns = columnsIn(wanted);
  return (row) => {
    const has = facts.get(row) ?? factsOf(row);
    return columns.every(([column, values]) => has[column]?.some((value) => values.includes(value)));
  };
}

function columnsIn(wanted: Wanted): [Column, readonly string[]][] {
  return Object.entries(wanted) as [Column, readonly string[]][];
}

function factsOf(row: CipherRow): Wanted {
  return {
    exchange: [row.keyExchange],
    authentication: [row.authentication],
    encryption: [row.encryption],
    mac: [row.mac],
    minimum: [row.minimum],
    // One column in OpenSSL, for all that they are two things: `HIGH+FIPS` has nothing in common.
    strength: row.inDefault && row.encryption !== 'CHACHA20256' ? ['HIGH', 'FIPS'] : ['HIGH'],
    ...(!row.inDefault && { rarity: ['not in DEFAULT'] }),
    name: [row.name],
  };
}

const facts: ReadonlyMap<CipherRow, Wanted> = new Map(cipherRows12.map((row) => [row, factsOf(row)]));

const list = (values: string): readonly string[] => values.split(' ');

const exchange = (values: string): Wanted => ({ exchange: list(values) });
const authentication = (values: string): Wanted => ({ authentication: list(values) });
const encryption = (values: string): Wanted => ({ encryption: list(values) });
const mac = (value: string): Wanted => ({ mac: [value] });
const minimum = (value: string): Wanted => ({ minimum: [value] });
const strength = (value: string): Wanted => ({ strength: [value] });

const AES128 = 'AES128 AESGCM128 AESCCM128 AESCCM8128';
const AES256 = 'AES256 AESGCM256 AESCCM256 AESCCM8256';
const CAMELLIA = 'CAMELLIA128 CAMELLIA256';
const ARIA = 'ARIAGCM128 ARIAGCM256';
const ENCRYPTED = `${AES128} ${AES256} CHACHA20256 ${CAMELLIA} ${ARIA} 3DES`;
const AUTHENTICATED = 'rsa ecdsa dss psk srp';
const tripleDes = { ...exchange('dhe'), ...encryption('3DES'), ...mac('SHA1'), strength: ['HIGH', 'FIPS'] };

/** What a word asks for. */
export const cipherWords: ReadonlyMap<string, Wanted> = new Map<string, Wanted>([
  ['ALL', encryption(ENCRYPTED)],
  ['COMPLEMENTOFALL', encryption('NULL')],
  ['COMPLEMENTOFDEFAULT', { rarity: ['not in DEFAULT'] }],
  ['HIGH', strength('HIGH')],
  ['MEDIUM', strength('MEDIUM')],
  ['LOW', strength('LOW')],
  ['FIPS', { ...strength('FIPS'), ...encryption(ENCRYPTED) }],

  ['kRSA', exchange('rsa')],
  ['kEDH', exchange('dhe')],
  ['kDHE', exchange('dhe')],
  ['DH', exchange('dhe')],
  ['kEECDH', exchange('ecdhe')],
  ['kECDHE', exchange('ecdhe')],
  ['ECDH', exchange('ecdhe')],
  ['kPSK', exchange('psk')],
  ['kRSAPSK', exchange('rsa-psk')],
  ['kDHEPSK', exchange('dhe-psk')],
  ['kECDHEPSK', exchange('ecdhe-psk')],
  ['PSK', exchange('psk rsa-psk dhe-psk ecdhe-psk')],
  ['kSRP', exchange('srp')],
  ['SRP', exchange('srp')],

  ['aRSA', authentication('rsa')],
  ['aECDSA', authentication('ecdsa')],
  ['ECDSA', authentication('ecdsa')],
  ['aPSK', authentication('psk')],
  ['aDSS', authentication('dss')],
  ['DSS', authentication('dss')],
  ['aSRP', authentication('srp')],
  ['aNULL', authentication('none')],

  ['RSA', { ...exchange('rsa'), ...authentication('rsa') }],
  ['EDH', { ...exchange('dhe'), ...authentication(AUTHENTICATED) }],
  ['DHE', { ...exchange('dhe'), ...authentication(AUTHENTICATED) }],
  ['EECDH', { ...exchange('ecdhe'), ...authentication(AUTHENTICATED) }],
  ['ECDHE', { ...exchange('ecdhe'), ...authentication(AUTHENTICATED) }],
  ['ADH', { ...exchange('dhe'), ...authentication('none') }],
  ['AECDH', { ...exchange('ecdhe'), ...authentication('none') }],

  ['AES', encryption(`${AES128} ${AES256}`)],
  ['AES128', encryption(AES128)],
  ['AES256', encryption(AES256)],
  ['AESGCM', encryption('AESGCM128 AESGCM256')],
  ['AESCCM', encryption('AESCCM128 AESCCM256 AESCCM8128 AESCCM8256')],
  ['AESCCM8', encryption('AESCCM8128 AESCCM8256')],
  ['CHACHA20', encryption('CHACHA20256')],
  ['CBC', encryption(`AES128 AES256 ${CAMELLIA} 3DES`)],
  ['CAMELLIA', encryption(CAMELLIA)],
  ['CAMELLIA128', encryption('CAMELLIA128')],
  ['CAMELLIA256', encryption('CAMELLIA256')],
  ['ARIA', encryption(ARIA)],
  ['ARIAGCM', encryption(ARIA)],
  ['ARIA128', encryption('ARIAGCM128')],
  ['ARIA256', encryption('ARIAGCM256')],
  ['3DES', encryption('3DES')],
  ['NULL', encryption('NULL')],
  ['eNULL', encryption('NULL')],

  ['MD5', mac('MD5')],
  ['SHA', mac('SHA1')],
  ['SHA1', mac('SHA1')],
  ['SHA256', mac('SHA256')],
  ['SHA384', mac('SHA384')],

  ['SSLv3', minimum('SSLv3')],
  ['TLSv1', minimum('TLSv1')],
  ['TLSv1.0', minimum('TLSv1')],
  ['TLSv1.2', minimum('TLSv1.2')],

  // The old names of suites that have newer ones, and that we do not have under either.
  ['EDH-RSA-DES-CBC3-SHA', { ...tripleDes, ...authentication('rsa') }],
  ['EDH-DSS-DES-CBC3-SHA', { ...tripleDes, ...authentication('dss') }],
  ...cipherRows12.map((row): [string, Wanted] => [row.name, nameOf(row)]),
]);

/** A suite's name asks for all that the suite is, but for the version that it was born in. */
function nameOf(row: CipherRow): Wanted {
  const { minimum: _, ...columns } = factsOf(row);
  return columns;
}
