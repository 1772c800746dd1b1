/** What callbacks of a context are told, and what becomes of what they return: as CPython was seen to do. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { clientContext, connected, forEachCore, pair, serverContext, thrown } from '../tools/pair.ts';

forEachCore((core) => {
  const declare = (title: string, body: (t: ExecutionContext) => void) =>
    test(`${title} (${core.name})`, body);

  declare('keylog_callback has the lines of the key log, in OpenSSL’s order', (t) => {
    const lines: Record<'client' | 'server', string[]> = { client: [], server: [] };
    const owners = new Set<unknown>();
    const [client, server] = [clientContext(core), serverContext(core)];
    client.keylog_callback = (conn, line) => {
      owners.add(conn);
      lines.client.push(line);
    };
    server.keylog_callback = (conn, line) => {
      owners.add(conn);
      lines.server.push(line);
    };
    const both = connected({ client, server });
    t.deepEqual(owners, new Set([both.client.object, both.server.object]));
    const labels = (of: string[]) => of.map((line) => line.split(' ')[0]);
    t.deepEqual(labels(lines.client).sort(), labels(lines.server).sort());
    t.deepEqual([...lines.client].sort(), [...lines.server].sort(), 'both have the same secrets');
    t.deepEqual(labels(lines.server), [
      'SERVER_HANDSHAKE_TRAFFIC_SECRET',
      'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
      'EXPORTER_SECRET',
      'SERVER_TRAFFIC_SECRET_0',
      'CLIENT_TRAFFIC_SECRET_0',
    ]);
    for (const line of lines.client) t.regex(line, /^[A-Z_0-9]+ [0-9a-f]{64} [0-9a-f]{96}$/);

    client.maximum_version = ssl.TLSVersion.TLSv1_2;
    lines.client.length = 0;
    connected({ client, server });
    t.is(lines.client.length, 1);
    t.regex(lines.client[0], /^CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}$/);
  });

  declare('a key log may go to a file and to a function at once', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
    try {
      const path = join(folder, 'keylog');
      const lines: string[] = [];
      const client = clientContext(core);
      client.keylog_filename = path;
      client.keylog_callback = (_, line) => void lines.push(line);
      connected({ client, server: serverContext(core) });
      const [head, ...rest] = readFileSync(path, 'utf8').trimEnd().split('\n');
      t.regex(head, /^# TLS secrets log file/);
      t.deepEqual(rest, lines);
      client.keylog_callback = null;
      connected({ client, server: serverContext(core) });
      t.is(lines.length, rest.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  declare('what keylog_callback takes, and what it throws', (t) => {
    const client = clientContext(core);
    t.is(client.keylog_callback, null);
    t.throws(() => Reflect.set(client, 'keylog_callback', 1), {
      instanceOf: TypeError,
      message: 'not a callable object',
    });
    const raised = new Error('the disk is full');
    client.keylog_callback = () => {
      throw raised;
    };
    const both = pair({ client, server: serverContext(core) }).handshake();
    t.is(both.client.error, raised, 'of a call that succeeds otherwise');
    t.is(both.client.object.version(), 'TLSv1.3', 'and the handshake is done');
  });

  /** Alerts that a server's sni_callback may name, and what its client makes of them. */
  const alerts: readonly (readonly [unknown, string | null | undefined])[] = [
    [80, 'TLSV1_ALERT_INTERNAL_ERROR'],
    [ssl.ALERT_DESCRIPTION_ACCESS_DENIED, 'TLSV1_ALERT_ACCESS_DENIED'],
    [0, null], // a fatal close_notify, which is nothing that OpenSSL has words for
    [2 ** 40, null], // an int of C
    [2n ** 40n, null],
    [300, undefined], // no alert that could be sent
    [-1, undefined],
    [true, undefined],
  ];
  for (const [value, reason] of alerts)
    declare(`sni_callback that returns ${String(value)} (${typeof value})`, (t) => {
      const server = serverContext(core);
      server.sni_callback = () => value as number;
      const both = pair({ client: clientContext(core), server }).handshake();
      t.like(both.server.error, { reason: 'CALLBACK_FAILED' });
      if (reason === undefined) t.is(both.client.error, undefined);
      else t.is((both.client.error as ssl.SSLError).reason, reason);
      t.false(both.client.done);
      t.true(thrown(() => both.server.object.do_handshake()) instanceof ssl.SSLError, 'it stays so');
    });

  /** What asks the engine for something, which is in the midst of a message. */
  const reentrant: Readonly<Record<string, (conn: ssl.SSLObject) => unknown>> = {
    do_handshake: (conn) => conn.do_handshake(),
    read: (conn) => conn.read(),
    'read into a buffer': (conn) => conn.read(1, new Uint8Array(1)),
    write: (conn) => conn.write(Uint8Array.of(1)),
    unwrap: (conn) => conn.unwrap(),
    send_close_notify: (conn) => conn.send_close_notify(),
    update_keys: (conn) => conn.update_keys(),
    verify_client_post_handshake: (conn) => conn.verify_client_post_handshake(),
  };
  for (const [name, call] of Object.entries(reentrant))
    declare(`no callback gets at its own connection's ${name}`, (t) => {
      const [client, server] = [clientContext(core), serverContext(core)];
      const errors: unknown[] = [];
      const attempt = (conn: unknown) => {
        errors.push(thrown(() => call(conn as ssl.SSLObject)));
      };
      client._msg_callback = attempt;
      client.keylog_callback = attempt;
      server._msg_callback = attempt;
      server.sni_callback = attempt;
      connected({ client, server });
      t.true(errors.length > 20);
      for (const error of errors) t.true(error instanceof ssl.RuntimeError, String(error));
    });

  declare('a callback that sees the first message comes too late for another session', (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    const { session } = connected({ client, server }).client.object;
    if (session === null) return t.fail('no session');
    let error: unknown;
    client._msg_callback = (conn, direction) => {
      if (direction === 'write')
        error ??= thrown(() => Reflect.set(conn as ssl.SSLObject, 'session', session));
    };
    const both = connected({ client, server });
    t.true(error instanceof ssl.ValueError, String(error));
    t.false(both.client.object.session_reused);
  });
});
