import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Fault } from '../../lib/bytes/fault.ts';
import type { PublicKey } from '../../lib/crypto/provider.ts';
import { type Certificate, parseCertificate } from '../../lib/pki/certificate.ts';
import { type SignatureChecker, Signatures, type Signed } from '../../lib/pki/signatures.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { defaultRules, type VerifyRules, verifyChain } from '../../lib/pki/verify.ts';
import { VerifyFlags } from '../../lib/ssl/enums.ts';
import { rulesOf } from '../../lib/ssl/verify-rules.ts';
import { verifyingProvider } from '../tools/key-provider.ts';
import { dsaParameters, verifyDsa } from './dsa.ts';
import { type Outcome, report } from './report.ts';

/**
 * NIST's PKITS: paths with policies, name constraints, revocation lists of every kind. Everything that a rule can be
 * asked for is asked for: lists for the whole chain, indirect ones, deltas, policies as each test sets them.
 *
 * With `--python`, only what a program can ask Python's `ssl` for: the flags that it has names for, and no initial
 * policies. What depends on the rest is wrong then.
 *
 *     npm run pkits -- FILE [--list] [--python]
 */
export interface PkitsFile {
  readonly validation_time: string;
  readonly policy_oids: Readonly<Record<string, string>>;
  readonly defaults: PkitsSettings;
  readonly tests: readonly PkitsTest[];
  readonly certs: Readonly<Record<string, string>>;
  readonly crls: Readonly<Record<string, string>>;
}

interface PkitsSettings {
  readonly initial_policy_set: readonly string[];
  readonly user_constrained_policy_set: readonly string[];
  readonly initial_explicit_policy: boolean;
  readonly initial_policy_mapping_inhibit: boolean;
  readonly initial_inhibit_any_policy: boolean;
}

export interface PkitsTest extends Partial<PkitsSettings> {
  readonly id: string;
  readonly suite: string;
  readonly name: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly should_validate: boolean;
}

export interface PkitsResult {
  readonly test: PkitsTest;
  readonly outcome: Outcome;
  readonly words: string;
}

export function readPkits(path: string | URL): PkitsFile {
  const bytes = readFileSync(path);
  return JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')) as PkitsFile;
}

export function runPkits(file: PkitsFile, asking: 'everything' | 'python' = 'everything'): PkitsResult[] {
  return file.tests.map((test) => {
    const words = verdictOn(test, file, asking === 'python' ? askedByPython : askedInFull(test, file));
    const accepted = words === 'ok';
    const outcome =
      accepted === test.should_validate ? 'right' : accepted ? 'wronglyAccepted' : 'wronglyRefused';
    return { test, outcome, words };
  });
}

function askedInFull(test: PkitsTest, file: PkitsFile): VerifyRules {
  const settings = { ...file.defaults, ...test };
  return {
    ...defaultRules,
    revocation: 'chain',
    extendedCrls: true,
    deltaCrls: true,
    policies: {
      initial: settings.initial_policy_set.map((name) => file.policy_oids[name]),
      requireExplicit: settings.initial_explicit_policy,
      inhibitMapping: settings.initial_policy_mapping_inhibit,
      inhibitAny: settings.initial_inhibit_any_policy,
    },
  };
}

const askedByPython: VerifyRules = rulesOf(VerifyFlags.VERIFY_CRL_CHECK_CHAIN);

function verdictOn(test: PkitsTest, file: PkitsFile, rules: VerifyRules): string {
  try {
    const store = new CertificateStore();
    const [anchor, ...others] = test.certs.map((name) => parseCertificate(bytesOf(file.certs[name])));
    store.add(anchor.der);
    for (const name of test.crls) store.addCrl(bytesOf(file.crls[name]));
    const leaf = others.pop() ?? anchor;
    const verdict = verifyChain({
      leaf,
      untrusted: others,
      store,
      time: Date.parse(file.validation_time) / 1000,
      purpose: 'any',
      peerName: undefined,
      rules,
      securityLevel: 0,
      maxDepth: 100,
      signatures: new DsaToo([anchor, ...others]),
    });
    return verdict.ok ? 'ok' : `${verdict.name} at ${verdict.depth}`;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

/** pyssl knows no DSA; a caller who does adds it from outside, as here. */
class DsaToo implements SignatureChecker {
  readonly #others = new Signatures(verifyingProvider);
  readonly #authorities: readonly Certificate[];

  constructor(authorities: readonly Certificate[]) {
    this.#authorities = authorities;
  }

  keyOf(certificate: Certificate): PublicKey | undefined {
    return this.#others.keyOf(certificate);
  }

  check(signed: Signed, issuer: Certificate): 'good' | 'bad' | 'noKey' {
    const parent = this.#authorities.find((each) => each.subject.canonical === issuer.issuer.canonical);
    const answer = verifyDsa(signed as Signed & Certificate, issuer, parent && dsaParameters(parent));
    if (answer !== undefined) return answer ? 'good' : 'bad';
    return this.#others.check(signed, issuer);
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [path, ...options] = process.argv.slice(2);
  if (path === undefined) throw new Error('usage: npm run pkits -- FILE [--list] [--python]');
  const asking = options.includes('--python') ? 'python' : 'everything';
  const rows = runPkits(readPkits(path), asking).map(({ test, outcome, words }) => {
    return { group: test.suite, id: `${test.id} ${test.name}`, outcome, words };
  });
  console.log(report(rows, options.includes('--list')));
}
