/** Lists of names that a context takes: suites of TLS 1.3, signature schemes, protocols. */
import { utf8 } from '../bytes/bytes.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { bytesLike, withoutSpaces } from './buffers.ts';
import { type CipherRow, cipherRows13 } from './cipher-table.ts';
import { LATTICE_SCHEMES, SCHEMES } from './defaults.ts';
import { composedError } from './errors.ts';
import { MemoryError, SSLError } from './exceptions.ts';
import { noArguments } from './keywords.ts';
import { typeName } from './repr.ts';
import { checkAscii } from './unicode-errors.ts';

/**
 * `set_client_sigalgs`, `set_server_sigalgs`: names between colons, as TLS or OpenSSL writes them (`RSA+SHA256`), in
 * any case. With `?` before it, a name that nobody knows is passed over.
 */
export function schemeList(text: string): SignatureScheme[] {
  const found = new Set<SignatureScheme>();
  for (const element of text.split(':').map(withoutSpaces)) {
    const optional = element.startsWith('?');
    const name = optional ? element.slice(1) : element;
    const scheme = schemeNamed(name.toLowerCase());
    if (scheme !== undefined) found.add(scheme);
    else if (!optional || name.length > MAX_NAME || name.endsWith('+')) throw unrecognized();
  }
  if (found.size === 0) throw unrecognized();
  return [...found];
}

function schemeNamed(name: string): SignatureScheme | undefined {
  const [, first, second] = /^(.*?)\+(.*)$/.exec(name) ?? [];
  const scheme =
    second === undefined
      ? (others[name] ?? name)
      : (pairs[`${first}+${second}`] ?? pairs[`${second}+${first}`]);
  return SETTABLE.find((row) => row.scheme === scheme)?.scheme;
}

/** The names that `set_client_sigalgs()` and `set_server_sigalgs()` take (Python 3.15), best first; a new list each time. */
export function get_sigalgs(...args: []): string[] {
  noArguments('_ssl.get_sigalgs', args, 'C');
  return SETTABLE.map(({ scheme }) => scheme);
}

const SETTABLE = [...SCHEMES, ...LATTICE_SCHEMES];

const others: Readonly<Record<string, SignatureScheme>> = {
  'ml-dsa-44': 'mldsa44',
  'ml-dsa-65': 'mldsa65',
  'ml-dsa-87': 'mldsa87',
};

/** OpenSSL's names: of the key and of the hash. */
const pairs: Readonly<Record<string, SignatureScheme>> = {
  'ecdsa+sha256': 'ecdsa_secp256r1_sha256',
  'ecdsa+sha384': 'ecdsa_secp384r1_sha384',
  'ecdsa+sha512': 'ecdsa_secp521r1_sha512',
  'rsa-pss+sha256': 'rsa_pss_rsae_sha256',
  'rsa-pss+sha384': 'rsa_pss_rsae_sha384',
  'rsa-pss+sha512': 'rsa_pss_rsae_sha512',
  'pss+sha256': 'rsa_pss_rsae_sha256',
  'pss+sha384': 'rsa_pss_rsae_sha384',
  'pss+sha512': 'rsa_pss_rsae_sha512',
  'rsa+sha256': 'rsa_pkcs1_sha256',
  'rsa+sha384': 'rsa_pkcs1_sha384',
  'rsa+sha512': 'rsa_pkcs1_sha512',
};

/** OpenSSL's (`TLS_MAX_SIGSTRING_LEN`, without the end of the text). */
const MAX_NAME = 39;

const unrecognized = () => composedError('unrecognized signature algorithm');

/**
 * `set_ciphersuites`: suites of TLS 1.3 by their names, and none for an empty text. A name that nobody knows is passed
 * over, but one has to be known.
 */
export function suiteList(text: string): CipherRow[] {
  const names = text.split(':').map(withoutSpaces);
  const found = names.flatMap((name) => cipherRows13.filter((row) => row.name === name));
  if (text !== '' && found.length === 0) throw composedError('No cipher suite can be selected.');
  return found;
}

/** RFC 7301 section 3.1: what the wire carries for these names. NPN's were of the same kind. */
export function encodeProtocols(names: unknown, what: 'ALPN' | 'NPN'): Uint8Array[] {
  if (
    names === null ||
    names === undefined ||
    typeof (names as Iterable<unknown>)[Symbol.iterator] !== 'function'
  )
    throw new TypeError(`'${typeName(names)}' object is not iterable`);
  return Array.from(names as Iterable<unknown>, (name) => protocolName(name, what));
}

function protocolName(name: unknown, what: string): Uint8Array {
  if (typeof name !== 'string') throw new TypeError('encoding without a string argument');
  checkAscii(name);
  if (name.length === 0 || name.length > 255)
    throw new SSLError(`${what} protocols must be 1 to 255 in length`);
  return utf8(name);
}

/** `_set_alpn_protocols`: the wire's form, each name behind its length. */
export function decodeProtocols(wire: unknown): Uint8Array[] {
  const bytes = bytesLike(wire);
  const names: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 1 + bytes[at]) {
    const end = at + 1 + bytes[at];
    if (bytes[at] === 0 || end > bytes.length) throw new MemoryError();
    names.push(bytes.slice(at + 1, end));
  }
  return names;
}
