/** Hellos as `client_hello_callback` shows them, and as Wireshark reads them off the wire: they have one fingerprint (JA3). */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import { encodeMessage13 } from '../../lib/wire/handshake.ts';
import { duplexPair } from '../asyncio/duplex-pair.ts';
import { Capture, SERVER_PORT } from '../tools/capture.ts';
import { cores, serverContext } from '../tools/pair.ts';
import { findTshark } from '../tools/programs.ts';

const tshark = findTshark();

/** Who says hello, and how. */
const hellos: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  'pyssl, TLS 1.3': () => firstFlight(ssl.TLSVersion.TLSv1_3),
  'pyssl, TLS 1.2': () => firstFlight(ssl.TLSVersion.TLSv1_2),
  'node:tls': async () => {
    const [near, far] = duplexPair();
    const socket = connect({ socket: near, servername: 'localhost', ALPNProtocols: ['h2'] });
    socket.on('error', () => {});
    const [flight] = (await once(far, 'data')) as [Uint8Array];
    socket.destroy();
    return Uint8Array.from(flight);
  },
  'as browsers do (RFC 8701)': () => {
    const message = encodeMessage13('client_hello', {
      legacyVersion: 0x0303,
      random: new Uint8Array(32).fill(7),
      legacySessionId: new Uint8Array(32),
      cipherSuites: ['0x5a5a', 'TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
      legacyCompressionMethods: Uint8Array.of(0),
      extensions: {
        server_name: [{ nameType: 0, hostName: new TextEncoder().encode('localhost') }],
        ec_point_formats: Uint8Array.of(0, 1, 2),
        supported_groups: ['0xcaca', 'x25519', '0x6399'],
        signature_algorithms: ['ecdsa_secp256r1_sha256'],
        supported_versions: ['0x8a8a', 'TLSv1.2'],
      },
    });
    return concat(Uint8Array.of(22, 3, 1, message.length >> 8, message.length & 0xff), message);
  },
};

function firstFlight(highest: number): Uint8Array {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.maximum_version = highest;
  client.set_alpn_protocols(['h2', 'http/1.1']);
  const outgoing = new ssl.MemoryBIO();
  const object = client.wrap_bio(new ssl.MemoryBIO(), outgoing, { server_hostname: 'localhost' });
  try {
    object.do_handshake();
  } catch (error) {
    if (!(error instanceof ssl.SSLWantReadError)) throw error;
  }
  return outgoing.read();
}

/** What the callback makes of a flight: version, suites, extensions, groups, point formats, without what is GREASE. */
function ja3Of(flight: Uint8Array): string | undefined {
  const server = serverContext(cores[0]);
  let found: string | undefined;
  server.client_hello_callback = (_object, hello) => {
    const meant = (numbers: readonly number[]) =>
      numbers.filter((each) => (each & 0x0f0f) !== 0x0a0a || each >> 8 !== (each & 0xff)).join('-');
    const { legacy_version, cipher_suites, extensions, supported_groups, ec_point_formats } = hello;
    const lists = [cipher_suites, extensions, supported_groups, ec_point_formats];
    found = [legacy_version, ...lists.map(meant)].join(',');
  };
  const incoming = new ssl.MemoryBIO();
  const object = server.wrap_bio(incoming, new ssl.MemoryBIO(), { server_side: true });
  incoming.write(flight);
  try {
    object.do_handshake();
  } catch (error) {
    if (!(error instanceof ssl.SSLError)) throw error;
  }
  return found;
}

for (const [name, make] of Object.entries(hellos))
  test(`Wireshark reads the same fingerprint: ${name}`, async (t) => {
    if (tshark === undefined) {
      t.log('skipped: no tshark on PATH');
      t.pass();
      return;
    }
    const flight = await make();
    const folder = mkdtempSync(join(tmpdir(), 'pyssl-hello-'));
    t.teardown(() => rmSync(folder, { recursive: true }));
    const capture = new Capture();
    capture.sent(flight, 'client');
    const file = join(folder, 'capture');
    writeFileSync(file, capture.file);
    const fields = ['-T', 'fields', '-e', 'tls.handshake.ja3_full'];
    const args = ['-r', file, '-d', `tcp.port==${SERVER_PORT},tls`, '-Y', 'tls.handshake', ...fields];
    const { stdout, stderr } = spawnSync(tshark.path, args, { encoding: 'utf8' });
    t.true(stdout.includes(','), stderr);
    t.is(ja3Of(flight), stdout.trim());
  });
