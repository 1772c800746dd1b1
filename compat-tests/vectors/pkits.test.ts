import { existsSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { type PkitsFile, readPkits, runPkits } from './pkits.ts';
import { countOf, report } from './report.ts';

const FILE = new URL('../../../shared/vectors/pkits.json.gz', import.meta.url);
/** OpenSSL's own count, asked by the flags that Python has names for. */
const OPENSSL_BY_PYTHON = 190;

const vectors = (title: string, body: (t: ExecutionContext, file: PkitsFile) => void) =>
  test(title, (t) => {
    if (existsSync(FILE)) return body(t, readPkits(FILE));
    t.log('skipped: no ../shared/vectors/pkits.json.gz');
    t.pass('skipped: the vectors are not beside the repository (../shared/vectors/pkits.json.gz)');
  });

vectors(
  'PKITS: every path is judged right, with policies, name constraints and revocation lists',
  (t, file) => {
    const rows = runPkits(file).map((each) => ({ ...each, group: each.test.suite, id: each.test.id }));
    t.log(report(rows, true));
    t.deepEqual(
      rows.filter((row) => row.outcome !== 'right').map((row) => `${row.id} ${row.words}`),
      [],
    );
  },
);

vectors(
  'PKITS: through what Python can ask for, no fewer are right than with OpenSSL, none accepted but for policies',
  (t, file) => {
    const results = runPkits(file, 'python');
    t.log(`${countOf(results, 'right')} of ${results.length} right`);
    t.true(countOf(results, 'right') >= OPENSSL_BY_PYTHON);
    const accepted = results
      .filter(({ outcome }) => outcome === 'wronglyAccepted')
      .map(({ test: { suite } }) => suite);
    t.deepEqual(
      accepted.filter((suite) => !suite.includes('Polic')),
      [],
    );
  },
);
