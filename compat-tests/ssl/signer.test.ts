/** Keys that are elsewhere: `load_cert_chain({ certdata, signer })`. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { otherOf, type Role, roles, versions } from '../tools/ends.ts';
import { nodeSigner, signWith } from '../tools/node-signer.ts';
import {
  clientContext,
  connected,
  cores,
  forEachCore,
  type Pair,
  pair,
  readAll,
  scenario,
  serverContext,
  thrown,
} from '../tools/pair.ts';

/** Two ends that verify each other, one of them with a signer in the place of its key. */
function contexts(
  core: CryptoProvider,
  { role, present, signer, highest }: { role: Role; present: string; signer: ssl.Signer; highest?: number },
) {
  const client = clientContext(core, role === 'client' ? {} : { present: 'client.pem' });
  const server = serverContext(core, { verify: true, ...(role === 'server' && { present: 'p256.pem' }) });
  const context = role === 'client' ? client : new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  if (role === 'server') {
    context.crypto = core;
    context.load_verify_locations(certificate('ca.crt'));
    context.verify_mode = ssl.CERT_REQUIRED;
  }
  context.load_cert_chain(certificate(present), { signer });
  client.maximum_version = highest ?? ssl.TLSVersion.TLSv1_3;
  if (role === 'client') server.verify_callback = () => 'accept'; // a server's certificate is none for clients
  return { client, server: role === 'server' ? context : server };
}

const presented: Readonly<Record<string, string>> = {
  'p256.pem': 'ECDSA+SHA256',
  'p384.pem': 'ECDSA+SHA384',
  'p521.pem': 'ECDSA+SHA512',
  'rsa2048.pem': 'rsa_pss_rsae_sha256:RSA+SHA256',
  'rsapss.pem': 'rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512',
  'ed25519.pem': 'ed25519',
  'ed448.pem': 'ed448:?rsa_pss_rsae_sha256',
};

for (const [present, sigalgs] of Object.entries(presented))
  scenario(`it signs for ${present}`, (t, { core, mode }) => {
    for (const role of roles)
      for (const [version, highest] of versions) {
        const signer = nodeSigner(present, sigalgs);
        const both = connected({ ...contexts(core, { role, present, signer, highest }), mode });
        t.is(both.client.object.version(), version);
        const { object } = both[otherOf[role]];
        const used = role === 'server' ? object.server_sigalg() : object.client_sigalg();
        t.deepEqual(
          signer.asked.map(({ sigalg }) => sigalg),
          [used as string],
        );
        t.true(signer.asked[0].message.length > 64, 'the message itself, not its hash');
      }
  });

