/** Errors of the system as Node reports them, in Python's classes. */
import { constants } from 'node:os';
import { getSystemErrorMap } from 'node:util';
import {
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileNotFoundError,
  OSError,
  PermissionError,
  TimeoutError,
} from '../index.ts';

const CLASSES: Readonly<Record<string, typeof OSError>> = {
  ECONNRESET: ConnectionResetError,
  ECONNABORTED: ConnectionAbortedError,
  ECONNREFUSED: ConnectionRefusedError,
  EPIPE: BrokenPipeError,
  ESHUTDOWN: BrokenPipeError,
  ETIMEDOUT: TimeoutError,
  EACCES: PermissionError,
  EPERM: PermissionError,
  ENOENT: FileNotFoundError,
};

/** What getaddrinfo may say of a name, by Node's word for it. */
const LOOKUPS: Readonly<Record<string, readonly [errno: number, strerror: string]>> = {
  ENOTFOUND: [-2, 'Name or service not known'],
  EAI_AGAIN: [-3, 'Temporary failure in name resolution'],
};

/** The same error as Python would raise it, with Node's as its cause; others are handed back as they are. */
export function pythonError(error: Error): Error {
  if (error instanceof AggregateError) return severalErrors(error);
  const { code = '' } = error as NodeJS.ErrnoException;
  if (Object.hasOwn(LOOKUPS, code)) return caused(new OSError(...LOOKUPS[code]), error);
  return Object.hasOwn(constants.errno, code) ? caused(systemError(code), error) : error;
}

/** The error of this name: `'ECONNABORTED'`. */
export function systemError(code: string): OSError {
  const errno = constants.errno[code as keyof typeof constants.errno];
  const Class = CLASSES[code] ?? OSError;
  return new Class(errno, words(code));
}

/** As libc spells them: Node's own words begin with a small letter. */
function words(code: string): string {
  for (const [name, text] of getSystemErrorMap().values()) {
    if (name === code) return text[0].toUpperCase() + text.slice(1);
  }
  return code;
}

/** Each address of a host was tried: one error if they all say the same. */
function severalErrors({ errors }: AggregateError): Error {
  const each = errors.map((error) => pythonError(error as Error));
  const [first] = each;
  if (each.every(({ message }) => message === first.message)) return first;
  return new OSError(`Multiple exceptions: ${each.map(({ message }) => message).join(', ')}`);
}

function caused(error: OSError, cause: Error): OSError {
  error.cause = cause;
  return error;
}
