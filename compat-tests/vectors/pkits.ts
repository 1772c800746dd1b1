import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Fault } from '../../lib/bytes/fault.ts';
import type { PublicKey } from '../../lib/crypto/provider.ts';
import { type Certificate, parseCertificate } from '../../lib/pki/certificate.ts';
import { type SignatureChecker, Signatures, type Signed } from '../../lib/pki/signatures.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { defaultRules, verifyChain } from '../../lib/pki/verify.ts';
import { verifyingProvider } from '../tools/key-provider.ts';
import { dsaParameters, verifyDsa } from './dsa.ts';
import { type Outcome, report } from './report.ts';

/**
 * NIST's PKITS: paths with policies, name constraints, revocation lists of every kind. Everything that a rule can be
 * asked for is asked for: lists for the whole chain, indirect ones, deltas, policies as each test sets them.
 *
 *     npm run pkits -- FILE [--list]
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

export function runPkits(file: PkitsFile): PkitsResult[] {
  return file.tests.map((test) => {
    const words = verdictOn(test, file);
    const accepted = words === 'ok';
    const outcome =
      accepted === test.should_validate ? 'right' : accepted ? 'wronglyAccepted' : 'wronglyRefused';
    return { test, outcome, words };
  });
}

function verdictOn(test: PkitsTest, file: PkitsFile): string {
  const settings = { ...file.defaults, ...test };
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
      rules: {
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
      },
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
  const [path, option] = process.argv.slice(2);
  if (path === undefined) throw new Error('usage: npm run pkits -- FILE [--list]');
  const rows = runPkits(readPkits(path)).map(({ test, outcome, words }) => {
    return { group: test.suite, id: `${test.id} ${test.name}`, outcome, words };
  });
  console.log(report(rows, option === '--list'));
}
