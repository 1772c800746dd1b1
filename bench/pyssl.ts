import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as ssl from 'pyssl';
import type { CryptoProvider } from 'pyssl/crypto';
import { certificate } from '../compat-tests/tools/certs.ts';
import { type Contender, type HandshakeKind, rate } from './contender.ts';
import { pysslSockets } from './sockets.ts';

/**
 * This package under one of its providers, as it is built: tsx, which runs these files, gives every closure of a source a
 * property of its own, which costs time and a quarter of a kilobyte each.
 */
export function pyssl(core: CryptoProvider): Contender {
  return {
    name: `pyssl ${core.name}`,
    sockets: pysslSockets(core),

    async handshake({ version, certificate, resumed }, seconds) {
      const [client, server] = contexts(core, { version, present: certificate });
      if (!resumed) return rate(seconds, () => connect(client, server));
      const session = sessionOf(connect(client, server).client);
      if (!connect(client, server, session).client.session_reused) throw new Error('not resumed');
      return rate(seconds, () => connect(client, server, session));
    },

    async bulk(suite, size, seconds) {
      const [client, server] = contexts(core, { suite });
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

    async roots(bundle, seconds) {
      return rate(seconds, () => {
        const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
        context.crypto = core;
        context.load_verify_locations(bundle);
      });
    },

    async idle(pairs) {
      const [client, server] = contexts(core);
      const kept = [connect(client, server)];
      const before = heldMemory();
      for (let i = 0; i < pairs; i++) kept.push(connect(client, server));
      const held = heldMemory() - before;
      return held / (kept.length - 1);
    },

    async cold() {
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

interface Choices {
  readonly version?: HandshakeKind['version'];
  readonly present?: string;
  readonly suite?: string;
}

function contexts(
  core: CryptoProvider,
  { version = 'TLSv1.3', present = 'p256.pem', suite }: Choices = {},
): [ssl.SSLContext, ssl.SSLContext] {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  client.load_verify_locations(certificate('ca.crt'));
  server.load_cert_chain(certificate(present));
  const only = version === 'TLSv1.3' ? ssl.TLSVersion.TLSv1_3 : ssl.TLSVersion.TLSv1_2;
  for (const context of [client, server]) {
    context.crypto = core;
    context.minimum_version = only;
    context.maximum_version = only;
    if (suite !== undefined) context.set_ciphersuites(suite);
  }
  return [client, server];
}

/** Of TLS 1.3 it comes with the tickets, behind the handshake. */
function sessionOf(client: ssl.SSLObject): ssl.SSLSession {
  attempt(() => void client.read(1));
  if (client.session === null) throw new Error('no session');
  return client.session;
}

interface Pair {
  readonly client: ssl.SSLObject;
  readonly server: ssl.SSLObject;
  readonly toServer: ssl.MemoryBIO;
  readonly fromClient: ssl.MemoryBIO;
}

function connect(
  clientContext: ssl.SSLContext,
  serverContext: ssl.SSLContext,
  session: ssl.SSLSession | null = null,
): Pair {
  const [toClient, fromClient] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
  const [toServer, fromServer] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
  const client = clientContext.wrap_bio(toClient, fromClient, false, 'localhost', session);
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
