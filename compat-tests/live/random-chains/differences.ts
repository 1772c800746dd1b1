import { equal } from '../../../lib/bytes/bytes.ts';
import { Fault } from '../../../lib/bytes/fault.ts';
import { type Certificate, parseCertificate } from '../../../lib/pki/certificate.ts';
import { Crl } from '../../../lib/pki/crl.ts';
import { extensionOids } from '../../../lib/pki/extensions.ts';
import { attributesOf } from '../../../lib/pki/names.ts';
import type { Verdict } from '../../../lib/pki/verify.ts';
import type { MadeCertificate } from '../../tools/make-certificate.ts';
import type { RandomChain } from './chain.ts';

/**
 * Where we judge otherwise than OpenSSL 3.0 on purpose. The rows of the first two lists are not taken on trust: each
 * says what of a chain OpenSSL must not be shown (or in which order) to come to our verdict, and CPython is asked again.
 * Those of the third cannot be asked so; all of them are refusals of ours, and each is about one form alone.
 */
export interface Difference {
  readonly name: string;
  /** The chain to ask about instead; `undefined` where the row has nothing to do with this one. */
  instead(chain: RandomChain, verdict: Verdict | Fault): RandomChain | undefined;
}

/** Accepted here, refused there: there is but one reason for it. */
export const acceptedHere: readonly Difference[] = [
  {
    // RFC 5280 section 6.1 asks whether there is a valid path. OpenSSL takes the first that it finds and lives with it.
    name: 'another way than the first is good',
    instead: (chain, verdict) =>
      verdict instanceof Fault || !verdict.ok ? undefined : { ...chain, ...alone(verdict.path, chain) },
  },
];

/** Refused here, and there as well with another code, or not at all. */
export const refusedHere: readonly Difference[] = [
  {
    // RFC 5280 section 5.2.4: a delta says what changed; sections 5.2 and 6.3.3: what is malformed cannot be processed.
    // OpenSSL reads a list without the extension that it cannot read, and deltas as whole lists (see `isComplete`).
    name: 'a delta or a flawed list clears nobody',
    instead: (chain) => {
      const crls = chain.crls.filter(({ der }) => isComplete(new Crl(der), chain.flags));
      return crls.length === chain.crls.length ? undefined : { ...chain, crls };
    },
  },
  {
    // OpenSSL compares a self-signed leaf with the first certificate of its name in the store, and with no other.
    name: 'a trusted leaf is found behind its namesakes',
    instead: (chain) => {
      const { sent, trusted } = chain;
      const others = trusted.filter((each) => each !== sent[0]);
      return others.length === trusted.length ? undefined : { ...chain, trusted: [sent[0], ...others] };
    },
  },
  {
    // RFC 5280 section 4.2 wants DER. OpenSSL reads BER (a BOOLEAN that is 1, bytes behind a value); we take a
    // certificate with such an extension for none.
    name: 'an authority with an extension that is BER issues nothing',
    instead: (chain) => {
      const isGood = (each: MadeCertificate) => !isFlawed(each);
      const [leaf, ...others] = chain.sent;
      const [sent, trusted] = [[leaf, ...others.filter(isGood)], chain.trusted.filter(isGood)];
      const same = sent.length === chain.sent.length && trusted.length === chain.trusted.length;
      return same ? undefined : { ...chain, sent, trusted };
    },
  },
  {
    // Among issuers of which none is valid now OpenSSL takes the one that lasts longest, and reads times for that
    // which it does not accept (`X509_cmp_time` is stricter than `ASN1_TIME_compare`).
    name: 'another one of several issuers that are not valid is told of, where a time is malformed',
    instead: (chain, verdict) => {
      if (verdict instanceof Fault) return undefined;
      if (![...chain.sent, ...chain.trusted].some(hasMalformedTime)) return undefined;
      const isOnPath = ({ der }: MadeCertificate) => verdict.path.some((each) => equal(each.der, der));
      return { ...chain, sent: chain.sent.filter(isOnPath), trusted: chain.trusted.filter(isOnPath) };
    },
  },
];

