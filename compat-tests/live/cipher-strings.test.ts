/** OpenSSL's cipher language: what CPython selects for a string, and in which order, over the suites that we know. */
import { spawnSync } from 'node:child_process';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { cipherRows12, cipherRows13 } from '../../lib/ssl/cipher-table.ts';
import { findPython } from '../tools/programs.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

const WORDS = [
  ...'ALL COMPLEMENTOFALL COMPLEMENTOFDEFAULT HIGH MEDIUM LOW FIPS DEFAULT CBC AES AES128 AES256 AESGCM AESCCM'.split(
    ' ',
  ),
  ...'AESCCM8 CHACHA20 CAMELLIA CAMELLIA128 ARIA ARIAGCM 3DES eNULL NULL MD5 SHA SHA1 SHA256 SHA384 SSLv3'.split(
    ' ',
  ),
  ...'TLSv1 TLSv1.0 TLSv1.2 TLSv1.3 ECDHE EECDH DHE EDH DH ECDH RSA kRSA kDHE kECDHE ADH AECDH aRSA ECDSA'.split(
    ' ',
  ),
  ...'aECDSA aDSS DSS aNULL PSK kPSK kDHEPSK kECDHEPSK kRSAPSK aPSK SRP kSRP aSRP AES256-SHA AES128-CCM'.split(
    ' ',
  ),
  ...'DHE-RSA-AES128-GCM-SHA256 PSK-AES128-CBC-SHA EDH-RSA-DES-CBC3-SHA bogus aes kGOST AES128-SHA_ x=y'.split(
    ' ',
  ),
];
const COMMANDS = ['@STRENGTH', '@SECLEVEL=1', '@SECLEVEL=0', '@SECLEVEL=6', '@SECLEVEL=12', '@BAD', '@'];

/** Strings of every shape that the language has, and of some that it has not. */
function strings(count: number): string[] {
  const random = randomNumbers();
  const below = (limit: number) => random() % limit;
  const pick = (from: readonly string[]) => from[below(from.length)];
  const entry = () => {
    if (below(14) === 0) return pick(COMMANDS);
    const more = Array.from({ length: below(3) }, () => `+${pick(WORDS)}`).join('');
    const wrong = below(40) === 0 ? pick(['+', '|', '\t', '!', 'é', '@STRENGTH', '_']) : '';
    return pick(['', '', '', '-', '+', '!', pick(['--', '+:', '! '])]) + pick(WORDS) + more + wrong;
  };
  return Array.from({ length: count }, () => {
    const entries = Array.from({ length: 1 + below(6) }, entry);
    const start = pick(['', '', '', 'DEFAULT:', 'DEFAULT', 'ALL:', ' ', ':']);
    return start + entries.join(pick([':', ':', ' ', ',', ';', '::', ' : ']));
  });
}

const fixed = [
  'ALL',
  'DEFAULT',
  'HIGH',
  ssl._DEFAULT_CIPHERS,
  'ALL:@STRENGTH',
  'COMPLEMENTOFALL',
  'ALL:COMPLEMENTOFALL',
  'DEFAULT:!RSA:-SHA1:SHA1',
  '@BAD',
  'a+b',
  // Two words with nothing in common are none, and what is behind them is passed over.
  'AES128+AES256',
  'AES128+AES256|é',
  'CAMELLIA+AES|é',
  'HIGH+FIPS',
  'FIPS+COMPLEMENTOFALL|é',
  'COMPLEMENTOFDEFAULT+HIGH',
  'HIGH+COMPLEMENTOFDEFAULT',
  // A mark without a word is a mistake, and so is an underscore, but not behind a word that nobody knows.
  '+:AES',
  'AES:! :RSA',
  'AES_',
  'bogus_:AES',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
];

const script = `
import json, ssl, sys
given = json.load(sys.stdin)
answers = []
for text in given:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.set_ciphers(text)
        refused = None
    except ssl.SSLError as error:
        refused = str(error)
    answers.append([refused, context.security_level, [suite['name'] for suite in context.get_ciphers()]])
json.dump(answers, sys.stdout)
`;

type Answer = readonly [refused: string | null, level: number, names: readonly string[]];

function answer(text: string): Answer {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  let refused: string | null = null;
  try {
    context.set_ciphers(text);
  } catch (error) {
    refused = (error as Error).message;
  }
  return [refused, context.security_level, context.get_ciphers().map(({ name }) => name)];
}

test('cipher strings select what they select in CPython, in the same order', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython on this machine to compare with');
    t.pass();
    return;
  }
  t.log(`seed ${seed}, ${python.version}`);
  const texts = [...fixed, ...strings(1500)];
  const { stdout } = spawnSync(python.path, ['-c', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const theirs = JSON.parse(stdout) as Answer[];
  const known = new Set([...cipherRows13, ...cipherRows12].map((row) => row.name));
  const differences = texts.flatMap((text, i) => {
    const [refused, level, all] = theirs[i];
    const names = all.filter((name) => known.has(name));
    // A string that selects nothing but suites that we do not have is refused here only.
    const onlyForeign = refused === null && names.length === cipherRows13.length;
    const expected = [onlyForeign ? "('No cipher can be selected.',)" : refused, level, names];
    const ours = answer(text);
    return JSON.stringify(ours) === JSON.stringify(expected) ? [] : [{ text, ours, expected }];
  });
  t.deepEqual(differences.slice(0, 5), []);
});
