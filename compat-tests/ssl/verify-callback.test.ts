/** `verify_callback`: what it is asked and when, what becomes of its answers, and what no answer can leave out. */
import test from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { Trust } from '../../lib/ssl/trust.ts';
import { bitString, oid, sequence } from '../tools/der-writer.ts';
import { otherOf, type Role, roles, versions } from '../tools/ends.ts';
import { forging } from '../tools/forging.ts';
import { authority, makeCertificate, server as serverExtensions } from '../tools/make-certificate.ts';
import { makeOcspResponse } from '../tools/make-ocsp.ts';
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
import { testKey } from '../tools/test-keys.ts';

interface Setting {
  readonly highest?: number;
  /** Who verifies, and has the callback. */
  readonly judge: Role;
  /** What the other presents. */
  readonly present?: string;
  readonly callback: ssl.VerifyCallback<ssl.SSLObject> | null;
}

/** A pair of which one end judges the other; what a client presents is verified too. */
function contexts(core: CryptoProvider, { highest, judge, present, callback }: Setting) {
  const client = clientContext(core, {
    present: judge === 'server' ? (present ?? 'client.pem') : 'client.pem',
  });
  const server = serverContext(core, {
    present: judge === 'client' ? (present ?? 'p256.pem') : 'p256.pem',
    verify: judge === 'server',
  });
  client.maximum_version = highest ?? ssl.TLSVersion.TLSv1_3;
  (judge === 'client' ? client : server).verify_callback = callback;
  return { client, server };
}

/** The last flight of TLS 1.3 is the client's: whether the server minded, it learns when it reads. */
function alertOf(both: Pair, role: Role): string | null | undefined {
  const end = both[role];
  const error = end.error ?? thrown(() => end.object.read());
  return (error as ssl.SSLError).reason;
}

function shake(core: CryptoProvider, setting: Setting): Pair {
  const both = pair(contexts(core, setting)).handshake();
  both.transfer(both.server, both.client);
  return both;
}

scenario('it is asked once, with the object and the verdict', (t, { core, mode }) => {
  for (const judge of roles)
    for (const [version, highest] of versions) {
      const calls: unknown[] = [];
      const callback: ssl.VerifyCallback<ssl.SSLObject> = (object, verdict) => {
        t.true(Object.isFrozen(verdict) && Object.isFrozen(verdict.chain));
        calls.push([object, verdict, object.get_verified_chain(), object.get_unverified_chain()]);
      };
      const both = connected({ ...contexts(core, { highest, judge, callback }), mode });
      const { object } = both[judge];
      t.is(object.version(), version);
      const chain = object.get_verified_chain();
      t.true(chain.length > 1);
      t.deepEqual(calls, [
        [object, { verify_code: 0, verify_message: 'ok', chain }, chain, object.get_unverified_chain()],
      ]);
    }
});

/** Peers that the validator refuses, and what it says of them. */
const faults: readonly (readonly [Role, string, number])[] = [
  ['client', 'selfsigned.pem', 18],
  ['client', 'wronghost.pem', 62],
  ['client', 'expired.pem', 10],
  ['server', 'selfsigned.pem', 18],
  ['server', 'expired.pem', 26], // and not for clients
];

