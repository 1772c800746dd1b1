/** What a client keeps of a NewSessionTicket (RFC 8446 section 4.6.1), and what a server seals into one. */
import { type Infer, list, opaque, struct, u32 } from '../wire/codec.ts';
import { suite, version } from '../wire/registries.ts';

/** A session as the client has it. */
export interface Session13 {
  readonly version: 'TLSv1.3';
  readonly suite: string;
  /** Opaque to the client. */
  readonly ticket: Uint8Array;
  readonly psk: Uint8Array;
  /** In seconds; at most seven days. */
  readonly lifetime: number;
  readonly ageAdd: number;
  /** When the ticket came, in milliseconds since the epoch. */
  readonly received: number;
  readonly serverName: string | undefined;
  readonly peerChain: readonly Uint8Array[];
}

/** What a server's ticket holds, under its seal. */
export const ticketState = struct({
  version,
  suite,
  psk: opaque(32, 64),
  /** Seconds since the epoch; 32 bits last until 2106. */
  created: u32,
  serverName: opaque(0, 0xff),
  /** The chain that the client authenticated itself with, leaf first; empty if it did not. */
  clientChain: list(opaque(1, 0xffffff), 0, 0xffffff),
});
export type TicketState = Infer<typeof ticketState>;
