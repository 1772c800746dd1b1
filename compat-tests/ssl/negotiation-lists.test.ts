/**
 * Lists of signature schemes, of suites of TLS 1.3 and of groups, as OpenSSL 3.5 reads them: what a client offers then,
 * and what is refused.
 */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { groupNumbers, schemeNumbers } from '../../lib/wire/registries.ts';
import { cores, pair, serverContext } from '../tools/pair.ts';

const [core] = cores;

/** The hello of a client that was prepared so. */
function helloAfter(prepare: (client: ssl.SSLContext) => void): ssl.ClientHello | undefined {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  prepare(client);
  let seen: ssl.ClientHello | undefined;
  const server = serverContext(core, {
    set: (context) => {
      context.client_hello_callback = (_object, hello) => {
        seen = hello;
      };
    },
  });
  pair({ client, server }).handshake();
  return seen;
}

for (const [list, expected] of [
  ['RSA-PSS+SHA256:ed25519', ['rsa_pss_rsae_sha256', 'ed25519']],
  ['PSS+SHA384:RSA+SHA512', ['rsa_pss_rsae_sha384', 'rsa_pkcs1_sha512']],
  [' ECDSA+SHA256 :\ted448\n', ['ecdsa_secp256r1_sha256', 'ed448']],
  ['ecdsa+sha384:RSA_PSS_PSS_SHA256:Ed25519', ['ecdsa_secp384r1_sha384', 'rsa_pss_pss_sha256', 'ed25519']],
  ['SHA256+RSA:SHA512+ECDSA', ['rsa_pkcs1_sha256', 'ecdsa_secp521r1_sha512']],
  ['ML-DSA-44:MLDSA65:mldsa87', ['mldsa44', 'mldsa65', 'mldsa87']],
  ['?nonsense:ed25519:?RSA+NONSENSE:??ed448', ['ed25519']],
  ['ed25519:ED25519:ed25519', ['ed25519']],
  [`ed25519:?${'x'.repeat(39)}`, ['ed25519']],
] as const)
  test(`signature schemes out of ${JSON.stringify(list)}`, (t) => {
    const offered = helloAfter((client) => {
      client.minimum_version = ssl.TLSVersion.TLSv1_3;
      client.set_server_sigalgs(list);
    })?.signature_algorithms;
    t.deepEqual(
      offered,
      expected.map((scheme) => schemeNumbers[scheme]),
    );
  });

test('lists of signature schemes that are none', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  for (const list of [
    ...['', ' ', ':', 'ed25519:', ':ed25519', 'ed25519::ed448', 'ed25519,ed448', 'nonsense', '?nonsense'],
    ...['RSA', 'RSA+', '+SHA256', 'RSA+ECDSA', 'RSA+SHA256+x', 'RSA+SHA2-256', 'ed25519:?RSA+', '-ed25519'],
    ...[`ed25519:?${'x'.repeat(40)}`, 'ed25519\u00a0', 'constructor', '__proto__'],
  ])
    for (const set of ['set_client_sigalgs', 'set_server_sigalgs'] as const)
      t.throws(
        () => context[set](list),
        { instanceOf: ssl.SSLError, message: /unrecognized signature algorithm/ },
        `${set} ${list}`,
      );
});

for (const [list, expected] of [
  ['TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384', ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384']],
  [
    ' TLS_CHACHA20_POLY1305_SHA256\t: TLS_AES_128_GCM_SHA256 ',
    ['TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
  ],
  ['nonsense:TLS_AES_128_GCM_SHA256::', ['TLS_AES_128_GCM_SHA256']],
  ['', []],
] as const)
  test(`suites of TLS 1.3 out of ${JSON.stringify(list)}`, (t) => {
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    context.set_ciphersuites(list);
    const names = context.get_ciphers().map(({ name }) => name);
    t.deepEqual(
      names.filter((name) => name.startsWith('TLS_')),
      [...expected],
    );
  });

test('lists of suites of which none is known change nothing', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const before = context.get_ciphers();
  for (const list of [
    ' ',
    ':',
    'nonsense',
    'tls_aes_128_gcm_sha256',
    'AES128-SHA',
    'TLS_RSA_WITH_AES_128_CBC_SHA',
  ])
    t.throws(() => context.set_ciphersuites(list), {
      instanceOf: ssl.SSLError,
      message: /No cipher suite can be selected/,
    });
  t.deepEqual(context.get_ciphers(), before);
});

test('groups are known in any case, and names that are too long for one are refused even where none need be known', (t) => {
  const offered = helloAfter((client) =>
    client.set_groups('p-256:X25519mlkem768 :\tSecP384r1'),
  )?.supported_groups;
  t.deepEqual(
    offered,
    (['secp256r1', 'X25519MLKEM768', 'secp384r1'] as const).map((group) => groupNumbers[group]),
  );
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  t.notThrows(() => context.set_groups(`x25519:?${'x'.repeat(63)}`));
  for (const list of [`x25519:?${'x'.repeat(64)}`, 'x25519\u00a0'])
    t.throws(() => context.set_groups(list), { instanceOf: ssl.SSLError, message: /unrecognized group/ });
});
