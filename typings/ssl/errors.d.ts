/** Errors of the TLS layer as CPython words them, with `(pyssl)` in the place of its C file and line. */
import type { Fault } from '../bytes/fault.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { VerdictName } from '../pki/verdict.ts';
import { SSLError } from './exceptions.ts';
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
/** OpenSSL's "ASN1 lib": what a PEM block holds is not what it says. */
export declare function asn1LibError(cause?: unknown): SSLError;
/** DER that is whole, and not what it was taken for. */
export declare function nestedAsn1Error(): SSLError;
/** Why a PEM block could not be read, where CPython says so. */
export declare function pemError(fault: Fault): SSLError;
export declare function wantRead(): SSLError;
export declare function zeroReturn(): SSLError;
/** The transport's end: with its reason when it is met, without when it is met again. */
export declare function transportEof(first: boolean): SSLError;
/** A fatal alert that the peer sent. */
export declare function alertError(number: number): SSLError;
/** A peer's certificates that cannot even be judged. */
export type UnreadableName = 'malformed' | 'bytesBehind' | 'noServerKey' | 'noClientKey';
/** Why a peer was refused: an answer of the verifier's, that the engine hands on. */
export type PeerRefusalReason = ChainRefusal | {
    readonly unreadable: UnreadableName;
};
export declare function refusalError(reason: PeerRefusalReason): SSLError;
/** Why a peer's chain was refused. */
export interface ChainRefusal {
    readonly name: VerdictName;
    /** As far as it could be built, leaf first. */
    readonly path: readonly Certificate[];
    /** The name that the certificate had to be for. */
    readonly host: string | null;
    /** Which rule, where the verdict stands for many. */
    readonly detail?: string | undefined;
}
/** In OpenSSL's number and words. */
export declare function describeRefusal({ name, host, detail }: Omit<ChainRefusal, 'path'>): {
    readonly code: number;
    readonly message: string;
};
