import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { certificate } from '../compat-tests/tools/certs.ts';
import type { CryptoProvider } from '../lib/crypto/index.ts';
import * as ssl from '../lib/index.ts';
import { type Contender, rate } from './contender.ts';

/** This package under one of its providers. */
export function pyssl(core: CryptoProvider): Contender {
  return {
    name: `pyssl ${core.name}`,

    async handshake(present, seconds) {
      const [client, server] = contexts(core, present);
      return rate(seconds, () => connect(client, server));
    },

    async bulk(suite, size, seconds) {
      const [client, server] = contexts(core, 'p256.pem', suite);
      const pair = connect(client, server);
      if (pair.client.cipher()?.[0] !== suite) throw new Error(`not ${suite}`);
      const data = new Uint8Array(size);
      const perSecond = rate(seconds, () => {
        pair.client.write(data);
        pair.toServer.write(pair.fromClient.read());
        for (let missing = size; missing > 0; ) missing -= pair.server.read(missing).length;
      });
      return (perSecond * size) / 1e6;
    },

    async queue(megabytes, seconds) {
      const bio = new ssl.MemoryBIO();
      const piece = new Uint8Array(1024);
      for (let i = 0; i < megabytes * 1024; i++) bio.write(piece);
      return rate(seconds, () => {
        bio.write(piece);
        bio.read(1024);
      });
    },

    async idle(pairs) {
      const [client, server] = contexts(core, 'p256.pem');
      const kept = [connect(client, server)];
      const before = heldMemory();
      for (let i = 0; i < pairs; i++) kept.push(connect(client, server));
      const held = heldMemory() - before;
      return held / (kept.length - 1);
    },

    async cold() {
      const built = fileURLToPath(new URL('../dist/index.js', import.meta.url));
      if (!existsSync(built)) throw new Error("no dist/: run 'npm run build'");
      const start = performance.now();
      const script = fileURLToPath(new URL('./cold.mjs', import.meta.url));
      const env = { ...process.env, PYSSL_CORE: core.name };
      const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return performance.now() - start;
    },

    end() {},
  };
}

function contexts(core: CryptoProvider, present: string, suite?: string): [ssl.SSLContext, ssl.SSLContext] {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  client.load_verify_locations(certificate('ca.crt'));
  server.load_cert_chain(certificate(present));
  for (const context of [client, server]) {
    context.crypto = core;
    context.minimum_version = ssl.TLSVersion.TLSv1_3;
    if (suite !== undefined) context.set_ciphersuites(suite);
  }
  return [client, server];
}

interface Pair {
  readonly client: ssl.SSLObject;
  readonly server: ssl.SSLObject;
  readonly toServer: ssl.MemoryBIO;
  readonly fromClient: ssl.MemoryBIO;
}

function connect(clientContext: ssl.SSLContext, serverContext: ssl.SSLContext): Pair {
  const [toClient, fromClient] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
  const [toServer, fromServer] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
  const client = clientContext.wrap_bio(toClient, fromClient, false, 'localhost');
  const server = serverContext.wrap_bio(toServer, fromServer, true);
  for (let done = false; !done; ) {
    const clientDone = attempt(() => client.do_handshake());
    toServer.write(fromClient.read());
    const serverDone = attempt(() => server.do_handshake());
    toClient.write(fromServer.read());
    done = clientDone && serverDone;
  }
  return { client, server, toServer, fromClient };
}

function attempt(call: () => void): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (error instanceof ssl.SSLWantReadError) return false;
    throw error;
  }
}

/** The heap and what lies outside it, after a collection. */
function heldMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
