import test from 'ava';
import { Fault } from '../../lib/bytes/fault.ts';
import type { Verdict } from '../../lib/pki/verify.ts';
import { findPython, type Program } from '../tools/programs.ts';
import { type RandomChain, randomChain } from './random-chains/chain.ts';
import { type Answer, ask } from './random-chains/cpython.ts';
import { acceptedHere, refusedHere, unreadHere } from './random-chains/differences.ts';
import { judged, wordsFor } from './random-chains/ours.ts';

/** How many chains, and from which seed on: `PYSSL_CHAINS=5000 PYSSL_SEED=1 npx ava compat-tests/live/chains.test.ts`. */
const COUNT = Number(process.env.PYSSL_CHAINS ?? 200);
const SEED = Number(process.env.PYSSL_SEED ?? 20260101);
/** One certificate in so many has a byte changed before it is signed. */
const BENDING = Number(process.env.PYSSL_BENDING ?? 20);

test('random chains are judged as CPython judges them: same code, same words, same chain', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython with ssl.SSLObject.get_verified_chain here');
    t.pass('skipped: no CPython');
    return;
  }
  const chains = Array.from({ length: COUNT }, (_, i) => randomChain(SEED + i, BENDING));
  const answers = ask(python, chains);
  const codes = new Set(answers.map(({ code }) => code ?? -1));
  const skipped = answers.filter((each) => each.skipped !== undefined).length;
  t.log(`${COUNT} chains from seed ${SEED}: ${skipped} skipped (CPython would not load or send them)`);
  t.log(`verify codes seen: ${[...codes].sort((a, b) => a - b).join(' ')}`);
  t.true(skipped < COUNT / 2);

  const unlike = chains.flatMap((chain, i): Unlike[] => {
    const theirs = wordsOf(answers[i]);
    const verdict = judged(chain);
    if (theirs === undefined || theirs === oursOn(chain, verdict)) return [];
    return [{ chain, verdict, theirs, theyAccept: answers[i].code === 0 }];
  });
  const [listed, others] = explained(python, unlike);
  for (const [name, seeds] of listed) t.log(`${name}: seeds ${seeds.join(', ')}`);
  t.deepEqual(
    others.map(
      ({ chain, verdict, theirs }) =>
        `seed ${chain.seed}: ours ${oursOn(chain, verdict)}, theirs ${theirs}; ${chain.story.join('; ')}`,
    ),
    [],
  );
});

interface Unlike {
  readonly chain: RandomChain;
  readonly verdict: Verdict | Fault;
  readonly theirs: string;
  readonly theyAccept: boolean;
}

/** The listed differences with the seeds that show them, and what none of them explains. */
function explained(
  python: Program,
  all: readonly Unlike[],
): readonly [listed: ReadonlyMap<string, readonly number[]>, others: readonly Unlike[]] {
  const listed = new Map<string, number[]>();
  const list = (name: string, { chain }: Unlike) => {
    listed.set(name, [...(listed.get(name) ?? []), chain.seed]);
    return false;
  };
  let others = all;
  for (const { name, concerns } of unreadHere)
    others = others.filter(
      (each) => !concerns(each.chain, each.verdict, each.theyAccept) || list(name, each),
    );
  for (const { name, instead } of [...acceptedHere, ...refusedHere]) {
    const ofAccepted = acceptedHere.some((row) => row.name === name);
    const questions = others.flatMap((each) => {
      // What they accept we must accept along the same path.
      const concerned = isAccepted(each.verdict) ? ofAccepted && !each.theyAccept : !ofAccepted;
      const chain = concerned ? instead(each.chain, each.verdict) : undefined;
      return chain === undefined ? [] : [{ each, chain }];
    });
    if (questions.length === 0) continue;
    const answers = ask(
      python,
      questions.map(({ chain }) => chain),
    );
    const proven = new Set<Unlike>();
    for (const [i, { each }] of questions.entries()) {
      if (wordsOf(answers[i]) === oursOn(each.chain, each.verdict)) proven.add(each);
    }
    others = others.filter((each) => !proven.has(each) || list(name, each));
  }
  return [listed, others];
}

function isAccepted(verdict: Verdict | Fault): boolean {
  return !(verdict instanceof Fault) && verdict.ok;
}

function oursOn(chain: RandomChain, verdict: Verdict | Fault): string {
  return verdict instanceof Fault ? `unreadable: ${verdict.message}` : wordsFor(verdict, chain);
}

function wordsOf({ code, message, chain }: Answer): string | undefined {
  return code === undefined ? undefined : `${code} ${message} ${chain?.join() ?? ''}`;
}
