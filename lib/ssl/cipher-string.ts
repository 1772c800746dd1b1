/**
 * OpenSSL's cipher language, as `openssl-ciphers(1)` describes it and `ssl_ciph.c` does it.
 *
 * A list of suites is worked on by rules, left to right. Each suite is active or not, and has a place:
 * - a word adds its suites at the end, those that are active already stay where they are;
 * - `-word` makes them inactive and moves them to the front, so that what was deleted last comes back first;
 * - `+word` moves the active ones to the end;
 * - `!word` removes them for good;
 * - `@STRENGTH` sorts the active ones by key length, `@SECLEVEL=n` sets the level.
 * Words joined by `+` select what all of them select. An unknown word is passed over.
 *
 * Before the first rule the suites are put in OpenSSL's order of preference by rules of the same kind.
 */
import { type CipherRow, cipherRows12 } from './cipher-table.ts';

export interface CipherChoice {
  /** Suites of TLS 1.2 and before, best first. */
  readonly suites: readonly CipherRow[];
  /** What `@SECLEVEL` said last, if it said something. */
  readonly securityLevel: number | undefined;
  /** A malformed string: nothing of it counts, but for the level. */
  readonly malformed: boolean;
}

/** What a cipher string selects. */
export function chooseCiphers(text: string): CipherChoice {
  const list = new CipherList(cipherRows12);
  const level: { value?: number } = {};
  let rest = text;
  let good = true;
  // OpenSSL reads it as a prefix, so that what follows works on the default list.
  if (text.startsWith('DEFAULT')) {
    good = applyRules(list, DEFAULT_RULES, level);
    rest = text.slice('DEFAULT'.length).replace(/^:/, '');
  }
  good &&= applyRules(list, rest, level);
  return { suites: good ? list.active : [], securityLevel: level.value, malformed: !good };
}

const DEFAULT_RULES = 'ALL:!COMPLEMENTOFDEFAULT:!eNULL';

type Test = (row: CipherRow) => boolean;
type Rule = 'add' | 'delete' | 'order' | 'kill' | 'bump';

class CipherList {
  #rows: CipherRow[];
  readonly #active = new Set<CipherRow>();

  /** All suites, inactive, in the order of preference (`ssl_create_cipher_list`). */
  constructor(rows: readonly CipherRow[]) {
    this.#rows = rows.toSorted((a, b) => b.number - a.number);
    const all: Test = () => true;
    const ecdhe: Test = (row) => row.keyExchange === 'ecdhe';
    const ephemeral: Test = (row) => ecdhe(row) || row.keyExchange === 'dhe';
    const aead: Test = (row) => row.mac === 'AEAD';
    // Ephemeral ECDH before anything else, ECDSA before RSA ...
    this.apply('add', (row) => ecdhe(row) && row.authentication === 'ecdsa');
    this.apply('add', ecdhe);
    this.apply('delete', ecdhe);
    // ... GCM before ChaCha20 before the rest of AES ...
    this.apply('add', (row) => row.encryption.startsWith('AESGCM'));
    this.apply('add', (row) => row.encryption.startsWith('CHACHA20'));
    this.apply('add', (row) => row.encryption.startsWith('AES') && !row.encryption.startsWith('AESGCM'));
    this.apply('add', all);
    // ... without forward secrecy late, plain PSK last.
    this.apply('order', (row) => row.keyExchange === 'rsa' || row.keyExchange === 'psk');
    this.apply('order', (row) => row.keyExchange === 'psk');
    // Longer keys first; but then TLS 1.2 over what is older, AEAD over CBC, and forward secrecy over both.
    this.sortByStrength();
    this.apply('bump', (row) => row.minimum === 'TLSv1.2');
    this.apply('bump', aead);
    this.apply('bump', ephemeral);
    this.apply('bump', (row) => ephemeral(row) && aead(row));
    this.apply('delete', all);
  }

  get active(): readonly CipherRow[] {
    return this.#rows.filter((row) => this.#active.has(row));
  }

