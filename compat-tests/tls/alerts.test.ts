/** What an alert means, RFC 8446 section 6 and RFC 5246 section 7.2. */
import test from 'ava';
import { Fault } from '../../lib/bytes/fault.ts';
import { readAlert } from '../../lib/tls/alerts.ts';
import { alertNumbers } from '../../lib/wire/alert.ts';

const WARNING = 1;
const FATAL = 2;
const { close_notify, user_canceled, no_renegotiation, handshake_failure, unrecognized_name } = alertNumbers;

const read = (level: number, description: number, is13: boolean) => {
  try {
    return readAlert(Uint8Array.of(level, description), is13).meaning;
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
};

test('in TLS 1.3 the level does not count', (t) => {
  for (const level of [0, WARNING, FATAL, 3, 255]) {
    t.is(read(level, close_notify, true), 'goodbye');
    t.is(read(level, user_canceled, true), 'nothing');
    for (const description of [handshake_failure, unrecognized_name, no_renegotiation, 255])
      t.is(read(level, description, true), 'fatal', `${level}, ${description}`);
  }
});

test('before TLS 1.3 it does', (t) => {
  t.is(read(WARNING, close_notify, false), 'goodbye');
  t.is(read(FATAL, close_notify, false), 'fatal');
  t.is(read(WARNING, user_canceled, false), 'nothing');
  t.is(read(FATAL, user_canceled, false), 'fatal');
  t.is(read(WARNING, unrecognized_name, false), 'nothing');
  t.is(read(WARNING, no_renegotiation, false), 'noRenegotiation');
  t.is(read(FATAL, handshake_failure, false), 'fatal');
  for (const level of [0, 3, 255]) t.is(read(level, unrecognized_name, false), 'unknownAlertLevel');
});

test('what may not come without end is counted', (t) => {
  const counts = (level: number, description: number, is13: boolean) =>
    readAlert(Uint8Array.of(level, description), is13).isWarning;
  t.true(counts(FATAL, user_canceled, true));
  t.true(counts(WARNING, unrecognized_name, false));
  t.false(counts(FATAL, handshake_failure, false));
});

test('an alert has two bytes', (t) => {
  for (const length of [0, 1, 3, 4]) {
    const error = t.throws(() => readAlert(new Uint8Array(length), true), { instanceOf: Fault });
    t.is(error?.fault, 'malformedAlert');
  }
});