function hasMalformedTime({ der }: MadeCertificate): boolean {
  const { notBefore, notAfter } = parseCertificate(der);
  return notBefore === undefined || notAfter === undefined;
}

const EXTENDED_CRL_SUPPORT = 0x1000;

/** Where OpenSSL takes a delta for what it is, it may see it. */
function isComplete(crl: Crl, flags: number): boolean {
  const takenForDelta =
    (flags & EXTENDED_CRL_SUPPORT) !== 0 && crl.issuingDistributionPoint?.reasons === undefined;
  return !crl.flawed && (crl.baseNumber === undefined || takenForDelta);
}

/** Refused here, where there is nothing to ask OpenSSL, since it reads a certificate that we do not. */
export const unreadHere: readonly {
  readonly name: string;
  concerns(chain: RandomChain, verdict: Verdict | Fault, theyAccept: boolean): boolean;
}[] = [
  {
    // As above, of the leaf or of a certificate's frame: only those with a changed byte have it.
    name: 'BER is not DER',
    concerns: ({ story, sent, trusted }, verdict) => {
      if (!story.some((line) => line.startsWith('byte '))) return false;
      if (verdict instanceof Fault) return true;
      return !verdict.ok && verdict.name === 'unspecified' && [...sent, ...trusted].some(isFlawed);
    },
  },
  {
    // RFC 5321 section 4.1.2: an @ within a mailbox's name stands in quotes. OpenSSL cuts at the last one, whatever.
    name: 'a mailbox with two hosts is none',
    concerns: (_, verdict) =>
      !(verdict instanceof Fault) &&
      !verdict.ok &&
      verdict.name === 'unsupportedNameSyntax' &&
      mailboxes(verdict.path[verdict.depth]).some((name) => /^[^"].*@.*@/.test(name)),
  },
  {
    // RFC 5280 section 6.1.4 (a), (i) and (j) make no exception. Where there are no policies OpenSSL looks no further.
    name: 'mappings and bounds of policies are held where there are no policies',
    concerns: (_, verdict) =>
      !(verdict instanceof Fault) &&
      !verdict.ok &&
      verdict.name === 'invalidPolicyExtension' &&
      verdict.path[verdict.depth].extension(extensionOids.certificatePolicies) === undefined,
  },
  {
    // A changed byte in an identifier. OpenSSL knows that there is no such key, we that we have none.
    name: 'a key of a kind that nobody has, refused by another name',
    concerns: ({ story, sent, trusted }, verdict, theyAccept) =>
      !(verdict instanceof Fault || verdict.ok || theyAccept) &&
      story.some((line) => line.startsWith('byte ')) &&
      [...sent, ...trusted].some(({ der }) => {
        const { subjectKey } = parseCertificate(der);
        return subjectKey.parts === undefined && !subjectKey.broken;
      }),
  },
];

function mailboxes({ subject, subjectAltName = [] }: Certificate): readonly string[] {
  const names = subjectAltName.flatMap((name) => (name.kind === 'email' ? [name.value] : []));
  return [...names, ...attributesOf(subject, '1.2.840.113549.1.9.1').map(({ value }) => value)];
}

function isFlawed({ der }: MadeCertificate): boolean {
  return parseCertificate(der).flawed;
}

/** Just this path: all but its end sent, its end trusted. */
function alone(path: readonly Certificate[], chain: RandomChain): Pick<RandomChain, 'sent' | 'trusted'> {
  const made = path.map(({ der }) => [...chain.sent, ...chain.trusted].find((each) => equal(each.der, der)));
  const known = made.filter((each) => each !== undefined);
  return { sent: known.length === 1 ? known : known.slice(0, -1), trusted: known.slice(-1) };
}
