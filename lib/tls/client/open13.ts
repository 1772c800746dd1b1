/**
 * CONNECTED, at a client of TLS 1.3: what may still come is tickets, key updates, and where we said that we take them
 * requests for our certificate (RFC 8446 section 4.6). It cannot be made without the proofs of the checks that lead to it.
 */
import type { Message13, NewSessionTicket13 } from '../../wire/handshake.ts';
import type { FinishedChecked, PskAccepted, SignatureChecked } from '../authenticate13.ts';
import { fault } from '../faults.ts';
import { finishedMac, ticketPsk } from '../keys/schedule13.ts';
import { type Secrets13, Traffic13 } from '../keys/traffic13.ts';
import type { Transcript } from '../keys/transcript.ts';
import { MAX_CERTIFICATE_REQUESTS, MAX_TICKET_LENGTH, MAX_TICKET_LIFETIME, MAX_TICKETS } from '../limits.ts';
import { PLACES, refuseMisplaced } from '../placement.ts';
import { type Effects, expecting, type State } from '../state.ts';
import { answerRequest, checkRequest } from './authenticate13.ts';

export interface ConnectedClient13 extends Secrets13 {
  /** The server's Finished was checked. */
  readonly finished: FinishedChecked;
  /** The server proved that it holds its key, now or when the session that was resumed began. */
  readonly identity: SignatureChecked | PskAccepted;
  readonly peerChain: readonly Uint8Array[];
  /** As far as our Finished, where the server may yet ask who we are. */
  readonly transcript: Transcript | undefined;
}

export function openClient13(connected: ConnectedClient13): State {
  const { transcript } = connected;
  const traffic = new Traffic13(connected);
  let tickets = 0;
  let requests = 0;
  const state: State = expecting(
    'CONNECTED',
    transcript === undefined
      ? ['new_session_ticket', 'key_update']
      : ['new_session_ticket', 'key_update', 'certificate_request'],
    (message, effects) => {
      switch (message.type) {
        case 'new_session_ticket':
          if (++tickets > MAX_TICKETS) throw fault('tooManyTickets');
          keepTicket(connected, message.body, effects);
          break;
        case 'key_update':
          traffic.updated(message.body.requestUpdate, effects);
          break;
        case 'certificate_request':
          if (++requests > MAX_CERTIFICATE_REQUESTS) throw fault('tooManyCertificateRequests');
          if (transcript !== undefined) authenticate(connected, traffic, transcript.fork(), message, effects);
          break;
      }
      return state;
    },
    { open: traffic },
  );
  return state;
}

/** Section 4.6.2: the answer, in one piece. */
function authenticate(
  { settings, hash }: ConnectedClient13,
  traffic: Traffic13,
  transcript: Transcript,
  request: Message13<'certificate_request'>,
  effects: Effects,
): void {
  checkRequest(request.body);
  // Section 4.4.1: behind the handshake as far as our Finished comes what belongs to this exchange alone.
  transcript.add(request.bytes);
  answerRequest(settings, request.body, transcript, effects);
  const verifyData = finishedMac(hash, traffic.writeSecret, transcript.hash);
  effects.send('finished', verifyData);
  effects.flush();
  effects.report({ clientFinished: verifyData });
}

function keepTicket(connected: ConnectedClient13, message: NewSessionTicket13, effects: Effects): void {
  const { settings, suite, hash, resumptionSecret, peerChain } = connected;
  refuseMisplaced(message.extensions.order, PLACES.newSessionTicket);
  if (message.ticketLifetime === 0) return; // section 4.6.1: to be discarded at once
  if (message.ticket.length > MAX_TICKET_LENGTH) return;
  effects.keep({
    version: 'TLSv1.3',
    suite: suite.name,
    ticket: message.ticket.slice(),
    psk: ticketPsk(hash, resumptionSecret, message.ticketNonce),
    lifetime: Math.min(message.ticketLifetime, MAX_TICKET_LIFETIME),
    ageAdd: message.ticketAgeAdd,
    received: settings.clock(),
    serverName: settings.serverName,
    peerChain,
  });
}
