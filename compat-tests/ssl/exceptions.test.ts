/** What exceptions of the module are made of: Python's `args`, `str(e)`, and OpenSSL's names where there are some. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, connected, cores, serverContext, thrown } from '../tools/pair.ts';

const [core] = cores;

test('exceptions have their family', (t) => {
  for (const Class of [
    ssl.SSLZeroReturnError,
    ssl.SSLWantReadError,
    ssl.SSLWantWriteError,
    ssl.SSLSyscallError,
    ssl.SSLEOFError,
    ssl.SSLCertVerificationError,
  ]) {
    const error = new Class(1, 'words');
    t.true(error instanceof ssl.SSLError && error instanceof ssl.OSError && error instanceof Error);
    t.is(error.name, Class.name);
    t.is(error instanceof ssl.ValueError, Class === ssl.SSLCertVerificationError);
  }
  t.is(ssl.CertificateError, ssl.SSLCertVerificationError);
  t.is(ssl.socket_error, ssl.OSError);
  t.false(new ssl.ValueError('x') instanceof ssl.SSLCertVerificationError);
});

/** `str(e)`, `args`, `errno`, `strerror`, `filename`. */
const made: readonly (readonly [ssl.OSError, string, readonly unknown[], ...unknown[]])[] = [
  [new ssl.SSLError(), '()', [], null, null, null],
  [new ssl.SSLError('x'), "('x',)", ['x'], null, null, null],
  [new ssl.SSLError(1), '(1,)', [1], null, null, null],
  [new ssl.SSLError(1, 'foo'), 'foo', [1, 'foo'], 1, 'foo', null],
  [new ssl.SSLError(1, 'foo', 'file'), 'foo', [1, 'foo'], 1, 'foo', 'file'],
  [new ssl.SSLError(1, 2), '(1, 2)', [1, 2], 1, 2, null],
  [new ssl.SSLError(1, 2, 'file'), '(1, 2)', [1, 2], 1, 2, 'file'],
  [new ssl.SSLError(1, 2, null), '(1, 2, None)', [1, 2, null], 1, 2, null],
  [new ssl.SSLError(1, 'a', 'b', 'c', 'd'), 'a', [1, 'a'], 1, 'a', 'b'],
  [new ssl.SSLError(1, 'b', 3, 4, 5, 6), "(1, 'b', 3, 4, 5, 6)", [1, 'b', 3, 4, 5, 6], null, null, null],
  [new ssl.SSLCertVerificationError(1, 'x'), 'x', [1, 'x'], 1, 'x', null],
  [new ssl.OSError(), '', [], null, null, null],
  [new ssl.OSError('x'), 'x', ['x'], null, null, null],
  [new ssl.OSError(2, 'x', 'f'), "[Errno 2] x: 'f'", [2, 'x'], 2, 'x', 'f'],
];

test('errors that are made by hand have what they were made with, and no names of OpenSSL', (t) => {
  for (const [error, text, args, errno, strerror, filename] of made) {
    t.is(error.message, text);
    t.deepEqual(error.args, args);
    t.deepEqual([error.errno, error.strerror, error.filename], [errno, strerror, filename]);
    for (const absent of ['library', 'reason', 'verify_code', 'verify_message']) t.false(absent in error);
  }
});

/** One of each family: what is raised, its errno, the start of its text, library and reason. */
function raised(): Readonly<
  Record<string, readonly [() => unknown, number, string, string | null, string | null]>
> {
  const context = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  const wrap = () => context().wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), true);
  const ended = () => {
    const incoming = new ssl.MemoryBIO();
    incoming.write_eof();
    return context().wrap_bio(incoming, new ssl.MemoryBIO(), true);
  };
  const [p256, client, root] = ['p256.pem', 'client.pem', 'ca.crt'].map(certificate);
  const both = connected({ client: clientContext(core), server: serverContext(core) });
  thrown(() => both.client.object.unwrap()); // wants the answer
  both.transfer(both.client, both.server);
  both.server.object.unwrap();
  return {
    'more is wanted': [() => wrap().do_handshake(), 2, 'The operation did not complete (read) (', null, null],
    'the transport ended': [
      () => ended().do_handshake(),
      8,
      '[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (',
      'SSL',
      'UNEXPECTED_EOF_WHILE_READING',
    ],
    'both sides have closed': [
      () => both.server.object.read(1),
      6,
      'TLS/SSL connection has been closed (EOF) (',
      null,
      null,
    ],
    'the handshake was not done': [
      () => wrap().unwrap(),
      1,
      '[SSL: SHUTDOWN_WHILE_IN_INIT] shutdown while in init (',
      'SSL',
      'SHUTDOWN_WHILE_IN_INIT',
    ],
    'a key does not fit': [
      () => context().load_cert_chain(p256, client),
      116,
      '[X509: KEY_VALUES_MISMATCH] key values mismatch (',
      'X509',
      'KEY_VALUES_MISMATCH',
    ],
    'a key is not there': [() => context().load_cert_chain(root), 524297, '[SSL] PEM lib (', 'SSL', null],
    'the module composed it': [
      () =>
        new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), true),
      0,
      'Cannot create a server socket with a PROTOCOL_TLS_CLIENT context (',
      null,
      null,
    ],
  };
}

test('errors that are raised carry library and reason, or null, and no filename', (t) => {
  for (const [when, [call, errno, text, library, reason]] of Object.entries(raised())) {
    const error = t.throws(call, { instanceOf: ssl.SSLError }, when);
    t.true(error.message.startsWith(text), `${when}: ${error.message}`);
    t.deepEqual(error.args, [errno, error.message], when);
    t.deepEqual([error.errno, error.strerror], [errno, error.message], when);
    t.deepEqual([error.library, error.reason], [library, reason], when);
    t.is(error.filename, null, when);
  }
});

test('an end that is met again has no reason', (t) => {
  const incoming = new ssl.MemoryBIO();
  incoming.write_eof();
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  const object = context.wrap_bio(incoming, new ssl.MemoryBIO(), true);
  const first = t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLEOFError });
  const again = t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLEOFError });
  t.is(first.reason, 'UNEXPECTED_EOF_WHILE_READING');
  t.deepEqual([again.errno, again.library, again.reason], [8, null, null]);
  t.true(again.message.startsWith('EOF occurred in violation of protocol ('));
});

test('a verification error says which, by number and in words', (t) => {
  const client = clientContext(core);
  const error = t.throws(
    () => connected({ client, server: serverContext(core, { present: 'expired.pem' }) }),
    {
      instanceOf: ssl.SSLCertVerificationError,
    },
  );
  t.deepEqual([error.errno, error.library, error.reason], [1, 'SSL', 'CERTIFICATE_VERIFY_FAILED']);
  t.deepEqual([error.verify_code, error.verify_message], [10, 'certificate has expired']);
  t.true(
    error.message.startsWith(
      '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (',
    ),
  );
});
