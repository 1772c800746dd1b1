import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { Fault } from '../../lib/bytes/fault.ts';
import { type Certificate, parseCertificate } from '../../lib/pki/certificate.ts';
import type { Profile } from '../../lib/pki/checks/profile.ts';
import { pemBlocks } from '../../lib/pki/pem.ts';
import { Signatures } from '../../lib/pki/signatures.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { defaultRules, type VerifyRules, verifyChain } from '../../lib/pki/verify.ts';
import { ipBytes } from '../tools/ip.ts';
import { verifyingProvider } from '../tools/key-provider.ts';
import { type Outcome, report } from './report.ts';

/**
 * x509-limbo (C2SP): path validation cases, run through `verifyChain` as `create_default_context` would have it:
 * strict, partial chains allowed, security level 2.
 *
 * Two namespaces ask for more than safety: `rfc5280` for what that document demands of authorities, `webpki` for the
 * CA/Browser Forum's profile. They are run with `certificate_profile` set accordingly; with `--common`, all cases are
 * run without, as OpenSSL would have them.
 *
 *     npm run limbo -- FILE [--list] [--common]
 */
export interface LimboFile {
  readonly testcases: readonly LimboCase[];
  readonly _meta?: { readonly bettertls_soft?: readonly string[] };
}

export interface LimboCase {
  readonly id: string;
  readonly features: readonly string[];
  readonly validation_kind: 'SERVER' | 'CLIENT';
  readonly validation_time: string | null;
  readonly peer_certificate: string;
  readonly untrusted_intermediates: readonly string[];
  readonly trusted_certs: readonly string[];
  readonly crls?: readonly string[];
  readonly expected_peer_name: { readonly kind: string; readonly value: string } | null;
  readonly extended_key_usage: readonly string[];
  readonly max_chain_depth: number | null;
  readonly expected_result: 'SUCCESS' | 'FAILURE';
}

export interface LimboResult {
  readonly case: LimboCase;
  readonly outcome: Outcome;
  /** The verdict, or the fault of what could not be read. */
  readonly words: string;
  /** How many signatures were looked at for it. */
  readonly checks: number;
}

export function readLimbo(path: string | URL): LimboFile {
  const bytes = readFileSync(path);
  return JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')) as LimboFile;
}

export function runLimbo(
  file: LimboFile,
  profiles: 'asked' | 'common',
  rules: Partial<VerifyRules> = {},
): LimboResult[] {
  const signatures = new Counting(verifyingProvider);
  return file.testcases.map((each) => {
    const before = signatures.count;
    const words = verdictOn(each, signatures, {
      profile: profiles === 'common' ? 'common' : profileOf(each),
      ...rules,
    });
    const accepted = words === 'ok';
    const expected = each.expected_result === 'SUCCESS';
    const outcome = accepted === expected ? 'right' : accepted ? 'wronglyAccepted' : 'wronglyRefused';
    return { case: each, outcome, words, checks: signatures.count - before };
  });
}

function profileOf({ id }: LimboCase): Profile {
  const namespace = id.split('::')[0];
  return namespace === 'rfc5280' || namespace === 'webpki' ? namespace : 'common';
}

class Counting extends Signatures {
  count = 0;

  override check(...args: Parameters<Signatures['check']>): ReturnType<Signatures['check']> {
    this.count++;
    return super.check(...args);
  }
}

function verdictOn(each: LimboCase, signatures: Signatures, rules: Partial<VerifyRules>): string {
  try {
    const store = new CertificateStore();
    for (const pem of each.trusted_certs) store.add(derOf(pem));
    for (const pem of each.crls ?? []) store.addCrl(derOf(pem));
    const name = each.expected_peer_name;
    const verdict = verifyChain({
      leaf: certificateOf(each.peer_certificate),
      untrusted: each.untrusted_intermediates.map(certificateOf),
      store,
      time: (each.validation_time === null ? Date.now() : Date.parse(each.validation_time)) / 1000,
      purpose: purposeOf(each),
      peerName: name === null ? undefined : peerName(name.value),
      rules: {
        ...defaultRules,
        strict: true,
        partialChain: true,
        commonNames: false,
        revocation: (each.crls ?? []).length > 0 ? 'leaf' : 'none',
        policies: { initial: undefined, requireExplicit: false, inhibitMapping: false, inhibitAny: false },
        ...rules,
      },
      securityLevel: 2,
      maxDepth: each.max_chain_depth ?? 100,
      signatures,
    });
    return verdict.ok ? 'ok' : `${verdict.detail ?? verdict.name} at ${verdict.depth}`;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

function purposeOf(each: LimboCase): 'serverAuth' | 'clientAuth' {
  if (each.extended_key_usage.includes('clientAuth')) return 'clientAuth';
  return each.validation_kind === 'CLIENT' ? 'clientAuth' : 'serverAuth';
}

function peerName(value: string) {
  const address = isIP(value) ? ipBytes(value) : undefined;
  return address === undefined ? ({ kind: 'dns', name: value } as const) : ({ kind: 'ip', address } as const);
}

function derOf(pem: string): Uint8Array {
  return pemBlocks(pem)[0].der;
}

function certificateOf(pem: string): Certificate {
  return parseCertificate(derOf(pem));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [path, ...options] = process.argv.slice(2);
  if (path === undefined) throw new Error('usage: npm run limbo -- FILE [--list] [--common]');
  const results = runLimbo(readLimbo(path), options.includes('--common') ? 'common' : 'asked');
  console.log(
    report(
      results.map((result) => ({
        group: result.case.id.split('::')[0],
        id: result.case.id,
        outcome: result.outcome,
        words: result.words,
      })),
      options.includes('--list'),
    ),
  );
}
