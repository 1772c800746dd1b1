/** Pre-shared keys by callback, in TLS 1.3: what CPython 3.13 was seen to do. */
import test, { type ExecutionContext } from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { connected, forEachCore, type Mode, pair, scenario, serverContext, thrown } from '../tools/pair.ts';

const KEY = new TextEncoder().encode('secretsecretsecret');

interface Setting {
  readonly ask?: ssl.PskClientCallback | null;
  readonly find?: ssl.PskServerCallback | null;
  readonly certificate?: boolean;
  readonly set?: (client: ssl.SSLContext, server: ssl.SSLContext) => void;
}

/** Two contexts that have nothing but a key, and who was asked what. */
function contexts(
  core: CryptoProvider,
  { ask = () => ['id', KEY], find = () => KEY, certificate, set }: Setting,
) {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.crypto = core;
  client.check_hostname = false;
  client.verify_mode = ssl.CERT_NONE;
  client.minimum_version = ssl.TLSVersion.TLSv1_3;
  const server = certificate ? serverContext(core) : new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  server.crypto = core;
  const asked: (readonly ['client' | 'server', string | null])[] = [];
  if (ask !== null)
    client.set_psk_client_callback((hint) => {
      asked.push(['client', hint]);
      return ask(hint);
    });
  if (find !== null)
    server.set_psk_server_callback((identity) => {
      asked.push(['server', identity]);
      return find(identity);
    });
  set?.(client, server);
  return { client, server, server_hostname: null, asked };
}

function outcome(core: CryptoProvider, setting: Setting, mode: Mode = 'whole') {
  const { asked, ...options } = contexts(core, setting);
  const { client, server } = pair({ ...options, mode }).handshake();
  const reason = (error: unknown) => (error instanceof ssl.SSLError ? error.reason : error);
  return {
    client: reason(client.error),
    server: reason(server.error),
    cipher: client.object.cipher()?.[0],
    asked,
  };
}

/** What is reported while a call lasts, since there is nobody to raise it to. */
async function reported(call: () => void): Promise<string[]> {
  const told: string[] = [];
  const listen = (warning: Error) => told.push(warning.message);
  process.on('warning', listen);
  call();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', listen);
  return told;
}

scenario('a key is enough', (t, { core, mode }) => {
  const { asked, ...options } = contexts(core, {});
  const both = connected({ ...options, mode });
  const [client, server] = [both.client.object, both.server.object];
  t.deepEqual(asked, [
    ['client', null],
    ['server', 'id'],
  ]);
  t.is(client.cipher()?.[0], 'TLS_CHACHA20_POLY1305_SHA256', 'the first whose hash is the key’s');
  t.true(client.session_reused && server.session_reused, 'as OpenSSL sees it');
  t.is(client.getpeercert(), null);
  t.is(client.getpeercert(true), null);
  t.deepEqual(client.get_verified_chain(), []);
  t.deepEqual(client.get_channel_binding(), server.get_channel_binding());
  t.deepEqual(client.get_channel_binding('tls-exporter'), server.get_channel_binding('tls-exporter'));
  t.is(client.get_channel_binding('tls-server-end-point'), null);
  t.is(server.get_channel_binding('tls-server-end-point'), null);
  t.like(options.client.session_stats(), { connect: 1, connect_good: 1, hits: 1 });
  t.like(options.server.session_stats(), { accept: 1, accept_good: 1, hits: 1 });

  const again = connected({ ...options, mode, session: client.session });
  t.true(again.client.object.session_reused);
  t.deepEqual(asked.slice(2), [['client', null]], 'the ticket came first');
});

