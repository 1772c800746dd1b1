import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { parity } from './parity.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const inventory = here('../../../shared/spec/test-inventory.md');

/** The classes and tests that the tables of the inventory list. */
function listed(text: string): string[] {
  const part = text.slice(
    text.indexOf('## test_ssl.py, CPython'),
    text.indexOf('Changed expectations in existing'),
  );
  const rows = part.matchAll(/^\| (?:\d+ \| )?(\w+) \| (test_\w+)/gm);
  return [...rows].map(([, Class, name]) => `${Class}.${name}`);
}

const all = Object.entries(parity).flatMap(([Class, tests]) =>
  Object.entries(tests).map(([name, where]) => ({ full: `${Class}.${name}`, name, where })),
);

test('every test of the inventory is accounted for, and no other', (t) => {
  if (!existsSync(inventory)) {
    t.log('skipped: the inventory is not beside this repository');
    t.pass();
    return;
  }
  t.deepEqual(all.map(({ full }) => full).sort(), listed(readFileSync(inventory, 'utf8')).sort());
});

test('what is said to be ported is in its file', (t) => {
  for (const { full, name, where } of all) {
    if (!('ported' in where)) continue;
    const source = readFileSync(here(where.ported), 'utf8');
    // Some stand in a table of names, or have a part of the name filled in.
    const found =
      source.includes(full) || source.includes(`'${name}'`) || /^test_set_\w+_sigalgs$/.test(name);
    t.true(found, `${full} in ${where.ported}`);
  }
});

test('what is not ported has a reason', (t) => {
  for (const { full, where } of all) if ('reason' in where) t.true(where.reason.length > 10, full);
  const ported = all.filter(({ where }) => 'ported' in where).length;
  t.log(`${ported} of ${all.length} are ported, in ${readdirSync(here('.')).length - 2} files`);
});
