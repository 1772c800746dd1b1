/** What the module says of itself. */
import { DEFAULT_CIPHERS } from './defaults.ts';
import { _SSLMethod } from './enums.ts';
import { bind, type Signature } from './keywords.ts';

/** Not OpenSSL, but the one whose behaviour this is: in the form that programs take apart. */
export const OPENSSL_VERSION = 'OpenSSL 3.0.19 (pyssl 0.1.0)';
export const OPENSSL_VERSION_INFO: readonly [number, number, number, number, number] = [3, 0, 0, 19, 0];
export const OPENSSL_VERSION_NUMBER = 0x30000130;
export const _OPENSSL_API_VERSION = OPENSSL_VERSION_INFO;

export const PEM_HEADER = '-----BEGIN CERTIFICATE-----';
export const PEM_FOOTER = '-----END CERTIFICATE-----';

export const CHANNEL_BINDING_TYPES: readonly string[] = ['tls-unique'];

export const HAS_SNI = true;
export const HAS_ECDH = true;
export const HAS_NPN = false;
export const HAS_ALPN = true;
export const HAS_SSLv2 = false;
export const HAS_SSLv3 = false;
export const HAS_TLSv1 = false;
export const HAS_TLSv1_1 = false;
export const HAS_TLSv1_2 = true;
export const HAS_TLSv1_3 = true;
export const HAS_PSK = true;
export const HAS_PSK_TLS13 = true;
export const HAS_PHA = true;
export const HAS_NEVER_CHECK_COMMON_NAME = true;

export const _DEFAULT_CIPHERS = DEFAULT_CIPHERS;
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
  return (typeof code === 'number' ? _SSLMethod[code] : undefined) ?? '<unknown>';
}
