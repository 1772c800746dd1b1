import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Duplex } from 'node:stream';
import { connect, createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import { certificate } from '../compat-tests/tools/certs.ts';
import { type Contender, type HandshakeKind, rate } from './contender.ts';
import { nodeSockets } from './sockets.ts';

/** Node's own `node:tls`, both ends in this process over a pair of streams; it has no synchronous form. */
export function nodeTls(): Contender {
  return {
    name: `node:tls ${process.versions.node}`,
    sockets: nodeSockets(),

    async handshake({ version, certificate, resumed }, seconds) {
      const contexts = makeContexts({ version, present: certificate });
      const session = resumed ? await sessionOf(contexts) : undefined;
      const start = performance.now();
      let count = 0;
      for (; performance.now() - start < seconds * 1000; count++) {
        const { client, server } = await connectPair(contexts, session);
        if (resumed !== client.isSessionReused()) throw new Error('not resumed');
        client.destroy();
        server.destroy();
      }
      return (count * 1000) / (performance.now() - start);
    },

    async bulk(suite, size, seconds) {
      const { client, server } = await connectPair(makeContexts({ suite }));
      let received = 0;
      server.on('data', (part: Uint8Array) => {
        received += part.length;
      });
      const data = new Uint8Array(size);
      const start = performance.now();
      while (performance.now() - start < seconds * 1000) {
        for (let i = 0; i < 32; i++) client.write(data);
        if (client.writableNeedDrain) await once(client, 'drain');
      }
      const rate = received / 1e6 / ((performance.now() - start) / 1000);
      client.destroy();
      server.destroy();
      return rate;
    },

    async roots(bundle, seconds) {
      return rate(seconds, () => createSecureContext({ ca: readFileSync(bundle) }));
    },

    end() {},
  };
}

interface Contexts {
  readonly client: SecureContext;
  readonly server: SecureContext;
}

interface Choices {
  readonly version?: HandshakeKind['version'];
  readonly present?: string;
  readonly suite?: string;
}

function makeContexts({ version = 'TLSv1.3', present = 'p256.pem', suite }: Choices): Contexts {
  const pem = readFileSync(certificate(present));
  const common = {
    minVersion: version,
    maxVersion: version,
    ...(suite === undefined ? {} : { ciphers: suite }),
  } as const;
  return {
    client: createSecureContext({ ...common, ca: readFileSync(certificate('ca.crt')) }),
    server: createSecureContext({ ...common, cert: pem, key: pem }),
  };
}

async function sessionOf(contexts: Contexts): Promise<Buffer> {
  const [near, far] = duplexPair();
  const server = new TLSSocket(far, { isServer: true, secureContext: contexts.server });
  const client = connect({ socket: near, servername: 'localhost', secureContext: contexts.client });
  const [session] = (await once(client, 'session')) as [Buffer];
  client.destroy();
  server.destroy();
  return session;
}

async function connectPair(
  contexts: Contexts,
  session?: Buffer,
): Promise<{ client: TLSSocket; server: TLSSocket }> {
  const [near, far] = duplexPair();
  const server = new TLSSocket(far, { isServer: true, secureContext: contexts.server });
  const client = connect({
    socket: near,
    servername: 'localhost',
    secureContext: contexts.client,
    ...(session === undefined ? {} : { session }),
  });
  await Promise.all([once(client, 'secureConnect'), once(server, 'secure')]);
  return { client, server };
}

function duplexPair(): [Duplex, Duplex] {
  const end = (): Duplex =>
    new Duplex({
      read() {},
      write(chunk, _encoding, done) {
        others.get(this)?.push(chunk);
        done();
      },
      final(done) {
        others.get(this)?.push(null);
        done();
      },
    });
  const [near, far] = [end(), end()];
  const others = new Map<Duplex, Duplex>([
    [near, far],
    [far, near],
  ]);
  return [near, far];
}
