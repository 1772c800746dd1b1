import { readFileSync } from 'node:fs';
import test from 'ava';
import { parity } from './parity.ts';

for (const [whose, tests] of Object.entries(parity)) {
  test(`what is said to be ported of ${whose} is in its file, and the rest has a reason`, (t) => {
    const entries = Object.entries(tests);
    for (const [name, where] of entries) {
      if ('reason' in where) t.true(where.reason.length > 10, name);
      else {
        const source = readFileSync(new URL(where.ported, import.meta.url), 'utf8');
        t.true(source.includes(`'${name}`) || source.includes(`\`${name}`), `${name} in ${where.ported}`);
      }
    }
    t.is(entries.length, whose === 'trio' ? 32 : 15);
    t.log(`${entries.filter(([, where]) => 'ported' in where).length} of ${entries.length} are ported`);
  });
}
