/** One outcome of the engine, one exception of Python's: the table at the head of `object.ts`, in code. */
import type { Failure, MisuseName, Outcome } from '../tls/outcome.ts';
import {
  alertError,
  type PeerRefusalReason,
  refusalError,
  sslError,
  transportEof,
  wantRead,
  zeroReturn,
} from './errors.ts';
import type { SSLError } from './exceptions.ts';
import { faultReasons } from './reasons.ts';

/** The exception for a call that did not do what it was for. */
export function errorOf(outcome: Outcome): SSLError {
  switch (outcome.kind) {
    case 'want':
      return wantRead();
    case 'done':
    case 'closed':
      return zeroReturn();
    default:
      return failureError(outcome);
  }
}

/** How we ended a connection, if this answer says that we did. */
export function failureOf(answer: unknown): 'refused' | 'fault' | 'eof' | undefined {
  const { kind } = answer as { readonly kind?: Outcome['kind'] };
  return kind === 'fault' || kind === 'refused' || kind === 'eof' ? kind : undefined;
}

/** Whether the peer ended it with a fatal alert. */
export function isAlert(answer: unknown): boolean {
  return (answer as { readonly kind?: Outcome['kind'] }).kind === 'alert';
}

function failureError(failure: Failure): SSLError {
  switch (failure.kind) {
    case 'fault':
      return sslError(faultReasons[failure.fault], { cause: failure.cause });
    case 'refused':
      return refusalError(failure.reason as PeerRefusalReason); // `Trust` gave it to the engine
    case 'alert':
      return alertError(failure.description);
    case 'eof':
      return transportEof(true);
    case 'dead':
      return failure.by === 'alert' ? zeroReturn() : transportEof(false);
    case 'misuse':
      return misuseError(failure.misuse);
  }
}

function misuseError(name: MisuseName): SSLError {
  const { reason, errno } = misuses[name];
  return sslError(reason, errno === undefined ? {} : { errno });
}

/** Where CPython asks OpenSSL for no more than its reason, that is the error's number too. */
const misuses: Readonly<Record<MisuseName, { readonly reason: string; readonly errno?: number }>> = {
  closeInHandshake: { reason: 'SHUTDOWN_WHILE_IN_INIT' },
  writeAfterClose: { reason: 'PROTOCOL_IS_SHUTDOWN' },
  keyUpdateUnavailable: { reason: 'STILL_IN_INIT' },
  notTls13: { reason: 'WRONG_SSL_VERSION', errno: 266 },
  notServer: { reason: 'NOT_SERVER', errno: 284 },
  stillInHandshake: { reason: 'STILL_IN_INIT', errno: 121 },
  extensionNotReceived: { reason: 'EXTENSION_NOT_RECEIVED', errno: 279 },
  noVerification: { reason: 'INVALID_CONFIG', errno: 283 },
  certificateRequested: { reason: 'REQUEST_SENT', errno: 286 },
};
