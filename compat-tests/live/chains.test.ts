import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { equal } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { signatureRecipe } from '../../lib/pki/algorithms.ts';
import { type Certificate, parseCertificate } from '../../lib/pki/certificate.ts';
import { Signatures } from '../../lib/pki/signatures.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { type Verdict, verifyChain } from '../../lib/pki/verify.ts';
import { verifyCodes } from '../../lib/ssl/verify-codes.ts';
import { completeFlags, rulesOf, verifyTime } from '../../lib/ssl/verify-rules.ts';
import { ipBytes } from '../tools/ip.ts';
import { verifyingProvider } from '../tools/key-provider.ts';
import { findPython, type Program } from '../tools/programs.ts';
import { chainPem, type RandomChain, randomChain, trustedPem } from './chains.ts';

/** How many chains, and from which seed on: `PYSSL_CHAINS=5000 PYSSL_SEED=1 npx ava compat-tests/live/chains.test.ts`. */
const COUNT = Number(process.env.PYSSL_CHAINS ?? 200);
const SEED = Number(process.env.PYSSL_SEED ?? 20260101);
/** One certificate in so many has a byte changed before it is signed. */
const BENDING = Number(process.env.PYSSL_BENDING ?? 20);

interface Answer {
  readonly skipped?: string;
  readonly code?: number;
  readonly message?: string;
  readonly chain?: readonly string[];
}

test('random chains are judged as CPython judges them: same code, same words, same chain', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython with ssl.SSLObject.get_verified_chain here');
    t.pass('skipped: no CPython');
    return;
  }
  const chains = Array.from({ length: COUNT }, (_, i) => randomChain(SEED + i, BENDING));
  const answers = ask(python, chains);

  const differences: string[] = [];
  const detours: RandomChain[] = [];
  const mistaken: number[] = [];
  const unread: string[] = [];
  const explained: string[] = [];
  let skipped = 0;
  const codes = new Set<number>();
  for (const [i, chain] of chains.entries()) {
    const theirs = answers[i];
    if (theirs.skipped !== undefined) {
      skipped++;
      continue;
    }
    codes.add(theirs.code ?? -1);
    const verdict = judged(chain);
    if (verdict instanceof Fault) {
      unread.push(`seed ${chain.seed}: ${verdict.message}`);
      continue;
    }
    const ours = wordsFor(verdict, chain);
    const expected = `${theirs.code} ${theirs.message} ${theirs.chain?.join() ?? ''}`;
    if (verdict.ok && theirs.code !== 0) {
      // We go back and take another way where OpenSSL gives up. It must find that way good if it is shown nothing else.
      detours.push({ ...chain, ...alone(verdict.path, chain) });
    } else if (ours !== expected && isMistaken(chain, theirs)) {
      mistaken.push(chain.seed);
    } else if (ours !== expected && !verdict.ok && reasonFor(chain) !== undefined) {
      explained.push(`seed ${chain.seed}: ${reasonFor(chain)}`);
    } else if (ours !== expected) {
      differences.push(`seed ${chain.seed}: ours ${ours}, theirs ${expected}; ${chain.story.join('; ')}`);
    }
  }
  t.log(`${COUNT} chains from seed ${SEED}: ${skipped} skipped (CPython's server would not send them)`);
  t.log(`verify codes seen: ${[...codes].sort((a, b) => a - b).join(' ')}`);
  t.log(`accepted along another way than the first: ${detours.length}`);
  t.log(`trusted by the very certificate, which OpenSSL does not see: ${mistaken.join(', ') || 'none'}`);
  t.log(`not read here, since BER is not DER: ${unread.join(', ') || 'none'}`);
  t.log(`refused for another reason: ${explained.join(', ') || 'none'}`);
  t.true(skipped < COUNT / 2);
  for (const { code } of detours.length === 0 ? [] : ask(python, detours)) t.is(code, 0);
  t.deepEqual(differences, []);
});

