import { existsSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { publicSuffixes } from '../../lib/pki/public-suffix.ts';
import { findOpenssl } from '../tools/programs.ts';
import { type LimboCase, type LimboFile, type LimboResult, readLimbo, runLimbo } from './limbo.ts';
import { alwaysDifferent, differentByDefault } from './limbo-differences.ts';
import { opensslAccepts } from './limbo-openssl.ts';
import { countOf, report } from './report.ts';

const FILE = new URL('../../../shared/vectors/x509-limbo.json.gz', import.meta.url);

const vectors = (title: string, body: (t: ExecutionContext, file: LimboFile) => void) =>
  test(title, (t) => {
    if (existsSync(FILE)) return body(t, readLimbo(FILE));
    t.log('skipped: no ../shared/vectors/x509-limbo.json.gz');
    t.pass('skipped: the vectors are not beside the repository (../shared/vectors/x509-limbo.json.gz)');
  });

const isCore = ({ id }: LimboCase) => !id.startsWith('bettertls::');
const only = (file: LimboFile, which: (each: LimboCase) => boolean) => ({
  testcases: file.testcases.filter(which),
});
const wrongOnes = (results: readonly LimboResult[]) =>
  results
    .filter(({ outcome }) => outcome !== 'right')
    .map(({ case: { id } }) => id)
    .sort();

vectors(
  'x509-limbo: every BetterTLS case is judged right, and every core case but those listed',
  (t, file) => {
    for (const [profiles, listed] of [
      ['common', differentByDefault],
      ['asked', alwaysDifferent],
    ] as const) {
      const results = runLimbo(file, profiles);
      const core = results.filter((each) => isCore(each.case));
      t.log(`profiles ${profiles}: ${countOf(core, 'right')} of ${core.length} core cases right`);
      t.log(
        report(
          results.map((each) => ({ ...each, group: each.case.id.split('::')[0], id: each.case.id })),
          false,
        ),
      );
      const present = new Set(core.map((each) => each.case.id));
      t.deepEqual(
        wrongOnes(core),
        Object.keys(listed)
          .filter((id) => present.has(id))
          .sort(),
      );
      t.deepEqual(wrongOnes(results.filter((each) => !isCore(each.case))), []);
    }
  },
);

vectors(
  'x509-limbo: every core case that OpenSSL has right is right here, with and without profiles',
  (t, file) => {
    const openssl = findOpenssl();
    if (openssl === undefined) {
      t.log('skipped: no openssl on the path');
      t.pass('skipped: no openssl');
      return;
    }
    const core = runLimbo(only(file, isCore), 'asked');
    const plain = runLimbo(only(file, isCore), 'common');
    const theirs = new Set(
      core
        .filter(({ case: each }) => opensslAccepts(openssl, each) === (each.expected_result === 'SUCCESS'))
        .map(({ case: { id } }) => id),
    );
    t.log(`${openssl.version}: ${theirs.size} of ${core.length} right`);
    for (const results of [core, plain])
      t.deepEqual(
        wrongOnes(results).filter((id) => theirs.has(id)),
        [],
      );
  },
);

vectors('x509-limbo: cases meant to take forever need few signatures', (t, file) => {
  for (const each of file.testcases.filter(({ features }) => features.includes('denial-of-service'))) {
    const begun = performance.now();
    const [{ words, checks, outcome }] = runLimbo({ testcases: [each] }, 'asked');
    const took = `${Math.ceil(performance.now() - begun)} ms`;
    const size = 1 + each.untrusted_intermediates.length + each.trusted_certs.length;
    t.log(`${each.id}: ${words}; ${checks} signature checks over ${size} certificates, ${took}`);
    t.is(outcome, 'right');
    t.true(checks <= MAX_CHECKS, each.id);
  }
});

/** What a verification may check at most for its paths (`verify.ts`), with some for the first. */
const MAX_CHECKS = 400;

vectors(
  'x509-limbo: with the rules of the public suffix list that they are about, those cases are right',
  (t, file) => {
    const isPublicSuffix = publicSuffixes(['com', 'uk', 'co.uk', 's3.amazonaws.com']);
    const about = file.testcases.filter((each) => each.features.includes('pedantic-public-suffix-wildcard'));
    t.deepEqual(wrongOnes(runLimbo({ testcases: about }, 'asked', { isPublicSuffix })), []);
  },
);