forEachCore((core) => {
  for (const [judge, present, code] of faults)
    for (const [version, highest] of versions) {
      const where = `${judge}, ${present}, ${core.name}, ${version}`;
      test(`what was refused is refused still, if nothing else is said (${where})`, (t) => {
        const seen: ssl.PeerVerdict[] = [];
        const without = shake(core, { highest, judge, present, callback: null })[judge].error;
        if (!(without instanceof ssl.SSLCertVerificationError)) throw without;
        for (const answer of [null, undefined, code, BigInt(code) as unknown as number]) {
          const callback: ssl.VerifyCallback = (_, verdict) => {
            seen.push(verdict);
            return answer;
          };
          const both = shake(core, { highest, judge, present, callback });
          const { error } = both[judge];
          if (!(error instanceof ssl.SSLCertVerificationError)) throw error;
          t.deepEqual([error.args, error.verify_code, error.chain], [without.args, code, without.chain]);
        }
        t.is(seen.length, 4);
        const { verify_code, verify_message, chain } = without;
        for (const verdict of seen) t.deepEqual(verdict, { verify_code, verify_message, chain } as never);
      });

      test(`what was refused can be accepted, in so many words (${where})`, (t) => {
        const both = shake(core, { highest, judge, present, callback: () => 'accept' });
        t.is(both.client.error, undefined);
        t.is(both.server.error, undefined);
        const { object } = both[judge];
        t.is(object.version(), version);
        t.true(Object.keys(object.getpeercert() ?? {}).length > 0);
        readAll(both.client);
        both[otherOf[judge]].object.write(Uint8Array.of(1, 2, 3));
        both.transfer(both[otherOf[judge]], both[judge]);
        t.deepEqual(readAll(both[judge]), Buffer.of(1, 2, 3));
      });
    }

  for (const judge of roles)
    for (const [version, highest] of versions) {
      const where = `${judge}, ${core.name}, ${version}`;
      test(`what was accepted can be refused by a verify code (${where})`, (t) => {
        for (const [code, message, alert] of [
          [50, 'application verification failure', 'SSLV3_ALERT_HANDSHAKE_FAILURE'],
          [28, 'certificate rejected', 'SSLV3_ALERT_BAD_CERTIFICATE'],
          [23, 'certificate revoked', 'SSLV3_ALERT_CERTIFICATE_REVOKED'],
          [20, 'unable to get local issuer certificate', 'TLSV1_ALERT_UNKNOWN_CA'],
        ] as const) {
          const both = shake(core, { highest, judge, callback: () => code });
          const { error } = both[judge];
          if (!(error instanceof ssl.SSLCertVerificationError)) throw error;
          t.like(error, { verify_code: code, verify_message: message, reason: 'CERTIFICATE_VERIFY_FAILED' });
          t.true((error.chain?.length ?? 0) > 1);
          t.is(alertOf(both, otherOf[judge]), alert);
          t.is(both[judge].object.version(), null);
        }
      });

      test(`whatever it says, the peer must hold the key (${where})`, (t) => {
        for (const present of [judge === 'client' ? 'p256.pem' : 'client.pem', 'selfsigned.pem']) {
          let calls = 0;
          const callback: ssl.VerifyCallback = () => {
            calls++;
            return 'accept';
          };
          const setting = { highest, judge, present, callback };
          const forged = contexts(forging(core), setting);
          const both = pair({
            ...contexts(core, setting),
            [otherOf[judge]]: forged[otherOf[judge]],
          }).handshake();
          t.is((both[judge].error as ssl.SSLError).reason, 'BAD_SIGNATURE');
          t.is(calls, 1);
        }
      });

      test(`it is not asked where nothing is verified (${where})`, (t) => {
        const { client, server } = contexts(core, {
          highest,
          judge,
          callback: () => t.fail('asked') as never,
        });
        const context = judge === 'client' ? client : server;
        context.check_hostname = false;
        context.verify_mode = ssl.CERT_NONE;
        t.notThrows(() => connected({ client, server }));
      });
    }

  for (const [version, highest] of versions)
    test(`it is not asked where no certificate is sent (${core.name}, ${version})`, (t) => {
      const server = serverContext(core, { verify: true });
      server.verify_callback = () => t.fail('asked') as never;
      const client = clientContext(core);
      client.maximum_version = highest;
      server.verify_mode = ssl.CERT_OPTIONAL;
      t.notThrows(() => connected({ client, server }));
      server.verify_mode = ssl.CERT_REQUIRED;
      t.is(
        (pair({ client, server }).handshake().server.error as ssl.SSLError).reason,
        'PEER_DID_NOT_RETURN_A_CERTIFICATE',
      );
    });

  /** Answers that are none, for a peer that is accepted and for one that is not: neither gets in. */
  const failures: Readonly<
    Record<string, readonly [(object: ssl.SSLObject) => unknown, new (...args: never[]) => Error]>
  > = {
    throws: [
      () => {
        throw new RangeError('of its own');
      },
      RangeError,
    ],
    'returns true': [() => true, TypeError],
    'returns false': [() => false, TypeError],
    'returns text': [() => 'accepted', TypeError],
    'returns an object': [() => ({ accept: true }), TypeError],
    'returns a promise': [async () => 'accept', TypeError],
    'returns a code that is none': [() => 9999, ssl.ValueError],
    'returns a fraction': [() => 1.5, ssl.ValueError],
    'returns no number': [() => Number.NaN, ssl.ValueError],
    'goes on with the handshake': [(object) => object.do_handshake(), ssl.RuntimeError],
    'reads ahead': [(object) => object.read(), ssl.RuntimeError],
    'writes at once': [(object) => object.write(Uint8Array.of(1)), ssl.RuntimeError],
  };
  for (const [title, [callback, Cause]] of Object.entries(failures))
    for (const judge of roles)
      for (const [version, highest] of versions)
        test(`a callback that ${title} ends the handshake (${judge}, ${core.name}, ${version})`, (t) => {
          for (const present of [judge === 'client' ? 'p256.pem' : 'client.pem', 'selfsigned.pem']) {
            const both = shake(core, { highest, judge, present, callback: callback as ssl.VerifyCallback });
            const { error, object } = both[judge];
            if (!(error instanceof ssl.SSLError)) throw error;
            t.is(error.reason, 'CALLBACK_FAILED');
            t.true(error.cause instanceof Cause, String(error.cause));
            t.is(alertOf(both, otherOf[judge]), 'TLSV1_ALERT_INTERNAL_ERROR');
            t.is(object.version(), null);
            t.true(thrown(() => object.do_handshake()) instanceof ssl.SSLError, 'it stays so');
          }
        });

  test(`zero accepts nothing, but may stand for what was accepted (${core.name})`, (t) => {
    const judge = 'client';
    const callback = () => 0;
    t.is(shake(core, { judge, callback }).client.error, undefined);
    const { error } = shake(core, { judge, present: 'wronghost.pem', callback }).client;
    t.true((error as Error).cause instanceof ssl.ValueError);
  });

  for (const [version, highest] of versions) {
    /** A session of a client whose callback lets its server pass, and the tickets of it. */
    const begun = (callback: ssl.VerifyCallback<ssl.SSLObject> | null, present = 'p256.pem') => {
      const { client, server } = contexts(core, { highest, judge: 'client', present, callback });
      const both = connected({ client, server });
      return { client, server, session: both.client.object.session };
    };

    test(`a client resumes what the same callback has let pass, and does not ask again (${core.name}, ${version})`, (t) => {
      let calls = 0;
      for (const [present, answer] of [
        ['p256.pem', null],
        ['wronghost.pem', 'accept'],
      ] as const) {
        calls = 0;
        const ends = begun(() => {
          calls++;
          return answer;
        }, present);
        t.true(connected(ends).client.object.session_reused);
        t.is(calls, 1);
      }
    });

    test(`a client does not get around a new callback with an old session (${core.name}, ${version})`, (t) => {
      for (const before of [null, () => null, () => 'accept' as const]) {
        const { client, server, session } = begun(before);
        client.verify_callback = () => 50;
        const both = pair({ client, server, session }).handshake();
        t.is((both.client.error as ssl.SSLCertVerificationError).verify_code, 50);
      }
    });

    test(`nor does it resume what was let pass for another server (${core.name}, ${version})`, (t) => {
      for (const asks of [true, false]) {
        let calls = 0;
        const callback = () => {
          calls++;
          return null;
        };
        const { client, server } = contexts(core, {
          highest,
          judge: 'client',
          callback: asks ? callback : null,
        });
        client.check_hostname = false; // the callback may look at names
        const { session } = connected({ client, server, server_hostname: '127.0.0.1' }).client.object;
        const next = (server_hostname: string | null) =>
          connected({ client, server, server_hostname, session }).client.object.session_reused;
        t.true(next('127.0.0.1'));
        t.is(next('127.0.0.2'), !asks);
        t.is(next(null), !asks);
        t.is(calls, asks ? 3 : 0);
      }
    });

    test(`nor with one that came as bytes (${core.name}, ${version})`, (t) => {
      let calls = 0;
      const { client, server, session } = begun(() => {
        calls++;
        return null;
      });
      if (session === null) return t.fail('no session');
      const kept = ssl.SSLSession.from_bytes(session.to_bytes());
      const both = connected({ client, server, session: kept });
      t.false(both.client.object.session_reused);
      t.is(calls, 2);
    });

    test(`what a callback accepted is not resumed without it (${core.name}, ${version})`, (t) => {
      const { client, server, session } = begun(() => 'accept', 'wronghost.pem');
      client.verify_callback = null;
      const both = pair({ client, server, session }).handshake();
      t.is((both.client.error as ssl.SSLCertVerificationError).verify_code, 62);
      const good = begun(() => null);
      good.client.verify_callback = null;
      t.true(connected(good).client.object.session_reused, 'but what was good anyway is');
    });

    test(`a server asks about the client of each session that goes on (${core.name}, ${version})`, (t) => {
      let answer: number | null = null;
      const chains: unknown[] = [];
      const { client, server } = contexts(core, {
        highest,
        judge: 'server',
        callback: (_, { chain }) => {
          chains.push(chain);
          return answer;
        },
      });
      const first = connected({ client, server });
      const again = connected({ client, server, session: first.client.object.session });
      t.true(again.client.object.session_reused);
      t.is(chains.length, 2);
      t.deepEqual(chains[1], chains[0]);
      answer = 50;
      const both = pair({ client, server, session: first.client.object.session }).handshake();
      t.is((both.server.error as ssl.SSLCertVerificationError).verify_code, 50, 'in a handshake of its own');
      t.is(chains.length, 4);
      server.verify_callback = () => {
        throw new RangeError('no');
      };
      const failed = pair({ client, server, session: first.client.object.session }).handshake();
      t.like(failed.server.error, { reason: 'CALLBACK_FAILED' });
    });

    test(`where a server's context is replaced, its callback stays (${core.name}, ${version})`, (t) => {
      const { client, server } = contexts(core, { highest, judge: 'server', callback: () => 'accept' });
      const other = serverContext(core); // trusts nobody
      other.verify_callback = () => t.fail('not its connection') as never;
      server.sni_callback = (object) => {
        object.context = other;
      };
      t.is(connected({ client, server }).server.object.context, other);
      server.verify_callback = null;
      const both = pair({ client, server }).handshake();
      t.true(
        both.server.error instanceof ssl.SSLCertVerificationError,
        'and so do its authorities, but not these',
      );
    });
  }

  for (const answer of [null, 50, 'accept'] as const)
    test(`it is asked about a client that is asked later: ${answer} (${core.name})`, (t) => {
      let calls = 0;
      const { client, server } = contexts(core, {
        judge: 'server',
        present: answer === 'accept' ? 'selfsigned.pem' : 'client.pem',
        callback: () => {
          calls++;
          return answer;
        },
      });
      client.post_handshake_auth = true;
      server.post_handshake_auth = true;
      const both = connected({ client, server });
      t.is(calls, 0);
      both.server.object.verify_client_post_handshake();
      both.server.object.do_handshake();
      both.transfer(both.server, both.client);
      readAll(both.client);
      both.transfer(both.client, both.server);
      const error = thrown(() => readAll(both.server));
      t.is(calls, 1);
      if (answer === 50) t.like(error, { verify_code: 50 });
      else {
        t.is(error, undefined);
        t.not(both.server.object.getpeercert(), null);
      }
    });
});

