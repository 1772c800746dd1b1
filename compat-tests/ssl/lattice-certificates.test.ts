/** Chains and handshakes signed with ML-DSA (RFC 9881, draft-ietf-tls-mldsa): offered by who sets it, in TLS 1.3 only. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { portable } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import { context, integer, octetString, oid, sequence } from '../tools/der-writer.ts';
import { authority, makeCertificate, server } from '../tools/make-certificate.ts';
import { connected, forEachCore, pair } from '../tools/pair.ts';

const OIDS = {
  mldsa44: '2.16.840.1.101.3.4.3.17',
  mldsa65: '2.16.840.1.101.3.4.3.18',
  mldsa87: '2.16.840.1.101.3.4.3.19',
} as const;
type Type = keyof typeof OIDS;
const TYPES = Object.keys(OIDS) as Type[];

const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));

/** A root of the strongest kind, and below it a leaf of each. */
const rootKey = keyOf('mldsa87', 1);
const root = makeCertificate({ subject: 'CN=Lattice root', key: rootKey, extensions: authority(rootKey) });
const files = Object.fromEntries(
  TYPES.map((type) => {
    const key = keyOf(type, 2);
    const leaf = makeCertificate({
      subject: 'CN=leaf',
      key,
      issuer: root,
      extensions: server(key, rootKey, 'dns:localhost'),
    });
    const path = join(folder, `${type}.pem`);
    writeFileSync(path, leaf.pem + pemEncode('PRIVATE KEY', privateKeyInfo(type, 2)));
    return [type, path];
  }),
) as Record<Type, string>;

forEachCore((core) => {
  for (const type of TYPES) {
    test(`a server with ${type} convinces a client that offers it (${core.name})`, (t) => {
      const { client, server: other } = connected({
        client: clientContext((it) => it.set_server_sigalgs(type)),
        server: serverContext(type),
      });
      t.is(client.object.version(), 'TLSv1.3');
      t.is(client.object.server_sigalg(), type);
      t.is(other.object.server_sigalg(), type);
    });
  }

  test(`a signer has ML-DSA too (${core.name})`, (t) => {
    const other = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    const key = keyOf('mldsa44', 2);
    const sign = (_sigalg: string, message: Uint8Array) => key.sign({ kind: 'mldsa' }, message);
    other.load_cert_chain(files.mldsa44, { signer: { sigalgs: 'mldsa44', sign } });
    const client = clientContext((it) => it.set_server_sigalgs('mldsa44'));
    t.is(connected({ client, server: other }).client.object.server_sigalg(), 'mldsa44');
  });

  test(`a client shows a certificate with mldsa65 where a server asks for it (${core.name})`, (t) => {
    const { client, server: other } = connected({
      client: clientContext((it) => {
        it.set_server_sigalgs('mldsa44');
        it.load_cert_chain(files.mldsa65);
      }),
      server: serverContext('mldsa44', (it) => {
        it.load_verify_locations({ cadata: root.pem });
        it.verify_mode = ssl.CERT_REQUIRED;
        it.set_client_sigalgs('mldsa65:mldsa87');
      }),
    });
    t.is(other.object.client_sigalg(), 'mldsa65');
    t.is(client.object.client_sigalg(), 'mldsa65');
    t.truthy(other.object.getpeercert());
  });

  test(`a client that offers no ML-DSA, or speaks TLS 1.2, gets none (${core.name})`, (t) => {
    for (const set of [
      () => undefined,
      (it: ssl.SSLContext) => {
        it.set_server_sigalgs('mldsa65:rsa_pss_rsae_sha256');
        it.maximum_version = ssl.TLSVersion.TLSv1_2;
      },
    ]) {
      const both = pair({ client: clientContext(set), server: serverContext('mldsa65') }).handshake();
      t.true(both.server.error instanceof ssl.SSLError);
      t.true(both.client.error instanceof ssl.SSLError);
    }
  });

  function clientContext(set: (context: ssl.SSLContext) => void): ssl.SSLContext {
    const made = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    made.crypto = core;
    made.load_verify_locations({ cadata: root.pem });
    set(made);
    return made;
  }

  function serverContext(type: Type, set?: (context: ssl.SSLContext) => void): ssl.SSLContext {
    const made = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    made.crypto = core;
    made.load_cert_chain(files[type]);
    set?.(made);
    return made;
  }
});

test('the names of ML-DSA can be set, and are among those that there are', (t) => {
  for (const type of TYPES) t.true(ssl.get_sigalgs().includes(type));
});

function keyOf(type: Type, filling: number) {
  const key = portable.keys.get(type)?.privateKey({ type, seed: new Uint8Array(32).fill(filling) });
  if (key === undefined) throw new Error(`no ${type}`);
  return key;
}

/** PKCS#8 with the seed (RFC 9881 section 6). */
function privateKeyInfo(type: Type, filling: number): Uint8Array {
  const seed = context(0, 'primitive', new Uint8Array(32).fill(filling));
  return sequence(integer(0), sequence(oid(OIDS[type])), octetString(seed));
}
