/** OpenSSL's cipher language: what CPython selects for a string, and in which order, over the suites that we know. */
import { spawnSync } from 'node:child_process';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { cipherRows12, cipherRows13 } from '../../lib/ssl/cipher-table.ts';
import { findPython } from '../tools/programs.ts';

const WORDS =
  'ALL HIGH ECDHE DHE RSA kRSA aRSA ECDSA PSK kPSK kDHEPSK kECDHEPSK kRSAPSK aPSK AES AES128 AES256 AESGCM AESCCM AESCCM8 CHACHA20 SHA SHA256 SHA384 TLSv1.2 SSLv3 TLSv1 COMPLEMENTOFDEFAULT FIPS aNULL eNULL MEDIUM AES256-SHA DHE-RSA-AES128-GCM-SHA256 bogus'.split(
    ' ',
  );
const SEED = 20_250_101;

/** Strings of every shape that the language has, the same at each run. */
function strings(count: number): string[] {
  let state = SEED;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  const pick = (from: readonly string[]) => from[below(from.length)];
  const entry = () => {
    if (below(14) === 0) return pick(['@STRENGTH', '@SECLEVEL=1', '@SECLEVEL=0']);
    const joined = below(3) === 0 ? `+${pick(WORDS)}` : '';
    return pick(['', '', '', '-', '+', '!']) + pick(WORDS) + joined;
  };
  return Array.from({ length: count }, () => {
    const entries = Array.from({ length: 1 + below(6) }, entry);
    return (below(8) === 0 ? 'DEFAULT:' : '') + entries.join(pick([':', ':', ' ', ',', ';']));
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
    answers.append([refused, context.security_level, context.get_ciphers()])
json.dump(answers, sys.stdout)
`;

test('cipher strings select what they select in CPython, in the same order', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython on this machine to compare with');
    t.pass();
    return;
  }
  t.log(`seed ${SEED}, ${python.version}`);
  const texts = [...fixed, ...strings(200)];
  const { stdout } = spawnSync(python.path, ['-c', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const theirs = JSON.parse(stdout) as [string | null, number, ssl.CipherDescription[]][];
  const known = new Set([...cipherRows13, ...cipherRows12].map((row) => row.name));
  for (const [i, text] of texts.entries()) {
    const [refused, level, all] = theirs[i];
    const selected = all.filter(({ name }) => known.has(name));
    // A string that selects nothing but suites that we do not have is refused here only.
    const onlyForeign = refused === null && selected.length === cipherRows13.length;
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    let ours: unknown = null;
    try {
      context.set_ciphers(text);
    } catch (error) {
      ours = (error as Error).message;
    }
    t.is(ours, onlyForeign ? "('No cipher can be selected.',)" : refused, text);
    t.is(context.security_level, level, text);
    t.deepEqual(context.get_ciphers(), selected, text);
  }
});
