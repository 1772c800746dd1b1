/** server_hostname in every alphabet, here and in CPython: what it becomes, or why it cannot become anything. */
import { spawnSync } from 'node:child_process';
import test, { type ExecutionContext } from 'ava';
import fc from 'fast-check';
import * as ssl from '../../lib/index.ts';
import { findPython } from '../tools/programs.ts';
import { seed } from '../tools/seed.ts';

/** Names come as lists of code points, since JSON and pipes do not carry lone surrogates. */
const PROGRAM = `
import json, ssl, sys, unicodedata
context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
def answer(points):
    try: return context._encode_hostname("".join(map(chr, points)))
    except UnicodeError as error: return [str(error)]
asked = json.load(sys.stdin)
print(json.dumps({
    "answers": [answer(points) for points in asked],
    # Letters that are younger than this Python have no lower case in it.
    "young": [any(unicodedata.category(chr(point)) == "Cn" for point in points) for points in asked],
}))`;

const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);

function answer(name: string): string | null | [string] {
  try {
    return context._encode_hostname(name);
  } catch (error) {
    if (error instanceof ssl.UnicodeEncodeError) return [error.message];
    throw error;
  }
}

function compare(t: ExecutionContext, names: readonly string[]): void {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython on this machine to compare with');
    t.pass();
    return;
  }
  const asked = names.map((name) => Array.from(name, (char) => char.codePointAt(0) ?? 0));
  const { stdout, stderr, status } = spawnSync(python.path, ['-c', PROGRAM], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  t.is(status, 0, stderr);
  const theirs = JSON.parse(stdout) as { answers: (string | [string])[]; young: boolean[] };
  const differences = names.flatMap((name, i) => {
    const [ours, other] = [answer(name), theirs.answers[i]];
    if (theirs.young[i] || JSON.stringify(ours) === JSON.stringify(other)) return [];
    return [
      `${JSON.stringify(name)} (${asked[i].map((point) => point.toString(16))}): ${ours}, not ${other}`,
    ];
  });
  t.deepEqual(differences.slice(0, 10), []);
}

test('every character by itself, and between letters', (t) => {
  const names: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    // Beyond the third plane are only private characters and a few tags.
    if (point >= 0x32000 && point < 0xe0000) continue;
    if (point >= 0xe0200 && point % 0x1000 !== 0) continue;
    const char = String.fromCodePoint(point);
    names.push(char);
    const ideographic = (point >= 0x3400 && point < 0xf900) || point >= 0x20000;
    if (!ideographic) names.push(`a${char}\u0301b`);
  }
  compare(t, names);
});

test('names of people and places, and mistakes in them', (t) => {
  const long = 'x'.repeat(63);
  compare(t, [
    ...[
      'straße.de',
      'KÖNIG.x',
      '☃。x',
      '例え.テスト',
      'bücher.example.',
      'ελλάς.gr',
      'ΣΊΣΥΦΟΣ.gr',
      'ﬁ.x',
      '①.x',
    ],
    ...[
      'ä..b',
      'ä.',
      '。',
      '。。',
      'ä。',
      '.ä',
      'a.ä..',
      '\u00ad',
      '\u00ad.x',
      'x.\u200b.y',
      'xn--ä',
      'XN--Ä',
      'ｘｎ--a',
    ],
    ...[
      `${long}.ä`,
      `${long}x.ä`,
      `${long}ä`,
      'ä'.repeat(59),
      'ä'.repeat(60),
      'ä'.repeat(64),
      `${'ä.'.repeat(200)}x`,
    ],
    ...[`${long}.`, `${long}x.`, 'a..', '..', '.', ' ', 'a b', 'a\tb.c', '\ud800', 'a\udc00b', '\u{1f600}.x'],
    ...['שלום', 'שלום1', '1שלום', 'שaלום', 'שלום.example', 'مثال.إختبار', 'ا1', 'ا1ا', 'ا-ا', '١', 'א\u0301'],
    ...[
      'a\u00a0b',
      'a\u3000b',
      'a\u2028b',
      'a\ue000b',
      'a\ufffdb',
      'a\u2ff0b',
      'a\u0340b',
      'a\u202ab',
      'a\u{e0001}b',
    ],
    ...[
      'İstanbul',
      'ıstanbul',
      'ŉ',
      'ΐ',
      'ᾳ',
      'ᾼ',
      'ﬀ',
      '\u{1d400}',
      '\u{2f868}',
      'Å',
      'K',
      '\u1e9e',
      'ς',
      '\u{1d6d3}',
    ],
  ]);
});

test('names made at random', (t) => {
  t.log(`seed ${seed}`);
  const char = fc.oneof(
    fc.constantFrom(...'abz019-.。．｡'),
    fc.integer({ min: 0x80, max: 0x24ff }).map((point) => String.fromCodePoint(point)),
    fc.integer({ min: 0x5d0, max: 0x6ff }).map((point) => String.fromCodePoint(point)),
    fc.integer({ min: 0x1d00, max: 0x1fff }).map((point) => String.fromCodePoint(point)),
    fc.integer({ min: 0xf900, max: 0x2fa1f }).map((point) => String.fromCodePoint(point)),
  );
  const name = fc.array(char, { minLength: 1, maxLength: 30 }).map((chars) => chars.join(''));
  compare(t, fc.sample(name, { seed, numRuns: 20_000 }));
});
