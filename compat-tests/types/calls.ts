/**
 * Calls as Python writes them, for the compiler to judge: by position and by keyword, and those that it has to refuse.
 * `npm run check:types` reads this file, and fails where a `@ts-expect-error` expects in vain; `calls.test.ts` runs it.
 */
import { readFileSync } from 'node:fs';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';

type Calls = Readonly<Record<string, () => unknown>>;

const pem = certificate('p256.pem');
const cadata = readFileSync(certificate('ca.crt'), 'latin1');
const client = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
const server = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
const bio = () => new ssl.MemoryBIO();
const object = () => server().wrap_bio(bio(), bio(), true);
const bytes = Uint8Array.of(1, 2, 3);

/** What compiles, and returns. */
export const right: Calls = {
  'SSLContext(protocol)': () => new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).protocol satisfies number,

  'wrap_bio by position': () => client().wrap_bio(bio(), bio(), false, 'localhost') satisfies ssl.SSLObject,
  'wrap_bio by position, all': () => client().wrap_bio(bio(), bio(), false, 'localhost', null),
  'wrap_bio with keywords': () => client().wrap_bio(bio(), bio(), { server_hostname: 'localhost' }),
  'wrap_bio with keywords behind server_side': () =>
    client().wrap_bio(bio(), bio(), false, { server_hostname: 'localhost', session: null }),
  'wrap_bio by keywords alone': () =>
    server().wrap_bio({ incoming: bio(), outgoing: bio(), server_side: true }),

  'set_psk_client_callback by position': () => client().set_psk_client_callback((hint) => [hint, bytes]),
  'set_psk_client_callback by keyword': () => client().set_psk_client_callback({ callback: null }),
  'set_psk_server_callback by position': () => server().set_psk_server_callback(() => bytes, 'hint'),
  'set_psk_server_callback with a keyword': () =>
    server().set_psk_server_callback((identity) => (identity === null ? new Uint8Array(0) : bytes), {
      identity_hint: 'hint',
    }),
  set_ticket_keys: () => server().set_ticket_keys([new Uint8Array(48)]),
  keylog_callback: () => {
    client().keylog_callback = (_conn, line) => void line.length;
  },
  verify_callback: () => {
    client().verify_callback = (conn, { verify_code, chain: [leaf] }) => {
      if (verify_code !== 0) return null;
      return leaf.length > 0 && conn.server_hostname === 'localhost' ? 'accept' : 50;
    };
  },
  client_hello_callback: () => {
    server().client_hello_callback = (conn, { server_name, cipher_suites, raw }, context) => {
      if (server_name === null) conn.context = context;
      return cipher_suites.length > 100 || raw.length > 4096 ? ssl.ALERT_DESCRIPTION_ACCESS_DENIED : null;
    };
  },
  post_handshake_auth: () => {
    server().post_handshake_auth = true;
  },

  'load_cert_chain by position': () => server().load_cert_chain(pem, pem, 'secret'),
  'load_cert_chain with None': () => server().load_cert_chain(pem, null, null),
  'load_cert_chain with keywords': () => server().load_cert_chain(pem, { keyfile: pem, password: bytes }),
  'load_cert_chain by keywords alone': () =>
    server().load_cert_chain({ certfile: pem, password: () => 'secret' }),
  'load_cert_chain from memory': () =>
    server().load_cert_chain({ certdata: readFileSync(pem), keydata: readFileSync(pem, 'latin1') }),

  'load_cert_chain with a signer': () =>
    server().load_cert_chain({
      certfile: pem,
      signer: { sigalgs: 'ECDSA+SHA256', sign: (sigalg, message) => message.subarray(sigalg.length) },
    }),

  'load_verify_locations by position': () => client().load_verify_locations(null, null, cadata),
  'load_verify_locations by keywords': () => client().load_verify_locations({ cadata, capath: null }),
  'load_default_certs by position': () => client().load_default_certs(ssl.Purpose.SERVER_AUTH),
  'load_default_certs by keyword': () => client().load_default_certs({ purpose: ssl.Purpose.CLIENT_AUTH }),
  'get_ca_certs as dicts': () => client().get_ca_certs() satisfies ssl.PeerCertificate[],
  'get_ca_certs as DER': () => client().get_ca_certs(true) satisfies Uint8Array[],
  'get_ca_certs as DER, by keyword': () =>
    client().get_ca_certs({ binary_form: true }) satisfies Uint8Array[],

  'create_default_context()': () => ssl.create_default_context() satisfies ssl.SSLContext,
  'create_default_context by position': () => ssl.create_default_context(ssl.Purpose.CLIENT_AUTH),
  'create_default_context with keywords': () =>
    ssl.create_default_context(ssl.Purpose.SERVER_AUTH, { cadata }),
  'create_default_context by keywords alone': () =>
    ssl.create_default_context({ purpose: ssl.Purpose.SERVER_AUTH, cadata }),

  'MemoryBIO.write': () => bio().write(bytes) satisfies number,
  'MemoryBIO.write of other buffers': () => [
    bio().write(new DataView(bytes.buffer)),
    bio().write(bytes.buffer),
  ],
  'MemoryBIO.read': () => [bio().read(), bio().read(-1), bio().read(3n)] satisfies Uint8Array[],
  'MemoryBIO.pending, eof': () => [bio().pending satisfies number, bio().eof satisfies boolean],

  'read(n)': () => object().read(0) satisfies Uint8Array,
  'read(n, None)': () => object().read(0, null) satisfies Uint8Array,
  'read by keyword': () => object().read({ len: 0 }) satisfies Uint8Array,
  'read into a buffer': () => object().read(4, new Uint8Array(0)) satisfies number,
  'read into a buffer, by keywords': () =>
    object().read({ len: 4, buffer: new Uint8Array(0) }) satisfies number,
  'get_channel_binding()': () => object().get_channel_binding() satisfies Uint8Array | null,
  'get_channel_binding by position': () => object().get_channel_binding('tls-unique'),
  'get_channel_binding by keyword': () => object().get_channel_binding({ cb_type: 'tls-unique' }),
};

