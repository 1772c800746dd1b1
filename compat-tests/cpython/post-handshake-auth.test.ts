/** TestPostHandshakeAuth of CPython's test_ssl.py, its echo server re-told as an object over buffers. */
import test, { type ExecutionContext } from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import {
  clientContext,
  connected,
  forEachCore,
  type Pair,
  readAll,
  serverContext,
  thrown,
} from '../tools/pair.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

interface Setting {
  readonly clientAsks?: boolean;
  readonly serverAsks?: boolean;
  readonly verify?: number;
  readonly present?: string;
  readonly clientVerifies?: boolean;
}

/** A client and a server that verifies clients by the test roots. */
function contexts(
  core: CryptoProvider,
  {
    clientAsks = true,
    serverAsks = true,
    verify = ssl.CERT_REQUIRED,
    present,
    clientVerifies = true,
  }: Setting,
) {
  const client = clientContext(core, { verify: clientVerifies, ...(present !== undefined && { present }) });
  client.post_handshake_auth = clientAsks;
  const server = serverContext(core, { verify: true });
  server.verify_mode = verify;
  server.post_handshake_auth = serverAsks;
  return { client, server };
}

/** What the client says to the server, and what comes back, as ThreadedEchoServer has it. */
function say(both: Pair, word: 'HASCERT' | 'PHA' | 'GETCERT'): string {
  both.client.object.write(bytes(word));
  both.transfer(both.client, both.server);
  const server = both.server.object;
  const heard = text(readAll(both.server));
  if (heard !== word) throw new Error(`the server heard ${heard}`);
  server.write(bytes(answer(server, word)));
  both.transfer(both.server, both.client);
  const answered = text(readAll(both.client));
  both.transfer(both.client, both.server);
  return answered;
}

function answer(server: ssl.SSLObject, word: string): string {
  if (word === 'HASCERT') return server.getpeercert() !== null ? 'TRUE' : 'FALSE';
  if (word === 'GETCERT') return JSON.stringify(server.getpeercert());
  const error = thrown(() => server.verify_client_post_handshake());
  return error === undefined ? 'OK' : String(error);
}

forEachCore((core) => {
  const declare = (name: string, body: (t: ExecutionContext) => void) =>
    test(`TestPostHandshakeAuth.${name} (${core.name})`, body);

  declare('test_pha_setter', (t) => {
    for (const protocol of [ssl.PROTOCOL_TLS_SERVER, ssl.PROTOCOL_TLS_CLIENT]) {
      const context = new ssl.SSLContext(protocol);
      t.false(context.post_handshake_auth);
      context.post_handshake_auth = true;
      t.true(context.post_handshake_auth);
      context.verify_mode = ssl.CERT_REQUIRED;
      t.is(context.verify_mode, ssl.CERT_REQUIRED);
      t.true(context.post_handshake_auth);
      context.post_handshake_auth = false;
      t.is(context.verify_mode, ssl.CERT_REQUIRED);
      t.false(context.post_handshake_auth);
      context.verify_mode = ssl.CERT_OPTIONAL;
      context.post_handshake_auth = true;
      t.is(context.verify_mode, ssl.CERT_OPTIONAL);
      t.true(context.post_handshake_auth);
    }
  });

  declare('test_pha_required', (t) => {
    const both = connected(contexts(core, { present: 'client.pem' }));
    t.is(say(both, 'HASCERT'), 'FALSE');
    t.is(say(both, 'PHA'), 'OK');
    t.is(say(both, 'HASCERT'), 'TRUE');
    // PHA method just returns true when cert is already available
    t.is(say(both, 'PHA'), 'OK');
    t.true(say(both, 'GETCERT').includes('pyssl tests'));
  });

  declare('test_pha_required_nocert', (t) => {
    const both = connected(contexts(core, {}));
    t.is(say(both, 'PHA'), 'OK');
    const refused = thrown(() => both.server.object.read()) as ssl.SSLError;
    t.is(refused.reason, 'PEER_DID_NOT_RETURN_A_CERTIFICATE');
    both.transfer(both.server, both.client);
    const alert = thrown(() => both.client.object.read()) as ssl.SSLError;
    t.is(alert.reason, 'TLSV13_ALERT_CERTIFICATE_REQUIRED');
    t.regex(alert.message, /certificate required/);
  });

  declare('test_pha_optional', (t) => {
    const both = connected(contexts(core, { present: 'client.pem', verify: ssl.CERT_OPTIONAL }));
    t.is(say(both, 'HASCERT'), 'FALSE');
    t.is(say(both, 'PHA'), 'OK');
    t.is(say(both, 'HASCERT'), 'TRUE');
  });

  declare('test_pha_optional_nocert', (t) => {
    const both = connected(contexts(core, { verify: ssl.CERT_OPTIONAL }));
    t.is(say(both, 'HASCERT'), 'FALSE');
    t.is(say(both, 'PHA'), 'OK');
    // optional doesn't fail when client does not have a cert
    t.is(say(both, 'HASCERT'), 'FALSE');
  });

  declare('test_pha_no_pha_client', (t) => {
    const both = connected(contexts(core, { present: 'client.pem', clientAsks: false }));
    const error = thrown(() => both.client.object.verify_client_post_handshake()) as ssl.SSLError;
    t.regex(error.message, /not server/);
    t.regex(say(both, 'PHA'), /extension not received/);
  });

  declare('test_pha_no_pha_server', (t) => {
    // server doesn't have PHA enabled, cert is requested in handshake
    const both = connected(contexts(core, { present: 'client.pem', serverAsks: false }));
    t.is(say(both, 'HASCERT'), 'TRUE');
    // PHA doesn't fail if there is already a cert
    t.is(say(both, 'PHA'), 'OK');
    t.is(say(both, 'HASCERT'), 'TRUE');
  });

  declare('test_pha_not_tls13', (t) => {
    const both = contexts(core, { present: 'client.pem', serverAsks: false });
    both.client.maximum_version = ssl.TLSVersion.TLSv1_2;
    // PHA fails for TLS != 1.3
    t.regex(say(connected(both), 'PHA'), /WRONG_SSL_VERSION/);
  });

  declare('test_bpo37428_pha_cert_none', (t) => {
    // post_handshake_auth does not implicitly enable cert validation
    const both = connected(contexts(core, { present: 'client.pem', clientVerifies: false }));
    t.is(say(both, 'HASCERT'), 'FALSE');
    t.is(say(both, 'PHA'), 'OK');
    t.is(say(both, 'HASCERT'), 'TRUE');
    // server cert has not been validated
    t.deepEqual(both.client.object.getpeercert(), {});
  });
});
