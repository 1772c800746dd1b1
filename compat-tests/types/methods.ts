/**
 * Every function and method in each form that it has, for the compiler to judge, and wrong calls of each for it to
 * refuse. `methods.test.ts` makes them all: what compiles is no TypeError, what does not is one.
 */
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';

export type Calls = Readonly<Record<string, () => unknown>>;

const pem = certificate('p256.pem');
const cadata = readFileSync(certificate('ca.crt'), 'latin1');
const dhdata = readFileSync(certificate('ffdhe2048.pem'));
const client = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
const server = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
const bio = () => new ssl.MemoryBIO();
const object = () => server().wrap_bio(bio(), bio(), true);
const bytes = Uint8Array.of(1, 2, 3);
const NOWHERE: [string, number] = ['127.0.0.1', 1];
/** A promise that nobody waits for. */
const later = (promise: Promise<unknown>) => void promise.catch(() => {});

export const right: Calls = {
  'MemoryBIO.read': () => [bio().read(), bio().read(-1), bio().read(5n)] satisfies Uint8Array[],
  'MemoryBIO.write': () => bio().write(bytes) satisfies number,
  'MemoryBIO.write_eof': () => bio().write_eof(),

  'SSLContext.cert_store_stats': () => client().cert_store_stats() satisfies { x509: number; crl: number },
  'SSLContext.get_ca_certs': () => client().get_ca_certs(false) satisfies ssl.PeerCertificate[],
  'SSLContext.get_ca_certs, by keyword': () =>
    client().get_ca_certs({ binary_form: true }) satisfies Uint8Array[],
  'SSLContext.get_ciphers': () => client().get_ciphers() satisfies ssl.CipherDescription[],
  'SSLContext.get_groups': () => client().get_groups() satisfies string[],
  'SSLContext.get_groups, by keyword': () => client().get_groups({ include_aliases: true }),
  'SSLContext.load_cert_chain': () => server().load_cert_chain(pem, null, 'secret'),
  'SSLContext.load_cert_chain, by keywords': () => server().load_cert_chain({ certfile: pem, keyfile: pem }),
  'SSLContext.load_cert_chain, both': () => server().load_cert_chain(pem, { password: bytes }),
  'SSLContext.load_default_certs': () => client().load_default_certs(ssl.Purpose.CLIENT_AUTH),
  'SSLContext.load_default_certs, by keyword': () =>
    client().load_default_certs({ purpose: ssl.Purpose.SERVER_AUTH }),
  'SSLContext.load_dh_params': () => server().load_dh_params(certificate('ffdhe2048.pem')),
  'SSLContext.load_dh_params, from memory': () => server().load_dh_params({ dhdata }),
  'SSLContext.load_verify_locations': () =>
    client().load_verify_locations(certificate('ca.crt'), null, cadata),
  'SSLContext.load_verify_locations, by keywords': () => client().load_verify_locations({ cadata }),
  'SSLContext.session_stats': () => client().session_stats() satisfies { readonly hits: number },
  'SSLContext.set_alpn_protocols': () => client().set_alpn_protocols(['h2']),
  'SSLContext.set_alpn_protocols, by keyword': () =>
    client().set_alpn_protocols({ alpn_protocols: new Set(['h2']) }),
  'SSLContext.set_ciphers': () => client().set_ciphers('ECDHE'),
  'SSLContext.set_ciphersuites': () => client().set_ciphersuites('TLS_AES_128_GCM_SHA256'),
  'SSLContext.set_client_sigalgs': () => client().set_client_sigalgs('ed25519'),
  'SSLContext.set_default_verify_paths': () => client().set_default_verify_paths(),
  'SSLContext.set_ecdh_curve': () => client().set_ecdh_curve('prime256v1'),
  'SSLContext.set_ecdh_curve, of bytes': () => client().set_ecdh_curve(new TextEncoder().encode('X25519')),
  'SSLContext.set_groups': () => client().set_groups('x25519:P-256'),
  'SSLContext.set_npn_protocols': () => client().set_npn_protocols(['h2']),
  'SSLContext.set_npn_protocols, by keyword': () => client().set_npn_protocols({ npn_protocols: ['h2'] }),
  'SSLContext.set_psk_client_callback': () => client().set_psk_client_callback(() => ['me', bytes]),
  'SSLContext.set_psk_client_callback, by keyword': () =>
    client().set_psk_client_callback({ callback: null }),
  'SSLContext.set_psk_server_callback': () => server().set_psk_server_callback(() => bytes, 'hint'),
  'SSLContext.set_psk_server_callback, both': () =>
    server().set_psk_server_callback(null, { identity_hint: null }),
  'SSLContext.set_psk_server_callback, by keywords': () =>
    server().set_psk_server_callback({ callback: null, identity_hint: 'hint' }),
  'SSLContext.set_server_sigalgs': () => server().set_server_sigalgs('rsa_pss_rsae_sha256'),
  'SSLContext.set_servername_callback': () =>
    server().set_servername_callback((each, name, context) => {
      each.context = name === null ? context : server();
    }),
  'SSLContext.set_servername_callback, by keyword': () =>
    server().set_servername_callback({ server_name_callback: () => 49 }),
  'SSLContext.wrap_bio': () =>
    client().wrap_bio(bio(), bio(), false, 'localhost', null) satisfies ssl.SSLObject,
  'SSLContext.wrap_bio, by keywords': () =>
    server().wrap_bio({ incoming: bio(), outgoing: bio(), server_side: true }),
  'SSLContext.wrap_bio, both': () =>
    client().wrap_bio(bio(), bio(), { server_hostname: bytes.subarray(0, 0) }),
  'SSLContext.wrap_socket': () =>
    client().wrap_socket(new Socket(), false, true, true, 'localhost', null) satisfies ssl.SSLSocket,
  'SSLContext.wrap_socket, both': () => client().wrap_socket(new Socket(), { server_hostname: 'localhost' }),
  'SSLContext.wrap_socket, by keywords': () =>
    client().wrap_socket({ sock: new Socket(), suppress_ragged_eofs: false, server_hostname: 'localhost' }),

  'SSLObject.cipher': () => object().cipher() satisfies ssl.CipherTuple | null,
  'SSLObject.client_sigalg': () => object().client_sigalg() satisfies string | null,
  'SSLObject.compression': () => object().compression() satisfies null,
  'SSLObject.do_handshake': () => object().do_handshake(),
  'SSLObject.get_channel_binding': () =>
    object().get_channel_binding('tls-unique') satisfies Uint8Array | null,
  'SSLObject.get_channel_binding, by keyword': () => object().get_channel_binding({ cb_type: 'tls-unique' }),
  'SSLObject.get_unverified_chain': () => object().get_unverified_chain() satisfies Uint8Array[],
  'SSLObject.get_verified_chain': () => object().get_verified_chain() satisfies Uint8Array[],
  'SSLObject.getpeercert': () => object().getpeercert(true) satisfies Uint8Array | null,
  'SSLObject.getpeercert, by keyword': () => object().getpeercert({ binary_form: false }),
  'SSLObject.group': () => object().group() satisfies string | null,
  'SSLObject.pending': () => object().pending() satisfies number,
  'SSLObject.read': () => object().read(5) satisfies Uint8Array,
  'SSLObject.read, into a buffer': () => object().read(5, new Uint8Array(5)) satisfies number,
  'SSLObject.read, by keyword': () => object().read({ len: 5 }) satisfies Uint8Array,
  'SSLObject.read, by keywords': () => object().read({ buffer: new Uint16Array(2) }) satisfies number,
  'SSLObject.selected_alpn_protocol': () => object().selected_alpn_protocol() satisfies string | null,
  'SSLObject.selected_npn_protocol': () => object().selected_npn_protocol() satisfies null,
  'SSLObject.server_sigalg': () => object().server_sigalg() satisfies string | null,
  'SSLObject.shared_ciphers': () => object().shared_ciphers() satisfies ssl.CipherTuple[] | null,
  'SSLObject.unwrap': () => object().unwrap() satisfies null,
  'SSLObject.verify_client_post_handshake': () => object().verify_client_post_handshake(),
  'SSLObject.version': () => object().version() satisfies string | null,
  'SSLObject.write': () => object().write(bytes) satisfies number,
  'SSLObject.write, by keyword': () => object().write({ data: bytes.buffer }) satisfies number,

  DER_cert_to_PEM_cert: () => ssl.DER_cert_to_PEM_cert(bytes) satisfies string,
  'DER_cert_to_PEM_cert, by keyword': () => ssl.DER_cert_to_PEM_cert({ der_cert_bytes: bytes }),
  PEM_cert_to_DER_cert: () => ssl.PEM_cert_to_DER_cert(ssl.PEM_HEADER) satisfies Uint8Array,
  'PEM_cert_to_DER_cert, by keyword': () => ssl.PEM_cert_to_DER_cert({ pem_cert_string: ssl.PEM_HEADER }),
  RAND_add: () => [ssl.RAND_add('x', 1), ssl.RAND_add(bytes, 0.5)],
  RAND_bytes: () => ssl.RAND_bytes(5) satisfies Uint8Array,
  RAND_status: () => ssl.RAND_status() satisfies boolean,
  cert_time_to_seconds: () => ssl.cert_time_to_seconds('Jan  5 09:34:43 2018 GMT') satisfies number,
  'cert_time_to_seconds, by keyword': () =>
    ssl.cert_time_to_seconds({ cert_time: 'Jan  5 09:34:43 2018 GMT' }),
  create_default_context: () => ssl.create_default_context(ssl.Purpose.CLIENT_AUTH) satisfies ssl.SSLContext,
  'create_default_context, by keywords': () => ssl.create_default_context({ cadata }),
  'create_default_context, both': () => ssl.create_default_context(ssl.Purpose.SERVER_AUTH, { cadata }),
  get_default_verify_paths: () => ssl.get_default_verify_paths() satisfies ssl.DefaultVerifyPaths,
  get_protocol_name: () => ssl.get_protocol_name(2) satisfies string,
  'get_protocol_name, by keyword': () => ssl.get_protocol_name({ protocol_code: 2 }),
  get_server_certificate: () =>
    later(ssl.get_server_certificate(NOWHERE, ssl.PROTOCOL_TLS_CLIENT, null, 1) satisfies Promise<string>),
  'get_server_certificate, both': () => later(ssl.get_server_certificate(NOWHERE, { timeout: 1 })),
  get_sigalgs: () => ssl.get_sigalgs() satisfies string[],
};

