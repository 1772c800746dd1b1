/**
 * The checks that make a TLS 1.2 handshake authentic. A server signs its ephemeral parameters (RFC 5246 section
 * 7.4.3), or shows that it can decrypt (7.4.7.1) or has the shared key (RFC 4279); a client signs the handshake so far
 * (7.4.8); both end with a MAC over all of it (7.4.9).
 */
import { concat, equalSecret } from '../bytes/bytes.ts';
import type { HashAlgorithm } from '../crypto/provider.ts';
import type { CertificateVerify } from '../wire/handshake.ts';
import { VERIFY_DATA_LENGTH } from '../wire/handshake12.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { isOnCurve } from './curves12.ts';
import { fault } from './faults.ts';
import { type Randoms, verifyData } from './keys/schedule12.ts';
import type { Credential, PeerAccepted } from './peer.ts';
import { Proof } from './proof.ts';
import { keyFits12, type Scheme, schemeRow } from './schemes.ts';
import type { Suite12 } from './suites12.ts';

/** The peer holds the private key of the certificate that was accepted: it has signed with it. */
export type SignatureChecked12 = Proof<'signature'>;
/** The peer's Finished will show that it could decrypt the premaster secret, or has the shared key. */
export type KeyShownByFinished = Proof<'exchange'>;
/** The session's master secret, which the peer's Finished will show, came from a handshake that was authentic. */
export type SessionResumed = Proof<'session'>;
/** The peer saw the same handshake as we. */
export type FinishedChecked12 = Proof<'finished'>;

/** What vouches for a server, before its Finished. */
export type ServerIdentity = SignatureChecked12 | KeyShownByFinished | SessionResumed;

/** With what we sign. */
export interface SigningChoice12 {
  readonly credential: Credential;
  readonly name: SignatureScheme;
  readonly scheme: Scheme;
}

/** The first scheme in `preferred` that the peer accepts and that a credential of these kinds of key can sign with. */
export function chooseSigning12(
  credentials: readonly Credential[],
  preferred: readonly SignatureScheme[],
  accepted: readonly string[],
  kinds: readonly Suite12['authentication'][],
): SigningChoice12 | undefined {
  const usable = credentials.filter(({ key }) => kinds.includes(keyKind(key.type)));
  for (const name of preferred) {
    if (!accepted.includes(name)) continue;
    const scheme = schemeRow(name);
    if (scheme === undefined) continue;
    const credential = usable.find(
      ({ key, pss, schemes }) => keyFits12(scheme, key, pss) && schemes?.includes(name) !== false,
    );
    if (credential !== undefined) return { credential, name, scheme };
  }
  return undefined;
}

/** As suites tell keys apart: RFC 8422 section 2 counts those of Edwards curves among the ECDSA ones. */
export function keyKind(type: PeerAccepted['key']['type']): Suite12['authentication'] {
  return type === 'rsa' ? 'rsa' : 'ecdsa';
}

/** RFC 5246 section 7.4.3: both randoms go in, so that a signature is good for one connection. */
function signedParams(randoms: Randoms, params: Uint8Array): Uint8Array {
  return concat(randoms.client, randoms.server, params);
}

/** The signature of a ServerKeyExchange. */
export function signParams(
  { credential, name, scheme }: SigningChoice12,
  randoms: Randoms,
  params: Uint8Array,
): CertificateVerify {
  return { algorithm: name, signature: credential.key.sign(scheme.recipe, signedParams(randoms, params)) };
}

/** What a peer may sign with: these schemes, and keys on these curves. */
export interface Offered {
  readonly schemes: readonly string[];
  /** Of lists that all have to have it. */
  readonly groups: readonly (readonly string[])[];
}

/** Checks the signature of the server's ServerKeyExchange. */
export function checkParams(
  peer: PeerAccepted,
  offered: Offered,
  signed: CertificateVerify,
  randoms: Randoms,
  params: Uint8Array,
): SignatureChecked12 {
  return checkSignature12(peer, offered, signed, signedParams(randoms, params));
}

/** Our own CertificateVerify: over the messages themselves, since its hash need not be the PRF's. */
export function signMessages(
  { credential, name, scheme }: SigningChoice12,
  messages: Uint8Array,
): CertificateVerify {
  return { algorithm: name, signature: credential.key.sign(scheme.recipe, messages) };
}

/** Checks a signature against the key of the chain that was accepted. */
export function checkSignature12(
  peer: PeerAccepted,
  { schemes, groups }: Offered,
  { algorithm, signature }: CertificateVerify,
  content: Uint8Array,
): SignatureChecked12 {
  const scheme = schemeRow(algorithm);
  if (scheme === undefined || !keyFits12(scheme, peer.key, peer.pss))
    throw fault('wrongSchemeUsed', algorithm);
  // RFC 8422 section 5.3.
  if (!groups.every((known) => isOnCurve(peer.key, known))) throw fault('wrongCurve', peer.key.type);
  if (!schemes.includes(algorithm)) throw fault('wrongSchemeUsed', algorithm);
  if (!peer.maySign) throw fault('keyMayNotSign');
  if (!peer.key.verify(scheme.recipe, content, signature)) throw fault('badSignature');
  return new Proof('signature');
}

/** RSA and PSK exchanges: the server has shown nothing yet, but without its key it cannot make a Finished. */
export function provedByExchange(suite: Suite12): KeyShownByFinished {
  if (suite.exchange === 'ecdhe' || suite.exchange === 'dhe') throw fault('internal', 'unsigned parameters');
  return new Proof('exchange');
}

/** RFC 5246 section 7.4.1.3: a session goes on under the suite that it began with. */
export function acceptSession(suite: Suite12, session: { readonly suite: string }): SessionResumed {
  if (suite.name !== session.suite) throw fault('otherSuiteResumed', suite.name);
  return new Proof('session');
}

/** Checks the peer's Finished. */
export function checkFinished12(
  hash: HashAlgorithm,
  master: Uint8Array,
  sender: 'client' | 'server',
  transcriptHash: Uint8Array,
  received: Uint8Array,
): FinishedChecked12 {
  if (received.length !== VERIFY_DATA_LENGTH) throw fault('badFinishedLength');
  if (!equalSecret(received, verifyData(hash, master, sender, transcriptHash))) throw fault('badFinished');
  return new Proof('finished');
}
