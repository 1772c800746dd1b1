import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cipherRows12 } from '../../lib/ssl/cipher-table.ts';
import { versionNumbers } from '../../lib/wire/registries.ts';
import { certificate } from './certs.ts';
import { type Counterpart, Course, type Facts, type Peer, type PeerSettings } from './peers.ts';
import { findGo, Running } from './programs.ts';

/** Go's `crypto/tls`, which shares no line with OpenSSL, told by lines what to do next (`peer.go`). */
const go = findGo();

export const goPeer: Counterpart = {
  name: go === undefined ? 'Go' : (/go[\d.]+/.exec(go.version)?.[0] ?? go.version),
  missing: go === undefined ? 'no go on PATH' : undefined,
  choosesSuites13: false,
  updatesKeys: false,
  keepsMacInside: false, // it knows no other place
  lacks: ({ suite = '', present = '', sharedKey }) =>
    sharedKey !== undefined || UNKNOWN_SUITES.test(suite) || UNKNOWN_KEYS.includes(present),

  async serve(settings) {
    const running = start('server', 0, settings);
    return { port: Number(await running.printed(/PORT (\d+)\n/)), ...talk(running) };
  },

  async call(port, settings) {
    return talk(start('client', port, settings));
  },
};

const UNKNOWN_SUITES = /^DHE-|CCM|AES256-SHA/;
const UNKNOWN_KEYS = ['rsapss.pem', 'ed448.pem'];

function start(role: 'server' | 'client', port: number, settings: PeerSettings): Running {
  const { version, suite, group, protocols, present, demandCertificate } = settings;
  const presented = present ?? (role === 'server' ? 'p256.pem' : undefined);
  const told = {
    role,
    port,
    version: versionNumbers[version],
    suite: cipherRows12.find(({ name }) => name === suite)?.standardName,
    group,
    protocols,
    ca: certificate('ca.crt'),
    present: presented && certificate(presented),
    demandCertificate,
  };
  return new Running(program(), [JSON.stringify(told)]);
}

let built: string | undefined;

/** Compiled once a process, and gone with it. */
function program(): string {
  if (built !== undefined) return built;
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-go-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'peer');
  const source = certificate('../tools/peer.go');
  const { status, stderr } = spawnSync(go?.path ?? '', ['build', '-o', path, source], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`go build: ${stderr}`);
  built = path;
  return path;
}

function talk(running: Running): Peer {
  const [sent, received] = [new Course(), new Course()];
  let asked = 0;
  const ask = async (command: string) => {
    running.write(`${command}\n`);
    await running.printed(new RegExp(`(OK ${++asked}\\n)`));
  };
  return {
    async facts() {
      const { version, suite, protocol } = JSON.parse(await running.printed(/FACTS (.*)\n/));
      const row = cipherRows12.find(({ standardName }) => standardName === suite);
      return {
        version: version === versionNumbers['TLSv1.3'] ? 'TLSv1.3' : 'TLSv1.2',
        suite: row?.name ?? suite,
        protocol: protocol || undefined,
      } satisfies Facts;
    },
    send: (length) => ask(`send ${sent.next(length).join(' ')}`),
    received: (length) => ask(`receive ${received.next(length).join(' ')}`),
    close: () => ask('close').then(() => running.ended()),
    closed: () => ask('closed').then(() => running.ended()),
    kill: () => running.kill(),
  };
}
