import { environment } from '../host/modules.ts';
import { _ASN1Object, Purpose, samePurpose } from './asn1-object.ts';
import { SSLContext } from './context.ts';
import type { VerifyLocations } from './context-store.ts';
import { _SSLMethod, VerifyFlags, VerifyMode } from './enums.ts';
import { ValueError } from './exceptions.ts';
import { bind, type Signature } from './keywords.ts';
import { repr } from './repr.ts';

const createDefaultContext: Signature = {
  name: 'create_default_context',
  language: 'Python',
  parameters: ['purpose?'],
  keywordOnly: ['cafile', 'capath', 'cadata'],
  extensions: ['crldata'],
};

const createUnverifiedContext: Signature = {
  name: '_create_unverified_context',
  language: 'Python',
  parameters: ['protocol?'],
  keywordOnly: [
    'cert_reqs',
    'check_hostname',
    'purpose',
    'certfile',
    'keyfile',
    'cafile',
    'capath',
    'cadata',
  ],
  extensions: ['crldata'],
};

/**
 * Create an SSLContext object with default settings: a client that verifies servers against the given authorities,
 * or the system's, or a server.
 */
export function create_default_context(purpose?: _ASN1Object, keywords?: VerifyLocations): SSLContext;
export function create_default_context(
  keywords: VerifyLocations & { readonly purpose?: _ASN1Object },
): SSLContext;
export function create_default_context(...args: readonly unknown[]): SSLContext {
  const bound = bind(createDefaultContext, args);
  const [given = Purpose.SERVER_AUTH, cafile, capath, cadata, crldata] = bound;
  const context = new SSLContext(protocolFor(checkPurpose(given)));
  // Chain building stops at the first trust anchor, self-signed or not, and RFC 5280 is taken at its word.
  context.verify_flags |= VerifyFlags.VERIFY_X509_PARTIAL_CHAIN | VerifyFlags.VERIFY_X509_STRICT;
  loadRoots(context, { cafile, capath, cadata, crldata } as VerifyLocations);
  applyKeyLog(context);
  return context;
}

/** What `_create_unverified_context()` takes by keyword. */
export interface UnverifiedKeywords extends VerifyLocations {
  readonly protocol?: number | null;
  readonly cert_reqs?: number | null;
  readonly check_hostname?: boolean;
  readonly purpose?: _ASN1Object;
  readonly certfile?: string | Uint8Array | null;
  readonly keyfile?: string | Uint8Array | null;
}

/** Create an SSLContext object for Python's own modules: less restrictive, for backward compatibility. */
export function _create_unverified_context(
  protocol?: number | null,
  keywords?: Omit<UnverifiedKeywords, 'protocol'>,
): SSLContext;
export function _create_unverified_context(keywords: UnverifiedKeywords): SSLContext;
export function _create_unverified_context(...args: readonly unknown[]): SSLContext {
  const bound = bind(createUnverifiedContext, args);
  const [protocol, cert_reqs = VerifyMode.CERT_NONE, check_hostname = false] = bound;
  const [, , , given = Purpose.SERVER_AUTH, certfile, keyfile, cafile, capath, cadata, crldata] = bound;
  const purpose = checkPurpose(given);
  const context = new SSLContext((protocol as number | null | undefined) ?? protocolFor(purpose));
  context.check_hostname = check_hostname;
  if (cert_reqs !== null) context.verify_mode = cert_reqs as number;
  if (check_hostname) context.check_hostname = true;
  if (keyfile && !certfile) throw new ValueError('certfile must be specified');
  if (certfile) context.load_cert_chain(certfile as string, keyfile as string | null);
  loadRoots(context, { cafile, capath, cadata, crldata } as VerifyLocations);
  applyKeyLog(context);
  return context;
}

/** What CPython's own modules call it. */
export const _create_stdlib_context = _create_unverified_context;
/** What `http.client` calls. */
export const _create_default_https_context = create_default_context;

function checkPurpose(purpose: unknown): _ASN1Object {
  if (purpose instanceof _ASN1Object) return purpose;
  throw new TypeError(typeof purpose === 'string' ? purpose : repr(purpose));
}

function protocolFor(purpose: _ASN1Object): number {
  if (samePurpose(purpose, Purpose.SERVER_AUTH)) return _SSLMethod.PROTOCOL_TLS_CLIENT;
  if (samePurpose(purpose, Purpose.CLIENT_AUTH)) return _SSLMethod.PROTOCOL_TLS_SERVER;
  throw new ValueError(purpose);
}

function loadRoots(context: SSLContext, { cafile, capath, cadata, crldata }: VerifyLocations): void {
  if (cafile || capath || cadata) context.load_verify_locations(cafile, capath, cadata);
  else if (context.verify_mode !== VerifyMode.CERT_NONE) context.load_default_certs();
  if (crldata !== undefined && crldata !== null) context.load_verify_locations({ crldata });
}

/** Only contexts that these functions make listen to the environment. */
function applyKeyLog(context: SSLContext): void {
  const filename = environment('SSLKEYLOGFILE');
  if (filename) context.keylog_filename = filename;
}
