/** gruvi's TestSslPipe, by name, and what else its users rely on. */
import test, { type ExecutionContext } from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { SslPipe } from '../../lib/pipe/index.ts';
import { clientContext, forEachCore, serverContext, thrown } from '../tools/pair.ts';

const NOTHING = new Uint8Array(0);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (words: string) => new TextEncoder().encode(words);
const payload = new Uint8Array(1000).fill(0x78);

forEachCore((core) => {
  for (const version of ['TLSv1_2', 'TLSv1_3'] as const) declare(core, version);
});

function declare(core: CryptoProvider, version: Version): void {
  const piped = (name: string, body: (t: ExecutionContext, client: SslPipe, server: SslPipe) => void) =>
    test(`${name} (${core.name}, ${version})`, (t) => body(t, ...pipes(core, version)));

  piped('TestSslPipe.test_wrapped', (t, client, server) => {
    const clientssl = client.do_handshake();
    t.is(clientssl.length, 1);
    t.true(clientssl[0].length > 0);
    const serverssl = server.do_handshake();
    t.deepEqual(serverssl, []);
    t.deepEqual(communicate(payload, client, server, clientssl, serverssl), payload);
    t.true(client.wrapped && server.wrapped);
  });

  piped('TestSslPipe.test_echo', (t, client, server) => {
    const [clientssl, serverssl] = [client.do_handshake(), server.do_handshake()];
    t.deepEqual(communicate(payload, client, server, clientssl, serverssl), payload);
    t.deepEqual(communicate(payload, server, client), payload);
  });

  piped('TestSslPipe.test_shutdown', (t, client, server) => {
    wrap(client, server);
    const clientssl = client.shutdown();
    t.is(clientssl.length, 1);
    t.true(clientssl[0].length > 0);
    t.deepEqual(server.feed_ssldata(clientssl[0]), [[], [NOTHING]], "the client's close_notify");
    const serverssl = server.shutdown();
    t.is(serverssl.length, 1);
    t.false(server.wrapped);
    t.deepEqual(client.feed_ssldata(serverssl[0]), [[], [NOTHING]], "the server's");
    t.false(client.wrapped);
  });

  piped('TestSslPipe.test_unwrapped', (t, client, server) => {
    t.deepEqual(communicate(payload, client, server), payload);
  });

  piped('TestSslPipe.test_unwrapped_after_wrapped', (t, client, server) => {
    t.deepEqual(communicate(payload, client, server), payload);
    let clientssl = client.do_handshake();
    server.do_handshake();
    t.deepEqual(communicate(payload, client, server, clientssl), payload);
    t.true(client.wrapped && server.wrapped);

    t.deepEqual(communicate(payload, client, server, client.shutdown()), NOTHING, 'too early to write');
    t.deepEqual(communicate(payload, client, server, [], server.shutdown()), payload);
    t.false(client.wrapped || server.wrapped);

    clientssl = client.do_handshake();
    server.do_handshake();
    t.deepEqual(communicate(payload, client, server, clientssl), payload);
    t.true(client.wrapped && server.wrapped);
  });

  piped('TestSslPipe.test_simultaneous_shutdown', (t, client, server) => {
    wrap(client, server);
    const [clientssl, serverssl] = [client.shutdown(), server.shutdown()];
    t.deepEqual(communicate(payload, client, server, clientssl, serverssl), payload, 'in the clear');
    t.false(client.wrapped || server.wrapped);
  });

  piped('a connection arrives byte by byte, layer on and layer off', (t, client, server) => {
    for (let round = 0; round < 2; round++) {
      const [clientssl, serverssl] = [client.do_handshake(), server.do_handshake()];
      t.true(client.need_ssldata && server.need_ssldata);
      t.deepEqual(communicate(payload, client, server, clientssl, serverssl, 1), payload);
      t.true(client.wrapped && server.wrapped);
      t.deepEqual(communicate(NOTHING, client, server, client.shutdown(), [], 1), NOTHING);
      t.deepEqual(communicate(payload, client, server, [], server.shutdown(), 1), payload);
      t.false(client.wrapped || server.wrapped);
      t.is(client.ssl_object, null);
    }
  });

  piped('callbacks come once each, when their step is done', (t, client, server) => {
    const calls: string[] = [];
    const clientssl = client.do_handshake((...args) => calls.push(`client ${args.length}`));
    const serverssl = server.do_handshake((...args) => calls.push(`server ${args.length}`));
    t.deepEqual(calls, []);
    communicate(payload, client, server, clientssl, serverssl);
    t.deepEqual(calls.splice(0).sort(), ['client 0', 'server 0']);
    server.feed_ssldata(client.shutdown((...args) => calls.push(`client off ${args.length}`))[0]);
    t.deepEqual(calls, []);
    client.feed_ssldata(server.shutdown(() => calls.push('server off'))[0]);
    t.deepEqual(calls, ['server off', 'client off 0']);
  });

  piped(
    'a handshake that fails is told to the callback and raised, and leaves its alert',
    (t, client, server) => {
      const told: (Error | undefined)[] = [];
      client.do_handshake((error) => told.push(error));
      const raised = thrown(() => client.feed_ssldata(bytes('220 mail.example.com ESMTP\r\n')));
      t.true(raised instanceof ssl.SSLError);
      t.is((raised as ssl.SSLError).reason, 'WRONG_VERSION_NUMBER');
      t.deepEqual(told, [raised as Error]);
      t.false(client.wrapped);

      const stranger = new SslPipe(clientContext(core), false, 'example.com');
      const hello = stranger.do_handshake();
      server.do_handshake();
      const [flight] = server.feed_ssldata(hello[0]);
      t.throws(() => stranger.feed_ssldata(flight[0]), { instanceOf: ssl.SSLCertVerificationError });
      const [alert] = stranger.take_ssldata();
      t.throws(() => server.feed_ssldata(alert), { message: /bad certificate/ });
      t.deepEqual(stranger.take_ssldata(), []);
    },
  );

  piped(
    'what stands behind the answered close_notify is handed on, in whichever call',
    (t, client, server) => {
      wrap(client, server);
      // The client takes the layer off and goes on in the clear before the server has answered.
      const [notify] = client.shutdown();
      const [, seen] = server.feed_ssldata(Buffer.concat([notify, bytes('A1 ')]));
      t.deepEqual(seen.map(text), ['']);
      const [answer] = server.shutdown();
      t.deepEqual(
        server.feed_ssldata(bytes('A2'))[1].map(text),
        ['A1 ', 'A2'],
        'the server, by its next call',
      );
      t.deepEqual(server.feed_ssldata(NOTHING)[1], []);

      const [, rest] = client.feed_ssldata(Buffer.concat([answer, bytes('B')]));
      t.deepEqual(rest.map(text), ['B'], 'the client, by the call that completes its shutdown');
    },
  );

  piped('a handshake right behind close_notify finds its first flight', (t, client, server) => {
    wrap(client, server);
    const [notify] = client.shutdown();
    server.feed_ssldata(notify);
    client.feed_ssldata(server.shutdown()[0]);
    const hello = client.do_handshake();
    // The ClientHello reaches a pipe that has not begun to shake hands: it comes out as it went in.
    const [, seen] = server.feed_ssldata(hello[0]);
    t.deepEqual(seen, [hello[0]]);
    server.do_handshake();
    t.deepEqual(communicate(payload, client, server, seen), payload);
  });

  piped('an end that nobody announced is an error where a layer is in effect', (t, client, server) => {
    t.notThrows(() => client.feed_eof(), 'no layer, no promise');
    const [clientssl, serverssl] = [client.do_handshake(), server.do_handshake()];
    communicate(payload, client, server, clientssl, serverssl);
    t.throws(() => server.feed_eof(), { instanceOf: ssl.SSLEOFError });
  });

  piped('an end in the middle of the handshake is an error', (t, client) => {
    const told: (Error | undefined)[] = [];
    client.do_handshake((error) => told.push(error));
    const raised = thrown(() => client.feed_eof());
    t.true(raised instanceof ssl.SSLEOFError);
    t.deepEqual(told, [raised as Error]);
  });

  piped('an end behind close_notify is none', (t, client, server) => {
    wrap(client, server);
    const [notify] = client.shutdown();
    t.deepEqual(server.feed_ssldata(notify)[1], [NOTHING]);
    t.notThrows(() => server.feed_eof());
  });

  piped('steps out of order are RuntimeErrors', (t, client, server) => {
    t.throws(() => client.shutdown(), { instanceOf: ssl.RuntimeError, message: 'no security layer present' });
    client.do_handshake();
    const again = { instanceOf: ssl.RuntimeError, message: 'handshake in progress or completed' };
    t.throws(() => client.do_handshake(), again);
    const [other] = pipes(core, version);
    wrap(other, server);
    t.throws(() => other.do_handshake(), again);
  });

  piped(
    'a write before the handshake is over is short, and done with the same buffer later',
    (t, client, server) => {
      const clientssl = client.do_handshake();
      server.do_handshake();
      t.deepEqual(client.feed_appdata(payload), [[], 0]);
      t.true(client.need_ssldata);
      t.deepEqual(communicate(payload, client, server, clientssl), payload);
    },
  );

  piped('what passes through is a copy of its own', (t, client) => {
    const data = bytes('plain');
    const [[sent]] = client.feed_appdata(data, 1);
    const [, [got]] = client.feed_ssldata(data);
    data.fill(0);
    t.deepEqual([text(sent), text(got)], ['lain', 'plain']);
  });

  piped('records larger than the buffer size, many at a time', (t, client, server) => {
    wrap(client, server);
    const large = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
    t.is(Buffer.compare(communicate(large, client, server), large), 0);
    t.is(Buffer.compare(communicate(large, server, client, [], [], 4000), large), 0);
  });
}

