/**
 * Clients that prove who they are with every kind of key, ours to `node:tls` and the other way round: what they sign is
 * another thing than what servers sign, and in TLS 1.2 under other rules.
 */
import {
  generateKeyPairSync,
  type KeyPairKeyObjectResult,
  type RSAPSSKeyPairKeyObjectOptions,
} from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect, TLSSocket } from 'node:tls';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { SSLDuplex } from '../../lib/node/index.ts';
import { tcpPair } from '../node/streams.ts';
import { certificate } from '../tools/certs.ts';
import { authority, extendedKeyUsage, makeCertificate } from '../tools/make-certificate.ts';
import { forEachCore } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

const KEYS: Readonly<Record<string, () => KeyPairKeyObjectResult>> = {
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'RSASSA-PSS': () => pssKey(),
  'RSASSA-PSS with SHA-384 alone': () => pssKey('sha384'),
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  'P-521': () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  Ed25519: () => generateKeyPairSync('ed25519'),
  Ed448: () => generateKeyPairSync('ed448'),
};

function pssKey(hash?: string): KeyPairKeyObjectResult {
  const limits = hash === undefined ? {} : { hashAlgorithm: hash, mgf1HashAlgorithm: hash };
  // The types want limits; Node makes keys without them as well.
  const options = { modulusLength: 2048, ...limits } as RSAPSSKeyPairKeyObjectOptions;
  return generateKeyPairSync('rsa-pss', options);
}

const rootKey = testKey();
const root = makeCertificate({ subject: 'CN=clients', key: rootKey, extensions: authority(rootKey) });

interface Identity {
  readonly cert: string;
  readonly key: string;
  readonly der: Uint8Array;
}

function identity({ privateKey, publicKey }: KeyPairKeyObjectResult): Identity {
  const leaf = makeCertificate({
    subject: 'CN=a client',
    key: rootKey,
    issuer: root,
    extensions: [extendedKeyUsage('clientAuth')],
    defects: { subjectPublicKeyInfo: publicKey.export({ type: 'spki', format: 'der' }) },
  });
  return {
    cert: leaf.pem,
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    der: leaf.der,
  };
}

const serverFile = readFileSync(certificate('p256.pem'));
const VERSIONS = { 'TLSv1.2': ssl.TLSVersion.TLSv1_2, 'TLSv1.3': ssl.TLSVersion.TLSv1_3 } as const;

for (const [name, make] of Object.entries(KEYS)) {
  let made: Identity | undefined;
  const own = (): Identity => {
    made ??= identity(make());
    return made;
  };
  for (const version of Object.keys(VERSIONS) as (keyof typeof VERSIONS)[]) {
    forEachCore((core) => {
      const context = (protocol: number): ssl.SSLContext => {
        const context = new ssl.SSLContext(protocol);
        context.crypto = core;
        context.minimum_version = VERSIONS[version];
        context.maximum_version = VERSIONS[version];
        return context;
      };

      test(`pyssl (${core.name}) to node:tls, ${version}: ${name}`, async (t) => {
        const { near, far } = await tcpPair(t);
        const { cert, key, der } = own();
        const client = context(ssl.PROTOCOL_TLS_CLIENT);
        client.load_verify_locations(certificate('ca.crt'));
        client.load_cert_chain({ certdata: cert, keydata: key });
        const theirs = new TLSSocket(far, {
          isServer: true,
          cert: serverFile,
          key: serverFile,
          ca: root.pem,
          requestCert: true,
          rejectUnauthorized: true,
        });
        const ours = new SSLDuplex(near, client, { server_hostname: 'localhost' });
        const secured = once(theirs, 'secure');
        await exchange(t, ours, theirs);
        await secured;
        t.is(theirs.getPeerCertificate().raw.toString('hex'), Buffer.from(der).toString('hex'));
      });

      test(`node:tls to pyssl (${core.name}), ${version}: ${name}`, async (t) => {
        const { near, far } = await tcpPair(t);
        const { cert, key, der } = own();
        const server = context(ssl.PROTOCOL_TLS_SERVER);
        server.load_cert_chain(certificate('p256.pem'));
        server.verify_mode = ssl.CERT_REQUIRED;
        server.load_verify_locations({ cadata: root.pem });
        const options: ConnectionOptions = {
          ca: readFileSync(certificate('ca.crt')),
          servername: 'localhost',
        };
        const theirs = connect({ ...options, socket: near, cert, key });
        const ours = new SSLDuplex(far, server, { server_side: true });
        await exchange(t, theirs, ours);
        t.deepEqual(ours.ssl_object.getpeercert(true), der);
      });
    });
  }
}

/** The server has seen the certificate by the time that it answers. */
async function exchange(t: ExecutionContext, client: Duplex, server: Duplex): Promise<void> {
  t.teardown(() => client.destroy());
  t.teardown(() => server.destroy());
  client.write('there');
  t.is(String(await firstOf(server)), 'there');
  server.write('and back');
  t.is(String(await firstOf(client)), 'and back');
}

async function firstOf(stream: Duplex): Promise<unknown> {
  const [chunk] = await once(stream, 'data');
  return chunk;
}
