/** The session of a connection, as it is at some moment: what `session` shows, and a later connection may resume. */
import { EMPTY } from '../bytes/bytes.ts';
import type { Session } from '../tls/session.ts';
import type { Negotiated } from '../tls/settings.ts';
import { type ContextSnapshot, demandsOf } from './connection-settings.ts';
import { type Judgement, type SessionParts, sessionId } from './session.ts';

export interface SessionMoment {
  readonly context: object;
  readonly snapshot: ContextSnapshot;
  readonly judgement: Judgement;
  readonly serverSide: boolean;
  readonly hostName: string | null;
  readonly negotiated: Negotiated;
  /** What there is to resume with, if anything. */
  readonly resumable: Session | undefined;
}

export function sessionAt(moment: SessionMoment): SessionParts {
  const { context, snapshot, judgement, serverSide, hostName, resumable } = moment;
  return {
    context,
    judgement,
    resumable,
    id: idOf(moment),
    time: Math.floor((resumable?.received ?? Date.now()) / 1000),
    demands: demandsOf(snapshot, serverSide, hostName),
  };
}

/**
 * TLS 1.2 names sessions itself. In TLS 1.3 a client's is named by its ticket; a server's, which has none to show, by
 * the handshake that it sent one after.
 */
function idOf({ negotiated, resumable, serverSide, snapshot }: SessionMoment): Uint8Array {
  const { version = resumable?.version, sessionId: id = EMPTY, clientFinished } = negotiated;
  if (version === 'TLSv1.2') return resumable?.version === 'TLSv1.2' ? resumable.id : id;
  const { provider, ticketCount } = snapshot;
  const named = resumable?.ticket ?? (serverSide && ticketCount > 0 ? clientFinished : undefined);
  return named === undefined ? EMPTY : sessionId(named, provider);
}
