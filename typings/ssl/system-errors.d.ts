/** What the system says of a socket, in Python's classes: each name has its number and its words. */
import { BlockingIOError, BrokenPipeError, ConnectionAbortedError, ConnectionRefusedError, ConnectionResetError, FileNotFoundError, OSError, PermissionError, TimeoutError } from './exceptions.ts';
/** Linux's number and words, where the host does not bring its own number. */
declare const errors: {
    readonly EPERM: readonly [1, "Operation not permitted", typeof PermissionError];
    readonly ENOENT: readonly [2, "No such file or directory", typeof FileNotFoundError];
    readonly EBADF: readonly [9, "Bad file descriptor", typeof OSError];
    readonly EAGAIN: readonly [11, "Resource temporarily unavailable", typeof BlockingIOError];
    readonly EACCES: readonly [13, "Permission denied", typeof PermissionError];
    readonly EINVAL: readonly [22, "Invalid argument", typeof OSError];
    readonly EPIPE: readonly [32, "Broken pipe", typeof BrokenPipeError];
    readonly EADDRINUSE: readonly [98, "Address already in use", typeof OSError];
    readonly EADDRNOTAVAIL: readonly [99, "Cannot assign requested address", typeof OSError];
    readonly ENETDOWN: readonly [100, "Network is down", typeof OSError];
    readonly ENETUNREACH: readonly [101, "Network is unreachable", typeof OSError];
    readonly ECONNABORTED: readonly [103, "Software caused connection abort", typeof ConnectionAbortedError];
    readonly ECONNRESET: readonly [104, "Connection reset by peer", typeof ConnectionResetError];
    readonly EISCONN: readonly [106, "Transport endpoint is already connected", typeof OSError];
    readonly ENOTCONN: readonly [107, "Transport endpoint is not connected", typeof OSError];
    readonly ETIMEDOUT: readonly [110, "Connection timed out", typeof TimeoutError];
    readonly ECONNREFUSED: readonly [111, "Connection refused", typeof ConnectionRefusedError];
    readonly EHOSTUNREACH: readonly [113, "No route to host", typeof OSError];
    readonly EINPROGRESS: readonly [115, "Operation now in progress", typeof BlockingIOError];
};
export type SystemErrorName = keyof typeof errors;
export declare function systemError(name: SystemErrorName): OSError;
/** An error of Node's as Python raises it, Node's behind it as its `cause`; what is none comes back as it is. */
export declare function pythonError(error: unknown): unknown;
export {};
