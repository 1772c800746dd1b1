import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { clientContext, forEachCore, serverContext, thrown } from '../tools/pair.ts';
import {
  ALERT,
  APPLICATION_DATA,
  alert,
  ascii,
  CHANGE_CIPHER_SPEC,
  HANDSHAKE,
  inWords,
  record,
} from './records.ts';

/** What stands first on the wire, what do_handshake raises for it, and what is sent back: CPython's answers. */
interface Row {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** OpenSSL's reason; or the class of what has none. */
  readonly raises: string;
  readonly answer: readonly string[];
  /** What a further do_handshake raises. */
  readonly again?: string;
}

const NOTHING: readonly string[] = [];

const TO_A_SERVER: readonly Row[] = [
  ...['GET', 'POST', 'HEAD', 'PUT'].map((method) => ({
    what: method,
    bytes: ascii(`${method} / HTTP/1.0\r\n\r\n`),
    raises: 'HTTP_REQUEST',
    answer: NOTHING,
  })),
  {
    what: 'CONNECT',
    bytes: ascii('CONNECT a:1 HTTP/1.0\r\n\r\n'),
    raises: 'HTTPS_PROXY_REQUEST',
    answer: NOTHING,
  },
  {
    what: 'OPTIONS',
    bytes: ascii('OPTIONS * HTTP/1.0\r\n\r\n'),
    raises: 'WRONG_VERSION_NUMBER',
    answer: NOTHING,
  },
  {
    what: 'text',
    bytes: ascii('hello world, this is not TLS'),
    raises: 'WRONG_VERSION_NUMBER',
    answer: NOTHING,
  },
  { what: 'zeros', bytes: new Uint8Array(64), raises: 'WRONG_VERSION_NUMBER', answer: NOTHING },
  { what: 'ones', bytes: new Uint8Array(64).fill(0xff), raises: 'WRONG_VERSION_NUMBER', answer: NOTHING },
  {
    what: 'three bytes',
    bytes: ascii('ABC'),
    raises: 'SSLWantReadError',
    answer: NOTHING,
    again: 'SSLWantReadError',
  },
  {
    what: 'a hello of SSL 2',
    bytes: Uint8Array.of(0x80, 0x2e, 1, 0, 2, 0, 0x15, 0, 0, 0, 0x10, ...new Uint8Array(40)),
    raises: 'UNKNOWN_PROTOCOL',
    answer: ['alert 2,70 /0303'],
  },
  {
    what: 'an alert',
    bytes: record(ALERT, [2, 40], 0x0301),
    raises: 'UNEXPECTED_MESSAGE',
    // OpenSSL answers in a record of version 3.1; RFC 8446 section 5.1 has all but a first ClientHello in 3.3.
    answer: ['alert 2,10 /0303'],
  },
  {
    what: 'application data',
    bytes: record(APPLICATION_DATA, ascii('hello')),
    raises: 'UNEXPECTED_MESSAGE',
    answer: ['alert 2,10 /0303'],
  },
  {
    what: 'change_cipher_spec',
    bytes: record(CHANGE_CIPHER_SPEC, [1]),
    raises: 'UNEXPECTED_MESSAGE',
    answer: ['alert 2,10 /0303'],
  },
  {
    what: 'a record that is too long',
    bytes: Uint8Array.of(HANDSHAKE, 3, 1, 0xff, 0xff, ...new Uint8Array(70000)),
    raises: 'PACKET_LENGTH_TOO_LONG',
    answer: ['alert 2,22 /0303'],
  },
  {
    what: 'record version 9.9',
    bytes: record(HANDSHAKE, [1, 0, 0, 1, 0], 0x0909),
    raises: 'WRONG_VERSION_NUMBER',
    answer: NOTHING,
  },
  {
    what: 'an empty handshake record',
    bytes: record(HANDSHAKE, [], 0x0301),
    raises: 'SSLWantReadError',
    answer: NOTHING,
    again: 'SSLWantReadError',
  },
  {
    what: 'a ServerHello',
    bytes: record(HANDSHAKE, [2, 0, 0, 0]),
    raises: 'UNEXPECTED_MESSAGE',
    answer: ['alert 2,10 /0303'],
  },
  {
    what: 'a ClientHello cut short',
    bytes: record(HANDSHAKE, [1, 0, 0, 2, 3, 3], 0x0301),
    raises: 'LENGTH_MISMATCH',
    answer: ['alert 2,50 /0303'],
  },
  {
    what: 'a handshake message of 16 MB',
    bytes: record(HANDSHAKE, [1, 0xff, 0xff, 0xff], 0x0301),
    raises: 'EXCESSIVE_MESSAGE_SIZE',
    answer: ['alert 2,47 /0303'],
  },
];

