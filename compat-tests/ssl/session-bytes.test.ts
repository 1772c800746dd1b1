/** `SSLSession.to_bytes()` and `from_bytes()`. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import { portable } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { clientContext, connected, forEachCore, serverContext, thrown } from '../tools/pair.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

const KEY = new Uint8Array(16).fill(7);
const sha256 = (data: Uint8Array) => portable.hashes.get('sha256')?.digest(data) ?? new Uint8Array(0);

const versions = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3] as const;
const named = (version: number) => (version === ssl.TLSVersion.TLSv1_3 ? 'TLSv1.3' : 'TLSv1.2');

forEachCore((core) => {
  const of = (version: number) => (context: ssl.SSLContext) => {
    context.maximum_version = version;
  };
  const contexts = (version: number) => ({
    client: clientContext(core, { set: of(version) }),
    server: serverContext(core),
  });
  const sessionOf = (version: number) => {
    const ends = contexts(version);
    const { session } = connected(ends).client.object;
    return { ...ends, session: session as ssl.SSLSession };
  };

  for (const version of versions) {
    const declare = (title: string, body: (t: ExecutionContext) => void) =>
      test(`${title} (${named(version)}, ${core.name})`, body);

    declare('a session comes back out of its bytes, and is resumed in another context', (t) => {
      const { server, session } = sessionOf(version);
      for (const key of [undefined, null, KEY]) {
        const back = ssl.SSLSession.from_bytes(session.to_bytes(key), key);
        t.deepEqual(back.id, session.id);
        t.is(back.time, session.time);
        t.is(back.timeout, session.timeout);
        t.is(back.has_ticket, session.has_ticket);
        t.is(back.ticket_lifetime_hint, session.ticket_lifetime_hint);
        const { client } = contexts(version);
        const both = connected({ client, server, session: back });
        t.true(both.client.object.session_reused);
        t.is(both.client.object.version(), named(version));
        t.truthy((both.client.object.getpeercert() as ssl.PeerCertificate).subject);
        t.deepEqual(connected({ ...contexts(version), server, session: back }).client.error, undefined);
      }
    });

    declare('nothing that was demanded of the server is got around', (t) => {
      const { server, session } = sessionOf(version);
      const back = ssl.SSLSession.from_bytes(session.to_bytes());
      const reused = (client: ssl.SSLContext, server_hostname = 'localhost') =>
        connected({ client, server, session: back, server_hostname }).client.object.session_reused;
      const careless = clientContext(core, { verify: false, set: of(version) });
      const doubtful = ssl.SSLSession.from_bytes(
        (connected({ client: careless, server }).client.object.session as ssl.SSLSession).to_bytes(),
      );
      t.false(
        connected({ client: contexts(version).client, server, session: doubtful }).client.object
          .session_reused,
        'begun without verification',
      );
      t.false(reused(contexts(version).client, '127.0.0.1'), 'another name');
      // A context that would not accept the certificate does not resume either, and then says so.
      const strangers = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
      strangers.crypto = core;
      strangers.maximum_version = version;
      const error = thrown(() => connected({ client: strangers, server, session: back }));
      t.true(error instanceof ssl.SSLCertVerificationError, 'other roots');
    });

    declare('a session of one version means a full handshake of the other', (t) => {
      const { server, session } = sessionOf(version);
      const other = versions.find((each) => each !== version) as number;
      const client = clientContext(core, { set: of(other) });
      client.minimum_version = other;
      const back = ssl.SSLSession.from_bytes(session.to_bytes());
      const both = connected({ client, server, session: back });
      t.false(both.client.object.session_reused);
      t.is(both.client.object.version(), named(other));
    });

    declare('any bit that is wrong is seen', (t) => {
      const { session } = sessionOf(version);
      const next = randomNumbers();
      t.log(`seed ${seed}`);
      for (const key of [undefined, KEY]) {
        const whole = session.to_bytes(key);
        for (let run = 0; run < 300; run++) {
          const bytes = whole.slice();
          bytes[next() % bytes.length] ^= 1 << (next() % 8);
          t.true(thrown(() => ssl.SSLSession.from_bytes(bytes, key)) instanceof ssl.ValueError);
        }
        for (let length = 0; length < whole.length; length += 1 + (next() % 40))
          t.true(
            thrown(() => ssl.SSLSession.from_bytes(whole.slice(0, length), key)) instanceof ssl.ValueError,
          );
        t.true(thrown(() => ssl.SSLSession.from_bytes(concat(whole, whole), key)) instanceof ssl.ValueError);
      }
    });

    declare('what is wrong under a right checksum', (t) => {
      const { session } = sessionOf(version);
      const whole = session.to_bytes();
      const next = randomNumbers(seed + 1);
      t.log(`seed ${seed}`);
      let taken = 0;
      for (let run = 0; run < 600; run++) {
        const body = whole.slice(0, whole.length - 32);
        const at = 7 + (next() % (body.length - 7));
        body[at] ^= 1 + (next() % 255);
        const error = thrown(() => ssl.SSLSession.from_bytes(concat(body, sha256(body))));
        if (error === undefined) taken++;
        else t.true(error instanceof ssl.ValueError, String(error));
      }
      t.true(taken > 0, 'most bytes are a key, a ticket and certificates');
    });

    declare('what is too old', (t) => {
      const { session } = sessionOf(version);
      const bytes = session.to_bytes();
      const now = Date.now;
      try {
        Date.now = () => now() + 7_100_000;
        t.true(ssl.SSLSession.from_bytes(bytes) instanceof ssl.SSLSession);
        for (const shift of [7_300_000, -60_000]) {
          Date.now = () => now() + shift;
          t.throws(() => ssl.SSLSession.from_bytes(bytes), {
            instanceOf: ssl.ValueError,
            message: 'the session is too old, or not of this time',
          });
        }
      } finally {
        Date.now = now;
      }
    });
  }

  test(`a session that has no ticket but an identifier (TLSv1.2, ${core.name})`, (t) => {
    const { client, server } = contexts(ssl.TLSVersion.TLSv1_2);
    server.options |= ssl.OP_NO_TICKET;
    const session = connected({ client, server }).client.object.session as ssl.SSLSession;
    t.false(session.has_ticket);
    const back = ssl.SSLSession.from_bytes(session.to_bytes());
    t.false(back.has_ticket);
    t.deepEqual(back.id, session.id);
    const other = contexts(ssl.TLSVersion.TLSv1_2).client;
    t.true(connected({ client: other, server, session: back }).client.object.session_reused);
  });

  test(`keys, and the wrong ones (${core.name})`, (t) => {
    const { session } = sessionOf(ssl.TLSVersion.TLSv1_3);
    const [plain, sealed] = [session.to_bytes(), session.to_bytes(KEY)];
    const told = (call: () => unknown) => String(thrown(call));
    const from = ssl.SSLSession.from_bytes;
    t.is(
      told(() => from(sealed)),
      'ValueError: the session is sealed with a key',
    );
    t.is(
      told(() => from(plain, KEY)),
      'ValueError: the session is not sealed',
    );
    t.is(
      told(() => from(sealed, new Uint8Array(32))),
      'ValueError: the session is corrupt, or sealed with another key',
    );
    t.is(
      told(() => session.to_bytes(new Uint8Array(15))),
      'ValueError: key must have at least 16 bytes',
    );
    t.is(
      told(() => session.to_bytes('a key of text' as never)),
      "TypeError: a bytes-like object is required, not 'str'",
    );
    t.is(
      told(() => from('text' as never)),
      "TypeError: a bytes-like object is required, not 'str'",
    );
    t.is(
      told(() => from(new Uint8Array(0))),
      'ValueError: not a session',
    );
    t.is(
      told(() => from(new Uint8Array(1 << 20))),
      'ValueError: not a session',
    );
    t.notDeepEqual(session.to_bytes(KEY), sealed, 'a nonce of its own each time');
  });

  test(`what cannot be resumed cannot be kept (${core.name})`, (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    server.num_tickets = 0;
    const both = connected({ client, server });
    for (const { session } of [both.client.object, both.server.object])
      t.throws(() => session?.to_bytes(), { instanceOf: ssl.ValueError });
  });
});

test('a session of this process is resumed by another', (t) => {
  const keys = [new Uint8Array(48).fill(9)];
  const server = serverContext(portable);
  server.set_ticket_keys(keys);
  for (const version of versions) {
    const client = clientContext(portable, { set: (context) => (context.maximum_version = version) });
    const session = connected({ client, server }).client.object.session as ssl.SSLSession;
    const program = fileURLToPath(new URL('../tools/resume-elsewhere.ts', import.meta.url));
    const said = execFileSync(process.execPath, ['--import=tsx', program], {
      input: JSON.stringify({
        version,
        session: [...session.to_bytes(KEY)],
        key: [...KEY],
        ticketKey: [...keys[0]],
      }),
      encoding: 'utf8',
    });
    t.deepEqual(JSON.parse(said), { client: true, server: true, version: named(version) });
  }
});
