/**
 * OpenSSL's cipher language, as `openssl-ciphers(1)` describes it and `ssl_ciph.c` does it.
 *
 * A list of suites is worked on by rules, left to right. Each suite is active or not, and has a place:
 * - a word adds its suites at the end, those that are active already stay where they are;
 * - `-word` makes them inactive and moves them to the front, so that what was deleted last comes back first;
 * - `+word` moves the active ones to the end;
 * - `!word` removes them for good;
 * - `@STRENGTH` sorts the active ones by key length, `@SECLEVEL=n` sets the level.
 * Words joined by `+` select what all of them select. An unknown word is passed over, with what is joined to it.
 *
 * Before the first rule the suites are put in OpenSSL's order of preference by rules of the same kind.
 */
import { type CipherRow, cipherRows12 } from './cipher-table.ts';
import { cipherWords, joined, type Wanted, wantedBy } from './cipher-words.ts';

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
  const list = new CipherList(preferred);
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
  #rows: readonly CipherRow[];
  readonly #active = new Set<CipherRow>();

  /** These suites, all inactive. */
  constructor(rows: readonly CipherRow[]) {
    this.#rows = rows;
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

/** All suites in the order of preference (`ssl_create_cipher_list`). */
function inOrderOfPreference(rows: readonly CipherRow[]): readonly CipherRow[] {
  const list = new CipherList(rows.toSorted((a, b) => b.number - a.number));
  const all: Test = () => true;
  const ecdhe: Test = (row) => row.keyExchange === 'ecdhe';
  const ephemeral: Test = (row) => ecdhe(row) || row.keyExchange === 'dhe';
  const aead: Test = (row) => row.mac === 'AEAD';
  // Ephemeral ECDH before anything else, ECDSA before RSA ...
  list.apply('add', (row) => ecdhe(row) && row.authentication === 'ecdsa');
  list.apply('add', ecdhe);
  list.apply('delete', ecdhe);
  // ... GCM before ChaCha20 before the rest of AES ...
  list.apply('add', (row) => row.encryption.startsWith('AESGCM'));
  list.apply('add', (row) => row.encryption.startsWith('CHACHA20'));
  list.apply('add', (row) => row.encryption.startsWith('AES') && !row.encryption.startsWith('AESGCM'));
  list.apply('add', all);
  // ... without forward secrecy late, plain PSK last.
  list.apply('order', (row) => row.keyExchange === 'rsa' || row.keyExchange === 'psk');
  list.apply('order', (row) => row.keyExchange === 'psk');
  // Longer keys first; but then TLS 1.2 over what is older, AEAD over CBC, and forward secrecy over both.
  list.sortByStrength();
  list.apply('bump', (row) => row.minimum === 'TLSv1.2');
  list.apply('bump', aead);
  list.apply('bump', ephemeral);
  list.apply('bump', (row) => ephemeral(row) && aead(row));
  return list.active;
}

const preferred = inOrderOfPreference(cipherRows12);

const SEPARATORS = ':;, ';
const RULES: Readonly<Record<string, Rule>> = { '-': 'delete', '+': 'order', '!': 'kill' };
/** What a word is made of. IANA's names, with their underscores, are none. */
const WORD = /[A-Za-z0-9\-.=]*/y;

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
    if (SEPARATORS.includes(text[at])) {
      at++;
      continue;
    }
    const rule = RULES[text[at]] ?? 'add';
    const special = text[at] === '@';
    if (special || rule !== 'add') at++;
    let wanted: Wanted | undefined = {};
    for (let isMore = true; isMore && wanted !== undefined; ) {
      const name = word();
      if (name === '') return false;
      if (special) {
        good = command(list, name, level) && good;
        wanted = undefined;
        break;
      }
      isMore = text[at] === '+';
      if (isMore) at++;
      const asked = cipherWords.get(name);
      wanted = asked && joined(wanted, asked);
    }
    if (wanted === undefined) skipEntry();
    else list.apply(rule, wantedBy(wanted));
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
