/**
 * Python's exceptions, as far as `ssl` raises them. `TypeError` is the language's own; the others are classes here,
 * in Python's family tree. `message` is what `str(e)` prints in Python, `args` what it was raised with.
 */
import { repr, tupleRepr } from './repr.ts';

/** An object that carries Python's `args`. */
abstract class Exception extends Error {
  readonly args: readonly unknown[];

  constructor(args: readonly unknown[], message: string, options?: ErrorOptions) {
    super(message, options);
    this.args = Object.freeze(args.slice());
    this.name = new.target.name;
  }
}

/** `str(e)` of an exception that has no words of its own. */
function plainText(args: readonly unknown[]): string {
  if (args.length === 0) return '';
  return args.length === 1 ? (typeof args[0] === 'string' ? args[0] : repr(args[0])) : tupleRepr(args);
}

/** A value of the right type that cannot be used. An `SSLCertVerificationError` is one as well, as in Python. */
export class ValueError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // JavaScript has one parent a class; Python's SSLCertVerificationError has two.
    // biome-ignore lint/complexity/noThisInStatic: a sub-class asks for itself.
    if (this === ValueError && value instanceof SSLCertVerificationError) return true;
    // biome-ignore lint/complexity/noThisInStatic: as above.
    return Function.prototype[Symbol.hasInstance].call(this, value);
  }
}

/** Text that does not fit the encoding: a host name that IDNA refuses, a protocol name beyond ASCII. */
export class UnicodeEncodeError extends ValueError {}

/** Bytes that are no text in the encoding. */
export class UnicodeDecodeError extends ValueError {}

/** A number that is too large for what it is meant for. */
export class OverflowError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }
}

/** An object that lacks what was asked of it. */
export class AttributeError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }
}

/** Something that this host cannot do: a path where there are no files. */
export class NotImplementedError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }
}

/** A size that no memory has. */
export class MemoryError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }
}

/** A call that does not fit the state of its object. */
export class RuntimeError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }
}

/** The input ended where more of it was due. */
export class EOFError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }
}

/** A view of memory that cannot be used as asked. */
export class BufferError extends Exception {
  constructor(...args: readonly unknown[]) {
    super(args, plainText(args));
  }
}

/** What the system, or a connection, reports: `errno`, `strerror`, and for files `filename`. */
export class OSError extends Exception {
  /** The system's number, or an `SSLErrorNumber`, or OpenSSL's number of a reason; `null` if there is none. */
  readonly errno: unknown;
  /** The words for it. */
  readonly strerror: unknown;
  /** The file that it is about. */
  readonly filename: unknown;

  constructor(...args: readonly unknown[]) {
    const [errno = null, strerror = null, filename = null] = isSystemCall(args) ? args : [];
    super(filename === null ? args : args.slice(0, 2), new.target.text(args));
    this.errno = errno;
    this.strerror = strerror;
    this.filename = filename;
  }

  /** What `str(e)` prints for these arguments. */
  protected static text(args: readonly unknown[]): string {
    if (!isSystemCall(args)) return plainText(args);
    const [errno, strerror, filename, , other] = args;
    const to = other === undefined || other === null ? '' : ` -> ${repr(other)}`;
    const where = filename === undefined || filename === null ? '' : `: ${repr(filename)}${to}`;
    return `[Errno ${plainText([errno])}] ${plainText([strerror])}${where}`;
  }
}

/** `errno`, `strerror`, `filename`, `winerror`, `filename2`: with fewer than two arguments, or more, they mean nothing. */
function isSystemCall(args: readonly unknown[]): boolean {
  return args.length >= 2 && args.length <= 5;
}

/** There is no such file (ENOENT). */
export class FileNotFoundError extends OSError {}
/** It is there, and not for you (EACCES, EPERM). */
export class PermissionError extends OSError {}
/** A directory where a file is due (EISDIR). */
export class IsADirectoryError extends OSError {}
/** A file where a directory is due (ENOTDIR). */
export class NotADirectoryError extends OSError {}
/** It is there already (EEXIST). */
export class FileExistsError extends OSError {}
/** The time that was given is over (ETIMEDOUT). */
export class TimeoutError extends OSError {}
/** A call that may not wait would have to (EAGAIN). */
export class BlockingIOError extends OSError {}
/** What becomes of connections. */
export class ConnectionError extends OSError {}
/** The peer broke the connection (ECONNRESET). */
export class ConnectionResetError extends ConnectionError {}
/** The connection was given up on this side (ECONNABORTED). */
export class ConnectionAbortedError extends ConnectionError {}
/** Nobody listens there (ECONNREFUSED). */
export class ConnectionRefusedError extends ConnectionError {}
/** Nobody reads any more (EPIPE). */
export class BrokenPipeError extends ConnectionError {}

/**
 * An error of the TLS layer. `library` and `reason` are OpenSSL's own mnemonics, by which programs tell errors apart;
 * one that was made by hand has neither (so they are declared only: a field would be there, if undefined).
 */
export class SSLError extends OSError {
  /** OpenSSL's sub-module in which it happened: `'SSL'`, `'PEM'`, `'X509'`; `null` where there is none. */
  declare library?: string | null;
  /** OpenSSL's mnemonic: `'WRONG_VERSION_NUMBER'`; `null` where there is none. */
  declare reason?: string | null;

  protected static override text(args: readonly unknown[]): string {
    if (isSystemCall(args) && typeof args[1] === 'string') return args[1];
    return tupleRepr(args.length > 5 || (args[2] ?? null) === null ? args : args.slice(0, 2));
  }
}

/** The peer has closed its side in good order. */
export class SSLZeroReturnError extends SSLError {}
/** The call needs more bytes from the peer: feed the incoming BIO, and call again. */
export class SSLWantReadError extends SSLError {}
/** The call needs room for what it writes. A memory BIO always has it. */
export class SSLWantWriteError extends SSLError {}
/** The transport failed. A memory BIO never does. */
export class SSLSyscallError extends SSLError {}
/** The transport ended although the peer had not said that it would. */
export class SSLEOFError extends SSLError {}

/** The peer's certificate was not accepted: `verify_code` and `verify_message` say why. */
export class SSLCertVerificationError extends SSLError {
  /** OpenSSL's number for the reason (`X509_V_ERR_...`). */
  declare verify_code?: number;
  /** The reason in words. */
  declare verify_message?: string;
  /**
   * The chain that was refused, leaf first, as DER: as far as it could be built.
   * @extension
   */
  declare chain?: readonly Uint8Array[];
}

/** The name that `SSLCertVerificationError` had before Python 3.7. */
export const CertificateError = SSLCertVerificationError;
export type CertificateError = SSLCertVerificationError;
