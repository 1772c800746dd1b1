/** Errors of the TLS layer as CPython words them, with `(pyssl)` in the place of its C file and line. */
import type { Fault } from '../bytes/fault.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { VerdictName } from '../pki/verdict.ts';
import { SSLErrorNumber } from './enums.ts';
import {
  SSLCertVerificationError,
  SSLEOFError,
  SSLError,
  SSLWantReadError,
  SSLZeroReturnError,
} from './exceptions.ts';
import { alertReason, reasonText } from './reasons.ts';
import { verifyCodes } from './verify-codes.ts';

const PLACE = '(pyssl)';

type ErrorClass = new (...args: readonly unknown[]) => SSLError;

function make(Class: ErrorClass, errno: number, text: string, library: string | null, reason: string | null) {
  const error = new Class(errno, `${text} ${PLACE}`);
  error.library = library;
  error.reason = reason;
  return error;
}

/** `[LIB: REASON] text`. The first family has an `SSLErrorNumber`, errors of configuration OpenSSL's own number. */
export function sslError(
  reason: string,
  { library = 'SSL', errno = SSLErrorNumber.SSL_ERROR_SSL as number, cause = undefined as unknown } = {},
): SSLError {
  const error = make(SSLError, errno, `[${library}: ${reason}] ${reasonText(reason)}`, library, reason);
  if (cause !== undefined) error.cause = cause;
  return error;
}

/** An error that CPython's module composes itself: errno 0, no mnemonic. */
export function composedError(text: string): SSLError {
  return make(SSLError, 0, text, null, null);
}

/** OpenSSL's "PEM lib": something is wrong with a PEM file, it does not say what. */
export function pemLibError(library: 'PEM' | 'SSL' | 'X509', cause?: unknown): SSLError {
  const error = make(SSLError, 524297, `[${library}] PEM lib`, library, null);
  if (cause !== undefined) error.cause = cause;
  return error;
}

/** OpenSSL's "ASN1 lib": what a PEM block holds is not what it says. */
export function asn1LibError(cause?: unknown): SSLError {
  const error = make(SSLError, 524301, '[PEM] ASN1 lib', 'PEM', null);
  if (cause !== undefined) error.cause = cause;
  return error;
}

/** DER that is whole, and not what it was taken for. */
export function nestedAsn1Error(): SSLError {
  return make(SSLError, 524554, '[ASN1] nested asn1 error', 'ASN1', null);
}

/** Why a PEM block could not be read, where CPython says so. */
export function pemError(fault: Fault): SSLError {
  if (fault.fault === 'pemWithoutWord') return composedError('unknown error');
  const [reason, errno] = pemReasons[fault.fault] ?? [];
  return reason === undefined
    ? asn1LibError(fault)
    : sslError(reason, { library: 'PEM', errno, cause: fault });
}

/** OpenSSL's names and numbers. */
const pemReasons: Readonly<Record<string, readonly [string, number]>> = {
  pemWithoutEnd: ['BAD_END_LINE', 102],
  pemBase64: ['BAD_BASE64_DECODE', 100],
  pemHeader: ['NOT_PROC_TYPE', 107],
};

export function wantRead(): SSLError {
  return make(
    SSLWantReadError,
    SSLErrorNumber.SSL_ERROR_WANT_READ,
    'The operation did not complete (read)',
    null,
    null,
  );
}

export function zeroReturn(): SSLError {
  const text = 'TLS/SSL connection has been closed (EOF)';
  return make(SSLZeroReturnError, SSLErrorNumber.SSL_ERROR_ZERO_RETURN, text, null, null);
}

/** The transport's end: with its reason when it is met, without when it is met again. */
export function transportEof(first: boolean): SSLError {
  const text = 'EOF occurred in violation of protocol';
  const reason = first ? 'UNEXPECTED_EOF_WHILE_READING' : null;
  const head = first ? `[SSL: ${reason}] ` : '';
  return make(SSLEOFError, SSLErrorNumber.SSL_ERROR_EOF, head + text, first ? 'SSL' : null, reason);
}

/** A fatal alert that the peer sent. */
export function alertError(number: number): SSLError {
  const { reason, text } = alertReason(number);
  const head = reason === null ? '[SSL]' : `[SSL: ${reason}]`;
  return make(SSLError, SSLErrorNumber.SSL_ERROR_SSL, `${head} ${text}`, 'SSL', reason);
}

/** A peer's certificates that cannot even be judged. */
export type UnreadableName = 'malformed' | 'bytesBehind' | 'noServerKey' | 'noClientKey';

/** Why a peer was refused: an answer of the verifier's, that the engine hands on. */
export type PeerRefusalReason = ChainRefusal | { readonly unreadable: UnreadableName };

export function refusalError(reason: PeerRefusalReason): SSLError {
  if (!('unreadable' in reason)) return verificationError(reason);
  switch (reason.unreadable) {
    case 'malformed':
      return make(SSLError, SSLErrorNumber.SSL_ERROR_SSL, '[SSL] ASN1 lib', 'SSL', null);
    case 'bytesBehind':
      return sslError('CERT_LENGTH_MISMATCH');
    case 'noServerKey':
      return sslError('UNABLE_TO_FIND_PUBLIC_KEY_PARAMETERS');
    case 'noClientKey':
      return sslError('UNKNOWN_CERTIFICATE_TYPE');
  }
}

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

function verificationError(refusal: ChainRefusal): SSLCertVerificationError {
  const { code, message } = describeRefusal(refusal);
  const text = `[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${message}`;
  const error = make(
    SSLCertVerificationError,
    SSLErrorNumber.SSL_ERROR_SSL,
    text,
    'SSL',
    'CERTIFICATE_VERIFY_FAILED',
  ) as SSLCertVerificationError;
  error.verify_code = code;
  error.verify_message = message;
  error.chain = refusal.path.map((certificate) => certificate.der.slice());
  return error;
}

/** In OpenSSL's number and words. */
export function describeRefusal({ name, host, detail }: Omit<ChainRefusal, 'path'>): {
  readonly code: number;
  readonly message: string;
} {
  const words = verifyMessage(name, host);
  return { code: verifyCodes[name].code, message: detail === undefined ? words : `${words}: ${detail}` };
}

function verifyMessage(name: VerdictName, host: string | null): string {
  if (host === null) return verifyCodes[name].text;
  if (name === 'hostNameMismatch') return `Hostname mismatch, certificate is not valid for '${host}'.`;
  if (name === 'ipAddressMismatch') return `IP address mismatch, certificate is not valid for '${host}'.`;
  return verifyCodes[name].text;
}
