/** Numbers that IANA keeps for TLS, under the RFCs' own words. What stands here can be named; `tls/` says what is supported. */
import { type Codec, named, type Unknown } from './codec.ts';

export const versionNumbers = {
  SSLv3: 0x0300,
  TLSv1: 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
} as const;
export type VersionName = keyof typeof versionNumbers;

export const suiteNumbers = {
  TLS_AES_128_GCM_SHA256: 0x1301,
  TLS_AES_256_GCM_SHA384: 0x1302,
  TLS_CHACHA20_POLY1305_SHA256: 0x1303,
  TLS_EMPTY_RENEGOTIATION_INFO_SCSV: 0x00ff,
  TLS_FALLBACK_SCSV: 0x5600,
} as const;
export type SuiteName = keyof typeof suiteNumbers;

/** RFC 8446 section 4.2.7 and RFC 8422 section 5.1.1. */
export const groupNumbers = {
  secp256r1: 0x0017,
  secp384r1: 0x0018,
  secp521r1: 0x0019,
  x25519: 0x001d,
  x448: 0x001e,
  ffdhe2048: 0x0100,
  ffdhe3072: 0x0101,
  ffdhe4096: 0x0102,
  ffdhe6144: 0x0103,
  ffdhe8192: 0x0104,
  X25519MLKEM768: 0x11ec,
} as const;
export type NamedGroup = keyof typeof groupNumbers;

/** RFC 8446 section 4.2.3; the last ones are TLS 1.2's pairs of hash and signature (RFC 5246 section 7.4.1.4.1). */
export const schemeNumbers = {
  ecdsa_secp256r1_sha256: 0x0403,
  ecdsa_secp384r1_sha384: 0x0503,
  ecdsa_secp521r1_sha512: 0x0603,
  ed25519: 0x0807,
  ed448: 0x0808,
  rsa_pss_pss_sha256: 0x0809,
  rsa_pss_pss_sha384: 0x080a,
  rsa_pss_pss_sha512: 0x080b,
  rsa_pss_rsae_sha256: 0x0804,
  rsa_pss_rsae_sha384: 0x0805,
  rsa_pss_rsae_sha512: 0x0806,
  rsa_pkcs1_sha256: 0x0401,
  rsa_pkcs1_sha384: 0x0501,
  rsa_pkcs1_sha512: 0x0601,
  ecdsa_sha224: 0x0303,
  rsa_pkcs1_sha224: 0x0301,
  dsa_sha224: 0x0302,
  dsa_sha256: 0x0402,
  dsa_sha384: 0x0502,
  dsa_sha512: 0x0602,
  ecdsa_sha1: 0x0203,
  rsa_pkcs1_sha1: 0x0201,
  dsa_sha1: 0x0202,
  mldsa44: 0x0904,
  mldsa65: 0x0905,
  mldsa87: 0x0906,
} as const;
export type SignatureScheme = keyof typeof schemeNumbers;

export const extensionNumbers = {
  server_name: 0,
  status_request: 5,
  supported_groups: 10,
  ec_point_formats: 11,
  signature_algorithms: 13,
  application_layer_protocol_negotiation: 16,
  signed_certificate_timestamp: 18,
  padding: 21,
  encrypt_then_mac: 22,
  extended_master_secret: 23,
  session_ticket: 35,
  pre_shared_key: 41,
  early_data: 42,
  supported_versions: 43,
  cookie: 44,
  psk_key_exchange_modes: 45,
  certificate_authorities: 47,
  oid_filters: 48,
  post_handshake_auth: 49,
  signature_algorithms_cert: 50,
  key_share: 51,
  renegotiation_info: 0xff01,
} as const;
export type ExtensionName = keyof typeof extensionNumbers;

export const pskModeNumbers = { psk_ke: 0, psk_dhe_ke: 1 } as const;

export const version: Codec<VersionName | Unknown> = named(2, versionNumbers);
export const suite: Codec<SuiteName | Unknown> = named(2, suiteNumbers);
export const group: Codec<NamedGroup | Unknown> = named(2, groupNumbers);
export const scheme: Codec<SignatureScheme | Unknown> = named(2, schemeNumbers);
export const pskMode: Codec<keyof typeof pskModeNumbers | Unknown> = named(1, pskModeNumbers);
