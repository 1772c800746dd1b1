/**
 * What becomes of callbacks that Python does not have, when they throw or return what is of no use: the handshake ends
 * with internal_error, and the call that met it raises an `SSLError` (`CALLBACK_FAILED`) with the failure for its cause.
 * There is somebody to raise it to, as there is not for Python's own.
 */
import { fault } from '../tls/faults.ts';

/** What a program's own code returns. */
export function called<Value>(name: string, call: () => Value): Value {
  try {
    return call();
  } catch (error) {
    throw callbackFailure(name, error);
  }
}

/** For the engine to end the connection with. */
export function callbackFailure(name: string, cause: unknown): Error {
  return fault('callbackFailed', name, { cause });
}
