import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { clientContext, forEachCore, pair, serverContext } from '../tools/pair.ts';
import { HANDSHAKE, inWords } from './records.ts';

/**
 * A ServerHello of TLS 1.3 with one thing in it changed, to a client of CPython's defaults: what CPython raises, and
 * the alert that it sends. A change that makes sense by itself comes out as a wrong key.
 */
interface Row {
  readonly what: string;
  readonly change: (hello: Hello) => void;
  readonly raises: string;
  readonly alert: number;
}

const BAD_RECORD_MAC = 20;
const ILLEGAL_PARAMETER = 47;

const ROWS: readonly Row[] = [
  {
    what: 'a session id that is not ours',
    change: ({ sessionId }) => flip(sessionId, 0),
    raises: 'INVALID_SESSION_ID',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'a suite that nobody knows',
    change: ({ suite }) => suite.set([0x13, 0xff]),
    raises: 'UNKNOWN_CIPHER_RETURNED',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'a suite of TLS 1.2',
    change: ({ suite }) => suite.set([0xc0, 0x2f]),
    raises: 'WRONG_CIPHER_RETURNED',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'another suite of TLS 1.3',
    change: ({ suite }) => suite.set([0x13, 0x01]),
    raises: 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
    alert: BAD_RECORD_MAC,
  },
  {
    what: 'compression',
    change: ({ compression }) => compression.set([1]),
    raises: 'INVALID_COMPRESSION_ALGORITHM',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'TLS 1.2 in supported_versions',
    change: ({ extensions }) => extension(extensions, 43).set([3, 3]),
    raises: 'BAD_PROTOCOL_VERSION_NUMBER',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'a version of the future',
    change: ({ extensions }) => extension(extensions, 43).set([3, 5]),
    raises: 'BAD_PROTOCOL_VERSION_NUMBER',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'a group for which no share was sent',
    change: ({ extensions }) => extension(extensions, 51).set([0, 0x17]),
    raises: 'BAD_KEY_SHARE',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'a share of zeros',
    change: ({ extensions }) => extension(extensions, 51).fill(0, 4),
    raises: 'BAD_KEY_SHARE',
    alert: ILLEGAL_PARAMETER,
  },
  {
    what: 'another share',
    change: ({ extensions }) => flip(extension(extensions, 51), 4),
    raises: 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
    alert: BAD_RECORD_MAC,
  },
  {
    what: 'another random',
    change: ({ random }) => flip(random, 0),
    raises: 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
    alert: BAD_RECORD_MAC,
  },
];

forEachCore((core) => {
  for (const { what, change, raises, alert } of ROWS) {
    test(`a ServerHello with ${what} (${core.name})`, (t) => {
      const answers: string[] = [];
      let changed = false;
      const wire = (bytes: Uint8Array, from: 'client' | 'server') => {
        if (from === 'client' && changed) answers.push(...inWords(bytes));
        if (from !== 'server' || changed || bytes.length === 0) return bytes;
        changed = true;
        const copy = bytes.slice();
        change(takeApart(copy));
        return copy;
      };
      const both = pair({ client: clientContext(core), server: serverContext(core), wire }).handshake();
      t.true(changed);
      const { error } = both.client;
      t.is(error instanceof ssl.SSLError ? error.reason : String(error), raises);
      const last = answers.at(-1) ?? '';
      // Once it has keys, a client may send its alert under them, or, as OpenSSL does, still in clear.
      t.true(
        last.startsWith(`alert 2,${alert} `) || (alert === BAD_RECORD_MAC && last === '23 /0303 19'),
        last,
      );
      t.false(both.server.done);
    });
  }
});

/** The parts of the ServerHello at the head of a flight, as views: to write to them is to change the flight. */
interface Hello {
  readonly random: Uint8Array;
  readonly sessionId: Uint8Array;
  readonly suite: Uint8Array;
  readonly compression: Uint8Array;
  readonly extensions: Uint8Array;
}

function takeApart(flight: Uint8Array): Hello {
  if (flight[0] !== HANDSHAKE || flight[5] !== 2) throw new Error('no ServerHello');
  // RFC 8446 section 4.1.3, behind the record's header and the message's.
  const body = flight.subarray(9, 5 + flight[3] * 256 + flight[4]);
  const suite = 35 + body[34];
  return {
    random: body.subarray(2, 34),
    sessionId: body.subarray(35, suite),
    suite: body.subarray(suite, suite + 2),
    compression: body.subarray(suite + 2, suite + 3),
    extensions: body.subarray(suite + 5),
  };
}

/** The content of an extension. */
function extension(extensions: Uint8Array, type: number): Uint8Array {
  for (let at = 0; at < extensions.length; ) {
    const end = at + 4 + extensions[at + 2] * 256 + extensions[at + 3];
    if (extensions[at] * 256 + extensions[at + 1] === type) return extensions.subarray(at + 4, end);
    at = end;
  }
  throw new Error(`no extension ${type}`);
}

function flip(bytes: Uint8Array, at: number): void {
  bytes[at] ^= 1;
}
