/** A client's answer to a request for its certificate, within the handshake or after it. */
import type { CertificateRequest13 } from '../../wire/handshake.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Settings } from '../settings.ts';
import type { Effects } from '../state.ts';
/** RFC 8446 section 4.3.2. */
export declare function checkRequest({ extensions }: CertificateRequest13): void;
/** RFC 8446 sections 4.4.2 and 4.4.3: our certificate and signature, or an empty certificate where none of ours fits. */
export declare function answerRequest(settings: Settings, { certificateRequestContext: context, extensions }: CertificateRequest13, transcript: Transcript, effects: Effects): void;