test('the context and the object are at hand; arguments come as in Python', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const pipe = new SslPipe(context, { server_side: false, server_hostname: 'localhost' });
  t.is(pipe.context, context);
  t.is(pipe.ssl_object, null);
  t.is(pipe.bufsize, 65536);
  pipe.do_handshake();
  t.is(pipe.ssl_object?.server_hostname, 'localhost');
  t.is(pipe.ssl_object?.context, context);
  // @ts-expect-error: the side has to be said
  t.throws(() => new SslPipe(context), { instanceOf: TypeError, message: /'server_side'/ });
  // @ts-expect-error: as elsewhere, text is not bytes
  t.throws(() => pipe.feed_ssldata('text'), { instanceOf: TypeError });
});

type Version = 'TLSv1_2' | 'TLSv1_3';

function pipes(core: CryptoProvider, version: Version): [SslPipe, SslPipe] {
  const set = (context: ssl.SSLContext) => {
    context.minimum_version = context.maximum_version = ssl.TLSVersion[version];
  };
  return [
    new SslPipe(clientContext(core, { set }), false, 'localhost'),
    new SslPipe(serverContext(core, { set }), true),
  ];
}

function wrap(client: SslPipe, server: SslPipe): void {
  const [clientssl, serverssl] = [client.do_handshake(), server.do_handshake()];
  communicate(payload, client, server, clientssl, serverssl);
}

