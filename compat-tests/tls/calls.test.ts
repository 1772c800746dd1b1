/** What each call on a connection comes to, by the moment at which it is made. */
import test from 'ava';
import { EMPTY, utf8 } from '../../lib/bytes/bytes.ts';
import { carry, drain, type EnginePair, engineCores, enginePair, shakeHands } from '../tools/engine.ts';

const misuse = (name: string) => ({ kind: 'misuse', misuse: name });

for (const core of engineCores) {
  const open = (versions: readonly ('TLSv1.2' | 'TLSv1.3')[] = ['TLSv1.3']): EnginePair => {
    const both = {
      versions,
      suites: ['TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'] as const,
    };
    const pair = enginePair(core, both, both);
    shakeHands(pair);
    return pair;
  };

  test(`nothing is closed and no key is updated before the handshake is over: ${core.name}`, (t) => {
    const { client, server } = enginePair(core);
    for (const begin of [false, true]) {
      if (begin) client.connection.handshake();
      for (const { connection } of begin ? [client] : [client, server]) {
        t.deepEqual(connection.close(), misuse('closeInHandshake'));
        t.deepEqual(connection.closeSending(), misuse('closeInHandshake'));
        t.deepEqual(connection.updateKeys(true), misuse('keyUpdateUnavailable'));
        t.is(connection.exportKeyingMaterial('EXPORTER-x', undefined, 16), undefined);
      }
    }
    shakeHands({ client, server });
    t.is(client.connection.state, 'open', 'and what was misused lives on');
  });

  test(`our goodbye is said once, and nothing behind it: ${core.name}`, (t) => {
    const { client, server } = open();
    t.deepEqual(client.connection.closeSending(), { kind: 'done' });
    const goodbye = drain(client);
    t.deepEqual(client.connection.closeSending(), { kind: 'done' });
    t.deepEqual(client.connection.close(), { kind: 'want' });
    t.deepEqual(client.connection.write(utf8('x')), misuse('writeAfterClose'));
    t.deepEqual(client.connection.updateKeys(false), misuse('keyUpdateUnavailable'));
    t.is(client.outgoing.length, 0);
    server.connection.write(utf8('what is left to say'));
    carry(server, client);
    t.deepEqual(client.connection.read(100), utf8('what is left to say'));
    server.incoming.write(goodbye);
    t.deepEqual(server.connection.read(1), { kind: 'closed' });
    t.deepEqual(server.connection.close(), { kind: 'done' });
    carry(server, client);
    t.deepEqual(client.connection.close(), { kind: 'done' });
  });

  test(`TLS 1.2 has no keys to update: ${core.name}`, (t) => {
    const { client } = open(['TLSv1.2']);
    t.deepEqual(client.connection.updateKeys(true), misuse('notTls13'));
  });

  test(`who asks for nothing takes nothing, and who asks for less leaves the rest: ${core.name}`, (t) => {
    const { client, server } = open();
    client.connection.write(utf8('abcdef'));
    carry(client, server);
    const waiting = server.incoming.length;
    for (const limit of [0, -1]) t.deepEqual(server.connection.read(limit), EMPTY);
    t.is(server.connection.readInto(new Uint8Array(0)), 0);
    t.is(server.incoming.length, waiting);
    t.deepEqual(server.connection.read(2), utf8('ab'));
    t.is(server.connection.pending, 4);
    const target = new Uint8Array(3);
    t.is(server.connection.readInto(target), 3);
    t.deepEqual(target, utf8('cde'));
    t.is(server.connection.readInto(target), 1);
    t.deepEqual(target, utf8('fde'));
    t.is(server.connection.pending, 0);
    t.deepEqual(server.connection.readInto(target), { kind: 'want' });
  });

  test(`data cannot be written before the handshake is over: ${core.name}`, (t) => {
    const { client, server } = enginePair(core);
    t.deepEqual(client.connection.write(utf8('too soon')), { kind: 'want' });
    shakeHands({ client, server });
    t.deepEqual(server.connection.read(100), { kind: 'want' }, 'and was not kept');
  });
}