/** What compiles, and raises, since no handshake was done. */
export const early: Calls = {
  'export_keying_material by position': () => object().export_keying_material('EXPORTER-x', 32, bytes),
  'export_keying_material by keywords': () =>
    object().export_keying_material({ label: 'EXPORTER-x', length: 32, context: null }) satisfies Uint8Array,
  'getpeercert() may be a dict, an empty one, or None': () =>
    object().getpeercert() satisfies ssl.PeerCertificate | Record<string, never> | null,
  'getpeercert by position': () => object().getpeercert(true) satisfies Uint8Array | null,
  'getpeercert by keyword': () => object().getpeercert({ binary_form: true }) satisfies Uint8Array | null,
  'write(data)': () => object().write(bytes) satisfies number,
};

/** What does not compile, and is a TypeError. */
export const wrong: Calls = {
  // @ts-expect-error: a protocol is a number
  'SSLContext of text': () => new ssl.SSLContext('TLS'),

  // @ts-expect-error: two buffers are needed
  'wrap_bio without the outgoing one': () => client().wrap_bio(bio()),
  // @ts-expect-error: bytes are no buffer
  'wrap_bio of bytes': () => client().wrap_bio(bytes, bytes),
  // @ts-expect-error: there is no such keyword
  'wrap_bio with an unknown keyword': () => client().wrap_bio(bio(), bio(), { hostname: 'x' }),
  // @ts-expect-error: it was given by position
  'wrap_bio with server_side twice': () => client().wrap_bio(bio(), bio(), true, { server_side: true }),
  // @ts-expect-error: one too many
  'wrap_bio with six arguments': () => server().wrap_bio(bio(), bio(), true, null, null, null),

  // @ts-expect-error: neither file nor data
  'load_cert_chain()': () => server().load_cert_chain(),
  // @ts-expect-error: a path is no number
  'load_cert_chain of a number': () => server().load_cert_chain(1),
  // @ts-expect-error: nor is a password
  'load_cert_chain with a number for a password': () => server().load_cert_chain(pem, pem, 5),
  // @ts-expect-error: there is no such keyword
  'load_cert_chain with an unknown keyword': () => server().load_cert_chain(pem, { key: pem }),
  'load_cert_chain with a signer that cannot sign': () =>
    // @ts-expect-error: it has no sign()
    server().load_cert_chain(pem, { signer: { sigalgs: 'ECDSA+SHA256' } }),
  // @ts-expect-error: it was given by position
  'load_cert_chain with certfile twice': () => server().load_cert_chain(pem, { certfile: pem }),

  // @ts-expect-error: certificates are text or bytes
  'load_verify_locations of a number': () => client().load_verify_locations({ cadata: 5 }),
  // @ts-expect-error: there is no such keyword
  'load_verify_locations with an unknown keyword': () => client().load_verify_locations({ ca: cadata }),

  // @ts-expect-error: a purpose is an object
  'create_default_context of text': () => ssl.create_default_context('SERVER_AUTH'),
  // @ts-expect-error: by keyword only
  'create_default_context with a file by position': () => ssl.create_default_context(undefined, pem),
  // @ts-expect-error: there is no such keyword
  'create_default_context with an unknown keyword': () => ssl.create_default_context({ certfile: pem }),

  // @ts-expect-error: it takes none
  'MemoryBIO of bytes': () => new ssl.MemoryBIO(bytes),
  // @ts-expect-error: text is not bytes
  'MemoryBIO.write of text': () => bio().write('text'),
  // @ts-expect-error: nor is a list
  'MemoryBIO.write of a list': () => bio().write([1, 2]),
  // @ts-expect-error: a size is a number
  'MemoryBIO.read of text': () => bio().read('1'),
  // @ts-expect-error: read-only
  'MemoryBIO.pending is read-only': () => bio().pending++,

  // @ts-expect-error: a size is a number
  'read of text': () => object().read('1'),
  // @ts-expect-error: it cannot be written to
  'read into text': () => object().read(1, 'buffer'),
  // @ts-expect-error: text is not bytes
  'write of text': () => object().write('text'),
  // @ts-expect-error: nothing to write
  'write of nothing': () => object().write(),
  // @ts-expect-error: a type is text
  'get_channel_binding of a number': () => object().get_channel_binding(5),
  // @ts-expect-error: there is no such keyword
  'get_channel_binding with an unknown keyword': () => object().get_channel_binding({ type: 'x' }),
  // @ts-expect-error: a key is bytes
  'export_keying_material with text': () => object().export_keying_material('EXPORTER-x', 32, 'context'),
  // @ts-expect-error: a key is bytes
  'from_bytes of text': () => ssl.SSLSession.from_bytes('text'),
  // @ts-expect-error: several keys
  'set_ticket_keys with one': () => server().set_ticket_keys(5),
  // @ts-expect-error: there is no such keyword
  'getpeercert with an unknown keyword': () => object().getpeercert({ binary: true }),
};

