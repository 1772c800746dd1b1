/** Tickets that a server sends after a handshake, RFC 8446 section 4.6.1. */
import { wipe } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { decode, encode, u32 } from '../../wire/codec.ts';
import { ticketPsk } from '../keys/schedule13.ts';
import { isMemorable } from '../session.ts';
import { ticketState } from '../session13.ts';
import type { Settings } from '../settings.ts';
import type { Effects } from '../state.ts';
import type { Suite13 } from '../suites.ts';

export interface Resumable {
  readonly settings: Settings;
  readonly suite: Suite13;
  readonly hash: HashAlgorithm;
  readonly resumptionSecret: Uint8Array;
  /** The name that the client asked for; empty for none. */
  readonly serverName: Uint8Array;
  /** Section 4.2.9: a client that lists no modes wants no tickets. */
  readonly takesTickets: boolean;
  /** The chain that the client authenticated itself with. */
  readonly clientChain: readonly Uint8Array[];
  readonly isResumed: boolean;
}

/**
 * As many tickets as the settings say, each with a key of its own; none to a client that could not use one. `before`:
 * how many this connection has sent by now. How many it has sent then.
 */
export function sendTickets(resumable: Resumable, before: number, effects: Effects): number {
  const { settings, takesTickets } = resumable;
  if (settings.tickets === undefined || !takesTickets || !isMemorable(resumable.clientChain)) return before;
  // As OpenSSL: a resumed session is given one ticket for the one that it has used up.
  const count = resumable.isResumed ? Math.min(1, settings.ticketCount) : settings.ticketCount;
  for (let number = 0; number < count; number++) sendTicket(resumable, before + number, effects);
  effects.flush();
  return before + count;
}

function sendTicket(
  { settings, suite, hash, resumptionSecret, serverName, clientChain }: Resumable,
  number: number,
  effects: Effects,
): void {
  const { tickets, provider, clock } = settings;
  if (tickets === undefined) return;
  const ticketNonce = Uint8Array.of(0, 0, 0, 0, number >>> 24, number >>> 16, number >>> 8, number);
  const psk = ticketPsk(hash, resumptionSecret, ticketNonce);
  const ageAdd = decode(u32, provider.random(4), 'ticket_age_add');
  const state = encode(ticketState, {
    version: 'TLSv1.3',
    suite: suite.name,
    psk,
    created: Math.floor(clock() / 1000),
    serverName,
    clientChain,
  });
  effects.send('new_session_ticket', {
    ticketLifetime: tickets.lifetime,
    ticketAgeAdd: ageAdd,
    ticketNonce,
    ticket: tickets.seal(state),
    extensions: {},
  });
  wipe(psk, state);
}
