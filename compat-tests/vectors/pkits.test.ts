import { existsSync } from 'node:fs';
import test from 'ava';
import { readPkits, runPkits } from './pkits.ts';
import { report } from './report.ts';

const FILE = new URL('../../../shared/vectors/pkits.json.gz', import.meta.url);

test('PKITS: every path is judged right, with policies, name constraints and revocation lists', (t) => {
  if (!existsSync(FILE)) {
    t.pass('skipped: the vectors are not beside the repository (../shared/vectors/pkits.json.gz)');
    t.log('skipped: no ../shared/vectors/pkits.json.gz');
    return;
  }
  const results = runPkits(readPkits(FILE));
  const rows = results.map((each) => ({ ...each, group: each.test.suite, id: each.test.id }));
  t.log(report(rows, true));
  t.deepEqual(
    rows.filter((row) => row.outcome !== 'right').map((row) => `${row.id} ${row.words}`),
    [],
  );
});
