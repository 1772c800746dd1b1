/** The cases of ThreadedTests, TestSSLDebug and TestPostHandshakeAuth that are about TLS 1.2, in memory. */
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { authority, makeCertificate, server as serverExtensions } from '../tools/make-certificate.ts';
import {
  type ContextSettings,
  clientContext,
  connected,
  forEachCore,
  pair,
  readAll,
  serverContext,
} from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

const { TLSv1, TLSv1_2 } = ssl.TLSVersion;

forEachCore((core) => {
  const client = (set?: (context: ssl.SSLContext) => void, settings: ContextSettings = {}) =>
    clientContext(core, { ...settings, ...(set && { set }) });
  const server = (set?: (context: ssl.SSLContext) => void, settings: ContextSettings = {}) =>
    serverContext(core, { ...settings, ...(set && { set }) });
  const declare = (name: string, body: (t: ExecutionContext) => void) => test(`${name} (${core.name})`, body);

  /** Highest version 1.2, and what else is asked. */
  const upTo12 = (more?: (context: ssl.SSLContext) => void) => (context: ssl.SSLContext) => {
    context.maximum_version = TLSv1_2;
    more?.(context);
  };

  declare('ThreadedTests.test_PROTOCOL_TLS', (t) => {
    // One certificate for both ends, as in CPython's: it says nothing of what it is for.
    const { root, leaf, key } = chain();
    const context = (verify_mode: number) => {
      const made = new ssl.SSLContext(ssl.PROTOCOL_TLS);
      made.crypto = core;
      made.verify_mode = verify_mode;
      made.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
      made.load_verify_locations({ cadata: root.pem });
      return made;
    };
    for (const verify_mode of [ssl.CERT_NONE, ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED]) {
      for (const options of [0, ssl.OP_NO_SSLv2 | ssl.OP_NO_SSLv3]) {
        const [there, here] = [context(verify_mode), context(verify_mode)];
        there.options |= options;
        here.set_ciphers('ALL');
        const both = connected({ client: here, server: there, server_hostname: null });
        const seen = both.server.object.getpeercert(true);
        t.is(seen === null, verify_mode === ssl.CERT_NONE);
      }
    }
  });

  declare('ThreadedTests.test_protocol_tlsv1_2', (t) => {
    const combine = (serverProtocol: number, clientProtocol: number, clientOptions = 0) => {
      const there = new ssl.SSLContext(serverProtocol);
      there.load_cert_chain(certificate('p256.pem'));
      const here = new ssl.SSLContext(clientProtocol);
      here.options |= clientOptions;
      for (const context of [here, there]) context.crypto = core;
      return pair({ client: here, server: there, server_hostname: null }).handshake();
    };
    const same = combine(ssl.PROTOCOL_TLSv1_2, ssl.PROTOCOL_TLSv1_2, ssl.OP_NO_SSLv3 | ssl.OP_NO_SSLv2);
    t.is(same.client.object.version(), 'TLSv1.2');
    t.is(same.server.object.version(), 'TLSv1.2');
    const refused = combine(ssl.PROTOCOL_TLSv1_2, ssl.PROTOCOL_TLS, ssl.OP_NO_TLSv1_2);
    t.true(refused.server.error instanceof ssl.SSLError);
    t.true(refused.client.error instanceof ssl.SSLError);
    const flexible = combine(ssl.PROTOCOL_TLS, ssl.PROTOCOL_TLSv1_2);
    t.is(flexible.client.object.version(), 'TLSv1.2');
  });

  declare('ThreadedTests.test_min_max_version_tlsv1_2', (t) => {
    const here = client((context) => {
      context.minimum_version = TLSv1;
      context.maximum_version = TLSv1_2;
    });
    const there = server((context) => {
      context.minimum_version = TLSv1_2;
      context.maximum_version = TLSv1_2;
    });
    const both = connected({ client: here, server: there });
    t.is(both.client.object.version(), 'TLSv1.2');
    t.is(both.server.object.version(), 'TLSv1.2');
  });

  declare('ThreadedTests.test_default_ecdh_curve', (t) => {
    const both = connected({ client: client(upTo12()), server: server() });
    t.regex(both.client.object.cipher()?.[0] ?? '', /ECDH/);
  });

  declare('ThreadedTests.test_dh_params', (t) => {
    const there = server(
      upTo12((context) => {
        context.load_dh_params(certificate('ffdhe2048.pem'));
        context.set_ciphers('kEDH');
      }),
      { present: 'rsa2048.pem' },
    );
    const both = connected({ client: client(upTo12()), server: there });
    const parts = both.client.object.cipher()?.[0].split('-') ?? [];
    t.true(
      ['ADH', 'EDH', 'DHE'].some((name) => parts.includes(name)),
      parts.join('-'),
    );
  });

  declare('ThreadedTests.test_dual_rsa_ecc', (t) => {
    const here = client(upTo12((context) => context.set_ciphers('ECDHE:ECDSA:!NULL:!aRSA')));
    const there = server((context) => context.load_cert_chain(certificate('rsa2048.pem')));
    const both = connected({ client: here, server: there });
    t.truthy(both.client.object.getpeercert());
    t.deepEqual(both.client.object.cipher()?.[0].split('-').slice(0, 2), ['ECDHE', 'ECDSA']);
  });

  declare('ThreadedTests.test_ecc_cert', (t) => {
    const here = client((context) => context.set_ciphers('ECDHE:ECDSA:!NULL:!aRSA'));
    const both = connected({ client: here, server: server() });
    t.truthy(both.client.object.getpeercert());
    const in12 = connected({
      client: client(upTo12((c) => c.set_ciphers('ECDHE:ECDSA:!NULL:!aRSA'))),
      server: server(),
    });
    t.regex(in12.client.object.cipher()?.[0] ?? '', /^ECDHE-ECDSA-/);
  });

  for (const [name, change] of [
    ['test_legacy_server_connect', (options: number) => options | ssl.OP_LEGACY_SERVER_CONNECT],
    ['test_no_legacy_server_connect', (options: number) => options & ~ssl.OP_LEGACY_SERVER_CONNECT],
  ] as const) {
    declare(`ThreadedTests.${name}`, (t) => {
      for (const maximum_version of [TLSv1_2, ssl.TLSVersion.TLSv1_3]) {
        const here = client((context) => {
          context.options = change(context.options);
          context.maximum_version = maximum_version;
        });
        const both = connected({ client: here, server: server() });
        both.client.object.write(new TextEncoder().encode('hello'));
        both.transfer(both.client, both.server);
        t.is(new TextDecoder().decode(readAll(both.server)), 'hello');
      }
    });
  }

  declare('ThreadedTests.test_no_shared_ciphers', (t) => {
    const here = client(upTo12((context) => context.set_ciphers('AES128')));
    const there = server((context) => context.set_ciphers('AES256'));
    const both = pair({ client: here, server: there }).handshake();
    t.is((both.server.error as ssl.SSLError).reason, 'NO_SHARED_CIPHER');
    t.is((both.client.error as ssl.SSLError).reason, 'SSLV3_ALERT_HANDSHAKE_FAILURE');
  });

  declare('ThreadedTests.test_wrong_cert_tls12', (t) => {
    const here = client(upTo12(), { present: 'selfsigned.pem' });
    const both = pair({ client: here, server: server(undefined, { verify: true }) }).handshake();
    t.true(both.server.error instanceof ssl.SSLCertVerificationError);
    t.is((both.client.error as ssl.SSLError).reason, 'TLSV1_ALERT_UNKNOWN_CA');
  });

  declare('ThreadedTests.test_verify_strict', (t) => {
    // RFC 5280 section 4.2.1.1 demands an authority key identifier.
    const { root, leaf, key } = chain((extension) => !Buffer.from(extension).includes(AUTHORITY_KEY_ID));
    const there = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    there.crypto = core;
    there.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
    const strict = () => {
      const context = ssl.create_default_context({ cadata: root.pem });
      context.crypto = core;
      return context;
    };
    const refused = pair({ client: strict(), server: there }).handshake();
    t.true(refused.client.error instanceof ssl.SSLError);
    const lenient = strict();
    lenient.verify_flags &= ~ssl.VERIFY_X509_STRICT;
    t.truthy(connected({ client: lenient, server: there }).client.object.getpeercert());
  });

  declare('ThreadedTests.test_hostname_checks_common_name', (t) => {
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    t.true(ssl.HAS_NEVER_CHECK_COMMON_NAME);
    t.true(context.hostname_checks_common_name);
    for (const value of [true, false, true]) {
      context.hostname_checks_common_name = value;
      t.is(context.hostname_checks_common_name, value);
    }
  });

  declare('TestSSLDebug.test_msg_callback_tls12', (t) => {
    const events: (readonly [string, number, number, number])[] = [];
    const here = client(
      upTo12((context) => {
        context._msg_callback = (conn, direction, version, content_type, msg_type, data) => {
          t.true(conn instanceof ssl.SSLObject);
          t.true(data instanceof Uint8Array);
          t.true(direction === 'read' || direction === 'write');
          events.push([direction, version, content_type, msg_type]);
        };
      }),
    );
    connected({ client: here, server: server() });
    const saw = (...event: readonly [string, number, number, number]) =>
      t.true(
        events.some((each) => each.every((part, i) => part === event[i])),
        String(event),
      );
    const { HANDSHAKE, CHANGE_CIPHER_SPEC } = ssl._TLSContentType;
    saw('read', TLSv1_2, HANDSHAKE, ssl._TLSMessageType.SERVER_KEY_EXCHANGE);
    saw('write', TLSv1_2, CHANGE_CIPHER_SPEC, ssl._TLSMessageType.CHANGE_CIPHER_SPEC);
  });

  declare('TestPostHandshakeAuth.test_internal_chain_client', (t) => {
    const both = connected({ client: client(), server: server() });
    const verified = both.client.object.get_verified_chain();
    const unverified = both.client.object.get_unverified_chain();
    t.is(verified.length, 2);
    t.is(unverified.length, 1);
    t.deepEqual(verified[0], unverified[0]);
    t.notDeepEqual(verified[0], verified[1]);
    const pem = ssl.DER_cert_to_PEM_cert(verified[0]);
    t.regex(pem, /-----BEGIN CERTIFICATE-----/);
    t.deepEqual(ssl.PEM_cert_to_DER_cert(pem), verified[0]);
  });

  declare('TestPostHandshakeAuth.test_internal_chain_server', (t) => {
    const there = server(upTo12(), { verify: true });
    const both = connected({ client: client(undefined, { present: 'client.pem' }), server: there });
    t.is(both.server.object.get_verified_chain().length, 2);
    t.is(both.server.object.get_unverified_chain().length, 2);
  });
});

/** A root and a certificate for localhost, with those of the usual extensions that `keep` keeps. */
function chain(keep: (extension: Uint8Array) => boolean = () => true) {
  const [rootKey, key] = [testKey('secp256r1', 'root'), testKey('secp256r1', 'leaf')];
  const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
  const extensions = serverExtensions(key, rootKey, 'dns:localhost').filter(keep);
  return { root, leaf: makeCertificate({ subject: 'CN=leaf', key, issuer: root, extensions }), key };
}

/** 2.5.29.35 in DER. */
const AUTHORITY_KEY_ID = Buffer.from('0603551d23', 'hex');
