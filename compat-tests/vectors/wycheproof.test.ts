import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { native, portable } from '../../lib/crypto/index.ts';
import { seeded } from '../crypto/seeded.ts';
import { describe, emptyTally, list, readWycheproof, runWycheproof } from './wycheproof.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/vectors/wycheproof/', import.meta.url));
const SEED = 20260818;

/** Of the files whose every case costs milliseconds in TypeScript, this share is run there. */
const SLOW = /^(ecdh|ecdsa|x448|rsa_pkcs1|rsa_pss_4096|rsa_signature_4096)/;
const SHARE = 0.25;

if (!existsSync(FOLDER)) {
  test('Wycheproof', (t) => {
    t.log('skipped: no ../shared/vectors/wycheproof');
    t.pass('skipped: the vectors are not beside the repository');
  });
} else {
  for (const name of readdirSync(FOLDER).filter((entry) => entry.endsWith('.json.gz'))) {
    for (const provider of [portable, native]) {
      if (!provider) continue;
      test(`Wycheproof: ${name.replace('.json.gz', '')}, ${provider.name}`, (t) => {
        const isSampled = provider === portable && SLOW.test(name);
        const random = seeded(SEED);
        const tally = emptyTally();
        runWycheproof(readWycheproof(FOLDER + name), provider, tally, () => !isSampled || random() < SHARE);
        t.log(describe(isSampled ? `a sample, seed ${SEED}` : 'all', tally));
        if (tally.decided.size > 0) t.log(`acceptable: ${list(tally.decided)}`);
        if (tally.skipped.size > 0) t.log(`skipped: ${list(tally.skipped)}`);
        t.deepEqual(tally.wrong, []);
        t.true(tally.right > 0 || tally.skipped.size > 0, 'the file has cases');
      });
    }
  }
}
