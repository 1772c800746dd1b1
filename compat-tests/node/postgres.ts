/** A PostgreSQL server of the test's own: made in a temporary folder, with TLS, for as long as the test takes. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import { certificate } from '../tools/certs.ts';
import { listening, portOf } from './streams.ts';

export interface Postgres {
  readonly port: number;
  readonly user: string;
  readonly version: string;
}

/** Where Debian keeps it. */
const VERSIONS = '/usr/lib/postgresql';
const PATIENCE = 30_000;

/** The running server, or why there is none. */
export async function startPostgres(t: ExecutionContext): Promise<Postgres | string> {
  const bin = newestIn(VERSIONS);
  if (bin === undefined) return 'there is no PostgreSQL';
  const owner = ownerOfServer();
  if (owner === undefined) return 'PostgreSQL refuses to run as root, and there is no user postgres';
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-postgres-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const data = join(folder, 'data');
  const run = { ...owner, cwd: folder, stdio: 'pipe' as const };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'tester', '--no-sync'], run);
  writeCertificate(data, owner);

  const port = await freePort(t);
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'ssl=on', 'fsync=off'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), args, run);
  let printed = '';
  server.stderr.on('data', (text) => {
    printed += text;
  });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  t.teardown(async () => {
    server.kill('SIGINT');
    await ended;
  });
  for (const deadline = Date.now() + PATIENCE; !printed.includes('ready to accept connections'); ) {
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error(`PostgreSQL does not start:\n${printed}`);
    await sleep(20);
  }
  return {
    port,
    user: 'tester',
    version: execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }),
  };
}

function newestIn(folder: string): string | undefined {
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(folder, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'postgres')));
}

/** Who may run it: whoever we are, or, in root's place, its own user. */
function ownerOfServer(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  const entry = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return entry === null ? undefined : { uid: Number(entry[1]), gid: Number(entry[2]) };
}

/** It reads the certificate and the key by these names, and wants the key to be its own. */
function writeCertificate(
  data: string,
  { uid, gid }: { readonly uid?: number; readonly gid?: number },
): void {
  const pem = readFileSync(certificate('p256.pem'));
  for (const name of ['server.crt', 'server.key']) {
    const path = join(data, name);
    writeFileSync(path, pem);
    chmodSync(path, 0o600);
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  }
}

async function freePort(t: ExecutionContext): Promise<number> {
  const server = await listening(t, createServer());
  const port = portOf(server);
  await new Promise((closed) => server.close(closed));
  return port;
}