forEachCore((core) => {
  test(`it is asked for what it has, whatever the context would rather sign with (${core.name})`, (t) => {
    for (const [present, sigalgs, expected13, expected12] of [
      ['rsa2048.pem', 'RSA-PSS+SHA512', 'rsa_pss_rsae_sha512', 'rsa_pss_rsae_sha512'],
      ['rsa2048.pem', 'RSA+SHA384:RSA+SHA256', undefined, 'rsa_pkcs1_sha256'],
      ['p256.pem', 'ECDSA+SHA384', undefined, 'ecdsa_secp384r1_sha384'],
    ] as const)
      for (const [highest, expected] of [
        [ssl.TLSVersion.TLSv1_3, expected13],
        [ssl.TLSVersion.TLSv1_2, expected12],
      ] as const) {
        const signer = nodeSigner(present, sigalgs);
        const both = pair(contexts(core, { role: 'server', present, signer, highest })).handshake();
        if (expected === undefined) {
          t.is((both.server.error as ssl.SSLError).reason, 'NO_SUITABLE_SIGNATURE_ALGORITHM');
          t.is(signer.asked.length, 0);
        } else t.is(both.client.object.server_sigalg(), expected);
      }
  });

  test(`it does not decrypt, so RSA key exchange is not chosen (${core.name})`, (t) => {
    const signer = nodeSigner('rsa2048.pem', 'RSA+SHA256');
    const highest = ssl.TLSVersion.TLSv1_2;
    const suite = 'AES128-GCM-SHA256';
    const { client, server } = contexts(core, { role: 'server', present: 'rsa2048.pem', signer, highest });
    client.set_ciphers(suite);
    server.set_ciphers(`${suite}:ECDHE+AESGCM`);
    const both = pair({ client, server }).handshake();
    t.is((both.server.error as ssl.SSLError).reason, 'NO_SHARED_CIPHER');
    client.set_ciphers(`${suite}:ECDHE+AESGCM`);
    t.regex(connected({ client, server }).client.object.cipher()?.[0] ?? '', /^ECDHE-RSA/);
    client.set_ciphers(suite);
    server.load_cert_chain(certificate('rsa2048.pem'));
    t.is(connected({ client, server }).client.object.cipher()?.[0], suite, 'the key itself does');
  });

  const keys = (name: string) => createPrivateKey(readFileSync(certificate(name)));
  const flipped = (bytes: Uint8Array) => {
    const copy = Uint8Array.from(bytes);
    copy[copy.length >> 1] ^= 1;
    return copy;
  };
  type Bad = (sigalg: string, message: Uint8Array, both: () => ssl.SSLObject) => unknown;
  /** Signers of an RSA and of an ECDSA key that do what they must not; and what is told of it. */
  const failures: Readonly<Record<string, readonly [string, string, Bad, new (...args: never[]) => Error]>> =
    {
      'has a bit wrong': [
        'rsa2048.pem',
        'RSA-PSS+SHA256',
        (sigalg, message) => flipped(signWith(keys('rsa2048.pem'), sigalg, message)),
        ssl.ValueError,
      ],
      'salts otherwise': [
        'rsa2048.pem',
        'RSA-PSS+SHA256',
        (sigalg, message) => signWith(keys('rsa2048.pem'), sigalg, message, { saltLength: 20 }),
        ssl.ValueError,
      ],
      'signs another message': [
        'p256.pem',
        'ECDSA+SHA256',
        (sigalg, message) => signWith(keys('p256.pem'), sigalg, message.subarray(1)),
        ssl.ValueError,
      ],
      'changes the message': [
        'p256.pem',
        'ECDSA+SHA256',
        (sigalg, message) => signWith(keys('p256.pem'), sigalg, message.fill(0)),
        ssl.ValueError,
      ],
      'has another key': [
        'p256.pem',
        'ECDSA+SHA256',
        (sigalg, message) => signWith(keys('client.pem'), sigalg, message),
        ssl.ValueError,
      ],
      'does not write DER': [
        'p256.pem',
        'ECDSA+SHA256',
        (sigalg, message) => signWith(keys('p256.pem'), sigalg, message, { dsaEncoding: 'ieee-p1363' }),
        ssl.ValueError,
      ],
      'returns no bytes at all': ['p256.pem', 'ECDSA+SHA256', () => new Uint8Array(0), ssl.ValueError],
      'returns nothing': ['p256.pem', 'ECDSA+SHA256', () => undefined, TypeError],
      'returns text': ['p256.pem', 'ECDSA+SHA256', () => 'signed', TypeError],
      'returns a promise': ['p256.pem', 'ECDSA+SHA256', async () => new Uint8Array(70), TypeError],
      throws: [
        'p256.pem',
        'ECDSA+SHA256',
        () => {
          throw new RangeError('the token is gone');
        },
        RangeError,
      ],
      'goes on with the handshake': [
        'p256.pem',
        'ECDSA+SHA256',
        (_sigalg, _message, own) => own().do_handshake(),
        ssl.RuntimeError,
      ],
    };
  for (const [title, [present, sigalgs, bad, Cause]] of Object.entries(failures))
    for (const role of roles)
      for (const [version, highest] of versions)
        test(`nothing leaves of a signer that ${title} (${role}, ${core.name}, ${version})`, (t) => {
          let both: Pair | undefined;
          const own = () => (both as Pair)[role].object;
          const signer = {
            sigalgs,
            sign: (sigalg: string, message: Uint8Array) => bad(sigalg, message, own),
          } as ssl.Signer;
          const ends = contexts(core, { role, present, signer, highest });
          const written: number[] = [];
          ends[role]._msg_callback = (_conn, direction, _version, content, type) => {
            if (direction === 'write' && content === HANDSHAKE) written.push(type);
          };
          both = pair(ends);
          both.handshake();
          const { error, object } = both[role];
          if (!(error instanceof ssl.SSLError)) throw error;
          t.is(error.reason, 'CALLBACK_FAILED');
          t.true(error.cause instanceof Cause, String(error.cause));
          t.is((both[otherOf[role]].error as ssl.SSLError).reason, 'TLSV1_ALERT_INTERNAL_ERROR');
          t.is(object.version(), null);
          t.true(thrown(() => object.do_handshake()) instanceof ssl.SSLError, 'it stays so');
          t.true(written.includes(CERTIFICATE));
          for (const type of [SERVER_KEY_EXCHANGE, CERTIFICATE_VERIFY, FINISHED])
            t.false(written.includes(type));
        });

  test(`it signs for a client that is asked later, and can fail then (${core.name})`, (t) => {
    const good = nodeSigner('client.pem', 'ECDSA+SHA256');
    for (const signer of [good, { sigalgs: 'ECDSA+SHA256', sign: () => new Uint8Array(8) }]) {
      const { client, server } = contexts(core, { role: 'client', present: 'client.pem', signer });
      server.verify_callback = null;
      client.post_handshake_auth = true;
      server.post_handshake_auth = true;
      const both = connected({ client, server });
      both.server.object.verify_client_post_handshake();
      both.server.object.do_handshake();
      both.transfer(both.server, both.client);
      const error = thrown(() => readAll(both.client));
      both.transfer(both.client, both.server);
      if (signer === good) {
        readAll(both.server);
        t.not(both.server.object.getpeercert(), null);
      } else {
        t.true((error as ssl.SSLError).cause instanceof ssl.ValueError);
        t.is((thrown(() => readAll(both.server)) as ssl.SSLError).reason, 'TLSV1_ALERT_INTERNAL_ERROR');
      }
    }
  });

  test(`it stands beside keys of other types, and goes where one of its own comes (${core.name})`, (t) => {
    const signer = nodeSigner('rsa2048.pem', 'RSA-PSS+SHA256');
    const server = serverContext(core); // with an ECDSA key
    server.load_cert_chain({ certdata: readFileSync(certificate('rsa2048.pem')), signer });
    const client = clientContext(core);
    client.set_server_sigalgs('RSA-PSS+SHA256');
    t.is(connected({ client, server }).client.object.server_sigalg(), 'rsa_pss_rsae_sha256');
    client.set_server_sigalgs('ECDSA+SHA256');
    t.is(connected({ client, server }).client.object.server_sigalg(), 'ecdsa_secp256r1_sha256');
    t.is(signer.asked.length, 1);
    server.load_cert_chain(certificate('rsa2048.pem'));
    client.set_server_sigalgs('RSA-PSS+SHA512');
    t.is(connected({ client, server }).client.object.server_sigalg(), 'rsa_pss_rsae_sha512');
    t.is(signer.asked.length, 1);
  });
});