forEachCore((core) => {
  const declare = (title: string, body: (t: ExecutionContext) => void | Promise<void>) =>
    test(`${title} (${core.name})`, body);

  declare('a key stands in for certificates that would be demanded', (t) => {
    const set = (client: ssl.SSLContext, server: ssl.SSLContext) => {
      client.verify_mode = ssl.CERT_REQUIRED;
      server.verify_mode = ssl.CERT_REQUIRED;
    };
    t.like(outcome(core, { set }), { client: undefined, server: undefined });
  });

  declare('a key through a retry', (t) => {
    const set = (_: ssl.SSLContext, server: ssl.SSLContext) => server.set_ecdh_curve('secp384r1');
    t.like(outcome(core, { set }), { client: undefined, server: undefined });
  });

  declare('a server with a certificate takes the suite that it likes, and then no key', (t) => {
    const { client, cipher } = outcome(core, { certificate: true });
    t.is(client, undefined);
    t.is(cipher, 'TLS_AES_256_GCM_SHA384');
    const sha256 = outcome(core, {
      certificate: true,
      set: (_, server) => server.set_ciphersuites('TLS_AES_128_GCM_SHA256'),
    });
    t.deepEqual(sha256.asked, [
      ['client', null],
      ['server', 'id'],
    ]);
  });

  declare('who has a key that does not fit the suite is asked for it, and gives no tickets', (t) => {
    const ticketed = (find: ssl.PskServerCallback) => {
      const { asked, ...options } = contexts(core, { certificate: true, find });
      const { session } = connected(options).client.object;
      return [asked, session?.has_ticket];
    };
    const asked = [
      ['client', null],
      ['server', 'id'],
    ];
    t.deepEqual(
      ticketed(() => KEY),
      [asked, false],
    );
    t.deepEqual(
      ticketed(() => new Uint8Array(0)),
      [asked, true],
      'a key that is not known',
    );
  });

  declare('either end may know nothing of keys', (t) => {
    t.like(outcome(core, { certificate: true, find: null }), { client: undefined, server: undefined });
    t.like(outcome(core, { certificate: true, ask: null }), { client: undefined, server: undefined });
  });

  declare('keys that differ', (t) => {
    t.like(outcome(core, { find: () => new Uint8Array(18) }), {
      client: 'SSLV3_ALERT_ILLEGAL_PARAMETER',
      server: 'BINDER_DOES_NOT_VERIFY',
    });
  });

  const long = (length: number) => new Uint8Array(length).fill(107);
  const none = { client: 'SSLV3_ALERT_HANDSHAKE_FAILURE', server: 'NO_SUITABLE_SIGNATURE_ALGORITHM' };
  const fails: Readonly<Record<string, Setting>> = {
    'a client’s empty key': { ask: () => ['id', new Uint8Array(0)] },
    'a server’s empty key': { find: () => new Uint8Array(0) },
    'a name of 256 bytes': { ask: () => ['i'.repeat(256), KEY] },
    'a key of 513 bytes': { ask: () => ['id', long(513)] },
  };
  for (const [title, setting] of Object.entries(fails))
    declare(`${title} is none`, (t) => {
      t.like(outcome(core, setting), none);
    });

  declare('the longest names and keys', (t) => {
    const key = long(512);
    t.like(outcome(core, { ask: () => ['i'.repeat(255), key], find: () => key }), { client: undefined });
    const utf8 = outcome(core, { ask: () => ['客户身份', KEY] });
    t.deepEqual(utf8.asked.at(-1), ['server', '客户身份']);
    t.deepEqual(outcome(core, { ask: () => ['cut\0off', KEY] }).asked.at(-1), ['server', 'cut'], 'as in C');
  });

  declare('a client without a name for its key', (t) => {
    const { client, server } = outcome(core, { ask: () => [null, KEY] });
    t.is(client, 'INTERNAL_ERROR');
    t.is(server, 'UNEXPECTED_MESSAGE');
  });

  const wrong: Readonly<Record<string, readonly [Setting, string]>> = {
    'a client’s callback that throws': [
      {
        ask: () => {
          throw new Error('no key today');
        },
      },
      'no key today',
    ],
    'a client’s callback that returns no pair': [{ ask: () => 'x' as never }, 'expected a tuple, str found'],
    'a client’s callback that returns three things': [
      { ask: () => ['x', KEY, 1] as never },
      'function takes exactly 2 arguments (3 given)',
    ],
    'a client’s callback that returns text for a key': [
      { ask: () => ['x', 'key'] as never },
      "a bytes-like object is required, not 'str'",
    ],
    'a server’s callback that throws': [
      {
        find: () => {
          throw new Error('no key for you');
        },
      },
      'no key for you',
    ],
    'a server’s callback that returns text': [{ find: () => 'key' as never }, 'expected bytes, str found'],
    'a server’s callback that returns nothing': [
      { find: () => null as never },
      'expected bytes, NoneType found',
    ],
  };
  for (const [title, [setting, message]] of Object.entries(wrong))
    test.serial(`${title} is reported, and gives no key (${core.name})`, async (t) => {
      let ended: unknown;
      const told = await reported(() => {
        ended = outcome(core, setting);
      });
      t.like(ended as object, none);
      t.true(told.includes(message), told.join());
    });
});

test('what can be set, and where', (t) => {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  const told = (call: () => void) => String(thrown(call));
  const key: ssl.PskServerCallback = () => KEY;
  t.is(
    told(() => client.set_psk_server_callback(key)),
    'SSLError: Cannot add PSK server callback to a PROTOCOL_TLS_CLIENT context (pyssl)',
  );
  t.is(
    told(() => server.set_psk_client_callback(() => ['', KEY])),
    'SSLError: Cannot add PSK client callback to a PROTOCOL_TLS_SERVER context (pyssl)',
  );
  t.is(
    told(() => client.set_psk_client_callback(1 as never)),
    'TypeError: callback must be callable',
  );
  t.is(
    told(() => server.set_psk_server_callback(1 as never)),
    'TypeError: callback must be callable',
  );
  t.is(
    told(() => server.set_psk_server_callback(key, 1 as never)),
    "TypeError: set_psk_server_callback() argument 'identity_hint' must be str or None, not int",
  );
  server.set_psk_server_callback(key, 'ä'.repeat(128));
  t.is(
    told(() => server.set_psk_server_callback(key, { identity_hint: 'ä'.repeat(129) })),
    'ValueError: failed to set identity hint',
  );
  t.is(
    told(() => server.set_psk_server_callback(null, 'a\0b')),
    'ValueError: embedded null character',
  );
  server.set_psk_server_callback(null, 'a'.repeat(300));
  client.set_psk_client_callback(null);
  t.is(
    told(() => (client.set_psk_client_callback as () => void)()),
    "TypeError: set_psk_client_callback() missing required argument 'callback' (pos 1)",
  );
});
