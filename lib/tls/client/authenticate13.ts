/** A client's answer to a request for its certificate, within the handshake or after it. */
import type { CertificateRequest13 } from '../../wire/handshake.ts';
import { chooseSigning, signTranscript } from '../authenticate13.ts';
import { certificateMessage } from '../chain13.ts';
import { fault } from '../faults.ts';
import type { Transcript } from '../keys/transcript.ts';
import { PLACES, refuseMisplaced } from '../placement.ts';
import type { Settings } from '../settings.ts';
import type { Effects } from '../state.ts';

/** RFC 8446 section 4.3.2. */
export function checkRequest({ extensions }: CertificateRequest13): void {
  refuseMisplaced(extensions.order, PLACES.certificateRequest);
  if (extensions.signature_algorithms === undefined) throw fault('missingSignatureAlgorithms');
}

/** RFC 8446 sections 4.4.2 and 4.4.3: our certificate and signature, or an empty certificate where none of ours fits. */
export function answerRequest(
  settings: Settings,
  { certificateRequestContext: context, extensions }: CertificateRequest13,
  transcript: Transcript,
  effects: Effects,
): void {
  const choice = chooseSigning(
    settings.credentials,
    settings.signingSchemes,
    extensions.signature_algorithms ?? [],
  );
  const staple = extensions.status_request !== undefined;
  transcript.add(effects.send('certificate', certificateMessage(choice?.credential, context, staple)));
  if (choice === undefined) return;
  transcript.add(effects.send('certificate_verify', signTranscript('client', choice, transcript.hash)));
  effects.report({ clientScheme: choice.name });
}
