/** One outcome of the engine, one exception of Python's: the table at the head of `object.ts`, in code. */
import type { Failure, MisuseName, Outcome } from '../tls/outcome.ts';
import {
  alertError,
  type ChainRefusal,
  sslError,
  transportEof,
  verificationError,
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

function failureError(failure: Failure): SSLError {
  switch (failure.kind) {
    case 'fault':
      return sslError(faultReasons[failure.fault], { cause: failure.cause });
    case 'refused':
      return verificationError(failure.reason as ChainRefusal); // `Trust` gave it to the engine
    case 'alert':
      return alertError(failure.description);
    case 'eof':
      return transportEof(true);
    case 'dead':
      return failure.by === 'alert' ? zeroReturn() : transportEof(false);
    case 'misuse':
      return sslError(misuseReasons[failure.misuse]);
  }
}

const misuseReasons: Readonly<Record<MisuseName, string>> = {
  closeInHandshake: 'SHUTDOWN_WHILE_IN_INIT',
  writeAfterClose: 'PROTOCOL_IS_SHUTDOWN',
  keyUpdateUnavailable: 'STILL_IN_INIT',
};
