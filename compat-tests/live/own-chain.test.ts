import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { buildOwnChain } from '../../lib/pki/own-chain.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { findPython, type Program } from '../tools/programs.ts';
import { type RandomChain, randomChain } from './random-chains/chain.ts';
import { chainPem } from './random-chains/cpython.ts';

/** `PYSSL_CHAINS=1000 PYSSL_SEED=1 npx ava compat-tests/live/own-chain.test.ts`. */
const COUNT = Number(process.env.PYSSL_CHAINS ?? 150);
const SEED = Number(process.env.PYSSL_SEED ?? 20260101);

interface Answer {
  readonly skipped?: string;
  readonly chain?: readonly string[];
}

/** What a server is given: a chain to present, and a store beside it. */
interface Loading {
  readonly seed: number;
  readonly story: RandomChain['story'];
  readonly key: RandomChain['leafKey'];
  readonly file: RandomChain['sent'];
  readonly store: RandomChain['sent'];
}

test('the chain that we send is the one that CPython sends, whatever is in the file and in the store', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython with ssl.SSLObject.get_verified_chain here');
    t.pass('skipped: no CPython');
    return;
  }
  const loadings = Array.from({ length: COUNT }, (_, i) => loadingOf(SEED + i));
  const answers = ask(python, loadings);
  const lengths = new Map<number, number>();
  const differences = loadings.flatMap((loading, i) => {
    const theirs = answers[i].chain;
    if (theirs === undefined) return [];
    const ours = chainFor(loading);
    lengths.set(ours.length, (lengths.get(ours.length) ?? 0) + 1);
    if (ours.join() === theirs.join()) return [];
    return [
      `seed ${loading.seed}: ours ${ours.length}, theirs ${theirs.length}; ${loading.story.join('; ')}`,
    ];
  });
  const skipped = answers.filter((each) => each.skipped !== undefined).length;
  t.log(`${COUNT} from seed ${SEED}, ${skipped} skipped (CPython would not load or send them)`);
  t.log(
    `chains by length: ${[...lengths]
      .sort((a, b) => a[0] - b[0])
      .map(([length, count]) => `${length}: ${count}`)
      .join(', ')}`,
  );
  t.true(skipped < COUNT / 4);
  t.deepEqual(differences, []);
});

/** In turn: everything in the file; only the leaf, the rest in the store; only the leaf, and what is trusted. */
function loadingOf(seed: number): Loading {
  const { leafKey: key, sent, trusted, story } = randomChain(seed);
  const [leaf, ...rest] = sent;
  const ways = [
    { file: sent, store: trusted },
    { file: [leaf], store: [...rest, ...trusted] },
    { file: [leaf], store: trusted },
  ];
  return { seed, story, key, ...ways[seed % ways.length] };
}

function chainFor({ file, store: known }: Loading): string[] {
  const store = new CertificateStore();
  for (const each of known) store.add(each.der);
  const [leaf, ...rest] = file.map((each) => parseCertificate(each.der));
  return buildOwnChain(leaf, rest, store, Date.now() / 1000).map(({ der }) =>
    createHash('sha256').update(der).digest('hex'),
  );
}

function ask(python: Program, loadings: readonly Loading[]): Answer[] {
  const script = fileURLToPath(new URL('own-chain.py', import.meta.url));
  const input = loadings.map(({ key, file, store }) =>
    JSON.stringify({ key: key.pem, chain: chainPem(file), store: chainPem(store) }),
  );
  const run = spawnSync(python.path, [script], {
    input: `${input.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}
