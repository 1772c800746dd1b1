import type { PrivateKey, SignatureRecipe } from '../../../lib/crypto/provider.ts';
import { nothing } from '../../tools/der-writer.ts';
import {
  altNames,
  authority,
  authorityKeyId,
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  extension,
  keyUsage,
  type MadeCertificate,
  makeCertificate,
  makeCrl,
  nameConstraints,
  proxyCertificateInfo,
  subjectKeyId,
} from '../../tools/make-certificate.ts';
import { type TestKey, testKey } from '../../tools/test-keys.ts';
import type { Dice, Place } from './dice.ts';

/** What every chain has, and one thing or the other wrong with it. */

const YEAR_2021 = 1609459200;
const YEAR_2044 = 2335219200;

/** Whether something is wrong, which is told. */
export type Odd = (what: string) => boolean;

export function validity(odd: Odd): Partial<Record<'notBefore' | 'notAfter', number>> {
  if (odd('expired')) return { notAfter: YEAR_2021 };
  return odd('in the future') ? { notBefore: YEAR_2044 } : {};
}

export function weakRecipe(odd: Odd, signer: PrivateKey): { recipe?: SignatureRecipe } {
  if (signer.type.startsWith('ed') || !odd('signed with SHA-1')) return {};
  return { recipe: { kind: signer.type === 'rsa' ? 'rsa_pkcs1' : 'ecdsa', hash: 'sha1' } };
}

export function usualExtensions({ leaf, key, issuer }: Place, odd: Odd, { pick }: Dice): Uint8Array[] {
  const list: Uint8Array[] = [];
  if (leaf) {
    if (!odd('no basic constraints')) list.push(basicConstraints(odd('is a CA'), undefined, false));
    if (odd('key usage without signing')) list.push(keyUsage('crlSign'));
    if (!odd('no SAN')) {
      list.push(
        altNames(
          ...pick(
            ['dns:localhost'],
            ['dns:localhost', 'dns:*.example.org'],
            ['dns:localhost', 'ip:127.0.0.1', 'email:a@example.org'],
            ['ip:127.0.0.1'],
          ),
        ),
      );
    }
  } else {
    const limit = odd('path length 0') ? 0 : undefined;
    if (!odd('no basic constraints'))
      list.push(basicConstraints(!odd('not a CA'), limit, !odd('BC not critical')));
    if (!odd('no key usage'))
      list.push(odd('no certSign') ? keyUsage('crlSign') : keyUsage('keyCertSign', 'crlSign'));
    if (odd('permits example.org')) list.push(nameConstraints(['dns:example.org']));
    if (odd('permits localhost')) list.push(nameConstraints(['dns:localhost']));
    if (odd('excludes localhost')) list.push(nameConstraints([], ['dns:localhost']));
    if (odd('excludes an address')) list.push(nameConstraints([], ['ip:127.0.0.0/255.0.0.0']));
    if (odd('permits another directory')) list.push(nameConstraints(['dir:O=Elsewhere']));
  }
  if (odd('EKU clientAuth')) list.push(extendedKeyUsage('clientAuth'));
  else if (odd('EKU serverAuth')) list.push(extendedKeyUsage('serverAuth'));
  else if (odd('EKU any')) list.push(extendedKeyUsage('any'));
  if (!odd('no SKI')) list.push(subjectKeyId(key));
  if (odd("somebody else's AKI")) list.push(authorityKeyId(testKey('secp256r1', 'stranger')));
  else if (!odd('no AKI')) list.push(authorityKeyId(issuer?.key ?? key));
  if (odd('unknown critical extension')) list.push(extension('1.2.3.4.5', true, nothing()));
  if (odd('malformed policies')) list.push(extension('2.5.29.32', false, nothing()));
  else if (odd('a policy')) list.push(certificatePolicies('1.2.3.4'));
  if (odd('malformed SKI')) list.push(extension('2.5.29.14', false, nothing()));
  return list;
}

/** A certificate that a server's own key has signed (RFC 3820): with its name and one more, or nearly so. */
export function proxyUnder(issuer: MadeCertificate, { pick, sometimes }: Dice): MadeCertificate {
  const odd: Odd = (what) => sometimes(8, `the proxy ${what}`);
  const key = testKey('secp256r1', 'proxy');
  const more = odd('is named otherwise') ? pick('', ', O=proxy', ', CN=a, CN=b', ', CN=a+O=b') : ', CN=proxy';
  return makeCertificate({
    subject: issuer.subject + more,
    key,
    issuer,
    serialNumber: 7000,
    ...validity(odd),
    extensions: [
      authorityKeyId(issuer.key),
      proxyCertificateInfo(pick(undefined, undefined, 0, 1)),
      ...(odd('has a SAN') ? [altNames('dns:localhost')] : []),
      ...(odd('is a CA') ? [basicConstraints(true)] : []),
      ...(odd('may not sign') ? [keyUsage('keyAgreement')] : []),
    ],
  });
}

/** An authority's other certificate: renewed, or by another root (a cross-sign), with the same name and key. */
export function reissued(
  certificates: readonly MadeCertificate[],
  { pick, sometimes }: Dice,
): MadeCertificate | undefined {
  if (!sometimes(4, 'an authority has another certificate')) return undefined;
  const at = pick(...certificates.keys());
  const subject = certificates[Math.min(at, certificates.length - 2)];
  const odd: Odd = (what) => sometimes(4, `the other ${what}`);
  const stranger = testKey('secp256r1', 'stranger');
  const issuer = odd("is a stranger's") ? madeBy('CN=Stranger', stranger) : certificates[Math.max(0, at - 1)];
  return makeCertificate({
    subject: subject.subject,
    key: subject.key,
    issuer,
    serialNumber: 5000 + at,
    ...validity(odd),
    extensions: authority(subject.key, issuer.key, odd('has path length 0') ? 0 : undefined),
  });
}

function madeBy(subject: string, key: TestKey): MadeCertificate {
  return makeCertificate({ subject, key, serialNumber: 4999, extensions: authority(key) });
}

/** One list of each authority. */
export function listsOf(certificates: readonly MadeCertificate[], { sometimes }: Dice) {
  const lists: { readonly der: Uint8Array; readonly pem: string }[] = [];
  for (const [i, issuer] of certificates.slice(0, -1).entries()) {
    if (sometimes(8, `no CRL of ${i}`)) continue;
    const subject = certificates[i + 1];
    lists.push(
      makeCrl({
        issuer,
        revoked: sometimes(8, `${i + 1} revoked`) ? [subject.serialNumber] : [],
        ...(sometimes(12, `CRL of ${i} expired`) ? { nextUpdate: YEAR_2021 } : {}),
        badSignature: sometimes(20, `CRL of ${i} badly signed`),
      }),
    );
  }
  return lists;
}