/** Each is a TypeError too, and each has a line of its own that says what the compiler is to refuse. */
export const wrong: Calls = {
  // @ts-expect-error: one too many
  'MemoryBIO.read with two': () => bio().read(1, 2),
  // @ts-expect-error: by position only
  'MemoryBIO.read by keyword': () => bio().read({ size: 1 }),
  // @ts-expect-error: one too many
  'MemoryBIO.write with two': () => bio().write(bytes, 1),
  // @ts-expect-error: by position only
  'MemoryBIO.write by keyword': () => bio().write({ b: bytes }),
  // @ts-expect-error: it takes none
  'MemoryBIO.write_eof with one': () => bio().write_eof(1),
  // @ts-expect-error: it takes none
  'SSLContext.cert_store_stats with one': () => client().cert_store_stats(1),
  // @ts-expect-error: one too many
  'SSLContext.get_ca_certs with two': () => client().get_ca_certs(true, 1),
  // @ts-expect-error: it takes none
  'SSLContext.get_ciphers with one': () => client().get_ciphers(1),
  // @ts-expect-error: by keyword only
  'SSLContext.get_groups by position': () => client().get_groups(true),
  // @ts-expect-error: one too many
  'SSLContext.load_default_certs with two': () => client().load_default_certs(ssl.Purpose.CLIENT_AUTH, 1),
  // @ts-expect-error: by position only
  'SSLContext.load_dh_params by keyword': () => server().load_dh_params({ path: pem }),
  // @ts-expect-error: a path is no number
  'SSLContext.load_dh_params of a number': () => server().load_dh_params(5),
  // @ts-expect-error: it takes none
  'SSLContext.session_stats with one': () => client().session_stats(1),
  // @ts-expect-error: a list is due
  'SSLContext.set_alpn_protocols of a number': () => client().set_alpn_protocols(5),
  // @ts-expect-error: by position only
  'SSLContext.set_ciphers by keyword': () => client().set_ciphers({ cipherlist: 'ALL' }),
  // @ts-expect-error: text is due
  'SSLContext.set_ciphers of bytes': () => client().set_ciphers(bytes),
  // @ts-expect-error: text is due
  'SSLContext.set_ciphersuites of a list': () => client().set_ciphersuites(['x']),
  // @ts-expect-error: text is due
  'SSLContext.set_client_sigalgs of a list': () => client().set_client_sigalgs(['x']),
  // @ts-expect-error: it takes none
  'SSLContext.set_default_verify_paths with one': () => client().set_default_verify_paths(1),
  // @ts-expect-error: by position only
  'SSLContext.set_ecdh_curve by keyword': () => client().set_ecdh_curve({ name: 'prime256v1' }),
  // @ts-expect-error: text is due
  'SSLContext.set_groups of a list': () => client().set_groups(['x25519']),
  // @ts-expect-error: a list is due
  'SSLContext.set_npn_protocols of nothing': () => client().set_npn_protocols(),
  // @ts-expect-error: a function is due
  'SSLContext.set_psk_client_callback of text': () => client().set_psk_client_callback('x'),
  // @ts-expect-error: a hint is text
  'SSLContext.set_psk_server_callback with a number': () => server().set_psk_server_callback(null, 5),
  // @ts-expect-error: text is due
  'SSLContext.set_server_sigalgs of a list': () => server().set_server_sigalgs(['x']),
  // @ts-expect-error: a function is due
  'SSLContext.set_servername_callback of text': () => server().set_servername_callback('x'),
  // @ts-expect-error: there is no such keyword
  'SSLContext.wrap_socket with a keyword': () => client().wrap_socket(new Socket(), { hostname: 'x' }),
  // @ts-expect-error: it takes none
  'SSLObject.cipher with one': () => object().cipher(1),
  // @ts-expect-error: it takes none
  'SSLObject.client_sigalg with one': () => object().client_sigalg(1),
  // @ts-expect-error: it takes none
  'SSLObject.compression with one': () => object().compression(1),
  // @ts-expect-error: it takes none
  'SSLObject.do_handshake with one': () => object().do_handshake(true),
  // @ts-expect-error: it takes none
  'SSLObject.get_unverified_chain with one': () => object().get_unverified_chain(1),
  // @ts-expect-error: it takes none
  'SSLObject.get_verified_chain with one': () => object().get_verified_chain(1),
  // @ts-expect-error: one too many
  'SSLObject.getpeercert with two': () => object().getpeercert(true, 1),
  // @ts-expect-error: it takes none
  'SSLObject.group with one': () => object().group(1),
  // @ts-expect-error: it takes none
  'SSLObject.pending with one': () => object().pending(1),
  // @ts-expect-error: one too many
  'SSLObject.read with three': () => object().read(1, null, 1),
  // @ts-expect-error: it takes none
  'SSLObject.selected_alpn_protocol with one': () => object().selected_alpn_protocol(1),
  // @ts-expect-error: it takes none
  'SSLObject.server_sigalg with one': () => object().server_sigalg(1),
  // @ts-expect-error: it takes none
  'SSLObject.shared_ciphers with one': () => object().shared_ciphers(1),
  // @ts-expect-error: it takes none
  'SSLObject.unwrap with one': () => object().unwrap(1),
  // @ts-expect-error: it takes none
  'SSLObject.verify_client_post_handshake with one': () => object().verify_client_post_handshake(1),
  // @ts-expect-error: it takes none
  'SSLObject.version with one': () => object().version(1),
  // @ts-expect-error: one too many
  'SSLObject.write with two': () => object().write(bytes, 1),
  // @ts-expect-error: bytes are due
  'DER_cert_to_PEM_cert of text': () => ssl.DER_cert_to_PEM_cert('x'),
  // @ts-expect-error: text is due
  'PEM_cert_to_DER_cert of bytes': () => ssl.PEM_cert_to_DER_cert(bytes),
  // @ts-expect-error: one more is due
  'RAND_add with one': () => ssl.RAND_add('x'),
  // @ts-expect-error: by position only
  'RAND_bytes by keyword': () => ssl.RAND_bytes({ n: 5 }),
  // @ts-expect-error: it takes none
  'RAND_status with one': () => ssl.RAND_status(1),
  // @ts-expect-error: text is due
  'cert_time_to_seconds of a number': () => ssl.cert_time_to_seconds(5),
  // @ts-expect-error: it takes none
  'get_default_verify_paths with one': () => ssl.get_default_verify_paths(1),
  // @ts-expect-error: there is no such keyword
  'get_protocol_name with an unknown keyword': () => ssl.get_protocol_name({ code: 2 }),
  // @ts-expect-error: it takes none
  'get_sigalgs with one': () => ssl.get_sigalgs(1),
};
