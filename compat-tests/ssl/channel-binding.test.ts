/** What ties words above TLS to one connection: `get_channel_binding()` and `export_keying_material()`. */
import { createHash, createHmac } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { portable } from '../../lib/crypto/index.ts';
import type { SignatureRecipe } from '../../lib/crypto/provider.ts';
import * as ssl from '../../lib/index.ts';
import { tlsServerEndPoint } from '../../lib/ssl/channel-binding.ts';
import { decodeMessage13, encodeMessage13 } from '../../lib/wire/handshake.ts';
import { drain, engineEnd } from '../tools/engine.ts';
import { makeCertificate } from '../tools/make-certificate.ts';
import {
  clientContext,
  connected,
  forEachCore,
  pair,
  scenario,
  serverContext,
  thrown,
} from '../tools/pair.ts';
import { engineSettings } from '../tools/settings.ts';
import { testKey } from '../tools/test-keys.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const types = ['tls-unique', 'tls-exporter', 'tls-server-end-point'] as const;

scenario('both ends have the same, and no other connection has', (t, { core, mode }) => {
  for (const version of [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]) {
    const client = clientContext(core);
    client.maximum_version = version;
    const server = serverContext(core);
    const first = connected({ client, server, mode });
    const resumed = connected({ client, server, mode, session: first.client.object.session });
    t.true(resumed.client.object.session_reused);
    for (const { client: a, server: b } of [first, resumed]) {
      for (const type of types)
        t.deepEqual(a.object.get_channel_binding(type), b.object.get_channel_binding(type), type);
      t.is(a.object.get_channel_binding('tls-exporter')?.length, 32);
      t.is(a.object.get_channel_binding('tls-server-end-point')?.length, 32);
      for (const context of [undefined, null, bytes(''), bytes('context')]) {
        const ours = a.object.export_keying_material('EXPORTER-pyssl', 77, context);
        t.is(ours.length, 77);
        t.deepEqual(b.object.export_keying_material('EXPORTER-pyssl', 77, { context }), ours);
      }
    }
    const of = (type: string) => [first, resumed].map((both) => both.client.object.get_channel_binding(type));
    t.notDeepEqual(of('tls-unique')[0], of('tls-unique')[1]);
    t.notDeepEqual(of('tls-exporter')[0], of('tls-exporter')[1]);
    t.deepEqual(of('tls-server-end-point')[0], of('tls-server-end-point')[1], 'the same server');
    const ends = first.client.object;
    t.deepEqual(
      ends.get_channel_binding('tls-server-end-point'),
      new Uint8Array(
        createHash('sha256')
          .update(ends.getpeercert(true) as Uint8Array)
          .digest(),
      ),
    );
    const none = ends.export_keying_material('EXPORTER-pyssl', 32);
    const empty = ends.export_keying_material('EXPORTER-pyssl', 32, bytes(''));
    if (version === ssl.TLSVersion.TLSv1_3) t.deepEqual(none, empty, 'RFC 8446 section 7.5');
    else t.notDeepEqual(none, empty, 'RFC 5705 section 4');
  }
});

