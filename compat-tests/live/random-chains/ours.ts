import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { Fault } from '../../../lib/bytes/fault.ts';
import { parseCertificate } from '../../../lib/pki/certificate.ts';
import { Signatures } from '../../../lib/pki/signatures.ts';
import { CertificateStore } from '../../../lib/pki/store.ts';
import { type Verdict, verifyChain } from '../../../lib/pki/verify.ts';
import { verifyCodes } from '../../../lib/ssl/verify-codes.ts';
import { completeFlags, rulesOf, verifyTime } from '../../../lib/ssl/verify-rules.ts';
import { ipBytes } from '../../tools/ip.ts';
import { verifyingProvider } from '../../tools/key-provider.ts';
import type { RandomChain } from './chain.ts';

/** What we say of a chain; a `Fault` where one of its certificates cannot be read. */
export function judged(chain: RandomChain): Verdict | Fault {
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

/** The same in the words of CPython, with the fingerprints of the path. */
export function wordsFor(verdict: Verdict, chain: RandomChain): string {
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
