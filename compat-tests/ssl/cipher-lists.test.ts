/** get_ciphers(): the dicts that CPython gives for strings of every kind, where its own lists are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { cipherRows12, cipherRows13 } from '../../lib/ssl/cipher-table.ts';

/** Dicts for some strings, names alone for others. */
type Listed = readonly (ssl.CipherDescription | string)[];

const path = fileURLToPath(new URL('../../../shared/spec/default-ciphers.json', import.meta.url));
const listed = existsSync(path)
  ? (JSON.parse(readFileSync(path, 'utf8')) as { lists: Record<string, Listed> }).lists
  : undefined;
const known = new Set([...cipherRows13, ...cipherRows12].map((row) => row.name));

/** How each of the lists was come by. */
const prepare: Readonly<Record<string, (context: ssl.SSLContext) => void>> = {
  PROTOCOL_TLS_CLIENT: () => {},
  PROTOCOL_TLS_SERVER: () => {},
  'client max TLSv1_2': (context) => {
    context.maximum_version = ssl.TLSVersion.TLSv1_2;
  },
  'client min TLSv1_3': (context) => {
    context.minimum_version = ssl.TLSVersion.TLSv1_3;
  },
};

for (const title of [
  ...Object.keys(prepare),
  'client ALL:@SECLEVEL=0',
  'client HIGH',
  'client DEFAULT',
  'client ECDHE+AESGCM',
  'client ALL:COMPLEMENTOFALL:@SECLEVEL=0',
]) {
  test(title, (t) => {
    const theirs = listed?.[title];
    if (theirs === undefined) {
      t.log('skipped: the lists are not beside this repository');
      t.pass();
      return;
    }
    const role = title === 'PROTOCOL_TLS_SERVER' ? ssl.PROTOCOL_TLS_SERVER : ssl.PROTOCOL_TLS_CLIENT;
    const context = new ssl.SSLContext(role);
    const set = prepare[title] ?? (() => context.set_ciphers(title.slice('client '.length)));
    set(context);
    const nameOf = (row: Listed[number]) => (typeof row === 'string' ? row : row.name);
    const expected = theirs.filter((row) => known.has(nameOf(row)));
    const ours = context.get_ciphers();
    t.true(expected.length > 0);
    t.deepEqual(ours.map(nameOf), expected.map(nameOf));
    for (const [index, row] of expected.entries()) {
      // As text, so that the order of the keys counts, in which a dict would print them.
      if (typeof row !== 'string') t.is(JSON.stringify(ours[index]), JSON.stringify(row));
    }
    t.log(`${expected.length} of ${theirs.length} suites are implemented`);
  });
}