forEachCore((core) => {
  const declare = (title: string, body: (t: ExecutionContext) => void) =>
    test(`${title} (${core.name})`, body);
  const both = () => connected({ client: clientContext(core), server: serverContext(core) });

  declare('tls-unique is the first Finished of a handshake, whoever sends it', (t) => {
    for (const version of [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]) {
      const finished: Uint8Array[] = [];
      const client = clientContext(core, {
        set: (context) => {
          context.maximum_version = version;
          context._msg_callback = (_, __, ___, type, message, data) => {
            if (type === ssl._TLSContentType.HANDSHAKE && message === ssl._TLSMessageType.FINISHED)
              finished.push(data.slice(4));
          };
        },
      });
      const server = serverContext(core);
      const first = connected({ client, server }).client.object;
      const [ofClient, ofServer] = finished.splice(0);
      const resumed = connected({ client, server, session: first.session }).client.object;
      t.true(resumed.session_reused);
      const [again] = finished;
      if (version === ssl.TLSVersion.TLSv1_2) {
        t.deepEqual(first.get_channel_binding(), ofClient);
        t.deepEqual(resumed.get_channel_binding(), again, 'the server’s, which comes first');
      } else {
        // RFC 9266 section 1: not defined there. CPython answers with the client's, and in a resumption the server's.
        t.deepEqual(first.get_channel_binding(), ofServer);
        t.deepEqual(resumed.get_channel_binding(), again);
      }
    }
  });

  declare('a connection of TLS 1.2 without an extended master secret has no tls-exporter', (t) => {
    const server = serverContext(core);
    for (const has of [true, false]) {
      const [incoming, outgoing] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
      const object = server.wrap_bio(incoming, outgoing, true);
      const client = engineEnd(
        engineSettings('client', core, {
          versions: ['TLSv1.2'],
          suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
          rewriteClientHello: (bytes) => {
            const message = decodeMessage13(bytes);
            if (has || message.type !== 'client_hello') return bytes;
            const extensions = { ...message.body.extensions, extended_master_secret: undefined };
            return encodeMessage13('client_hello', { ...message.body, extensions });
          },
        }),
      );
      for (let flight = 0; flight < 2; flight++) {
        client.connection.handshake();
        incoming.write(drain(client));
        thrown(() => object.do_handshake());
        client.incoming.write(outgoing.read());
      }
      t.is(client.connection.handshake().kind, 'done');
      t.is(object.version(), 'TLSv1.2');
      t.is(object.get_channel_binding('tls-exporter')?.length, has ? 32 : undefined, 'RFC 9266 section 4.2');
      t.is(
        object.export_keying_material('EXPORTER-pyssl', 8).length,
        8,
        'which is asked for by those who know',
      );
    }
  });

  declare('before the handshake, and when the connection has failed', (t) => {
    const fresh = pair({ client: clientContext(core), server: serverContext(core) });
    for (const { object } of [fresh.client, fresh.server]) {
      for (const type of types) t.is(object.get_channel_binding(type), null);
      t.is(
        String(thrown(() => object.export_keying_material('EXPORTER-a', 1))),
        'ValueError: handshake not done yet',
      );
    }
    const broken = both();
    broken.client.incoming.write(bytes('this is no record'));
    t.true(thrown(() => broken.client.object.read()) instanceof ssl.SSLError);
    t.is(broken.client.object.get_channel_binding('tls-exporter'), null);
    t.is(
      String(thrown(() => broken.client.object.export_keying_material('EXPORTER-a', 1))),
      'ValueError: the connection has ended',
    );
  });

  declare('closed connections still have them', (t) => {
    const { client, server, ...rest } = both();
    const before = client.object.get_channel_binding('tls-exporter');
    t.true(thrown(() => client.object.unwrap()) instanceof ssl.SSLWantReadError);
    server.incoming.write(client.outgoing.read());
    server.object.unwrap();
    client.incoming.write(server.outgoing.read());
    client.object.unwrap();
    t.deepEqual(client.object.get_channel_binding('tls-exporter'), before);
    t.truthy(rest);
  });

  declare('what is asked wrongly', (t) => {
    const { object } = both().client;
    const told = (...args: readonly unknown[]) =>
      String(thrown(() => (object.export_keying_material as (...a: readonly unknown[]) => unknown)(...args)));
    t.is(told(bytes('EXPORTER-a'), 1), 'TypeError: label must be str, not bytes');
    t.is(told('ä', 1), 'ValueError: label must be at most 249 printable ASCII characters');
    t.is(told('x'.repeat(250), 1), 'ValueError: label must be at most 249 printable ASCII characters');
    t.is(told('key expansion', 1), "ValueError: label 'key expansion' is TLS's own");
    t.is(told('x', 0), 'ValueError: length must be 1 to 8160');
    t.is(told('x', 8161), 'ValueError: length must be 1 to 8160');
    t.is(told('x', 1.5), "TypeError: 'float' object cannot be interpreted as an integer");
    t.is(told('x', 1, 'text'), "TypeError: a bytes-like object is required, not 'str'");
    t.is(told('x', 1, new Uint8Array(0x10000)), 'ValueError: context must have at most 65535 bytes');
    t.is(
      told('x'),
      "TypeError: SSLObject.export_keying_material() missing 1 required positional argument: 'length'",
    );
    t.is(object.export_keying_material('x'.repeat(249), 8160, new Uint8Array(0xffff)).length, 8160);
    t.is(
      String(thrown(() => object.get_channel_binding('tls-server'))),
      "ValueError: 'tls-server' channel binding type not implemented",
    );
  });

  declare('the exporter is that of RFC 8446 section 7.5, by the secret in the key log', (t) => {
    let secret = Buffer.alloc(0);
    const client = clientContext(core);
    client.keylog_callback = (_, line) => {
      if (line.startsWith('EXPORTER_SECRET ')) secret = Buffer.from(line.split(' ')[2], 'hex');
    };
    client.set_ciphersuites('TLS_AES_128_GCM_SHA256');
    const { object } = connected({ client, server: serverContext(core) }).client;
    const hash = (data: Uint8Array) => createHash('sha256').update(data).digest();
    const expandLabel = (from: Uint8Array, label: string, context: Uint8Array) => {
      const name = Buffer.from(`tls13 ${label}`);
      const info = Buffer.concat([
        Buffer.of(0, 32, name.length),
        name,
        Buffer.of(context.length),
        context,
        Buffer.of(1),
      ]);
      return createHmac('sha256', from).update(info).digest();
    };
    const derived = expandLabel(secret, 'EXPORTER-test', hash(bytes('')));
    t.deepEqual(
      object.export_keying_material('EXPORTER-test', 32, bytes('ctx')),
      new Uint8Array(expandLabel(derived, 'exporter', hash(bytes('ctx')))),
    );
  });
});

test('tls-server-end-point goes by the hash of the certificate’s signature', (t) => {
  const rsa = testKey('rsa');
  const expected = (name: string, der: Uint8Array) => new Uint8Array(createHash(name).update(der).digest());
  const cases: readonly (readonly [SignatureRecipe, string])[] = [
    [{ kind: 'rsa_pkcs1', hash: 'sha256' }, 'sha256'],
    [{ kind: 'rsa_pkcs1', hash: 'sha384' }, 'sha384'],
    [{ kind: 'rsa_pkcs1', hash: 'sha512' }, 'sha512'],
    [{ kind: 'rsa_pkcs1', hash: 'sha1' }, 'sha256'], // RFC 5929 section 4.1
    [{ kind: 'rsa_pss', hash: 'sha384', mgfHash: 'sha384', saltLength: 48 }, 'sha384'],
  ];
  for (const [recipe, name] of cases) {
    const { der } = makeCertificate({ subject: 'CN=a', key: rsa, recipe });
    t.deepEqual(tlsServerEndPoint([der], portable), expected(name, der), JSON.stringify(recipe));
  }
  const { der } = makeCertificate({ subject: 'CN=a', key: testKey('ed25519') });
  t.is(tlsServerEndPoint([der], portable), null, 'EdDSA has no hash of its own');
  t.is(tlsServerEndPoint([], portable), null);
  t.is(tlsServerEndPoint(undefined, portable), null);
  t.is(tlsServerEndPoint([bytes('no certificate')], portable), null);
});
