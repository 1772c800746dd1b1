/**
 * Runs files of the Wycheproof schema against a crypto provider. A case is right when a `valid` one is accepted with
 * exactly the output listed, and an `invalid` one refused. For `acceptable` ones a rule says which of the two we do,
 * and a case that does the other is wrong as well.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import { type Answer, type Case, type Group, judges } from './wycheproof-judges.ts';

export interface WycheproofFile {
  readonly name: string;
  readonly groups: readonly { readonly group: Group; readonly tests: readonly Case[] }[];
}

export interface Tally {
  right: number;
  /** Cases that the rule for `acceptable` decided, by flag and what was decided. */
  readonly decided: Map<string, number>;
  readonly skipped: Map<string, number>;
  readonly wrong: string[];
}

/** Flags whose `acceptable` cases we refuse, as OpenSSL does (and compressed points, which TLS 1.3 has not). */
const REFUSED = new Set([
  'InvalidAsn',
  'MissingNull',
  'UnnamedCurve',
  'ZeroSharedSecret',
  'CompressedPublic',
  'CompressedPoint',
]);

/** Reads a file, gzipped or not. */
export function readWycheproof(path: string): WycheproofFile {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  const { algorithm, testGroups } = JSON.parse(text) as {
    algorithm: string;
    testGroups: (Group & { tests: Case[] })[];
  };
  return {
    name: basename(path).replace(/\.json(\.gz)?$/, ''),
    groups: testGroups.map(({ tests, ...group }) => ({
      group: { ...group, algorithm } as unknown as Group,
      tests: tests.map((each) => ({ ...each, flags: each.flags ?? [] })), // some files leave an empty list out
    })),
  };
}

export function emptyTally(): Tally {
  return { right: 0, decided: new Map(), skipped: new Map(), wrong: [] };
}

/** Judges the cases that `chosen` picks, into the tally. */
export function runWycheproof(
  file: WycheproofFile,
  provider: CryptoProvider,
  tally: Tally,
  chosen: () => boolean = () => true,
): void {
  for (const { group, tests } of file.groups) {
    const judge = judges[group.type]?.(group, provider) ?? { skip: `no judge for ${group.type}` };
    for (const test of tests) {
      if (!chosen()) continue;
      if ('skip' in judge) count(tally.skipped, judge.skip);
      else settle(`${file.name} ${test.tcId}`, test, answerOf(judge.answer, test), tally);
    }
  }
}

function answerOf(answer: (test: Case) => Answer, test: Case): Answer {
  try {
    return answer(test);
  } catch (error) {
    if (error instanceof RangeError) return 'refuses'; // a wrong use: the length of a key, a nonce, a block
    return { skip: `threw ${error}` };
  }
}

function settle(id: string, test: Case, answer: Answer, tally: Tally): void {
  if (typeof answer === 'object') {
    if (answer.skip.startsWith('threw')) tally.wrong.push(`${id}: ${answer.skip}`);
    else count(tally.skipped, answer.skip);
    return;
  }
  const expected =
    test.result === 'acceptable' ? rule(test) : test.result === 'valid' ? 'accepts' : 'refuses';
  if (answer !== expected) {
    tally.wrong.push(`${id} (${test.result}, ${test.flags.join(' ')}): ${answer} ${test.comment ?? ''}`);
    return;
  }
  tally.right++;
  if (test.result === 'acceptable') count(tally.decided, `${expected} ${test.flags.join('+')}`);
}

function rule(test: Case): 'accepts' | 'refuses' {
  return test.flags.some((flag) => REFUSED.has(flag)) ? 'refuses' : 'accepts';
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** One line for people. */
export function describe(name: string, { right, decided, skipped, wrong }: Tally): string {
  const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, n) => total + n, 0);
  return `${name}: ${right} right (${sum(decided)} of them acceptable), ${wrong.length} wrong, ${sum(skipped)} skipped`;
}

/** `3 accepts Twist, 2 refuses MissingNull`. */
export function list(counts: Map<string, number>): string {
  return [...counts].map(([key, n]) => `${n} ${key}`).join(', ') || 'none';
}
