/**
 * The two checks that make a TLS 1.3 handshake authentic: the peer's signature over the transcript, and the MAC of
 * its Finished. Each returns a proof that only this file can make and that the open state asks for: a path through
 * the states that forgets a check does not compile.
 */
import { concat, equalSecret, utf8 } from '../bytes/bytes.ts';
import type { HashAlgorithm, HashName } from '../crypto/provider.ts';
import { isWithin } from '../crypto/pss-limits.ts';
import type { CertificateVerify } from '../wire/handshake.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { isCurve } from './curves12.ts';
import { fault } from './faults.ts';
import { finishedMac } from './keys/schedule13.ts';
import type { Credential, PeerAccepted } from './peer.ts';
import { Proof } from './proof.ts';
import { keyFits13, type Scheme, schemeRow } from './schemes.ts';

/** The peer holds the private key of the certificate that was accepted. */
export type SignatureChecked = Proof<'signature'>;
/** The peer saw the same handshake as we. */
export type FinishedChecked = Proof<'finished'>;

/**
 * The peer took up a PSK: that of a session that it was authenticated in, or one that nobody else has. Its Finished
 * shows that it has the key.
 */
export type PskAccepted = Proof<'psk'>;

/** The server selected one of the PSKs that were offered to it (section 4.2.11). */
export function acceptPsk<Psk extends { readonly hash: HashAlgorithm }>(
  selected: number,
  offered: readonly Psk[],
  suiteHash: HashName,
): { readonly psk: Psk; readonly accepted: PskAccepted } {
  if (selected >= offered.length) throw fault('wrongPskSelected');
  const psk = offered[selected];
  if (psk.hash.name !== suiteHash) throw fault('wrongSuiteSelected', "its hash is not the PSK's");
  return { psk, accepted: new Proof('psk') };
}

/** RFC 8446 section 4.4.3. */
const SPACES = new Uint8Array(64).fill(0x20);
const SEPARATOR = new Uint8Array(1);
const CONTEXTS = {
  server: utf8('TLS 1.3, server CertificateVerify'),
  client: utf8('TLS 1.3, client CertificateVerify'),
} as const;

function signedContent(signer: 'client' | 'server', transcriptHash: Uint8Array): Uint8Array {
  return concat(SPACES, CONTEXTS[signer], SEPARATOR, transcriptHash);
}

/** Our own CertificateVerify. */
export function signTranscript(
  signer: 'client' | 'server',
  choice: SigningChoice,
  transcriptHash: Uint8Array,
): CertificateVerify {
  const { credential, name, scheme } = choice;
  return {
    algorithm: name,
    signature: credential.key.sign(scheme.recipe, signedContent(signer, transcriptHash)),
  };
}

/** Checks the peer's CertificateVerify against the key of the chain that was accepted. */
export function checkSignature(
  signer: 'client' | 'server',
  peer: PeerAccepted,
  offered: readonly SignatureScheme[],
  message: CertificateVerify,
  transcriptHash: Uint8Array,
): SignatureChecked {
  // Section 4.4.3: one that we offered, of those that TLS 1.3 signs with, and that fits the key.
  const scheme = schemeRow(message.algorithm);
  if (scheme !== undefined && isOtherCurve(scheme, peer.key)) throw fault('wrongCurve', message.algorithm);
  if (
    scheme === undefined ||
    !scheme.handshake13 ||
    !(offered as readonly string[]).includes(message.algorithm) ||
    scheme.keyType !== peer.key.type ||
    scheme.pssOnly !== (peer.pss !== undefined) ||
    !isWithin(peer.pss, scheme.recipe)
  ) {
    throw fault('wrongSchemeUsed', message.algorithm);
  }
  // Section 4.4.2.2: digitalSignature must be allowed where there is a key usage.
  if (!peer.maySign) throw fault('keyMayNotSign');
  if (!peer.key.verify(scheme.recipe, signedContent(signer, transcriptHash), message.signature)) {
    throw fault('badSignature');
  }
  return new Proof('signature');
}

/** ECDSA on another curve than the key's: unlike before, a scheme of TLS 1.3 names both. */
function isOtherCurve({ handshake13, keyType }: Scheme, { type }: PeerAccepted['key']): boolean {
  return handshake13 && isCurve(keyType) && isCurve(type) && keyType !== type;
}

/** Checks the peer's Finished under the traffic secret that the peer writes its flight with. */
export function checkFinished(
  hash: HashAlgorithm,
  baseKey: Uint8Array,
  transcriptHash: Uint8Array,
  verifyData: Uint8Array,
): FinishedChecked {
  if (verifyData.length !== hash.outputLength) throw fault('badFinishedLength');
  if (!equalSecret(verifyData, finishedMac(hash, baseKey, transcriptHash))) throw fault('badFinished');
  return new Proof('finished');
}

/** With what we sign: a credential and a scheme that fits it and that the peer takes. */
export interface SigningChoice {
  readonly credential: Credential;
  readonly name: SignatureScheme;
  readonly scheme: Scheme;
}

/** The first scheme in `preferred` that `accepted` also has and that one of the credentials can sign with. */
export function chooseSigning(
  credentials: readonly Credential[],
  preferred: readonly SignatureScheme[],
  accepted: readonly string[],
): SigningChoice | undefined {
  for (const name of preferred) {
    if (!accepted.includes(name)) continue;
    const scheme = schemeRow(name);
    if (scheme === undefined) continue;
    const credential = credentials.find(
      ({ key, pss, schemes }) => keyFits13(scheme, key, pss) && schemes?.includes(name) !== false,
    );
    if (credential !== undefined) return { credential, name, scheme };
  }
  return undefined;
}