test('an OCSP response is part of the verdict, and can be seen', (t) => {
  const [rootKey, key] = [testKey('secp256r1', 'root'), testKey('secp256r1', 'leaf')];
  const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
  const extensions = serverExtensions(key, rootKey, 'dns:localhost');
  const leaf = makeCertificate({ subject: 'CN=localhost', key, issuer: root, extensions });
  const now = Math.floor(Date.now() / 1000);
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  server.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
  server.set_ocsp_response(
    makeOcspResponse({
      about: [leaf],
      issuer: root,
      thisUpdate: now - 60,
      nextUpdate: now + 3600,
      status: 'revoked',
    }),
  );
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.load_verify_locations({ cadata: root.der });
  client.ocsp_stapling = ssl.CERT_OPTIONAL;
  const seen: unknown[] = [];
  client.verify_callback = (object, { verify_code, verify_message }) => {
    seen.push([
      verify_code,
      verify_message,
      object.ocsp_status?.certificate_status,
      object.ocsp_response !== null,
    ]);
    return 'accept';
  };
  t.notThrows(() => connected({ client, server }));
  t.deepEqual(seen, [[23, 'certificate revoked', 'revoked', true]]);
});

test('it is not asked about what is no certificate, and what has no key cannot be accepted', (t) => {
  const key = testKey('secp256r1', 'leaf');
  const keyless = makeCertificate({
    subject: 'CN=localhost',
    key,
    defects: { subjectPublicKeyInfo: sequence(sequence(oid('1.2.3.4')), bitString(Uint8Array.of(1))) },
  });
  let calls = 0;
  const trust = new Trust({
    store: new CertificateStore(),
    provider: cores[0],
    clock: Date.now,
    verify: true,
    flags: 0,
    securityLevel: 0,
    commonNames: true,
    isPublicSuffix: undefined,
    profile: 'common',
    stapling: ssl.CERT_NONE,
    peerName: undefined,
    host: null,
    owner: undefined,
    verifyCallback: () => {
      calls++;
      return 'accept';
    },
  });
  for (const role of roles) {
    t.false(trust.judge([Uint8Array.of(1, 2, 3)], { role, ocspResponse: undefined }).accepted);
    t.is(calls, 0);
    t.false(trust.judge([keyless.der], { role, ocspResponse: undefined }).accepted);
    t.is(calls, 1);
    calls = 0;
  }
});

test('either kind of context has one, and it is a function', (t) => {
  for (const context of [clientContext(cores[0]), serverContext(cores[0])]) {
    t.is(context.verify_callback, null);
    t.throws(() => Reflect.set(context, 'verify_callback', true), {
      instanceOf: TypeError,
      message: 'not a callable object',
    });
    const callback = () => null;
    context.verify_callback = callback;
    t.is(context.verify_callback, callback);
    // @ts-expect-error: a truth is no answer: it might mean either
    context.verify_callback = () => true;
  }
});
