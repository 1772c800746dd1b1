/** Exceptions made by hand, of any number of arguments: what they print and hold, here and in CPython. */
import { spawnSync } from 'node:child_process';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { findPython } from '../tools/programs.ts';

const classes = [
  'SSLError',
  'SSLZeroReturnError',
  'SSLWantReadError',
  'SSLWantWriteError',
  'SSLSyscallError',
  'SSLEOFError',
  'SSLCertVerificationError',
  'OSError',
  'FileNotFoundError',
  'ValueError',
] as const;

const lists: readonly (readonly (string | number | null)[])[] = [
  [],
  ['x'],
  [''],
  [5],
  [null],
  [1, 'foo'],
  [1, ''],
  [1, 2],
  ['a', 'b'],
  [null, 'b'],
  [1, null],
  [1, 'foo', 'file'],
  [1, 'foo', null],
  [1, 'foo', 'file', 0],
  [1, 'foo', 'file', null, 'other'],
  [1, 'foo', 'file', null, 'other', 6],
  ["it's"],
  ['"both\''],
  ['a\nb\\'],
];

const PROGRAM = `
import json, ssl, sys
names = "errno strerror filename reason library verify_code verify_message".split()
def told(Class, args):
    error = getattr(ssl, Class, None) or __builtins__.__dict__[Class]
    error = error(*args)
    values = {name: getattr(error, name) for name in names if hasattr(error, name)}
    return [str(error), list(error.args), values]
print(json.dumps([[told(Class, args) for args in lists] for Class, lists in json.load(sys.stdin)]))`;

const NAMES = ['errno', 'strerror', 'filename', 'reason', 'library', 'verify_code', 'verify_message'];

function told(Class: (typeof classes)[number], args: readonly unknown[]) {
  const error = Reflect.construct(Reflect.get(ssl, Class), args) as Error & { args: unknown[] };
  const values = NAMES.filter((name) => name in error).map((name) => [name, Reflect.get(error, name)]);
  return [error.message, error.args, Object.fromEntries(values)];
}

test('exceptions print and hold what they do in CPython', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython on this machine to compare with');
    t.pass();
    return;
  }
  const { stdout, stderr, status } = spawnSync(python.path, ['-c', PROGRAM], {
    input: JSON.stringify(classes.map((Class) => [Class, lists])),
    encoding: 'utf8',
  });
  t.is(status, 0, stderr);
  const theirs = JSON.parse(stdout) as unknown[][];
  for (const [i, Class] of classes.entries())
    for (const [j, args] of lists.entries())
      t.deepEqual(told(Class, args), theirs[i][j] as never, `${Class}(${JSON.stringify(args)})`);
});