const HANDSHAKE = 22;
const CERTIFICATE = 11;
const SERVER_KEY_EXCHANGE = 12;
const CERTIFICATE_VERIFY = 15;
const FINISHED = 20;

test('it goes by the core that the context has by then', (t) => {
  const signer = nodeSigner('p256.pem', 'ECDSA+SHA256');
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  server.load_cert_chain(certificate('p256.pem'), { signer });
  for (const core of cores) {
    server.crypto = core;
    connected({ client: clientContext(core), server });
  }
  t.is(signer.asked.length, cores.length);
});

test('it is called as its method, and may use its buffer again', (t) => {
  const inner = nodeSigner('ed25519.pem', 'ed25519');
  class Token implements ssl.Signer {
    readonly sigalgs = 'ed25519';
    readonly #buffer = Buffer.alloc(100);
    sign(sigalg: string, message: Uint8Array): Uint8Array {
      const signature = inner.sign(sigalg, message) as Uint8Array;
      this.#buffer.set(signature);
      queueMicrotask(() => this.#buffer.fill(0));
      message.fill(0);
      return this.#buffer.subarray(0, signature.length);
    }
  }
  const server = serverContext(cores[0], { set: () => {} });
  server.load_cert_chain(certificate('ed25519.pem'), { signer: new Token() });
  const client = clientContext(cores[0]);
  client.set_server_sigalgs('ed25519');
  t.is(connected({ client, server }).client.object.server_sigalg(), 'ed25519');
});

test('an automatic group for DHE is as strong as its certificate', (t) => {
  const signer = nodeSigner('rsa2048.pem', 'RSA+SHA256');
  const highest = ssl.TLSVersion.TLSv1_2;
  const { client, server } = contexts(cores[0], { role: 'server', present: 'rsa2048.pem', signer, highest });
  server.automatic_dh = true;
  server.set_ciphers('DHE+AESGCM');
  client.set_ciphers('DHE+AESGCM');
  t.regex(connected({ client, server }).client.object.cipher()?.[0] ?? '', /^DHE-RSA/);
});

test('what cannot be a signer is refused where it is given, and what was loaded stays', (t) => {
  const server = serverContext(cores[0]);
  const sign = () => new Uint8Array(0);
  const load = (signer: unknown, more: object = {}) =>
    server.load_cert_chain(certificate('p256.pem'), { signer, ...more } as ssl.CertChainKeywords);
  for (const [signer, message] of [
    [1, 'signer should be an object with a sign() method'],
    [{ sigalgs: 'ECDSA+SHA256' }, 'signer should be an object with a sign() method'],
    [{ sign }, 'signer.sigalgs should be a string, not NoneType'],
    [{ sign, sigalgs: ['ECDSA+SHA256'] }, 'signer.sigalgs should be a string, not list'],
  ] as const)
    t.throws(() => load(signer), { instanceOf: TypeError, message });
  for (const sigalgs of ['', 'ECDSA+SHA3', 'ECDSA+SHA256:nonsense'])
    t.throws(() => load({ sign, sigalgs }), {
      instanceOf: ssl.SSLError,
      message: /unrecognized signature algorithm/,
    });
  for (const sigalgs of ['RSA-PSS+SHA256', 'ed25519', 'rsa_pss_pss_sha256'])
    t.throws(() => load({ sign, sigalgs }), {
      instanceOf: ssl.ValueError,
      message: "the signer has no signature algorithm for the certificate's key (secp256r1)",
    });
  const good = { sign, sigalgs: 'ECDSA+SHA256' };
  for (const more of [
    { keyfile: certificate('p256.pem') },
    { keydata: readFileSync(certificate('p256.pem')) },
    { password: 'secret' },
  ])
    t.throws(() => load(good, more), {
      instanceOf: TypeError,
      message: 'signer takes the place of keyfile, keydata and password',
    });
  t.throws(() => server.load_cert_chain({ signer: good } as never), { instanceOf: TypeError });
  t.notThrows(() => load(null), 'none is none');
  t.notThrows(() => connected({ client: clientContext(cores[0]), server }));
});
