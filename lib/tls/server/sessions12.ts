/** Sessions that a client of TLS 1.2 wants to resume, as a server sees them: by ticket (RFC 5077) or by identifier. */
import { EMPTY, equal } from '../../bytes/bytes.ts';
import { Fault } from '../../bytes/fault.ts';
import type { GroupName } from '../../crypto/provider.ts';
import { decode, encode } from '../../wire/codec.ts';
import type { ClientHello } from '../../wire/handshake.ts';
import { fault } from '../faults.ts';
import { MAX_CLOCK_SKEW } from '../limits.ts';
import { isMemorable } from '../session.ts';
import { type SessionState12, sessionState12 } from '../session12.ts';
import type { Settings } from '../settings.ts';
import { type Suite12, suite12 } from '../suites12.ts';
import { isClientWelcome } from './known-client.ts';

/** A session that the client asked for and that goes on. */
export interface Resumed12 {
  readonly suite: Suite12;
  readonly group: GroupName | undefined;
  readonly masterSecret: Uint8Array;
  readonly clientChain: readonly Uint8Array[];
}

/** The session that this hello asks for, if it is known here and may be used now; otherwise the handshake is a full one. */
export function chooseSession12(hello: ClientHello, settings: Settings): Resumed12 | undefined {
  const found = findSession(hello, settings);
  if (found === undefined) return undefined;
  const { state, lifetime } = found;
  const suite = usableSuite(state, hello, settings);
  if (suite === undefined || !isUsable(state, lifetime, hello, settings)) {
    state.masterSecret.fill(0);
    return undefined;
  }
  // RFC 7627 section 5.3: every session that we keep has it, so a client that asks for one without is not its client.
  if (hello.extensions.extended_master_secret === undefined) throw fault('inconsistentMasterSecret');
  const { masterSecret, clientChain } = state;
  return { suite, group: state.group, masterSecret, clientChain };
}

/** RFC 5077 section 3.4: where there is a ticket, it counts and not the identifier. */
function findSession(hello: ClientHello, settings: Settings): Found | undefined {
  const { tickets, sessions } = settings;
  const ticket = settings.offerTickets ? (hello.extensions.session_ticket ?? EMPTY) : EMPTY;
  if (ticket.length > 0) return tickets && read(tickets.open(ticket), tickets.lifetime);
  const id = hello.legacySessionId;
  return id.length > 0 ? sessions && read(sessions.get(id), sessions.lifetime) : undefined;
}

interface Found {
  readonly state: SessionState12;
  /** How long it may be resumed, in seconds. */
  readonly lifetime: number;
}

function read(kept: Uint8Array | undefined, lifetime: number): Found | undefined {
  if (kept === undefined) return undefined;
  try {
    const state = decode(sessionState12, kept, 'session');
    return state.version === 'TLSv1.2' ? { state, lifetime } : undefined;
  } catch (error) {
    if (error instanceof Fault) return undefined; // one of TLS 1.3, or sealed by another version of this library
    throw error;
  }
}

/** RFC 5246 section 7.4.1.2: a session has one suite, which must still be offered and still be ours. */
function usableSuite(state: SessionState12, hello: ClientHello, settings: Settings): Suite12 | undefined {
  const { suite } = state;
  const isShared =
    hello.cipherSuites.includes(suite) && (settings.suites as readonly string[]).includes(suite);
  return isShared ? suite12(suite, settings.provider) : undefined;
}

function isUsable(state: SessionState12, lifetime: number, hello: ClientHello, settings: Settings): boolean {
  const age = settings.clock() / 1000 - state.created;
  const name = hello.extensions.server_name?.[0].hostName ?? EMPTY;
  return (
    age >= -MAX_CLOCK_SKEW &&
    age <= lifetime &&
    equal(state.serverName, name) && // RFC 6066 section 3
    isClientWelcome(state.clientChain, settings)
  );
}

/** A session as it is kept or sealed; none where the client's chain is too much to keep or to send back. */
export function encodeSession12(
  suite: Suite12,
  group: GroupName | undefined,
  masterSecret: Uint8Array,
  clientChain: readonly Uint8Array[],
  hello: ClientHello,
  settings: Settings,
): Uint8Array | undefined {
  if (!isMemorable(clientChain)) return undefined;
  return encode(sessionState12, {
    version: 'TLSv1.2',
    suite: suite.name,
    group,
    masterSecret,
    created: Math.floor(settings.clock() / 1000),
    serverName: hello.extensions.server_name?.[0].hostName ?? EMPTY,
    clientChain,
  });
}
