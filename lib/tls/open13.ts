/**
 * The connected state of TLS 1.3: what may still come after the handshake is tickets and key updates (RFC 8446
 * sections 4.6.1 and 4.6.3). It cannot be made without the proofs of the checks that lead to it.
 */
import { wipe } from '../bytes/bytes.ts';
import type { HashAlgorithm } from '../crypto/provider.ts';
import type { NewSessionTicket13 } from '../wire/handshake.ts';
import type { FinishedChecked, ResumptionAccepted, SignatureChecked } from './authenticate13.ts';
import { fault } from './faults.ts';
import { readHalf13, writeHalf13 } from './keys/halves13.ts';
import { exportKeyingMaterial, nextTrafficSecret, ticketPsk } from './keys/schedule13.ts';
import { MAX_TICKET_LIFETIME, MAX_TICKETS } from './limits.ts';
import type { Settings } from './settings.ts';
import { type Effects, expecting, type Open, type State } from './state.ts';
import type { Suite13 } from './suites.ts';

interface Connected13 {
  /** The peer's Finished was checked. */
  readonly finished: FinishedChecked;
  readonly settings: Settings;
  readonly suite: Suite13;
  readonly hash: HashAlgorithm;
  readonly readSecret: Uint8Array;
  readonly writeSecret: Uint8Array;
  readonly exporterSecret: Uint8Array;
  readonly resumptionSecret: Uint8Array;
}

export interface ConnectedClient13 extends Connected13 {
  /** The server proved that it holds its key, now or when the session that was resumed began. */
  readonly identity: SignatureChecked | ResumptionAccepted;
  readonly peerChain: readonly Uint8Array[];
}

export interface ConnectedServer13 extends Connected13 {
  /** Where the client was asked for a certificate and sent one. */
  readonly signature: SignatureChecked | undefined;
}

/** CONNECTED, at a client. */
export function openClient13(connected: ConnectedClient13): State {
  const keys = new Keys13(connected);
  let tickets = 0;
  const open: State = expecting(
    'CONNECTED',
    ['new_session_ticket', 'key_update'],
    (message, effects) => {
      if (message.type === 'key_update') {
        keys.updated(message.body.requestUpdate, effects);
        return open;
      }
      if (++tickets > MAX_TICKETS) throw fault('tooManyTickets');
      keepTicket(connected, message.body, effects);
      return open;
    },
    { open: keys },
  );
  return open;
}

/** CONNECTED, at a server. */
export function openServer13(connected: ConnectedServer13): State {
  const keys = new Keys13(connected);
  const open: State = expecting(
    'CONNECTED',
    ['key_update'],
    (message, effects) => {
      keys.updated(message.body.requestUpdate, effects);
      return open;
    },
    { open: keys },
  );
  return open;
}

function keepTicket(connected: ConnectedClient13, message: NewSessionTicket13, effects: Effects): void {
  const { settings, suite, hash, resumptionSecret, peerChain } = connected;
  if (message.ticketLifetime === 0) return; // section 4.6.1: to be discarded at once
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

/** The traffic secrets of an open connection, and how they move on. */
class Keys13 implements Open {
  readonly #settings: Settings;
  readonly #suite: Suite13;
  readonly #hash: HashAlgorithm;
  #readSecret: Uint8Array;
  #writeSecret: Uint8Array;
  readonly #exporterSecret: Uint8Array;
  readonly #resumptionSecret: Uint8Array;

  constructor(connected: Connected13) {
    this.#settings = connected.settings;
    this.#suite = connected.suite;
    this.#hash = connected.hash;
    this.#readSecret = connected.readSecret;
    this.#writeSecret = connected.writeSecret;
    this.#exporterSecret = connected.exporterSecret;
    this.#resumptionSecret = connected.resumptionSecret;
  }

  /** The peer has moved on; if it wants us to, so do we (section 4.6.3). */
  updated(requestUpdate: number, effects: Effects): void {
    if (requestUpdate !== NOT_REQUESTED && requestUpdate !== REQUESTED) throw fault('badKeyUpdate');
    const next = nextTrafficSecret(this.#hash, this.#readSecret);
    wipe(this.#readSecret);
    this.#readSecret = next;
    effects.readKeys(readHalf13(this.#settings, this.#suite, next));
    if (requestUpdate === REQUESTED) this.updateWriteKeys(false, effects);
  }

  updateWriteKeys(requestPeer: boolean, effects: Effects): void {
    effects.send('key_update', { requestUpdate: requestPeer ? REQUESTED : NOT_REQUESTED });
    effects.flush();
    const next = nextTrafficSecret(this.#hash, this.#writeSecret);
    wipe(this.#writeSecret);
    this.#writeSecret = next;
    effects.writeKeys(writeHalf13(this.#settings, this.#suite, next));
  }

  exportKeyingMaterial(label: string, context: Uint8Array, length: number): Uint8Array {
    return exportKeyingMaterial(this.#hash, this.#exporterSecret, label, context, length);
  }

  wipe(): void {
    wipe(this.#readSecret, this.#writeSecret, this.#exporterSecret, this.#resumptionSecret);
  }
}

const NOT_REQUESTED = 0;
const REQUESTED = 1;