  /** One rule over all suites that pass the test; suites that move keep their order among each other. */
  apply(rule: Rule, test: Test): void {
    const wantsActive = rule !== 'add';
    const moves: Test = (row) => test(row) && (rule === 'kill' || this.#active.has(row) === wantsActive);
    const moving = this.#rows.filter(moves);
    const staying = this.#rows.filter((row) => !moves(row));
    if (rule === 'kill') this.#rows = staying;
    else if (rule === 'delete' || rule === 'bump') this.#rows = [...moving, ...staying];
    else this.#rows = [...staying, ...moving];
    for (const row of moving) {
      if (rule === 'add') this.#active.add(row);
      else if (rule === 'delete' || rule === 'kill') this.#active.delete(row);
    }
  }

  sortByStrength(): void {
    for (const bits of [256, 128]) this.apply('order', (row) => row.bits === bits);
  }
}

const SEPARATORS = ':;, ';
const RULES: Readonly<Record<string, Rule>> = { '-': 'delete', '+': 'order', '!': 'kill' };
/** What a word is made of. */
const WORD = /[A-Za-z0-9\-_.=]*/y;

/** Reads the rules and applies each; `false` at a character that belongs nowhere or a command that is none. */
function applyRules(list: CipherList, text: string, level: { value?: number }): boolean {
  let at = 0;
  let good = true;
  const word = (): string => {
    WORD.lastIndex = at;
    const found = WORD.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const skipEntry = (): void => {
    while (at < text.length && !SEPARATORS.includes(text[at])) at++;
  };
  while (at < text.length) {
    const rule = RULES[text[at]] ?? 'add';
    const special = text[at] === '@';
    if (special || rule !== 'add') at++;
    if (at < text.length && SEPARATORS.includes(text[at])) {
      at++;
      continue;
    }
    let test: Test | undefined = () => true;
    for (;;) {
      const name = word();
      if (name === '') return false;
      if (special) {
        if (!command(list, name, level)) good = false;
        test = undefined;
        break;
      }
      const selected = words.get(name);
      const joined = text[at] === '+';
      if (joined) at++;
      const before: Test = test;
      test = selected === undefined ? undefined : (row) => before(row) && selected(row);
      if (test === undefined || !joined) break;
    }
    if (test === undefined) skipEntry();
    else list.apply(rule, test);
  }
  return good;
}

/** What follows an `@`. */
function command(list: CipherList, name: string, level: { value?: number }): boolean {
  if (name === 'STRENGTH') {
    list.sortByStrength();
    return true;
  }
  const digit = /^SECLEVEL=([0-5])$/.exec(name);
  if (digit === null) return false;
  level.value = Number(digit[1]);
  return true;
}

const exchange =
  (...names: CipherRow['keyExchange'][]): Test =>
  (row) =>
    names.includes(row.keyExchange);
const authentication =
  (name: CipherRow['authentication']): Test =>
  (row) =>
    row.authentication === name;
const encryption =
  (...prefixes: string[]): Test =>
  (row) =>
    prefixes.some((prefix) => row.encryption.startsWith(prefix));
const mac =
  (name: CipherRow['mac']): Test =>
  (row) =>
    row.mac === name;
const minimum =
  (name: CipherRow['minimum']): Test =>
  (row) =>
    row.minimum === name;
const bits =
  (length: number): Test =>
  (row) =>
    row.bits === length;
const both =
  (one: Test, other: Test): Test =>
  (row) =>
    one(row) && other(row);
const every: Test = () => true;
const none: Test = () => false;
const ofPsk = exchange('psk', 'rsa-psk', 'dhe-psk', 'ecdhe-psk');
const ofAes = encryption('AES');

/**
 * The words of the language. Those for algorithms that we do not have (anonymous, DSS, NULL, 3DES, Camellia, ...)
 * are words all the same: they select nothing.
 */
const words: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['ALL', every],
  ['COMPLEMENTOFDEFAULT', (row) => !row.inDefault],
  ['HIGH', every],
  ['kRSA', exchange('rsa')],
  ['kEDH', exchange('dhe')],
  ['kDHE', exchange('dhe')],
  ['DH', exchange('dhe')],
  ['EDH', exchange('dhe')],
  ['DHE', exchange('dhe')],
  ['kEECDH', exchange('ecdhe')],
  ['kECDHE', exchange('ecdhe')],
  ['ECDH', exchange('ecdhe')],
  ['EECDH', exchange('ecdhe')],
  ['ECDHE', exchange('ecdhe')],
  ['kPSK', exchange('psk')],
  ['kRSAPSK', exchange('rsa-psk')],
  ['kDHEPSK', exchange('dhe-psk')],
  ['kECDHEPSK', exchange('ecdhe-psk')],
  ['PSK', ofPsk],
  ['RSA', both(exchange('rsa'), authentication('rsa'))],
  ['aRSA', authentication('rsa')],
  ['aECDSA', authentication('ecdsa')],
  ['ECDSA', authentication('ecdsa')],
  ['aPSK', authentication('psk')],
  ['AES', ofAes],
  ['AES128', both(ofAes, bits(128))],
  ['AES256', both(ofAes, bits(256))],
  ['AESGCM', encryption('AESGCM')],
  ['AESCCM', encryption('AESCCM')],
  ['AESCCM8', encryption('AESCCM8')],
  ['CHACHA20', encryption('CHACHA20')],
  ['SHA', mac('SHA1')],
  ['SHA1', mac('SHA1')],
  ['SHA256', mac('SHA256')],
  ['SHA384', mac('SHA384')],
  ['SSLv3', minimum('SSLv3')],
  ['TLSv1', minimum('TLSv1')],
  ['TLSv1.0', minimum('TLSv1')],
  ['TLSv1.2', minimum('TLSv1.2')],
  ['FIPS', (row) => row.inDefault && !encryption('CHACHA20')(row)],
  ...[
    'COMPLEMENTOFALL eNULL NULL LOW MEDIUM EXP EXPORT EXPORT40 EXPORT56 aNULL ADH AECDH aDSS DSS kSRP aSRP SRP',
    'kGOST kGOST18 aGOST01 aGOST12 aGOST GOST89 GOST94 GOST89MAC GOST12 GOST2012 3DES RC4 RC2 IDEA SEED MD5',
    'CAMELLIA CAMELLIA128 CAMELLIA256 ARIA ARIA128 ARIA256 ARIAGCM',
  ]
    .join(' ')
    .split(' ')
    .map((name): [string, Test] => [name, none]),
  ...cipherRows12.map((suite): [string, Test] => [suite.name, (row) => row === suite]),
]);
