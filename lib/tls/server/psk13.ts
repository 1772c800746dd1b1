/** Sessions that a client offers to resume, RFC 8446 section 4.2.11, as a server sees them. */
import { EMPTY, equal, equalSecret } from '../../bytes/bytes.ts';
import { Fault } from '../../bytes/fault.ts';
import { decode } from '../../wire/codec.ts';
import { bindersLength, type ClientHello, type Message13 } from '../../wire/handshake.ts';
import { fault } from '../faults.ts';
import { ticketBinder } from '../keys/binder13.ts';
import type { Transcript } from '../keys/transcript.ts';
import { MAX_PSK_IDENTITIES } from '../limits.ts';
import { type TicketState, ticketState } from '../session13.ts';
import type { Settings } from '../settings.ts';
import { type Suite13, suiteRow13 } from '../suites.ts';

/** A session that the client offered and that we take up. */
export interface ResumedSession {
  /** Which of the identities. */
  readonly index: number;
  readonly psk: Uint8Array;
  readonly clientChain: readonly Uint8Array[];
}

/**
 * The first identity that is a ticket of ours and may be used here and now; without one the handshake is a full one.
 * A ticket of ours whose binder does not fit is no accident, and ends the connection.
 */
export function choosePsk(
  message: Message13<'client_hello'>,
  settings: Settings,
  suite: Suite13,
  before: Transcript,
): ResumedSession | undefined {
  const hello = message.body;
  const { pre_shared_key: offered, psk_key_exchange_modes: modes } = hello.extensions;
  if (offered === undefined || !modes?.includes('psk_dhe_ke')) return undefined;
  const count = Math.min(offered.identities.length, MAX_PSK_IDENTITIES);
  for (let index = 0; index < count; index++) {
    const state = openTicket(offered.identities[index].identity, settings);
    if (state === undefined || !isUsable(state, hello, settings, suite)) continue;
    const hash = settings.provider.hashes.get(suite.hash);
    if (hash === undefined) throw fault('internal', suite.hash); // `suite13` has looked
    const truncated = message.bytes.subarray(0, message.bytes.length - bindersLength(offered.binders));
    const expected = ticketBinder(hash, state.psk, before, truncated);
    if (!equalSecret(expected, offered.binders[index])) throw fault('badPskBinder');
    return { index, psk: state.psk, clientChain: state.clientChain };
  }
  return undefined;
}

function openTicket(ticket: Uint8Array, settings: Settings): TicketState | undefined {
  const state = settings.tickets?.open(ticket);
  if (state === undefined) return undefined;
  try {
    return decode(ticketState, state, 'ticket');
  } catch (error) {
    if (error instanceof Fault) return undefined; // sealed by another version of this library
    throw error;
  }
}

function isUsable(state: TicketState, hello: ClientHello, settings: Settings, suite: Suite13): boolean {
  const age = settings.clock() / 1000 - state.created;
  const name = hello.extensions.server_name?.[0].hostName ?? EMPTY;
  return (
    state.version === 'TLSv1.3' &&
    suiteRow13(state.suite)?.hash === suite.hash && // section 4.2.11: the PSK's hash is the handshake's
    age >= 0 &&
    age <= (settings.tickets?.lifetime ?? 0) &&
    equal(state.serverName, name) && // RFC 6066 section 3
    !(settings.clientCertificate === 'required' && state.clientChain.length === 0)
  );
}
