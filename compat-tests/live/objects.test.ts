/** Every object that CPython can look up, looked up here: by number, by either name, by identifier. */
import { spawnSync } from 'node:child_process';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { findPython } from '../tools/programs.ts';

const LAST_NID = 1300;

/** What each question is answered with: the object as a list, or the exception. */
const PROGRAM = `
import json, ssl, sys
def answer(find, what):
    try: return list(find(what))
    except ValueError as error: return str(error)
asked = json.load(sys.stdin)
objects = [answer(ssl._ASN1Object.fromnid, nid) for nid in range(asked["last"])]
names = [each for row in objects if isinstance(row, list) for each in row[1:] if each] + asked["texts"]
print(json.dumps({
    "objects": objects,
    "names": [[name, answer(ssl._ASN1Object.fromname, name), answer(ssl._ASN1Object, name)] for name in names],
}))`;

const texts = [
  ...[
    '',
    '0',
    '1',
    '2',
    '3',
    '3.1',
    '1.',
    '1. ',
    '2.',
    '1.2',
    '1.3',
    '1.3.',
    '1.3..',
    '1..2',
    '1.39',
    '1.40',
  ],
  ...[
    '0.40',
    '2.40',
    '2.999.1',
    '1.02',
    '1 3 6 1',
    '1.3 . 6',
    '1.-2',
    '1.3.6.1.4.1.99999',
    '2.5.4.00003',
    '.1.2',
  ],
  ...['serverauth', 'SERVERAUTH', 'x', ' ', '1.2.3x', '1.2.é', `1.2.${'9'.repeat(90)}`],
];

type Answer = readonly (number | string | null)[] | string;

function answer<What>(find: (what: What) => ssl._ASN1Object, what: What): Answer {
  try {
    const { nid, shortname, longname, oid } = find(what);
    return [nid, shortname, longname, oid];
  } catch (error) {
    if (error instanceof ssl.ValueError) return error.message;
    throw error;
  }
}

test('every object of OpenSSL is found by its number, its names and its identifier, and nothing else is', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython on this machine to compare with');
    t.pass();
    return;
  }
  const { stdout, stderr, status } = spawnSync(python.path, ['-c', PROGRAM], {
    input: JSON.stringify({ last: LAST_NID, texts }),
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  t.is(status, 0, stderr);
  const theirs = JSON.parse(stdout) as { objects: Answer[]; names: [string, Answer, Answer][] };
  t.true(theirs.objects.filter(Array.isArray).length > 1000);
  const { fromnid, fromname } = ssl._ASN1Object;
  t.deepEqual(
    theirs.objects.map((_, nid) => answer((each) => fromnid(each), nid)),
    theirs.objects,
  );
  for (const [name, byName, byNumber] of theirs.names) {
    t.deepEqual(
      answer((each) => fromname(each), name),
      byName,
      name,
    );
    t.deepEqual(
      answer((oid) => new ssl._ASN1Object(oid), name),
      byNumber,
      name,
    );
  }
});
