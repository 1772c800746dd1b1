import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from './certs.ts';
import { clientContext, serverContext } from './pair.ts';
import { type Counterpart, Course, type Peer, type PeerSettings, payload } from './peers.ts';
import { dial, listen, TlsSocket } from './socket.ts';

/** This package, in the same shape as its counterparts. */
export function pysslPeer(core: CryptoProvider): Counterpart {
  return {
    name: `pyssl (${core.name})`,
    missing: undefined,
    choosesSuites13: true,
    updatesKeys: true,
    keepsMacInside: false,

    async serve(settings) {
      const { port, server, accepted } = await listen();
      const context = serverContext(core, {
        present: settings.present ?? 'p256.pem',
        verify: settings.demandCertificate ?? false,
        set: (made) => apply(made, settings),
      });
      const connection = accepted.then(async (socket) => {
        const wrapped = new TlsSocket(socket, (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, true),
        );
        await wrapped.handshake();
        return wrapped;
      });
      connection.catch(() => {}); // whoever waits for it will hear of it
      return { port, ...talk(connection, () => server.close()) };
    },

    async call(port, settings) {
      const { present } = settings;
      const context = clientContext(core, {
        ...(present === undefined ? {} : { present }),
        set: (made) => apply(made, settings),
      });
      const socket = new TlsSocket(await dial(port), (incoming, outgoing) =>
        context.wrap_bio(incoming, outgoing, false, 'localhost'),
      );
      return talk(
        socket.handshake().then(() => socket),
        () => socket.destroy(),
      );
    },
  };
}

function apply(context: ssl.SSLContext, settings: PeerSettings): void {
  const { version, suite, group, protocols, dhParameters, sharedKey } = settings;
  const only = version === 'TLSv1.3' ? ssl.TLSVersion.TLSv1_3 : ssl.TLSVersion.TLSv1_2;
  context.minimum_version = only;
  context.maximum_version = only;
  if (suite !== undefined) {
    if (version === 'TLSv1.3') context.set_ciphersuites(suite);
    else context.set_ciphers(suite);
  }
  if (group !== undefined) context.set_ecdh_curve(group);
  if (protocols !== undefined) context.set_alpn_protocols(protocols);
  if (dhParameters !== undefined) context.load_dh_params(certificate(dhParameters));
  if (sharedKey === undefined) return;
  const { identity, key } = sharedKey;
  if (context.protocol === ssl.PROTOCOL_TLS_CLIENT) context.set_psk_client_callback(() => [identity, key]);
  else context.set_psk_server_callback((name) => (name === identity ? key : new Uint8Array(0)));
}

function talk(connection: Promise<TlsSocket>, release: () => void): Peer {
  const [sent, received] = [new Course(), new Course()];
  return {
    async facts() {
      const { object } = await connection;
      const suite = object.cipher()?.[0] ?? '';
      return {
        version: object.version() ?? '',
        suite,
        protocol: object.selected_alpn_protocol() ?? undefined,
      };
    },
    async send(length) {
      await (await connection).write(payload(...sent.next(length)));
    },
    async received(length) {
      const expected = payload(...received.next(length));
      if (Buffer.compare(await (await connection).read(length), expected) !== 0)
        throw new Error('not the payload');
    },
    async updateKeys(ask) {
      await (await connection).updateKeys(ask);
    },
    async close() {
      await (await connection).unwrap();
      release();
    },
    async closed() {
      const socket = await connection;
      await socket.peerCloses();
      socket.destroy();
      release();
    },
    kill() {
      connection.then((socket) => socket.destroy()).catch(() => {});
      release();
    },
  };
}
