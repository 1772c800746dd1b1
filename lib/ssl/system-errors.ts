/** What the system says of a socket, in Python's classes: each name has its number and its words. */
import {
  BlockingIOError,
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileNotFoundError,
  OSError,
  PermissionError,
  TimeoutError,
} from './exceptions.ts';

/** Linux's number and words, where the host does not bring its own number. */
const errors = {
  EPERM: [1, 'Operation not permitted', PermissionError],
  ENOENT: [2, 'No such file or directory', FileNotFoundError],
  EBADF: [9, 'Bad file descriptor', OSError],
  EAGAIN: [11, 'Resource temporarily unavailable', BlockingIOError],
  EACCES: [13, 'Permission denied', PermissionError],
  EINVAL: [22, 'Invalid argument', OSError],
  EPIPE: [32, 'Broken pipe', BrokenPipeError],
  EADDRINUSE: [98, 'Address already in use', OSError],
  EADDRNOTAVAIL: [99, 'Cannot assign requested address', OSError],
  ENETDOWN: [100, 'Network is down', OSError],
  ENETUNREACH: [101, 'Network is unreachable', OSError],
  ECONNABORTED: [103, 'Software caused connection abort', ConnectionAbortedError],
  ECONNRESET: [104, 'Connection reset by peer', ConnectionResetError],
  EISCONN: [106, 'Transport endpoint is already connected', OSError],
  ENOTCONN: [107, 'Transport endpoint is not connected', OSError],
  ETIMEDOUT: [110, 'Connection timed out', TimeoutError],
  ECONNREFUSED: [111, 'Connection refused', ConnectionRefusedError],
  EHOSTUNREACH: [113, 'No route to host', OSError],
  EINPROGRESS: [115, 'Operation now in progress', BlockingIOError],
} as const satisfies Record<string, readonly [number, string, typeof OSError]>;

export type SystemErrorName = keyof typeof errors;

/** What Node calls by names of its own. */
const ownNames = new Map<string, SystemErrorName>([
  ['ERR_STREAM_PREMATURE_CLOSE', 'EBADF'],
  ['ERR_STREAM_DESTROYED', 'EBADF'],
  ['ERR_STREAM_WRITE_AFTER_END', 'EPIPE'],
  ['ERR_SOCKET_CLOSED', 'EBADF'],
]);

/** `socket.gaierror`: a host name that is not known, or cannot be asked for now. */
const lookups: Readonly<Record<string, readonly [number, string]>> = {
  ENOTFOUND: [-2, 'Name or service not known'],
  EAI_AGAIN: [-3, 'Temporary failure in name resolution'],
};

export function systemError(name: SystemErrorName): OSError {
  const [errno, words, Class] = errors[name];
  return new Class(errno, words);
}

/** An error of Node's as Python raises it, Node's behind it as its `cause`; what is none comes back as it is. */
export function pythonError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof OSError) return error;
  // A host with several addresses fails once for each.
  const [first = error] = error instanceof AggregateError ? (error.errors as Error[]) : [];
  const raised = raisedFor(first as Error & { readonly code?: unknown; readonly errno?: unknown });
  if (raised !== undefined) raised.cause = error;
  return raised ?? error;
}

function raisedFor({
  code,
  errno,
}: {
  readonly code?: unknown;
  readonly errno?: unknown;
}): OSError | undefined {
  if (typeof code !== 'string') return undefined;
  if (Object.hasOwn(lookups, code)) return new OSError(...lookups[code]);
  const name = Object.hasOwn(errors, code) ? (code as SystemErrorName) : ownNames.get(code);
  if (name === undefined) return typeof errno === 'number' ? new OSError(Math.abs(errno), code) : undefined;
  const [number, words, Class] = errors[name];
  return new Class(typeof errno === 'number' ? Math.abs(errno) : number, words);
}
