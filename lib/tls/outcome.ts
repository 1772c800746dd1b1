/**
 * What a call on a connection comes to. "Not yet" and every failure are values here; Python's exceptions are made of
 * them in `ssl/object.ts` and nowhere else.
 */
import type { FaultName } from './faults.ts';

export type Outcome =
  /** The call did all that it was for. */
  | { readonly kind: 'done' }
  /** More bytes from the peer are needed first. What was to be sent for that is in the outgoing queue. */
  | { readonly kind: 'want' }
  /** The peer's close_notify is in: it sends nothing more. */
  | { readonly kind: 'closed' }
  | Failure;

/** The first four end the connection for good, and are reported once: later calls get `dead`. */
export type Failure =
  /** We found something wrong; the alert is in the outgoing queue. */
  | { readonly kind: 'fault'; readonly fault: FaultName; readonly detail: string; readonly cause?: unknown }
  /** The verifier refused the peer's certificate; `reason` is the verifier's own. */
  | { readonly kind: 'refused'; readonly reason: unknown }
  /** The peer sent a fatal alert. */
  | { readonly kind: 'alert'; readonly description: number }
  /** The transport ended without a close_notify; the alert is in the outgoing queue. */
  | { readonly kind: 'eof' }
  /** The connection had ended before this call: by our fault or the transport's end, or by the peer's alert. */
  | { readonly kind: 'dead'; readonly by: 'us' | 'alert' }
  /** The call is not for this moment; the connection lives on. */
  | { readonly kind: 'misuse'; readonly misuse: MisuseName };

export type MisuseName =
  /** Closing before the handshake is complete. */
  | 'closeInHandshake'
  /** Writing after our own close_notify. */
  | 'writeAfterClose'
  /** A key update before the handshake is complete, or after our own close_notify. */
  | 'keyUpdateUnavailable'
  /** A key update in TLS 1.2; or asking for a certificate after the handshake, which only servers of TLS 1.3 can, ... */
  | 'notTls13'
  | 'notServer'
  /** ... when it is over, nothing has failed, and no request waits to leave, ... */
  | 'stillInHandshake'
  /** ... of a client that has said that it will answer, ... */
  | 'extensionNotReceived'
  /** ... if they are to verify certificates at all, ... */
  | 'noVerification'
  /** ... and have not asked already. */
  | 'certificateRequested';

export const DONE: Outcome = { kind: 'done' };
export const WANT: Outcome = { kind: 'want' };
export const CLOSED: Outcome = { kind: 'closed' };