const TO_A_CLIENT: readonly Row[] = [
  {
    what: 'HTTP',
    bytes: ascii('HTTP/1.1 400 Bad Request\r\n\r\n'),
    raises: 'WRONG_VERSION_NUMBER',
    answer: NOTHING,
  },
  {
    what: 'text',
    bytes: ascii('hello world, this is not TLS'),
    raises: 'WRONG_VERSION_NUMBER',
    answer: NOTHING,
  },
  { what: 'zeros', bytes: new Uint8Array(64), raises: 'WRONG_VERSION_NUMBER', answer: NOTHING },
  {
    what: 'handshake_failure',
    bytes: alert(2, 40),
    raises: 'SSLV3_ALERT_HANDSHAKE_FAILURE',
    answer: NOTHING,
    again: 'SSLZeroReturnError',
  },
  {
    what: 'close_notify',
    bytes: alert(1, 0),
    raises: 'SSLZeroReturnError',
    answer: NOTHING,
    again: 'SSLWantReadError',
  },
  {
    what: 'no_renegotiation',
    bytes: alert(1, 100),
    raises: 'NO_RENEGOTIATION',
    answer: ['alert 2,40 /0301'],
  },
  {
    what: 'another warning',
    bytes: alert(1, 112),
    raises: 'SSLWantReadError',
    answer: NOTHING,
    again: 'SSLWantReadError',
  },
  {
    what: 'an alert of level 3',
    bytes: alert(3, 40),
    raises: 'UNKNOWN_ALERT_TYPE',
    answer: ['alert 2,47 /0301'],
  },
  {
    what: 'an alert of three bytes',
    bytes: record(ALERT, [2, 40, 0]),
    raises: 'INVALID_ALERT',
    answer: ['alert 2,10 /0301'],
  },
  {
    what: 'application data',
    bytes: record(APPLICATION_DATA, ascii('hello')),
    raises: 'UNEXPECTED_MESSAGE',
    answer: ['alert 2,10 /0301'],
  },
  {
    what: 'change_cipher_spec',
    bytes: record(CHANGE_CIPHER_SPEC, [1]),
    raises: 'UNEXPECTED_MESSAGE',
    answer: ['alert 2,10 /0301'],
  },
  {
    what: 'a ClientHello',
    bytes: record(HANDSHAKE, [1, 0, 0, 0]),
    raises: 'UNEXPECTED_MESSAGE',
    answer: ['alert 2,10 /0301'],
  },
  {
    what: 'a HelloRequest',
    bytes: record(HANDSHAKE, [0, 0, 0, 0]),
    raises: 'SSLWantReadError',
    answer: NOTHING,
    again: 'SSLWantReadError',
  },
];

