/** `client_hello_callback`: what it is shown and when, and what becomes of what it does. */
import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { encodeMessage13 } from '../../lib/wire/handshake.ts';
import { certificate } from '../tools/certs.ts';
import { versions } from '../tools/ends.ts';
import {
  clientContext,
  connected,
  cores,
  forEachCore,
  pair,
  readAll,
  scenario,
  serverContext,
  thrown,
} from '../tools/pair.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

function contexts(core: CryptoProvider, highest: number = ssl.TLSVersion.TLSv1_3) {
  const [client, server] = [clientContext(core), serverContext(core)];
  client.maximum_version = highest;
  return { client, server };
}

/** The callback of an extension whose failure is the cause of what is raised. */
function failure(error: unknown): unknown {
  if (!(error instanceof ssl.SSLError)) throw error ?? new Error('nothing was raised');
  return error.reason === 'CALLBACK_FAILED' ? error.cause : error.reason;
}

test('a hello is shown as it stands on the wire', (t) => {
  const { client, server } = contexts(cores[0]);
  client.set_alpn_protocols(['h2', 'http/1.1']);
  client.set_groups('x25519:secp256r1');
  client.set_server_sigalgs('ecdsa_secp256r1_sha256:ed25519');
  const seen: ssl.ClientHello[] = [];
  server.client_hello_callback = (_, hello) => void seen.push(hello);
  let flight: Uint8Array | undefined;
  const both = connected({
    client,
    server,
    wire: (bytes) => {
      flight ??= bytes;
      return bytes;
    },
  });
  t.is(seen.length, 1);
  const [hello] = seen;
  t.is(hello.server_name, 'localhost');
  t.deepEqual(hello.alpn_protocols, ['h2', 'http/1.1']);
  t.deepEqual(hello.supported_versions, [ssl.TLSVersion.TLSv1_3, ssl.TLSVersion.TLSv1_2]);
  t.deepEqual(hello.supported_groups, [0x1d, 0x17]);
  t.deepEqual(hello.signature_algorithms, [0x0403, 0x0807]);
  t.deepEqual(
    hello.cipher_suites.filter((suite) => suite !== 0x00ff),
    client.get_ciphers().map(({ id }) => id & 0xffff),
  );
  t.is(hello.legacy_version, 0x0303);
  t.is(hello.random.length, 32);
  t.is(hello.session_id.length, 32);
  t.deepEqual(hello.raw, flight?.subarray(5), 'the record without its header');
  t.is(hello.extensions[0], 0, 'server_name');
  t.true(hello.extensions.includes(43));
  t.is(new Set(hello.extensions).size, hello.extensions.length);
  t.true(Object.isFrozen(hello) && Object.isFrozen(hello.cipher_suites));
  hello.raw.fill(0);
  t.deepEqual(both.server.object.version(), 'TLSv1.3', 'the bytes are a copy');
});

