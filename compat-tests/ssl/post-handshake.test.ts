/** `verify_client_post_handshake()`: what CPython 3.13 was seen to do, and what becomes of it in a session. */
import { readFileSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import * as ssl from '../../lib/index.ts';
import { pemBlocks } from '../../lib/pki/pem.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { Trust } from '../../lib/ssl/trust.ts';
import { certificate } from '../tools/certs.ts';
import {
  clientContext,
  connected,
  forEachCore,
  type Pair,
  readAll,
  scenario,
  serverContext,
  thrown,
} from '../tools/pair.ts';

interface Setting {
  readonly present?: string | null;
  readonly verify?: number;
  readonly offers?: boolean;
  readonly trusts?: boolean;
}

function contexts(
  core: CryptoProvider,
  { present = 'client.pem', verify = ssl.CERT_REQUIRED, offers = true, trusts = true }: Setting = {},
) {
  const client = clientContext(core, present === null ? {} : { present });
  client.post_handshake_auth = offers;
  const server = serverContext(core, { verify: trusts });
  server.verify_mode = verify;
  server.post_handshake_auth = true;
  return { client, server };
}

/** Request, answer, and the tickets that follow it. */
function authenticate(both: Pair): void {
  both.server.object.verify_client_post_handshake();
  both.server.object.do_handshake();
  both.transfer(both.server, both.client);
  readAll(both.client);
  both.transfer(both.client, both.server);
  readAll(both.server);
  both.transfer(both.server, both.client);
  readAll(both.client);
}

const refusal = (call: () => unknown) => {
  const error = thrown(call);
  return error instanceof ssl.SSLError ? [error.reason, error.errno] : error;
};

scenario('a client is known from then on, and in the sessions that follow', (t, { core, mode }) => {
  const ends = contexts(core);
  const both = connected({ ...ends, mode });
  const [client, server] = [both.client.object, both.server.object];
  t.is(server.getpeercert(), null);
  const before = server.get_channel_binding();
  const early = client.session;
  authenticate(both);
  const { subject } = server.getpeercert() as ssl.PeerCertificate;
  t.deepEqual(subject.at(-1), [['commonName', 'client']]);
  t.true(server.get_verified_chain().length > 1);
  t.deepEqual(server.get_unverified_chain()[0], server.getpeercert(true));
  t.notDeepEqual(server.get_channel_binding(), before, 'the last Finished of the client, as in OpenSSL');
  t.deepEqual(server.get_channel_binding(), client.get_channel_binding());
  t.deepEqual(server.get_channel_binding('tls-exporter'), client.get_channel_binding('tls-exporter'));
  t.notDeepEqual(client.session?.id, early?.id, 'new tickets came');

  const again = connected({ ...ends, mode, session: client.session });
  t.true(again.server.object.session_reused);
  t.deepEqual(again.server.object.getpeercert(), server.getpeercert());
  const stranger = connected({ ...ends, mode, session: early });
  t.true(stranger.server.object.session_reused);
  t.is(stranger.server.object.getpeercert(), null);
  authenticate(stranger);
  t.truthy(stranger.server.object.getpeercert());
  t.like(ends.server.session_stats(), { accept: 3, accept_good: 3, hits: 2 });
});

forEachCore((core) => {
  test(`a chain that is judged and not yet signed for is nobody's path (${core.name})`, (t) => {
    const chainOf = (name: string) =>
      pemBlocks(readFileSync(certificate(name), 'utf8')).flatMap(({ label, der }) =>
        label === 'CERTIFICATE' ? [der] : [],
      );
    const store = new CertificateStore();
    for (const der of chainOf('ca.crt')) store.add(der);
    const trust = new Trust({
      store,
      provider: core,
      clock: Date.now,
      verify: true,
      flags: 0,
      securityLevel: 1,
      commonNames: false,
      isPublicSuffix: undefined,
      profile: 'common',
      stapling: ssl.CERT_NONE,
      peerName: undefined,
      host: null,
      verifyCallback: null,
      owner: undefined,
    });
    const [known, claimed] = [chainOf('client.pem'), chainOf('p256.pem')];
    const leafOf = (chain: readonly Uint8Array[]) => trust.path(chain, 'client')[0].der;
    trust.judge(known, { role: 'client', ocspResponse: undefined });
    t.deepEqual(leafOf(known), known[0]);
    trust.judge(claimed, { role: 'client', ocspResponse: undefined });
    t.deepEqual(leafOf(known), known[0]);
    t.deepEqual(leafOf(claimed), claimed[0]);
  });

  const declare = (title: string, body: (t: ExecutionContext) => void) =>
    test(`${title} (${core.name})`, body);

  declare('the request leaves with the next call, whichever it is', (t) => {
    const calls: ((object: ssl.SSLObject) => unknown)[] = [
      (object) => object.do_handshake(),
      (object) => thrown(() => object.read()),
      (object) => object.write(new Uint8Array(1)),
    ];
    for (const call of calls) {
      const both = connected(contexts(core));
      both.server.object.verify_client_post_handshake();
      t.is(both.server.outgoing.pending, 0);
      t.deepEqual(
        refusal(() => both.server.object.verify_client_post_handshake()),
        ['STILL_IN_INIT', 121],
      );
      call(both.server.object);
      t.true(both.server.outgoing.pending > 0);
      t.deepEqual(
        refusal(() => both.server.object.verify_client_post_handshake()),
        ['REQUEST_SENT', 286],
      );
      both.transfer(both.server, both.client);
      readAll(both.client);
      both.transfer(both.client, both.server);
      readAll(both.server);
      t.truthy(both.server.object.getpeercert());
    }
  });

  declare('what cannot be', (t) => {
    const ask = (object: ssl.SSLObject) => refusal(() => object.verify_client_post_handshake());
    const { client, server } = contexts(core);
    const bio = () => new ssl.MemoryBIO();
    t.deepEqual(ask(server.wrap_bio(bio(), bio(), true)), ['WRONG_SSL_VERSION', 266]);
    t.deepEqual(ask(client.wrap_bio(bio(), bio(), false, 'localhost')), ['WRONG_SSL_VERSION', 266]);
    const both = connected({ client, server });
    t.deepEqual(ask(both.client.object), ['NOT_SERVER', 284]);
    const { server: deaf } = connected(contexts(core, { offers: false }));
    t.deepEqual(ask(deaf.object), ['EXTENSION_NOT_RECEIVED', 279]);
    const { server: careless } = connected(contexts(core, { verify: ssl.CERT_NONE }));
    t.deepEqual(ask(careless.object), ['INVALID_CONFIG', 283]);
    // What a context says later is not for connections that there are.
    server.verify_mode = ssl.CERT_NONE;
    t.is(ask(both.server.object), undefined);
  });

  declare('a certificate that is not trusted', (t) => {
    const both = connected(contexts(core, { trusts: false }));
    both.server.object.verify_client_post_handshake();
    both.server.object.do_handshake();
    both.transfer(both.server, both.client);
    readAll(both.client);
    both.transfer(both.client, both.server);
    const error = thrown(() => both.server.object.read());
    t.true(error instanceof ssl.SSLCertVerificationError);
    both.transfer(both.server, both.client);
    t.deepEqual(
      refusal(() => both.client.object.read()),
      ['TLSV1_ALERT_UNKNOWN_CA', 1],
    );
    t.true(thrown(() => both.server.object.read()) instanceof ssl.SSLEOFError);
    t.deepEqual(
      refusal(() => both.server.object.verify_client_post_handshake()),
      ['STILL_IN_INIT', 121],
    );
  });

  declare('keys may change between request and answer', (t) => {
    const both = connected(contexts(core));
    both.server.object.verify_client_post_handshake();
    both.server.object.update_keys();
    both.client.object.update_keys(true);
    both.transfer(both.client, both.server);
    readAll(both.server);
    both.transfer(both.server, both.client);
    readAll(both.client);
    both.client.object.update_keys(true);
    both.transfer(both.client, both.server);
    readAll(both.server);
    t.truthy(both.server.object.getpeercert());
  });
});
