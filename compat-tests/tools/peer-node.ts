import { constants } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type SecureContextOptions, type TLSSocket } from 'node:tls';
import { certificate } from './certs.ts';
import { type Counterpart, Course, type Peer, type PeerSettings, payload } from './peers.ts';

/** Node's own `node:tls`, in this process. */
export const nodePeer: Counterpart = {
  name: `node:tls of Node ${process.versions.node}`,
  missing: undefined,
  choosesSuites13: true,
  updatesKeys: false,
  keepsMacInside: true,

  async serve(settings) {
    const { sharedKey } = settings;
    const server = createServer({
      ...common({ present: 'p256.pem', ...settings }),
      ALPNProtocols: [...(settings.protocols ?? [])],
      requestCert: settings.demandCertificate ?? false,
      rejectUnauthorized: settings.demandCertificate ?? false,
      ...(settings.dhParameters === undefined
        ? {}
        : { dhparam: readFileSync(certificate(settings.dhParameters)) }),
      ...(sharedKey === undefined
        ? {}
        : {
            pskCallback: (_socket: TLSSocket, name: string) =>
              name === sharedKey.identity ? sharedKey.key : null,
          }),
    });
    const accepted = once(server, 'secureConnection').then(([socket]) => hear(socket as TLSSocket));
    accepted.catch(() => {}); // whoever waits for it will hear of it
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { port, ...talk(accepted, () => server.close()) };
  },

  async call(port, settings) {
    const { sharedKey } = settings;
    const options = {
      ...common(settings),
      ALPNProtocols: [...(settings.protocols ?? [])],
      ...(sharedKey === undefined
        ? {}
        : {
            pskCallback: () => ({ identity: sharedKey.identity, psk: sharedKey.key }),
            checkServerIdentity: () => undefined, // as Node's manual has it: there need not be a certificate
          }),
    };
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ...options });
    return talk(
      once(socket, 'secureConnect').then(() => hear(socket)),
      () => socket.destroy(),
    );
  },
};

function common({ version, suite, group, present, macInside }: PeerSettings): SecureContextOptions {
  const own = present === undefined ? {} : pem(present);
  return {
    ...own,
    ca: readFileSync(certificate('ca.crt')),
    minVersion: version,
    maxVersion: version,
    // (Its OpenSSL begins, since 3.2, above the level at which a tag of 64 bits will do.)
    ...(suite === undefined ? {} : { ciphers: suite.endsWith('CCM8') ? `${suite}:@SECLEVEL=0` : suite }),
    ...(group === undefined ? {} : { ecdhCurve: group }),
    ...(macInside ? { secureOptions: constants.SSL_OP_NO_ENCRYPT_THEN_MAC } : {}),
  };
}

function pem(name: string): { cert: Buffer; key: Buffer } {
  const both = readFileSync(certificate(name));
  return { cert: both, key: both };
}

/** A socket, and all that it has received. */
interface Heard {
  readonly socket: TLSSocket;
  readonly parts: Buffer[];
  /** Wakes whoever waits for more. */
  wake: () => void;
}

function hear(socket: TLSSocket): Heard {
  const heard: Heard = { socket, parts: [], wake: () => {} };
  socket.on('data', (part: Buffer) => {
    heard.parts.push(part);
    heard.wake();
  });
  for (const event of ['end', 'error', 'close']) socket.on(event, () => heard.wake());
  return heard;
}

function talk(connection: Promise<Heard>, release: () => void): Peer {
  const [sent, received] = [new Course(), new Course()];
  return {
    async facts() {
      const { socket } = await connection;
      const { standardName, name } = socket.getCipher();
      const version = socket.getProtocol() ?? '';
      const suite = version === 'TLSv1.3' ? standardName : name;
      return { version, suite, protocol: socket.alpnProtocol || undefined };
    },
    async send(length) {
      (await connection).socket.write(payload(...sent.next(length)));
    },
    async received(length) {
      const heard = await connection;
      const [from, to] = received.next(length);
      while (size(heard) < to && !heard.socket.readableEnded && heard.socket.errored === null) {
        await new Promise<void>((resolve) => {
          heard.wake = resolve;
        });
      }
      const data = Buffer.concat(heard.parts).subarray(from, to);
      if (!data.equals(payload(from, to)))
        throw new Error(`received ${data.length} bytes that are not the payload`);
    },
    async close() {
      const { socket } = await connection;
      socket.end();
      if (!socket.closed) await once(socket, 'close');
      release();
    },
    async closed() {
      const { socket } = await connection;
      if (!socket.readableEnded) await once(socket, 'end');
      if (!socket.closed) await once(socket, 'close');
      release();
    },
    kill() {
      connection.then(({ socket }) => socket.destroy()).catch(() => {});
      release();
    },
  };
}

function size({ parts }: Heard): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
