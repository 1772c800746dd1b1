/** The calls that the compiler judges in calls.ts, made: what it lets pass works, what it refuses is refused. */
import { readFileSync } from 'node:fs';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { assign, early, enumerations, right, wrong } from './calls.ts';

const here = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

for (const [name, call] of Object.entries(right))
  test(`compiles, and returns: ${name}`, (t) => t.notThrows(call));

for (const [name, call] of Object.entries(early))
  test(`compiles, and waits for the handshake: ${name}`, (t) => {
    const error = t.throws(call);
    t.true(error instanceof ssl.SSLWantReadError || error.message === 'handshake not done yet');
  });

for (const [name, call] of Object.entries(wrong))
  test(`does not compile, and is a TypeError: ${name}`, (t) => {
    t.throws(call, { instanceOf: TypeError });
  });

test('members of enumerations are numbers, and cannot be assigned to', (t) => {
  t.deepEqual(enumerations.slice(0, 4), [772, 2, 0, 0x4000]);
  t.throws(assign, { instanceOf: TypeError });
});

test('the compiler reads these calls, and expects an error at each wrong one', (t) => {
  const { include } = JSON.parse(here('../../tsconfig.json')) as { readonly include: readonly string[] };
  t.true(include.includes('compat-tests'));
  const expectations = here('calls.ts').match(/^ *\/\/ @ts-expect-error: ./gm) ?? [];
  const beside = 5; // four of enumerations, one assignment
  t.is(expectations.length, Object.keys(wrong).length + beside);
});
