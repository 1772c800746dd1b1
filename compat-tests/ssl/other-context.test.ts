/** A connection that goes on with another context than it began with: what follows that, and what does not. */
import { readFileSync } from 'node:fs';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, connected, forEachCore, pair, serverContext, thrown } from '../tools/pair.ts';

const certificateOf = (file: string): string => {
  const text = readFileSync(certificate(file), 'utf8');
  return text.slice(text.indexOf('-----BEGIN CERTIFICATE'));
};

const versions = { 'TLS 1.2': ssl.TLSVersion.TLSv1_2, 'TLS 1.3': ssl.TLSVersion.TLSv1_3 };

forEachCore((core) => {
  for (const [named, version] of Object.entries(versions)) {
    const of = (set: (context: ssl.SSLContext) => void) => (context: ssl.SSLContext) => {
      context.minimum_version = context.maximum_version = version;
      set(context);
    };
    /** Two servers' contexts, of which the first hands over to the second when it hears the name. */
    const servers = (second: (context: ssl.SSLContext) => void, first: typeof second = () => {}) => {
      const other = serverContext(core, { set: of(second) });
      const server = serverContext(core, {
        set: of((context) => {
          context.sni_callback = (object) => {
            object.context = other;
          };
          first(context);
        }),
      });
      return { server, other };
    };

    test(`a handshake that is handed over counts where it ends (${named}, ${core.name})`, (t) => {
      const { server, other } = servers(() => {});
      const client = clientContext(core);
      connected({ client, server });
      const [before, after] = [server.session_stats(), other.session_stats()];
      t.deepEqual([before.accept, before.accept_good, after.accept, after.accept_good], [0, 0, 1, 1]);
    });

    test(`so does one that began to wait before (${named}, ${core.name})`, (t) => {
      const { server, other } = servers(() => {});
      const both = pair({ client: clientContext(core), server });
      t.throws(() => both.server.object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
      t.is(server.session_stats().accept, 1);
      both.handshake();
      const [before, after] = [server.session_stats(), other.session_stats()];
      t.deepEqual([before.accept, before.accept_good, after.accept, after.accept_good], [0, 0, 1, 1]);
    });

    test(`a session counts, and is kept, where it began (${named}, ${core.name})`, (t) => {
      const { server, other } = servers(() => {});
      const client = clientContext(core);
      const { session } = connected({ client, server }).client.object;
      t.true(connected({ client, server, session }).server.object.session_reused);
      t.is(server.session_stats().hits, 1);
      t.is(other.session_stats().hits, 0);
      t.false(connected({ client, server: other, session }).server.object.session_reused);
    });

    test(`secrets are logged, and messages told, by whose context it is (${named}, ${core.name})`, (t) => {
      const heard: Record<'first' | 'second', string[]> = { first: [], second: [] };
      const listen = (to: keyof typeof heard) => (context: ssl.SSLContext) => {
        context.keylog_callback = (_, line) => heard[to].push(line.split(' ')[0]);
        context._msg_callback = (_, direction, __, type, message) => {
          if (type === ssl._TLSContentType.HANDSHAKE) heard[to].push(`${direction} ${message}`);
        };
      };
      const { server } = servers(listen('second'), listen('first'));
      connected({ client: clientContext(core), server });
      t.deepEqual(heard.first, ['read 1']);
      t.is(heard.second[0], 'write 2');
      t.true(heard.second.includes('read 20'));
      const secret = version === ssl.TLSVersion.TLSv1_2 ? 'CLIENT_RANDOM' : 'SERVER_TRAFFIC_SECRET_0';
      t.true(heard.second.includes(secret));
    });

    test(`who listens from the middle on hears the rest (${named}, ${core.name})`, (t) => {
      let heard = 0;
      const { server } = servers((context) => {
        context._msg_callback = () => heard++;
      });
      connected({ client: clientContext(core), server });
      t.true(heard > 0);
    });

    test(`one that has begun to wait goes by the new context (${named}, ${core.name})`, (t) => {
      const both = pair({
        client: clientContext(core, { set: of(() => {}) }),
        server: serverContext(core, { set: of(() => {}) }),
      });
      for (const end of [both.client, both.server])
        t.throws(() => end.object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
      both.server.object.context = serverContext(core, { present: 'rsa2048.pem', set: of(() => {}) });
      both.transfer(both.client, both.server);
      t.throws(() => both.server.object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
      const trusting = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
      trusting.crypto = core; // which trusts nobody
      both.client.object.context = trusting;
      both.transfer(both.server, both.client);
      const error = thrown(() => both.client.object.do_handshake()) as ssl.SSLCertVerificationError;
      t.is(error.verify_code, 20);
      const [leaf] = both.client.object.get_unverified_chain();
      t.deepEqual(leaf, ssl.PEM_cert_to_DER_cert(certificateOf('rsa2048.pem')));
    });

    test(`a client that is handed over offers what the new context does (${named}, ${core.name})`, (t) => {
      const suites = version === ssl.TLSVersion.TLSv1_2;
      const both = pair({
        client: clientContext(core, { set: of((context) => context.set_alpn_protocols(['a'])) }),
        server: serverContext(core, { set: of((context) => context.set_alpn_protocols(['b', 'a'])) }),
      });
      both.client.object.context = clientContext(core, {
        set: of((context) => {
          context.set_alpn_protocols(['b']);
          if (suites) context.set_ciphers('ECDHE+CHACHA20');
        }),
      });
      both.handshake();
      t.is(both.client.object.selected_alpn_protocol(), 'a', 'which the connection has from its beginning');
      if (suites) t.is(both.client.object.cipher()?.[0], 'ECDHE-ECDSA-CHACHA20-POLY1305');
    });
  }

  const over12 = (first: (context: ssl.SSLContext) => void, second: typeof first, list: string) => {
    const other = serverContext(core, { present: 'rsa2048.pem', set: second });
    const server = serverContext(core, {
      present: 'rsa2048.pem',
      set: (context) => {
        context.sni_callback = (object) => {
          object.context = other;
        };
        first(context);
      },
    });
    const client = clientContext(core, {
      set: (context) => {
        context.maximum_version = ssl.TLSVersion.TLSv1_2;
        context.set_ciphers(list);
      },
    });
    return pair({ client, server }).handshake();
  };

  test(`the new context's suites are chosen from (${core.name})`, (t) => {
    const both = over12(
      () => {},
      (context) => context.set_ciphers('ECDHE+CHACHA20'),
      'ECDHE',
    );
    t.is(both.server.object.cipher()?.[0], 'ECDHE-RSA-CHACHA20-POLY1305');
  });

  test(`and its group for DHE (${core.name})`, (t) => {
    const load = (context: ssl.SSLContext) => context.load_dh_params(certificate('ffdhe2048.pem'));
    t.true(over12(() => {}, load, 'DHE').server.done);
    const { error } = over12(load, () => {}, 'DHE').server;
    t.is((error as ssl.SSLError).reason, 'NO_SHARED_CIPHER');
  });

  test(`and its keys, where there are to be any (${core.name})`, (t) => {
    const key = new Uint8Array(16).fill(7);
    const keys = (hint: string) => (context: ssl.SSLContext) => {
      context.set_ciphers('PSK');
      context.set_psk_server_callback(() => key, hint);
    };
    const hints: (string | null)[] = [];
    const run = (first: (context: ssl.SSLContext) => void, second: typeof first) => {
      const client = clientContext(core, {
        verify: false,
        set: (context) => {
          context.maximum_version = ssl.TLSVersion.TLSv1_2;
          context.set_ciphers('PSK');
          context.set_psk_client_callback((hint) => {
            hints.push(hint);
            return ['id', key];
          });
        },
      });
      const other = serverContext(core, { set: second });
      const server = serverContext(core, {
        set: (context) => {
          first(context);
          context.sni_callback = (object) => {
            object.context = other;
          };
        },
      });
      return pair({ client, server }).handshake().server;
    };
    t.true(run(keys('first'), keys('second')).done);
    t.deepEqual(hints, ['second']);
    const withoutKeys = (context: ssl.SSLContext) => context.set_ciphers('PSK');
    t.is((run(keys('first'), withoutKeys).error as ssl.SSLError).reason, 'PSK_IDENTITY_NOT_FOUND');
    t.is((run(withoutKeys, keys('second')).error as ssl.SSLError).reason, 'NO_SHARED_CIPHER');
  });

  test(`a name that is refused with an alert of another version or of none (${core.name})`, (t) => {
    const refusal = (alert: number, version: ssl.TLSVersion) => {
      const server = serverContext(core, {
        set: (context) => {
          context.sni_callback = () => alert;
        },
      });
      const client = clientContext(core, {
        set: (context) => {
          context.minimum_version = context.maximum_version = version;
        },
      });
      return (pair({ client, server }).handshake().client.error as ssl.SSLError | undefined)?.reason;
    };
    const { TLSv1_2, TLSv1_3 } = ssl.TLSVersion;
    t.is(refusal(116, TLSv1_3), 'TLSV13_ALERT_CERTIFICATE_REQUIRED');
    t.is(refusal(116, TLSv1_2), 'SSLV3_ALERT_HANDSHAKE_FAILURE');
    t.is(refusal(109, TLSv1_2), 'SSLV3_ALERT_HANDSHAKE_FAILURE');
    for (const version of [TLSv1_2, TLSv1_3]) t.is(refusal(41, version), undefined, 'nothing is sent');
  });
});