/**
 * gruvi's own helper: sends `data` from `client` to `server`, what is at hand for either first, and returns what the
 * server received. In portions of `portion` bytes, if given.
 */
function communicate(
  data: Uint8Array,
  client: SslPipe,
  server: SslPipe,
  clientssl: Uint8Array[] = [],
  serverssl: Uint8Array[] = [],
  portion = Infinity,
): Uint8Array {
  const received: Uint8Array[] = [];
  let toServer = Buffer.concat(clientssl);
  let toClient = Buffer.concat(serverssl);
  let offset = 0;
  do {
    for (const part of portions(toServer, portion)) {
      const [ssldata, appdata] = server.feed_ssldata(part);
      toClient = Buffer.concat([toClient, ...ssldata]);
      received.push(...appdata);
    }
    const toServerNext: Uint8Array[] = [];
    for (const part of portions(toClient, portion)) {
      const [ssldata, appdata] = client.feed_ssldata(part);
      toServerNext.push(...ssldata);
      if (appdata.some((chunk) => chunk.length > 0)) throw new Error('data the wrong way');
    }
    toClient = Buffer.alloc(0);
    const [ssldata, next] = client.feed_appdata(data, offset);
    offset = next;
    toServer = Buffer.concat([...toServerNext, ...ssldata]);
  } while (toServer.length > 0);
  return new Uint8Array(Buffer.concat(received));
}

function portions(data: Uint8Array, size: number): Uint8Array[] {
  if (data.length <= size) return [data];
  return Array.from({ length: Math.ceil(data.length / size) }, (_, i) =>
    data.subarray(i * size, (i + 1) * size),
  );
}
