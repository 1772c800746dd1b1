/** Key exchange with Go's crypto/tls, whose X25519MLKEM768 is another hand's: both roles, both cores, with retries. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { utf8 } from '../../lib/bytes/bytes.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, forEachCore, serverContext } from '../tools/pair.ts';
import { findOnPath, Running } from '../tools/programs.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';

const X25519 = 29;
const X25519MLKEM768 = 4588;
const NUMBERS: Readonly<Record<string, number>> = { x25519: X25519, X25519MLKEM768 };
const FROM_GO = utf8('from Go\n');

/** What we set, what Go is told, and the group that comes of it. */
type Row = readonly [ours: string, theirs: readonly number[], group: string];

const CALLING: readonly Row[] = [
  ['X25519MLKEM768:X25519', [], 'X25519MLKEM768'],
  ['*X25519MLKEM768/*X25519', [X25519], 'x25519'],
  ['X25519MLKEM768:X25519', [X25519], 'x25519'],
  ['X25519:X25519MLKEM768', [X25519MLKEM768], 'X25519MLKEM768'],
  ['DEFAULT', [], 'x25519'],
];

const ANSWERING: readonly Row[] = [
  ['X25519MLKEM768:X25519', [], 'X25519MLKEM768'],
  ['DEFAULT', [], 'x25519'],
  ['X25519MLKEM768', [X25519MLKEM768], 'X25519MLKEM768'],
  ['X25519MLKEM768/X25519', [X25519], 'x25519'],
];

const peer = buildPeer();

if (typeof peer === 'string') {
  test('key exchange with Go', (t) => {
    t.log(`skipped: ${peer}`);
    t.pass();
  });
} else {
  test.after.always(() => rmSync(peer.folder, { recursive: true }));
  forEachCore((core) => {
    for (const [ours, theirs, group] of CALLING) {
      test.serial(`${ours} calls Go with [${theirs}]: ${group} (${core.name})`, async (t) => {
        const running = new Running(peer.path, ['serve', certificate('p256.pem'), ...curves(theirs)]);
        t.teardown(() => running.kill());
        const port = Number(await running.printed(/PORT (\d+)\n/));
        const context = clientContext(core, { set: (made) => made.set_groups(ours) });
        const socket = new TlsSocket(await dial(port), (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, false, 'localhost'),
        );
        await socket.handshake();
        t.is(socket.object.group(), group);
        t.is(Number(await running.printed(/GROUP (\d+)\n/)), NUMBERS[group]);
        await exchange(socket, running);
      });
    }
    for (const [ours, theirs, group] of ANSWERING) {
      test.serial(`${ours} answers Go with [${theirs}]: ${group} (${core.name})`, async (t) => {
        const context = serverContext(core, { set: (made) => made.set_groups(ours) });
        const { port, server, accepted } = await listen();
        t.teardown(() => server.close());
        const running = new Running(peer.path, [
          'call',
          String(port),
          certificate('ca.crt'),
          ...curves(theirs),
        ]);
        t.teardown(() => running.kill());
        const socket = new TlsSocket(await accepted, (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, true),
        );
        await socket.handshake();
        t.is(socket.object.group(), group);
        t.is(Number(await running.printed(/GROUP (\d+)\n/)), NUMBERS[group]);
        await exchange(socket, running);
      });
    }
  });
}

async function exchange(socket: TlsSocket, running: Running): Promise<void> {
  if (Buffer.compare(await socket.read(FROM_GO.length), FROM_GO) !== 0) throw new Error('not what Go sent');
  await socket.write(utf8('to Go\n'));
  await running.printed(/(READ to Go\n)/);
  await socket.peerCloses();
  await running.ended();
}

function curves(numbers: readonly number[]): string[] {
  return numbers.length === 0 ? [] : [numbers.join(',')];
}

/** The program of `peer.go`, or why there is none. */
function buildPeer(): { readonly path: string; readonly folder: string } | string {
  const go = findOnPath('go', ['version']);
  if (go === undefined) return 'no go on PATH';
  const [major, minor] = (/go(\d+)\.(\d+)/.exec(go.version) ?? []).slice(1).map(Number);
  if (!(major > 1 || minor >= 25)) return `${go.version} does not tell which group was agreed on`;
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  const path = join(folder, 'peer');
  const source = fileURLToPath(new URL('./peer.go', import.meta.url));
  const { status, stderr } = spawnSync(go.path, ['build', '-o', path, source], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' },
  });
  if (status === 0) return { path, folder };
  rmSync(folder, { recursive: true });
  return `go could not build peer.go: ${stderr.slice(0, 500)}`;
}
