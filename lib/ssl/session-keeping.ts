import type { CryptoProvider } from '../crypto/provider.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import { bytesLike } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { typeName } from './repr.ts';
import { ContextSessions } from './session-cache.ts';
import type { SessionStatistics } from './session-statistics.ts';
import { CachedTickets, ContextTickets, MAX_TICKET_KEYS, TICKET_KEY_LENGTH } from './ticket-keeper.ts';

/** How the servers of one context keep sessions: in tickets, under keys of its own or shared ones, or themselves. */
export class SessionKeeping {
  /** Those that are kept here and not in tickets. */
  readonly sessions: ContextSessions;
  #sharedKeys: readonly Uint8Array[] | undefined;
  /** One for all connections of the context, made when the first server is. */
  #sealed: { readonly provider: CryptoProvider; readonly tickets: ContextTickets } | undefined;

  constructor(statistics: SessionStatistics) {
    this.sessions = new ContextSessions(statistics, () => Date.now());
  }

  /** Who makes and takes tickets; with `OP_NO_TICKET` they only name what is kept here. */
  tickets(provider: CryptoProvider, noTicket: boolean): TicketKeeper {
    if (noTicket) return new CachedTickets(provider, this.sessions);
    if (this.#sealed?.provider !== provider)
      this.#sealed = { provider, tickets: new ContextTickets(provider, this.#sharedKeys) };
    return this.#sealed.tickets;
  }

  /** Takes keys that other servers have too; also for connections that there are already. */
  shareKeys(keys: unknown): void {
    const shared = ticketKeys(keys);
    this.#sealed?.tickets.useKeys(shared);
    this.#sharedKeys = shared;
  }
}

function ticketKeys(value: unknown): readonly Uint8Array[] {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
    throw new TypeError(`'${typeName(value)}' object is not iterable`);
  const keys = [...(value as Iterable<unknown>)].map((key) => bytesLike(key).slice());
  if (keys.length === 0 || keys.length > MAX_TICKET_KEYS)
    throw new ValueError(`1 to ${MAX_TICKET_KEYS} ticket keys expected, not ${keys.length}`);
  const wrong = keys.find(({ length }) => length !== TICKET_KEY_LENGTH);
  if (wrong !== undefined)
    throw new ValueError(`ticket keys have ${TICKET_KEY_LENGTH} bytes, not ${wrong.length}`);
  return keys;
}
