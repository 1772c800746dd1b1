/** The rows of TLS 1.2's suites, against the cipher table that Python's face has of its own. */
import test from 'ava';
import { cipherRows12, cipherRows13 } from '../../lib/ssl/cipher-table.ts';
import { suite12, suiteRow12 } from '../../lib/tls/suites12.ts';
import { suiteNumbers } from '../../lib/wire/registries.ts';
import { cores } from '../crypto/cores.ts';

test('each suite that the cipher language knows has a row that says the same of it', (t) => {
  for (const {
    name,
    standardName,
    number,
    keyExchange,
    authentication,
    encryption,
    mac,
    bits,
  } of cipherRows12) {
    const row = suiteRow12(standardName);
    if (row === undefined) {
      t.fail(name);
      continue;
    }
    t.is(suiteNumbers[row.name] as number, number, name);
    t.is(row.exchange, keyExchange.replace('-', '_') as typeof row.exchange, name);
    t.is(row.authentication, authentication as typeof row.authentication, name);
    t.is(row.protection.keyLength * 8, bits, name);
    t.is(row.protection.kind === 'aead', mac === 'AEAD', name);
    t.is(row.hash, row.name.endsWith('SHA384') ? 'sha384' : 'sha256', name);
    if (row.protection.kind === 'aead') {
      t.is(row.protection.aead.includes('ccm_8'), encryption.startsWith('AESCCM8'), name);
      t.is(row.protection.ivLength, encryption === 'CHACHA20256' ? 12 : 4, name);
    } else {
      t.is(row.protection.mac, mac.toLowerCase() as typeof row.protection.mac, name);
    }
  }
});

test('each name is either a suite of TLS 1.2, one of TLS 1.3, or a signal', (t) => {
  const signals = Object.keys(suiteNumbers).filter((name) => suiteRow12(name) === undefined);
  t.deepEqual(
    signals.sort(),
    [
      ...cipherRows13.map((row) => row.standardName),
      'TLS_EMPTY_RENEGOTIATION_INFO_SCSV',
      'TLS_FALLBACK_SCSV',
    ].sort(),
  );
  t.is(suiteRow12('TLS_NULL_WITH_NULL_NULL'), undefined);
});

for (const core of cores) {
  test(`${core.name} can carry out every suite, and says so when it loses a part`, (t) => {
    for (const { standardName } of cipherRows12) t.not(suite12(standardName, core), undefined, standardName);
    const less = { ...core, aeads: new Map(), blockCiphers: new Map() };
    for (const { standardName } of cipherRows12) t.is(suite12(standardName, less), undefined, standardName);
    const deaf = { ...core, hashes: new Map() };
    for (const { standardName } of cipherRows12) t.is(suite12(standardName, deaf), undefined, standardName);
  });
}
