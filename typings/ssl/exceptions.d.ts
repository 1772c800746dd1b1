/** An object that carries Python's `args`. */
declare abstract class Exception extends Error {
    readonly args: readonly unknown[];
    constructor(args: readonly unknown[], message: string, options?: ErrorOptions);
}
/** A value of the right type that cannot be used. An `SSLCertVerificationError` is one as well, as in Python. */
export declare class ValueError extends Exception {
    constructor(...args: readonly unknown[]);
    static [Symbol.hasInstance](value: unknown): boolean;
}
/** Text that does not fit the encoding: a host name that IDNA refuses, a protocol name beyond ASCII. */
export declare class UnicodeEncodeError extends ValueError {
}
/** Bytes that are no text in the encoding. */
export declare class UnicodeDecodeError extends ValueError {
}
/** A number that is too large for what it is meant for. */
export declare class OverflowError extends Exception {
    constructor(...args: readonly unknown[]);
}
/** An object that lacks what was asked of it. */
export declare class AttributeError extends Exception {
    constructor(...args: readonly unknown[]);
}
/** Something that this host cannot do: a path where there are no files. */
export declare class NotImplementedError extends Exception {
    constructor(...args: readonly unknown[]);
}
/** A size that no memory has. */
export declare class MemoryError extends Exception {
    constructor(...args: readonly unknown[]);
}
/** A call that does not fit the state of its object. */
export declare class RuntimeError extends Exception {
    constructor(...args: readonly unknown[]);
}
/** The input ended where more of it was due. */
export declare class EOFError extends Exception {
    constructor(...args: readonly unknown[]);
}
/** A view of memory that cannot be used as asked. */
export declare class BufferError extends Exception {
    constructor(...args: readonly unknown[]);
}
/** What the system, or a connection, reports: `errno`, `strerror`, and for files `filename`. */
export declare class OSError extends Exception {
    /** The system's number, or an `SSLErrorNumber`, or OpenSSL's number of a reason; `null` if there is none. */
    readonly errno: unknown;
    /** The words for it. */
    readonly strerror: unknown;
    /** The file that it is about. */
    readonly filename: unknown;
    constructor(...args: readonly unknown[]);
    /** What `str(e)` prints for these arguments. */
    protected static text(args: readonly unknown[]): string;
}
/** There is no such file (ENOENT). */
export declare class FileNotFoundError extends OSError {
}
/** It is there, and not for you (EACCES, EPERM). */
export declare class PermissionError extends OSError {
}
/** A directory where a file is due (EISDIR). */
export declare class IsADirectoryError extends OSError {
}
/** A file where a directory is due (ENOTDIR). */
export declare class NotADirectoryError extends OSError {
}
/** It is there already (EEXIST). */
export declare class FileExistsError extends OSError {
}
/** The time that was given is over (ETIMEDOUT). */
export declare class TimeoutError extends OSError {
}
/** A call that may not wait would have to (EAGAIN). */
export declare class BlockingIOError extends OSError {
}
/** What becomes of connections. */
export declare class ConnectionError extends OSError {
}
/** The peer broke the connection (ECONNRESET). */
export declare class ConnectionResetError extends ConnectionError {
}
/** The connection was given up on this side (ECONNABORTED). */
export declare class ConnectionAbortedError extends ConnectionError {
}
/** Nobody listens there (ECONNREFUSED). */
export declare class ConnectionRefusedError extends ConnectionError {
}
/** Nobody reads any more (EPIPE). */
export declare class BrokenPipeError extends ConnectionError {
}
/**
 * An error of the TLS layer. `library` and `reason` are OpenSSL's own mnemonics, by which programs tell errors apart;
 * one that was made by hand has neither (so they are declared only: a field would be there, if undefined).
 */
export declare class SSLError extends OSError {
    /** OpenSSL's sub-module in which it happened: `'SSL'`, `'PEM'`, `'X509'`; `null` where there is none. */
    library?: string | null;
    /** OpenSSL's mnemonic: `'WRONG_VERSION_NUMBER'`; `null` where there is none. */
    reason?: string | null;
    protected static text(args: readonly unknown[]): string;
}
/** The peer has closed its side in good order. */
export declare class SSLZeroReturnError extends SSLError {
}
/** The call needs more bytes from the peer: feed the incoming BIO, and call again. */
export declare class SSLWantReadError extends SSLError {
}
/** The call needs room for what it writes. A memory BIO always has it. */
export declare class SSLWantWriteError extends SSLError {
}
/** The transport failed. A memory BIO never does. */
export declare class SSLSyscallError extends SSLError {
}
/** The transport ended although the peer had not said that it would. */
export declare class SSLEOFError extends SSLError {
}
/** The peer's certificate was not accepted: `verify_code` and `verify_message` say why. */
export declare class SSLCertVerificationError extends SSLError {
    /** OpenSSL's number for the reason (`X509_V_ERR_...`). */
    verify_code?: number;
    /** The reason in words. */
    verify_message?: string;
    /**
     * The chain that was refused, leaf first, as DER: as far as it could be built.
     * @extension
     */
    chain?: readonly Uint8Array[];
}
/** The name that `SSLCertVerificationError` had before Python 3.7. */
export declare const CertificateError: typeof SSLCertVerificationError;
export type CertificateError = SSLCertVerificationError;
export {};
