import { parseCertificate } from '../../lib/pki/certificate.ts';
import { Signatures } from '../../lib/pki/signatures.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import {
  defaultRules,
  type Verdict,
  type VerifyRequest,
  type VerifyRules,
  verifyChain,
} from '../../lib/pki/verify.ts';
import { verifyingProvider } from '../tools/key-provider.ts';
import type { MadeCertificate } from '../tools/make-certificate.ts';

/** A verification with everything as usual but for what a test says. */
export interface Trial extends Partial<Omit<VerifyRequest, 'leaf' | 'untrusted' | 'rules'>> {
  readonly chain: readonly MadeCertificate[];
  readonly roots?: readonly MadeCertificate[];
  readonly crls?: readonly { readonly der: Uint8Array }[];
  readonly host?: string;
  readonly rules?: Partial<VerifyRules>;
}

/** Within the period of what `makeCertificate` makes. */
export const NOW = 1_750_000_000;

export function judge(trial: Trial): Verdict {
  const { chain, roots = [], crls = [], host, rules, ...rest } = trial;
  const store = new CertificateStore();
  for (const root of roots) store.add(root.der);
  for (const crl of crls) store.addCrl(crl.der);
  const [leaf, ...untrusted] = chain.map((each) => parseCertificate(each.der));
  return verifyChain({
    leaf,
    untrusted,
    store,
    time: NOW,
    purpose: 'serverAuth',
    peerName: host === undefined ? undefined : { kind: 'dns', name: host },
    securityLevel: 2,
    maxDepth: 100,
    signatures: new Signatures(verifyingProvider),
    ...rest,
    rules: { ...defaultRules, ...rules },
  });
}

/** `ok`, or the verdict's name and depth. */
export function words(trial: Trial): string {
  const verdict = judge(trial);
  return verdict.ok ? 'ok' : `${verdict.name} at ${verdict.depth}`;
}
