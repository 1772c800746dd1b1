/** Errors of the TLS layer as CPython words them, with `(pyssl)` in the place of its C file and line. */
import type { Certificate } from '../pki/certificate.ts';
import type { VerdictName } from '../pki/verdict.ts';
import { SSLCertVerificationError, SSLError } from './exceptions.ts';
/** `[LIB: REASON] text`. The first family has an `SSLErrorNumber`, errors of configuration OpenSSL's own number. */
export declare function sslError(reason: string, { library, errno, cause }?: {
    cause?: unknown;
    errno?: number | undefined;
    library?: string | undefined;
}): SSLError;
/** An error that CPython's module composes itself: errno 0, no mnemonic. */
export declare function composedError(text: string): SSLError;
/** OpenSSL's "PEM lib": something is wrong with a PEM file, it does not say what. */
export declare function pemLibError(library: 'PEM' | 'SSL' | 'X509', cause?: unknown): SSLError;
export declare function wantRead(): SSLError;
export declare function zeroReturn(): SSLError;
/** The transport's end: with its reason when it is met, without when it is met again. */
export declare function transportEof(first: boolean): SSLError;
/** A fatal alert that the peer sent. */
export declare function alertError(number: number): SSLError;
/** Why a peer's chain was refused. */
export interface ChainRefusal {
    readonly name: VerdictName;
    /** As far as it could be built, leaf first. */
    readonly path: readonly Certificate[];
    /** The name that the certificate had to be for. */
    readonly host: string | null;
}
export declare function verificationError({ name, path, host }: ChainRefusal): SSLCertVerificationError;