/** A hello with little in it, and numbers that nobody has given out. */
function oddHello(
  extensions: NonNullable<Parameters<typeof encodeMessage13<'client_hello'>>[1]['extensions']>,
) {
  const message = encodeMessage13('client_hello', {
    legacyVersion: 0x0303,
    random: new Uint8Array(32).fill(7),
    legacySessionId: new Uint8Array(0),
    cipherSuites: ['0x1a1a', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', '0xfefe'],
    legacyCompressionMethods: Uint8Array.of(0),
    extensions,
  });
  return concat(Uint8Array.of(22, 3, 1, message.length >> 8, message.length & 0xff), message);
}

const looking = serverContext(cores[cores.length - 1]);
const blind = serverContext(cores[cores.length - 1]);
let lastSeen: ssl.ClientHello | undefined;
looking.client_hello_callback = (_, hello) => {
  lastSeen = hello;
};

/** What a server says of a flight, and what its callback is shown if it has one. */
function shown(
  flight: Uint8Array,
  context = looking,
): { hello: ssl.ClientHello | undefined; reason: unknown } {
  lastSeen = undefined;
  const incoming = new ssl.MemoryBIO();
  const object = context.wrap_bio(incoming, new ssl.MemoryBIO(), true);
  incoming.write(flight);
  const { reason } = thrown(() => object.do_handshake()) as ssl.SSLError;
  return { hello: lastSeen, reason };
}

test('what has no name keeps its number, and what is not there is empty', (t) => {
  const { hello, reason } = shown(
    oddHello({
      supported_groups: ['0x2a2a', 'secp256r1'],
      application_layer_protocol_negotiation: [Uint8Array.of(0xff, 0x41)],
      ec_point_formats: Uint8Array.of(0, 9),
    }),
  );
  t.is(reason, 'NO_SHARED_CIPHER');
  t.like(hello, {
    server_name: null,
    alpn_protocols: ['\xffA'],
    supported_versions: [0x0303],
    cipher_suites: [0x1a1a, 0xc02b, 0xfefe],
    supported_groups: [0x2a2a, 0x17],
    signature_algorithms: [],
    ec_point_formats: [0, 9],
    extensions: [11, 10, 16],
    session_id: new Uint8Array(0),
  });
});

test('a hello that is none, or whose name is none, is not shown', (t) => {
  const name = Uint8Array.of(0x61, 0, 0x62);
  const nul = shown(oddHello({ server_name: [{ nameType: 0, hostName: name }] }));
  t.is(nul.hello, undefined);
  t.is(nul.reason, 'BAD_EXTENSION');
  const whole = oddHello({ supported_groups: ['secp256r1'] });
  whole[whole.length - 3] ^= 1;
  t.is(shown(whole).hello, undefined);
});

test('a callback that only looks changes nothing, whatever comes', (t) => {
  t.log(`seed ${seed}`);
  const numbers = randomNumbers();
  const random = (below: number) => numbers() % below;
  const recorded = oddHello({
    server_name: [{ nameType: 0, hostName: new TextEncoder().encode('localhost') }],
    ec_point_formats: Uint8Array.of(0),
    supported_groups: ['secp256r1', 'x25519'],
    application_layer_protocol_negotiation: [Uint8Array.of(0x68, 0x32)],
    signature_algorithms: ['ecdsa_secp256r1_sha256'],
    supported_versions: ['TLSv1.2'],
  });
  let seen = 0;
  for (let round = 0; round < 150; round++) {
    const flight = Uint8Array.from(recorded);
    for (let count = random(3); count >= 0; count--) flight[9 + random(flight.length - 9)] = random(256);
    const { hello, reason } = shown(flight);
    if (hello !== undefined) seen++;
    // A name that is none is minded before the version is.
    if (reason !== 'BAD_EXTENSION') t.is(reason, shown(flight, blind).reason);
  }
  t.true(seen > 30);
});

scenario('it is called once, before sni_callback, with the object and its context', (t, { core, mode }) => {
  for (const [version, highest] of versions) {
    const { client, server } = contexts(core, highest);
    const calls: unknown[] = [];
    server.client_hello_callback = (object, hello, context) => {
      calls.push(['hello', object, hello.server_name, context, object.version(), object.cipher()]);
    };
    server.sni_callback = (object, name, context) => {
      calls.push(['name', object, name, context]);
    };
    const both = connected({ client, server, mode });
    t.is(both.client.object.version(), version);
    t.deepEqual(calls, [
      ['hello', both.server.object, 'localhost', server, null, null],
      ['name', both.server.object, 'localhost', server],
    ]);
  }
});

scenario('a second hello is not shown', (t, { core, mode }) => {
  const { client, server } = contexts(core);
  server.set_groups('secp384r1');
  let calls = 0;
  server.client_hello_callback = () => {
    calls++;
  };
  const both = connected({ client, server, mode });
  t.is(both.client.object.group(), 'secp384r1');
  t.is(calls, 1);
});

scenario('it chooses the context by whatever the hello says', (t, { core, mode }) => {
  const other = serverContext(core, { present: 'rsa2048.pem' });
  other.set_alpn_protocols(['special']);
  for (const [, highest] of versions)
    for (const protocol of ['special', 'usual']) {
      const { client, server } = contexts(core, highest);
      server.set_alpn_protocols(['usual']);
      server.client_hello_callback = (object, { alpn_protocols }) => {
        if (alpn_protocols.includes('special')) object.context = other;
      };
      client.set_alpn_protocols([protocol]);
      const both = connected({ client, server, mode });
      t.is(both.client.object.selected_alpn_protocol(), protocol);
      t.is(both.server.object.context, protocol === 'special' ? other : server);
      t.regex(both.client.object.server_sigalg() ?? '', protocol === 'special' ? /^rsa/ : /^ecdsa/);
    }
});

scenario('sni_callback has the last word', (t, { core, mode }) => {
  const { client, server } = contexts(core);
  const [first, second] = [
    serverContext(core, { present: 'rsa2048.pem' }),
    serverContext(core, { present: 'ed25519.pem' }),
  ];
  server.client_hello_callback = (object) => {
    object.context = first;
  };
  server.sni_callback = (object) => {
    t.is(object.context, first);
    object.context = second;
  };
  t.is(connected({ client, server, mode }).client.object.server_sigalg(), 'ed25519');
});

forEachCore((core) => {
  /** Numbers of alerts, and what the client makes of them. */
  const refusals: readonly (readonly [unknown, string | undefined])[] = [
    [ssl.ALERT_DESCRIPTION_ACCESS_DENIED, 'TLSV1_ALERT_ACCESS_DENIED'],
    [40n, 'SSLV3_ALERT_HANDSHAKE_FAILURE'],
    [300, undefined], // no alert that could be sent
  ];
  for (const [version, highest] of versions)
    for (const [value, reason] of refusals)
      test(`what it returns refuses the client: ${value} (${core.name}, ${version})`, (t) => {
        const { client, server } = contexts(core, highest);
        server.client_hello_callback = () => value as number;
        server.sni_callback = () => t.fail('the connection is over');
        const both = pair({ client, server }).handshake();
        t.like(both.server.error, { reason: 'CALLBACK_FAILED', cause: undefined });
        t.is((both.client.error as ssl.SSLError | undefined)?.reason ?? undefined, reason);
        t.is(both.server.object.version(), null);
        t.true(thrown(() => both.server.object.do_handshake()) instanceof ssl.SSLError, 'it stays so');
      });

  const failures: Readonly<
    Record<string, readonly [(object: ssl.SSLObject) => unknown, new (...args: never[]) => Error]>
  > = {
    throws: [
      () => {
        throw new RangeError('of its own');
      },
      RangeError,
    ],
    'returns text': [() => 'handshake_failure', TypeError],
    'returns a fraction': [() => 1.5, TypeError],
    'returns a promise': [async () => null, TypeError],
    'sets what is no context': [(object) => Reflect.set(object, 'context', {}), TypeError],
    'asks for more of the handshake': [(object) => object.do_handshake(), ssl.RuntimeError],
    'reads ahead': [(object) => object.read(), ssl.RuntimeError],
  };
  for (const [title, [callback, Cause]] of Object.entries(failures))
    for (const [version, highest] of versions)
      test(`a callback that ${title} ends the handshake (${core.name}, ${version})`, (t) => {
        const { client, server } = contexts(core, highest);
        server.client_hello_callback = callback as ssl.ClientHelloCallback;
        const both = pair({ client, server }).handshake();
        t.true(failure(both.server.error) instanceof Cause, String(failure(both.server.error)));
        t.is((both.client.error as ssl.SSLError).reason, 'TLSV1_ALERT_INTERNAL_ERROR');
        t.is(both.client.object.version(), null);
      });

  test(`a context without certificates is chosen in vain (${core.name})`, (t) => {
    const { client, server } = contexts(core);
    server.client_hello_callback = (object) => {
      object.context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    };
    const both = pair({ client, server }).handshake();
    t.is((both.server.error as ssl.SSLError).reason, 'NO_SHARED_CIPHER');
  });

  for (const [version, highest] of versions)
    test(`it is called where a session goes on, and its choice judges the client anew (${core.name}, ${version})`, (t) => {
      const client = clientContext(core, { present: 'client.pem' });
      client.maximum_version = highest;
      const server = serverContext(core, { verify: true });
      const stranger = serverContext(core);
      let chosen: ssl.SSLContext = server;
      let calls = 0;
      server.client_hello_callback = (object) => {
        calls++;
        object.context = chosen;
      };
      const first = connected({ client, server });
      first.server.object.write(Uint8Array.of(1));
      first.transfer(first.server, first.client);
      readAll(first.client);
      const { session } = first.client.object;
      const again = connected({ client, server, session });
      t.true(again.client.object.session_reused);
      t.is(calls, 2);
      chosen = stranger; // trusts nobody
      const refused = pair({ client, server, session: again.client.object.session }).handshake();
      t.is((refused.server.error as ssl.SSLError).reason, 'CERTIFICATE_VERIFY_FAILED');
      t.is(calls, 3);
    });
});

test('only servers have one, and it is a function', (t) => {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  t.is(client.client_hello_callback, null);
  t.throws(() => Reflect.set(client, 'client_hello_callback', null), {
    instanceOf: ssl.ValueError,
    message: 'client_hello_callback cannot be set on TLS_CLIENT context',
  });
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  t.throws(() => Reflect.set(server, 'client_hello_callback', 1), {
    instanceOf: TypeError,
    message: 'not a callable object',
  });
  const callback = () => null;
  server.client_hello_callback = callback;
  t.is(server.client_hello_callback, callback);
  server.client_hello_callback = null;
  t.is(server.client_hello_callback, null);
  server.load_cert_chain(certificate('p256.pem'));
  t.notThrows(() => connected({ client: clientContext(cores[0]), server }));
});
