/** Lists of names that a context takes: suites of TLS 1.3, signature schemes, protocols. */
import { utf8 } from '../bytes/bytes.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { bytesLike } from './buffers.ts';
import { type CipherRow, cipherRows13 } from './cipher-table.ts';
import { LATTICE_SCHEMES, SCHEMES } from './defaults.ts';
import { composedError } from './errors.ts';
import { MemoryError, SSLError } from './exceptions.ts';
import { noArguments } from './keywords.ts';
import { typeName } from './repr.ts';
import { checkAscii } from './unicode-errors.ts';

/** `set_client_sigalgs`, `set_server_sigalgs`: TLS names, or pairs of key and hash as OpenSSL writes them. */
export function schemeList(text: string): SignatureScheme[] {
  return nameList(text, schemeNamed, 'signature algorithm');
}

function schemeNamed(name: string): SignatureScheme | undefined {
  const scheme = pairs[name] ?? name;
  return SETTABLE.find((row) => row.scheme === scheme)?.scheme;
}

/** The names that `set_client_sigalgs()` and `set_server_sigalgs()` take (Python 3.15), best first; a new list each time. */
export function get_sigalgs(...args: []): string[] {
  noArguments('_ssl.get_sigalgs', args, 'C');
  return SETTABLE.map(({ scheme }) => scheme);
}

const SETTABLE = [...SCHEMES, ...LATTICE_SCHEMES];

const pairs: Readonly<Record<string, SignatureScheme>> = {
  'ECDSA+SHA256': 'ecdsa_secp256r1_sha256',
  'ECDSA+SHA384': 'ecdsa_secp384r1_sha384',
  'ECDSA+SHA512': 'ecdsa_secp521r1_sha512',
  'RSA-PSS+SHA256': 'rsa_pss_rsae_sha256',
  'RSA-PSS+SHA384': 'rsa_pss_rsae_sha384',
  'RSA-PSS+SHA512': 'rsa_pss_rsae_sha512',
  'RSA+SHA256': 'rsa_pkcs1_sha256',
  'RSA+SHA384': 'rsa_pkcs1_sha384',
  'RSA+SHA512': 'rsa_pkcs1_sha512',
};

/** Longer lists name something twice. */
const MAX_NAMES = 64;

function nameList<Name>(text: string, find: (name: string) => Name | undefined, what: string): Name[] {
  const found: Name[] = [];
  const names = text.split(':');
  if (names.length > MAX_NAMES) throw composedError(`unrecognized ${what}`);
  for (const name of names) {
    const optional = name.startsWith('?');
    const known = find(optional ? name.slice(1) : name);
    if (known !== undefined && !found.includes(known)) found.push(known);
    else if (known === undefined && !optional) throw composedError(`unrecognized ${what}`);
  }
  if (found.length === 0) throw composedError(`unrecognized ${what}`);
  return found;
}

/** `set_ciphersuites`: suites of TLS 1.3 by their names; an unknown one is an error, as with OpenSSL. */
export function suiteList(text: string): CipherRow[] {
  if (text === '') return [];
  return text.split(':').map((name) => {
    const row = cipherRows13.find((each) => each.name === name);
    if (row === undefined) throw composedError('No cipher suite can be selected.');
    return row;
  });
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
