/** What the module says of itself. */
import { DEFAULT_CIPHERS } from './defaults.ts';
import { _SSLMethod } from './enums.ts';
import { bind, type Signature } from './keywords.ts';

/** Not OpenSSL, but the one whose behaviour this is: in the form that programs take apart. */
export const OPENSSL_VERSION = 'OpenSSL 3.0.19 (pyssl 0.1.0)';
/** Major, minor, (0), patch, status: of the OpenSSL whose behaviour this is. */
export const OPENSSL_VERSION_INFO: readonly [number, number, number, number, number] = [3, 0, 0, 19, 0];
/** The same in one number. */
export const OPENSSL_VERSION_NUMBER = 0x30000130;
/** That which it would have been compiled with. */
export const _OPENSSL_API_VERSION = OPENSSL_VERSION_INFO;

/** The lines around a certificate in PEM (RFC 7468). */
export const PEM_HEADER = '-----BEGIN CERTIFICATE-----';
/** As `PEM_HEADER`, behind it. */
export const PEM_FOOTER = '-----END CERTIFICATE-----';

/** What `get_channel_binding()` takes, as Python lists it. */
export const CHANNEL_BINDING_TYPES: readonly string[] = ['tls-unique'];

/** Server names in the hello (RFC 6066). */
export const HAS_SNI = true;
/** Key exchange on elliptic curves. */
export const HAS_ECDH = true;
/** Next Protocol Negotiation, which ALPN took the place of. */
export const HAS_NPN = false;
/** Application protocols (RFC 7301). */
export const HAS_ALPN = true;
/** RFC 6176 prohibits it. */
export const HAS_SSLv2 = false;
/** RFC 7568 prohibits it. */
export const HAS_SSLv3 = false;
/** RFC 8996 takes it out of use. */
export const HAS_TLSv1 = false;
/** RFC 8996 takes it out of use. */
export const HAS_TLSv1_1 = false;
/** RFC 5246. */
export const HAS_TLSv1_2 = true;
/** RFC 8446. */
export const HAS_TLSv1_3 = true;
/** Pre-shared keys. */
export const HAS_PSK = true;
/** Pre-shared keys in TLS 1.3 (Python 3.15). */
export const HAS_PSK_TLS13 = true;
/** Certificates that are asked for after the handshake (RFC 8446 section 4.6.2; Python 3.14). */
export const HAS_PHA = true;
/** `SSLContext.hostname_checks_common_name` can be set. */
export const HAS_NEVER_CHECK_COMMON_NAME = true;

/** What contexts begin with, in OpenSSL's cipher list format. */
export const _DEFAULT_CIPHERS = DEFAULT_CIPHERS;
/** The same for servers. */
export const _RESTRICTED_SERVER_CIPHERS = DEFAULT_CIPHERS;

const getProtocolName: Signature = {
  name: 'get_protocol_name',
  language: 'Python',
  parameters: ['protocol_code'],
};

/** The name of a `PROTOCOL_` constant. */
export function get_protocol_name(protocol_code: number): string;
export function get_protocol_name(keywords: { readonly protocol_code: number }): string;
export function get_protocol_name(...args: readonly unknown[]): string {
  const [code] = bind(getProtocolName, args);
  if (Array.isArray(code)) throw new TypeError("unhashable type: 'list'"); // it is looked up in a dictionary
  return (typeof code === 'number' ? _SSLMethod[code] : undefined) ?? '<unknown>';
}
