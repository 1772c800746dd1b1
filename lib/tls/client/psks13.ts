/**
 * The PSKs that a client offers, RFC 8446 section 4.2.11: the ticket of a session, and behind it a key that both ends
 * have from elsewhere.
 */
import type { HashAlgorithm, HashName } from '../../crypto/provider.ts';
import { fault } from '../faults.ts';
import { type BinderKind, SHARED_KEY_HASH } from '../keys/binder13.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Session13 } from '../session13.ts';
import type { Settings } from '../settings.ts';
import { type Suite13, suite13, suiteRow13 } from '../suites.ts';

export interface OfferedPsk {
  readonly identity: Uint8Array;
  readonly obfuscatedTicketAge: number;
  readonly key: Uint8Array;
  readonly hash: HashAlgorithm;
  readonly binder: BinderKind;
  /** What the server's side of it is known from; absent where the key is from elsewhere, which has no certificates. */
  readonly session?: Session13;
}

/** What may be offered, best first. `chosen` is the suite of a HelloRetryRequest, whose hash must then be theirs. */
export function offeredPsks(
  settings: Settings,
  before: Transcript,
  chosen: Suite13 | undefined,
): readonly OfferedPsk[] {
  if (!settings.versions.includes('TLSv1.3')) return [];
  const usable = (name: HashName | undefined): HashAlgorithm | undefined => {
    const isOffered = settings.suites.some((suite) => suite13(suite, settings.provider)?.hash === name);
    const fits = chosen === undefined ? isOffered : chosen.hash === name && before.algorithm?.name === name;
    return fits && name !== undefined ? settings.provider.hashes.get(name) : undefined;
  };
  return [sessionPsk(settings, usable), sharedPsk(settings, usable)].filter((psk) => psk !== undefined);
}

type UsableHash = (name: HashName | undefined) => HashAlgorithm | undefined;

/** The settings' session, if it is one for this server and not too old (section 4.6.1). */
function sessionPsk({ session, serverName, clock }: Settings, usable: UsableHash): OfferedPsk | undefined {
  if (session?.version !== 'TLSv1.3' || session.serverName !== serverName) return undefined;
  const age = clock() - session.received;
  if (age < 0 || age >= 1000 * session.lifetime) return undefined;
  const hash = usable(suiteRow13(session.suite)?.hash);
  if (hash === undefined) return undefined;
  const obfuscatedTicketAge = (age + session.ageAdd) % 2 ** 32;
  return {
    identity: session.ticket,
    obfuscatedTicketAge,
    key: session.psk,
    hash,
    binder: 'res binder',
    session,
  };
}

/** Section 4.2.11: a key that comes without a hash goes with SHA-256, and has no age. */
function sharedPsk({ pskClient }: Settings, usable: UsableHash): OfferedPsk | undefined {
  const hash = usable(SHARED_KEY_HASH);
  if (pskClient === undefined || hash === undefined) return undefined;
  const shared = pskClient(undefined);
  if (shared === undefined) return undefined;
  const { identity, key } = shared;
  if (identity.length === 0) throw fault('internal', 'a PSK of TLS 1.3 has a name');
  return { identity, obfuscatedTicketAge: 0, key: key.slice(), hash, binder: 'ext binder' };
}

/** Keys from elsewhere are needed no longer; those of sessions are the sessions' own. */
export function wipePsks(psks: readonly OfferedPsk[]): void {
  for (const { session, key } of psks) if (session === undefined) key.fill(0);
}
