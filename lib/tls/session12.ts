/**
 * What a session of TLS 1.2 comes to: what a client keeps to resume it, by identifier (RFC 5246 section 7.4.1.2) or by
 * ticket (RFC 5077), and what a server keeps or seals.
 *
 * Only sessions with an extended master secret are kept (RFC 7627 section 5.3): without it the master secret is not
 * bound to the handshake, and whoever sits between can carry a session from one connection to another.
 */
import type { GroupName } from '../crypto/provider.ts';
import { type Codec, fixed, type Infer, list, opaque, struct, u32 } from '../wire/codec.ts';
import { group, groupNumbers, suite, version } from '../wire/registries.ts';

/** A session as the client has it. */
export interface Session12 {
  readonly version: 'TLSv1.2';
  readonly suite: string;
  /** In which keys were exchanged when it began, on a curve. */
  readonly group: GroupName | undefined;
  /** By which the server names it; where there is a ticket, a name of the client's own (RFC 5077 section 3.4). */
  readonly id: Uint8Array;
  /** Opaque to the client; empty: the server keeps the session itself. */
  readonly ticket: Uint8Array;
  readonly masterSecret: Uint8Array;
  /** The server's hint for the ticket, in seconds; 0: it says nothing. */
  readonly lifetime: number;
  /** When it began, in milliseconds since the epoch. */
  readonly received: number;
  readonly serverName: string | undefined;
  readonly peerChain: readonly Uint8Array[];
}

/** The curve on which a session began, by its number; 0 for none. */
export const sessionGroup: Codec<GroupName | undefined> = {
  read(reader) {
    const name = group.read(reader);
    return name in groupNumbers ? (name as GroupName) : undefined;
  },
  write: (writer, value) => group.write(writer, value ?? '0x0000'),
};

/** What a server keeps of a session, in its cache or under the seal of a ticket. */
export const sessionState12 = struct({
  version,
  suite,
  group: sessionGroup,
  masterSecret: fixed(48),
  /** Seconds since the epoch; 32 bits last until 2106. */
  created: u32,
  serverName: opaque(0, 0xff),
  /** The chain that the client authenticated itself with, leaf first; empty if it did not. */
  clientChain: list(opaque(1, 0xffffff), 0, 0xffffff),
});
export type SessionState12 = Infer<typeof sessionState12>;

/** A server's sessions by their identifiers. */
export interface SessionCache {
  /** How long a session may be resumed, in seconds. */
  readonly lifetime: number;
  put(id: Uint8Array, state: Uint8Array): void;
  /** `undefined` for what was never there, or is no more. */
  get(id: Uint8Array): Uint8Array | undefined;
  forget(id: Uint8Array): void;
}