/**
 * A leaf that looks self-signed and is trusted itself: OpenSSL compares it with the first certificate of its name in
 * the store, and overlooks it if another one (here: who issued it under its own name) stands before it.
 */
function isMistaken({ sent: [leaf], trusted }: RandomChain, { code }: Answer): boolean {
  const namesakes = trusted.filter(({ subject }) => subject === leaf.subject);
  return code === 18 && namesakes.includes(leaf) && namesakes.length > 1;
}

/** Why a chain with a changed byte may be refused here for something else than there, or here alone. */
function reasonFor({ story, sent, trusted }: RandomChain): string | undefined {
  if (!story.some((line) => line.startsWith('byte '))) return undefined;
  const certificates = [...sent, ...trusted].map(({ der }) => parseCertificate(der));
  if (certificates.some(({ flawed }) => flawed)) return 'an extension that is BER, or has bytes behind it';
  const isForeign = certificates.some(
    ({ subjectKey, innerAlgorithm }) =>
      (subjectKey.parts === undefined && !subjectKey.broken) || signatureRecipe(innerAlgorithm) === undefined,
  );
  return isForeign ? 'an algorithm or a curve that we do not have, and OpenSSL has not either' : undefined;
}

function ask(python: Program, chains: readonly RandomChain[]): Answer[] {
  const script = fileURLToPath(new URL('chains.py', import.meta.url));
  const input = chains.map(lineFor).join('');
  const run = spawnSync(python.path, [script], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

/** Just this path: all but its end sent, its end trusted. */
function alone(path: readonly Certificate[], chain: RandomChain): Pick<RandomChain, 'sent' | 'trusted'> {
  const made = path.map(({ der }) => [...chain.sent, ...chain.trusted].find((each) => equal(each.der, der)));
  const known = made.filter((each) => each !== undefined);
  return { sent: known.length === 1 ? known : known.slice(0, -1), trusted: known.slice(-1) };
}

function lineFor(chain: RandomChain): string {
  const { host, securityLevel, flags, commonNames, leafKey, sent, trusted, notes, crls } = chain;
  const job = {
    host,
    securityLevel,
    flags,
    commonNames,
    key: leafKey.pem,
    chain: chainPem(sent),
    trusted: trustedPem(trusted, notes),
    crls: crls.map((crl) => crl.pem),
  };
  return `${JSON.stringify(job)}\n`;
}

function judged(chain: RandomChain): Verdict | Fault {
  try {
    for (const { der } of chain.trusted) parseCertificate(der);
    return judge(chain);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

function judge(chain: RandomChain): Verdict {
  const store = new CertificateStore();
  for (const each of chain.trusted) store.add(each.der, chain.notes.get(each));
  for (const each of chain.crls) store.addCrl(each.der);
  const [leaf, ...untrusted] = chain.sent.map((each) => parseCertificate(each.der));
  const address = isIP(chain.host) ? ipBytes(chain.host) : undefined;
  return verifyChain({
    leaf,
    untrusted,
    store,
    time: verifyTime(chain.flags, Date.now() / 1000),
    purpose: 'serverAuth',
    peerName: address === undefined ? { kind: 'dns', name: chain.host } : { kind: 'ip', address },
    rules: { ...rulesOf(completeFlags(0, chain.flags)), commonNames: chain.commonNames },
    securityLevel: chain.securityLevel,
    maxDepth: 100,
    signatures: new Signatures(verifyingProvider),
  });
}

function wordsFor(verdict: Verdict, chain: RandomChain): string {
  if (verdict.ok)
    return `0 ok ${verdict.path.map((each) => createHash('sha256').update(each.der).digest('hex')).join()}`;
  const { code, text } = verifyCodes[verdict.name];
  if (verdict.name === 'hostNameMismatch') {
    return `62 Hostname mismatch, certificate is not valid for '${chain.host}'. `;
  }
  if (verdict.name === 'ipAddressMismatch') {
    return `64 IP address mismatch, certificate is not valid for '${chain.host}'. `;
  }
  return `${code} ${text} `;
}
