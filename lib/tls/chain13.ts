/** Certificate messages of TLS 1.3, RFC 8446 section 4.4.2, both ways. */
import { EMPTY } from '../bytes/bytes.ts';
import { OCSP } from '../wire/extensions.ts';
import type { Body13, Certificate13 } from '../wire/handshake.ts';
import { fault } from './faults.ts';
import { type Credential, type PeerAccepted, PeerRefusal, sentChain } from './peer.ts';
import { PLACES, refuseMisplaced } from './placement.ts';
import type { Settings } from './settings.ts';

/** What a server asks of a client, section 4.3.2; within the handshake the context is empty. */
export function certificateRequest(settings: Settings, context: Uint8Array): Body13<'certificate_request'> {
  return {
    certificateRequestContext: context,
    extensions: {
      signature_algorithms_cert: settings.certificateSchemes,
      signature_algorithms: settings.schemes.filter((name) => !/sha1$|^dsa/.test(name)),
      certificate_authorities: settings.authorities.length > 0 ? settings.authorities : undefined,
    },
  };
}

/** Our own chain; none at all where there is no credential (section 4.4.2.4). */
export function certificateMessage(
  credential: Credential | undefined,
  context: Uint8Array,
  staple: boolean,
): Certificate13 {
  return {
    certificateRequestContext: context,
    certificateList: sentChain(credential).map((certData, index) => ({
      certData,
      extensions:
        index === 0 && staple && credential?.ocspResponse !== undefined
          ? { status_request: { statusType: OCSP, response: credential.ocspResponse } }
          : {},
    })),
  };
}

/** What is in the peer's message, after the checks that need no certificates. */
export function readChain(
  message: Certificate13,
  settings: Settings,
  asked: Uint8Array = EMPTY,
): readonly Uint8Array[] {
  if (message.certificateRequestContext.length !== asked.length) throw fault('badCertificateContext');
  for (let i = 0; i < asked.length; i++) {
    if (message.certificateRequestContext[i] !== asked[i]) throw fault('badCertificateContext');
  }
  for (const { extensions } of message.certificateList) {
    refuseMisplaced(extensions.order, PLACES.certificate);
    for (const name of extensions.order ?? []) {
      // Section 4.4.2: only what we asked for may come back.
      if (name !== 'status_request' || !settings.askForOcsp) throw fault('unsolicitedExtension', name);
    }
  }
  return message.certificateList.map(({ certData }) => certData);
}

/** Asks the verifier about the peer's chain. */
export function acceptChain(
  message: Certificate13,
  settings: Settings,
  peerRole: 'client' | 'server',
): PeerAccepted {
  const status = message.certificateList[0]?.extensions.status_request;
  const verdict = settings.verifier.judge(
    message.certificateList.map(({ certData }) => certData),
    { role: peerRole, ocspResponse: status?.statusType === OCSP ? status.response : undefined },
  );
  if (!verdict.accepted) throw new PeerRefusal(verdict);
  return verdict;
}
