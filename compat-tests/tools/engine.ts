/** Two engines over two queues, for tests of what lies below Python's surface. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ByteQueue } from '../../lib/bytes/queue.ts';
import { native, portable } from '../../lib/crypto/index.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { Connection } from '../../lib/tls/connection.ts';
import { type Outcome, WANT } from '../../lib/tls/outcome.ts';
import type { Credential } from '../../lib/tls/peer.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import { engineSettings } from './settings.ts';

/** Every core that this host has. */
export const engineCores: readonly CryptoProvider[] = native === undefined ? [portable] : [portable, native];

const pem = readFileSync(new URL('../certs/p256.pem', import.meta.url), 'utf8');

/** The P-256 test certificate by itself, with its key. */
export function testCredential(core: CryptoProvider): Credential {
  const scalar = Buffer.from(createPrivateKey(pem).export({ format: 'jwk' }).d ?? '', 'base64url');
  const key = core.keys.get('secp256r1')?.privateKey({ type: 'secp256r1', scalar: new Uint8Array(scalar) });
  if (key === undefined) throw new Error('the test key is a key');
  return { chain: [new Uint8Array(new X509Certificate(pem).raw)], key, pss: undefined };
}

export interface End {
  readonly connection: Connection;
  readonly incoming: ByteQueue;
  readonly outgoing: ByteQueue;
  /** No more bytes will come. */
  endOfTransport(): void;
}

export function engineEnd(settings: Settings): End {
  const incoming = new ByteQueue();
  const outgoing = new ByteQueue();
  const transport = { queue: incoming, ended: false };
  const connection = new Connection(settings, transport, outgoing);
  return {
    connection,
    incoming,
    outgoing,
    endOfTransport: () => {
      transport.ended = true;
    },
  };
}

export interface EnginePair {
  readonly client: End;
  readonly server: End;
}

export function enginePair(
  core: CryptoProvider,
  client: Partial<Settings> = {},
  server: Partial<Settings> = {},
): EnginePair {
  return {
    client: engineEnd(engineSettings('client', core, { serverName: 'localhost', ...client })),
    server: engineEnd(engineSettings('server', core, { credentials: [testCredential(core)], ...server })),
  };
}

/** All that waits in one end's outgoing queue. */
export function drain(end: End): Uint8Array {
  return end.outgoing.read(end.outgoing.length);
}

/** Carries what one end has sent to the other. */
export function carry(from: End, to: End): Uint8Array {
  const bytes = drain(from);
  to.incoming.write(bytes);
  return bytes;
}

/** Shakes hands with each flight whole, until neither end can go on; how it ended for both. */
export function shakeHands({ client, server }: EnginePair): { client: Outcome; server: Outcome } {
  const ended = { client: WANT, server: WANT };
  for (let flight = 0; flight < MAX_FLIGHTS; flight++) {
    if (ended.client.kind === 'want') ended.client = client.connection.handshake();
    carry(client, server);
    if (ended.server.kind === 'want') ended.server = server.connection.handshake();
    carry(server, client);
  }
  return ended;
}

const MAX_FLIGHTS = 4;
