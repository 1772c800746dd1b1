import type { Session12 } from '../session12.ts';
import type { Settings } from '../settings.ts';

/**
 * The settings' session, if it is one of TLS 1.2 that may be offered: of a suite that is still ours, for this server
 * (RFC 6066 section 3), and not too old.
 */
export function offeredSession12(settings: Settings): Session12 | undefined {
  const { session, versions, suites, serverName, clock, offerTickets } = settings;
  if (session?.version !== 'TLSv1.2' || !versions.includes('TLSv1.2')) return undefined;
  if (session.ticket.length > 0 && !offerTickets) return undefined;
  const age = clock() - session.received;
  const isFresh = age >= 0 && age < 1000 * (session.lifetime === 0 ? LIFETIME : session.lifetime);
  const isOurs = (suites as readonly string[]).includes(session.suite) && session.serverName === serverName;
  return isFresh && isOurs ? session : undefined;
}

/** RFC 5246 appendix F.1.4 suggests an upper limit of a day, in seconds. */
const LIFETIME = 86_400;