forEachCore((core) => {
  for (const [side, rows] of [
    ['server', TO_A_SERVER],
    ['client', TO_A_CLIENT],
  ] as const) {
    for (const { what, bytes, raises, answer, again = 'SSLEOFError' } of rows) {
      for (const torn of [false, true]) {
        test(`first to a ${side}: ${what}${torn ? ', byte by byte' : ''} (${core.name})`, (t) => {
          const [incoming, outgoing] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
          const object =
            side === 'server'
              ? serverContext(core).wrap_bio(incoming, outgoing, true)
              : clientContext(core).wrap_bio(incoming, outgoing, false, 'localhost');
          if (side === 'client') t.is(nameOf(thrown(() => object.do_handshake())), 'SSLWantReadError');
          outgoing.read();

          let error = feed(object, incoming, bytes, torn);
          t.is(nameOf(error), raises);
          t.deepEqual(inWords(outgoing.read()), [...answer]);
          error = thrown(() => object.do_handshake());
          t.is(nameOf(error), again);
          t.is(outgoing.pending, 0);
        });
      }
    }
  }

  test(`every fatal alert has its reason (${core.name})`, (t) => {
    for (let description = 0; description < 256; description++) {
      const [incoming, outgoing] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
      const object = clientContext(core).wrap_bio(incoming, outgoing, false, 'localhost');
      thrown(() => object.do_handshake());
      incoming.write(alert(2, description));
      const error = thrown(() => object.do_handshake());
      t.true(error instanceof ssl.SSLError, `alert ${description}`);
      if (!(error instanceof ssl.SSLError)) continue;
      t.is(error.reason, ALERT_REASONS[description] ?? null, `alert ${description}`);
      t.is(error.library, 'SSL');
      t.is(error.errno, 1);
    }
  });
});

/** Hands the bytes over, at once or one at a time, until a call raises something other than wanting more. */
function feed(object: ssl.SSLObject, incoming: ssl.MemoryBIO, bytes: Uint8Array, torn: boolean): unknown {
  const size = torn ? 1 : bytes.length;
  let error: unknown;
  for (let at = 0; at < Math.min(bytes.length, TORN_LIMIT * size); at += size) {
    incoming.write(bytes.subarray(at, at + size));
    error = thrown(() => object.do_handshake());
    if (!(error instanceof ssl.SSLWantReadError)) return error;
  }
  return error;
}

/** No refusal of these rows needs more bytes than this. */
const TORN_LIMIT = 100;

function nameOf(error: unknown): string {
  if (error instanceof ssl.SSLError) return error.reason ?? error.constructor.name;
  return String(error);
}

const ALERT_REASONS: Readonly<{ [description: number]: string }> = {
  10: 'SSLV3_ALERT_UNEXPECTED_MESSAGE',
  20: 'SSLV3_ALERT_BAD_RECORD_MAC',
  21: 'TLSV1_ALERT_DECRYPTION_FAILED',
  22: 'TLSV1_ALERT_RECORD_OVERFLOW',
  30: 'SSLV3_ALERT_DECOMPRESSION_FAILURE',
  40: 'SSLV3_ALERT_HANDSHAKE_FAILURE',
  41: 'SSLV3_ALERT_NO_CERTIFICATE',
  42: 'SSLV3_ALERT_BAD_CERTIFICATE',
  43: 'SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
  44: 'SSLV3_ALERT_CERTIFICATE_REVOKED',
  45: 'SSLV3_ALERT_CERTIFICATE_EXPIRED',
  46: 'SSLV3_ALERT_CERTIFICATE_UNKNOWN',
  47: 'SSLV3_ALERT_ILLEGAL_PARAMETER',
  48: 'TLSV1_ALERT_UNKNOWN_CA',
  49: 'TLSV1_ALERT_ACCESS_DENIED',
  50: 'TLSV1_ALERT_DECODE_ERROR',
  51: 'TLSV1_ALERT_DECRYPT_ERROR',
  60: 'TLSV1_ALERT_EXPORT_RESTRICTION',
  70: 'TLSV1_ALERT_PROTOCOL_VERSION',
  71: 'TLSV1_ALERT_INSUFFICIENT_SECURITY',
  80: 'TLSV1_ALERT_INTERNAL_ERROR',
  86: 'TLSV1_ALERT_INAPPROPRIATE_FALLBACK',
  90: 'TLSV1_ALERT_USER_CANCELLED',
  100: 'TLSV1_ALERT_NO_RENEGOTIATION',
  109: 'TLSV13_ALERT_MISSING_EXTENSION',
  110: 'TLSV1_UNSUPPORTED_EXTENSION',
  111: 'TLSV1_CERTIFICATE_UNOBTAINABLE',
  112: 'TLSV1_UNRECOGNIZED_NAME',
  113: 'TLSV1_BAD_CERTIFICATE_STATUS_RESPONSE',
  114: 'TLSV1_BAD_CERTIFICATE_HASH_VALUE',
  116: 'TLSV13_ALERT_CERTIFICATE_REQUIRED',
};
