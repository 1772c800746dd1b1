import { existsSync } from 'node:fs';
import test from 'ava';
import { readLimbo, runLimbo } from './limbo.ts';
import { countOf, report } from './report.ts';

const FILE = new URL('../../../shared/vectors/x509-limbo.json.gz', import.meta.url);
/** Of the cases that are not BetterTLS's; the others are readings of the rules stricter than OpenSSL's. */
const LEAST_CORE = 85;

test('x509-limbo: every BetterTLS case, and the core cases that OpenSSL would pass, are judged right', (t) => {
  if (!existsSync(FILE)) {
    t.pass('skipped: the vectors are not beside the repository (../shared/vectors/x509-limbo.json.gz)');
    t.log('skipped: no ../shared/vectors/x509-limbo.json.gz');
    return;
  }
  const file = readLimbo(FILE);
  const results = runLimbo(file);
  const rows = results.map((each) => ({ ...each, group: each.case.id.split('::')[0], id: each.case.id }));
  t.log(report(rows, true));
  const better = results.filter((each) => each.case.id.startsWith('bettertls::'));
  const soft = new Set(file._meta?.bettertls_soft);
  t.deepEqual(
    better.filter((each) => each.outcome !== 'right' && !soft.has(each.case.id)).map((each) => each.case.id),
    [],
  );
  const core = results.filter((each) => !each.case.id.startsWith('bettertls::'));
  t.true(countOf(core, 'right') >= LEAST_CORE, `${countOf(core, 'right')} of ${core.length}`);
});
