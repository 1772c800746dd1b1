/**
 * CONNECTED, at a server of TLS 1.3: what may still come is key updates (RFC 8446 section 4.6.3), and the certificate
 * of a client that was asked for it (section 4.6.2). It cannot be made without the proofs of the checks that lead to it.
 *
 * The client answers such a request when it likes, but then in one piece: Certificate, CertificateVerify, Finished.
 * Until the last of them is checked nothing is changed, and nobody is told who the client says it is.
 */
import type { SignatureScheme } from '../../wire/registries.ts';
import {
  checkFinished,
  checkSignature,
  type FinishedChecked,
  type SignatureChecked,
} from '../authenticate13.ts';
import { acceptChain, certificateRequest, readChain } from '../chain13.ts';
import { fault } from '../faults.ts';
import { type Secrets13, Traffic13 } from '../keys/traffic13.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { PeerAccepted } from '../peer.ts';
import { type Effects, expecting, type State } from '../state.ts';
import { type Resumable, sendTickets } from './tickets13.ts';

export interface ConnectedServer13 extends Secrets13, Resumable {
  /** The client's Finished was checked. */
  readonly finished: FinishedChecked;
  /** Where the client was asked for a certificate and sent one. */
  readonly signature: SignatureChecked | undefined;
  /** The client has said that it can be asked who it is. */
  readonly answersLater: boolean;
  /** As far as the client's Finished, where the client may yet be asked who it is. */
  readonly transcript: Transcript | undefined;
  /** No tickets follow the handshake; they may follow what comes later. */
  readonly withholdsTickets: boolean;
}

/** Sends the tickets that follow a handshake. */
export function openServer13(connected: ConnectedServer13, effects: Effects): State {
  const ticketsSent = connected.withholdsTickets ? 0 : sendTickets(connected, 0, effects);
  return connectedServer13({ connected, traffic: new Traffic13(connected), ticketsSent });
}

interface OpenServer13 {
  readonly connected: ConnectedServer13;
  readonly traffic: Traffic13;
  readonly ticketsSent: number;
}

function connectedServer13(server: OpenServer13): State {
  const { traffic } = server;
  const state: State = expecting(
    'CONNECTED',
    ['key_update'],
    (message, effects) => {
      traffic.updated(message.body.requestUpdate, effects);
      return state;
    },
    { open: traffic, askForCertificate: asking(server) },
  );
  return state;
}

/** How a connected server asks, or why it cannot. */
function asking(server: OpenServer13): NonNullable<State['askForCertificate']> {
  const { settings, answersLater, transcript } = server.connected;
  if (!answersLater) return 'extensionNotReceived';
  if (transcript === undefined) return 'noVerification';
  return (effects) => {
    // Section 4.3.2: not to be used twice, and not to be foreseen, so that no answer can be made in advance.
    const context = settings.provider.random(CONTEXT_LENGTH);
    const answer = transcript.fork();
    answer.add(effects.send('certificate_request', certificateRequest(settings, context)));
    effects.flush();
    return waitCertificate({ server, transcript: answer, context });
  };
}

const CONTEXT_LENGTH = 32;

interface Asked {
  readonly server: OpenServer13;
  /** The handshake, and what belongs to this exchange (section 4.4.1). */
  readonly transcript: Transcript;
  readonly context: Uint8Array;
}

/** The client may do other things first. */
function waitCertificate(asked: Asked): State {
  const { server, transcript, context } = asked;
  const { settings } = server.connected;
  const state: State = expecting(
    'CONNECTED, ASKED',
    ['key_update', 'certificate'],
    (message, effects) => {
      if (message.type === 'key_update') {
        server.traffic.updated(message.body.requestUpdate, effects);
        return state;
      }
      const clientChain = readChain(message.body, settings, context);
      if (clientChain.length === 0 && settings.clientCertificate === 'required')
        throw fault('certificateMissing'); // section 4.4.2.4
      const answered = { ...asked, clientChain };
      const peer = clientChain.length === 0 ? undefined : acceptChain(message.body, settings, 'client');
      transcript.add(message.bytes);
      return peer === undefined ? waitFinished(answered, undefined) : waitCertificateVerify(answered, peer);
    },
    { open: server.traffic, askForCertificate: 'certificateRequested' },
  );
  return state;
}

interface Answered extends Asked {
  readonly clientChain: readonly Uint8Array[];
}

const waitCertificateVerify = (answered: Answered, peer: PeerAccepted): State =>
  expecting(
    'CONNECTED, WAIT_CV',
    ['certificate_verify'],
    (message) => {
      const { server, transcript } = answered;
      const { schemes } = server.connected.settings;
      const signature = checkSignature('client', peer, schemes, message.body, transcript.hash);
      transcript.add(message.bytes);
      const clientScheme = message.body.algorithm as SignatureScheme; // it was checked to be one of ours
      return waitFinished(answered, { signature, clientScheme });
    },
    { open: answered.server.traffic, inOnePiece: true },
  );

interface Signed {
  readonly signature: SignatureChecked;
  readonly clientScheme: SignatureScheme;
}

const waitFinished = (answered: Answered, signed: Signed | undefined): State =>
  expecting(
    'CONNECTED, WAIT_FINISHED',
    ['finished'],
    (message, effects) => {
      const { server, transcript, clientChain } = answered;
      const { traffic, ticketsSent } = server;
      const { hash } = server.connected;
      const finished = checkFinished(hash, traffic.readSecret, transcript.hash, message.body);
      effects.report({
        peerChain: clientChain,
        authenticatedLater: true,
        clientFinished: message.body.slice(),
        ...(signed !== undefined && { clientScheme: signed.clientScheme }),
      });
      const connected = { ...server.connected, finished, signature: signed?.signature, clientChain };
      return connectedServer13({
        connected,
        traffic,
        ticketsSent: sendTickets(connected, ticketsSent, effects),
      });
    },
    { open: answered.server.traffic, inOnePiece: true },
  );