/** What an enumeration is as a type: one of its members, by either of its names. */
export const enumerations = [
  ssl.TLSVersion.TLSv1_3 satisfies ssl.TLSVersion,
  ssl.CERT_REQUIRED satisfies ssl.VerifyMode,
  ssl.VerifyMode.CERT_NONE satisfies ssl.VerifyMode,
  ssl.OP_NO_TICKET satisfies ssl.Options,
  ssl.VERIFY_X509_STRICT satisfies ssl.VerifyFlags,
  ssl.PROTOCOL_TLS_SERVER satisfies ssl._SSLMethod,
  ssl.SSL_ERROR_WANT_READ satisfies ssl.SSLErrorNumber,
  ssl.ALERT_DESCRIPTION_CLOSE_NOTIFY satisfies ssl.AlertDescription,
  // @ts-expect-error: no version has this number
  5 satisfies ssl.TLSVersion,
  // @ts-expect-error: no mode has
  42 satisfies ssl.VerifyMode,
  // @ts-expect-error: a member of another enumeration
  ssl.TLSVersion.TLSv1_3 satisfies ssl.VerifyMode,
  // @ts-expect-error: a name is not its member
  'CERT_NONE' satisfies ssl.VerifyMode,
];

/** Members are constants. */
export function assign(): void {
  // @ts-expect-error: read-only
  ssl.TLSVersion.TLSv1_3 = 0;
}
