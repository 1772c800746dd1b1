/** The PSKs that a client offers, RFC 8446 section 4.2.11, as a server sees them: tickets of its own, and shared keys. */
import { EMPTY, equal, equalSecret } from '../../bytes/bytes.ts';
import { Fault } from '../../bytes/fault.ts';
import { decode } from '../../wire/codec.ts';
import { bindersLength, type ClientHello, type Message13 } from '../../wire/handshake.ts';
import { fault } from '../faults.ts';
import { type BinderKind, pskBinder, SHARED_KEY_HASH } from '../keys/binder13.ts';
import type { Transcript } from '../keys/transcript.ts';
import { MAX_CLOCK_SKEW, MAX_PSK_IDENTITIES } from '../limits.ts';
import { type TicketState, ticketState } from '../session13.ts';
import type { Settings } from '../settings.ts';
import { type Suite13, suiteRow13 } from '../suites.ts';
import { isClientWelcome } from './known-client.ts';

/** A PSK that the client offered and that we take up. */
export interface ChosenPsk {
  /** Which of the identities. */
  readonly index: number;
  readonly psk: Uint8Array;
  /** The chain that the client authenticated itself with when the session began. */
  readonly clientChain: readonly Uint8Array[];
  /** What it is: of a session, or from elsewhere. */
  readonly binder: BinderKind;
}

export interface PskChoice {
  readonly chosen: ChosenPsk | undefined;
  /** None is chosen, and the last is known but of another hash: OpenSSL gives such a client no tickets. */
  readonly endsUnfit: boolean;
}

const NO_PSK: PskChoice = { chosen: undefined, endsUnfit: false };

/**
 * The first identity that is known and may be used here and now; without one the handshake is one with certificates.
 * A PSK that is known and whose binder does not fit is no accident, and ends the connection.
 */
export function choosePsk(
  message: Message13<'client_hello'>,
  settings: Settings,
  suite: Suite13,
  before: Transcript,
): PskChoice {
  const hello = message.body;
  const { pre_shared_key: offered, psk_key_exchange_modes: modes } = hello.extensions;
  if (offered === undefined || !modes?.includes('psk_dhe_ke')) return NO_PSK;
  const hash = settings.provider.hashes.get(suite.hash);
  if (hash === undefined) throw fault('internal', suite.hash); // `suite13` has looked
  const truncated = message.bytes.subarray(0, message.bytes.length - bindersLength(offered.binders));
  const count = Math.min(offered.identities.length, MAX_PSK_IDENTITIES);
  let endsUnfit = false;
  for (let index = 0; index < count; index++) {
    const { identity } = offered.identities[index];
    const known = ticketPsk(identity, hello, settings, suite) ?? sharedPsk(identity, settings, suite);
    endsUnfit = known === UNFIT;
    if (known === undefined || known === UNFIT) continue;
    const expected = pskBinder(known.binder, hash, known.psk, before, truncated);
    if (!equalSecret(expected, offered.binders[index])) throw fault('badPskBinder');
    return { chosen: { index, ...known }, endsUnfit: false };
  }
  return { chosen: undefined, endsUnfit };
}

type KnownPsk = Omit<ChosenPsk, 'index'>;

/** Section 4.2.11: a PSK's hash is the handshake's; one that is known and has another is of no use. */
const UNFIT = 'unfit';

function ticketPsk(
  ticket: Uint8Array,
  hello: ClientHello,
  settings: Settings,
  suite: Suite13,
): KnownPsk | typeof UNFIT | undefined {
  const state = openTicket(ticket, settings);
  if (state === undefined) return undefined;
  const fits = suiteRow13(state.suite)?.hash === suite.hash;
  if (fits && isUsable(state, hello, settings))
    return { psk: state.psk, clientChain: state.clientChain, binder: 'res binder' };
  state.psk.fill(0);
  return fits ? undefined : UNFIT;
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

function isUsable(state: TicketState, hello: ClientHello, settings: Settings): boolean {
  const age = settings.clock() / 1000 - state.created;
  const name = hello.extensions.server_name?.[0].hostName ?? EMPTY;
  return (
    state.version === 'TLSv1.3' &&
    age >= -MAX_CLOCK_SKEW &&
    age <= (settings.tickets?.lifetime ?? 0) &&
    equal(state.serverName, name) && // RFC 6066 section 3
    (isClientWelcome(state.clientChain, settings) || asksLater(state, settings))
  );
}

/** Who is to be asked after the handshake may come without a name, in a session as in a new connection. */
function asksLater({ clientChain }: TicketState, settings: Settings): boolean {
  return clientChain.length === 0 && settings.postHandshakeAuthentication;
}

/** Who has the keys is asked whatever the suite, as by OpenSSL. */
function sharedPsk(
  identity: Uint8Array,
  { pskServer }: Settings,
  { hash }: Suite13,
): KnownPsk | typeof UNFIT | undefined {
  const psk = pskServer?.find(identity);
  if (psk === undefined) return undefined;
  return hash === SHARED_KEY_HASH ? { psk, clientChain: [], binder: 'ext binder' } : UNFIT;
}
