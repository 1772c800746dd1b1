/**
 * Sessions as Python shows them. What the engine keeps of a ticket is inside, with what was demanded of the server
 * when the session began: resuming skips the certificate, so a session must not get around a demand that is stricter
 * than those it was made under.
 */
import type { OwnBytes } from '../bytes/bytes.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import type { PeerVerifier } from '../tls/peer.ts';
import type { Session } from '../tls/session.ts';
import { type BytesLike, bytesLike } from './buffers.ts';
import { TICKET_LIFETIME } from './defaults.ts';
import { ValueError } from './exceptions.ts';
import { sessionBytes, sessionOfBytes } from './session-bytes.ts';
import type { TrustPolicy } from './trust.ts';

/** What was asked of a peer. */
export interface Demands {
  readonly verify: boolean;
  /** The name that the certificate had to be for; `null`: any. */
  readonly name: string | null;
  /** What was asked of its OCSP response: a `VerifyMode`. */
  readonly stapling: number;
}

/** By what a peer's certificate was judged. */
export interface Judgement
  extends Omit<TrustPolicy, 'clock' | 'provider' | 'peerName' | 'host' | 'verify' | 'stapling' | 'owner'> {
  /** The server that a callback was asked about; `null` without one. */
  readonly askedAbout: string | null;
}

export interface SessionParts {
  /** The context that it belongs to; `undefined`: it came as bytes, and belongs to whichever takes it. */
  readonly context: object | undefined;
  /** `undefined` where it came as bytes. */
  readonly judgement: Judgement | undefined;
  /** `undefined` before there is a ticket, and on servers. */
  readonly resumable: Session | undefined;
  readonly id: Uint8Array;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly demands: Demands;
}

const CREATING = Symbol('SSLObject.session');

/** A session of an earlier connection, by which a later one can be shorter. */
export class SSLSession {
  readonly #parts: SessionParts;

  constructor(creating?: typeof CREATING, parts?: SessionParts) {
    if (creating !== CREATING || parts === undefined)
      throw new TypeError("cannot create '_ssl.SSLSession' instances");
    this.#parts = parts;
    partsOf.set(this, parts);
  }

  /** Identifies the session; empty before there is a ticket. */
  get id(): OwnBytes {
    return this.#parts.id.slice();
  }

  /** When it began, in seconds since the epoch. */
  get time(): number {
    return this.#parts.time;
  }

  /** How long it can be resumed, in seconds from `time`. */
  get timeout(): number {
    return TICKET_LIFETIME;
  }

  /** How long the server says that its ticket can be used, in seconds; 0 without one. */
  get ticket_lifetime_hint(): number {
    return this.#parts.resumable?.lifetime ?? 0;
  }

  /** Whether there is a ticket to resume it with. */
  get has_ticket(): boolean {
    return (this.#parts.resumable?.ticket.length ?? 0) > 0;
  }

  /**
   * The session as bytes, for `from_bytes()` in this or another process. They are as secret as a private key: keep
   * them as one, or give a `key` of 16 bytes or more to seal them with. A `ValueError` where there is nothing to be
   * resumed with.
   * @extension
   */
  to_bytes(key?: BytesLike | null): OwnBytes {
    return sessionBytes(this.#parts, optionalBytes(key)) as OwnBytes;
  }

  /**
   * A session out of the bytes that `to_bytes()` made, with the same `key`; any client's context may take it. It is
   * resumed if what that context asks of a server is no more than what was asked when it began, and the context
   * accepts the server's certificate still. A `ValueError` for bytes that are corrupt, too old, or no session.
   * @extension
   */
  static from_bytes(data: BytesLike, key?: BytesLike | null): SSLSession {
    return makeSession(sessionOfBytes(bytesLike(data), optionalBytes(key)));
  }
}

function optionalBytes(value: unknown): Uint8Array | undefined {
  return value === undefined || value === null ? undefined : bytesLike(value);
}

const partsOf = new WeakMap<object, SessionParts>();

export function makeSession(parts: SessionParts): SSLSession {
  return new SSLSession(CREATING, parts);
}

/** OpenSSL's name for a session of TLS 1.3: the SHA-256 of its ticket. */
export function sessionId(ticket: Uint8Array, provider: CryptoProvider): Uint8Array {
  return provider.hashes.get('sha256')?.digest(ticket) ?? ticket.slice(0, 32);
}

/** What is in a session that somebody sets; Python's errors, in Python's order, for what cannot be set. */
export function sessionParts(value: unknown, context: object, serverSide: boolean): SessionParts {
  const parts = typeof value === 'object' && value !== null ? partsOf.get(value) : undefined;
  if (parts === undefined) throw new TypeError('Value is not a SSLSession.');
  if (parts.context !== undefined && parts.context !== context)
    throw new ValueError('Session refers to a different SSLContext.');
  if (serverSide) throw new ValueError('Cannot set session for server-side SSLSocket.');
  return parts;
}

/**
 * The engine's part of a session, if it was made under demands that are no weaker than these. Where the server's
 * certificate was not judged as it would be now, since the context has changed or did not make the session, it is
 * judged once more; but a callback is asked in a handshake or not at all.
 */
export function resumableUnder(
  demands: Demands,
  judgement: Judgement,
  parts: SessionParts | undefined,
  trust: PeerVerifier,
): Session | undefined {
  if (parts === undefined) return undefined;
  if (demands.verify && !parts.demands.verify) return undefined;
  if (demands.name !== null && demands.name !== parts.demands.name) return undefined;
  if (demands.stapling > parts.demands.stapling) return undefined;
  if (!demands.verify || isSame(judgement, parts.judgement)) return parts.resumable;
  if (judgement.verifyCallback !== null || !isAccepted(parts.resumable, trust)) return undefined;
  return parts.resumable;
}

function isSame(now: Judgement, then: Judgement | undefined): boolean {
  return (
    then !== undefined && (Object.keys(now) as (keyof Judgement)[]).every((key) => now[key] === then[key])
  );
}

function isAccepted(session: Session | undefined, trust: PeerVerifier): boolean {
  const chain = session?.peerChain ?? [];
  return chain.length > 0 && trust.judge(chain, { role: 'server', ocspResponse: undefined }).accepted;
}
