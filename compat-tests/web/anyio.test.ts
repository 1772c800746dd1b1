/** anyio's tests of `TLSStream`, by their names, over `SSLStream`: what programs written for it rely on. */
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { BrokenResourceError, SSLListener, SSLStream } from '../../lib/web/index.ts';
import { certificate } from '../tools/certs.ts';
import { authority, makeCertificate, server as serverExtensions } from '../tools/make-certificate.ts';
import { testKey } from '../tools/test-keys.ts';
import { connected, contexts, pipes, type Setting, settings, streams, text, words } from './streams.ts';

function scenario(title: string, body: (t: ExecutionContext, setting: Setting) => Promise<void>): void {
  for (const setting of settings) {
    const version = setting.version === ssl.TLSVersion.TLSv1_3 ? 'TLS 1.3' : 'TLS 1.2';
    test(`${title} (${setting.core.name}, ${version})`, (t) => body(t, setting));
  }
}

scenario('test_send_receive', async (t, setting) => {
  const [client, server] = streams(setting);
  const serve = async () => {
    const received = await server.receive_some(10);
    await server.send_all(received.slice().reverse());
    await server.aclose();
  };
  const serving = serve();
  await client.send_all(text('hello'));
  t.is(words(await client.receive_some()), 'olleh');
  t.is((await client.receive_some()).length, 0);
  await client.aclose();
  await serving;
});

scenario('test_unicode_hostname_idna2008', async (t, setting) => {
  // Python's own codec makes IDNA 2003 of it, in which ß is ss; anyio hands over what the idna package made.
  const name = 'xn--fa-hia.example';
  const { client, server } = contexts(setting);
  const [rootKey, key] = [testKey('secp256r1', 'root'), testKey('secp256r1', 'leaf')];
  const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
  const leaf = makeCertificate({
    subject: 'CN=leaf',
    key,
    issuer: root,
    extensions: serverExtensions(key, rootKey, `dns:${name}`),
  });
  server.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
  client.load_verify_locations({ cadata: root.pem });
  const [here, there] = pipes();
  const clientSide = new SSLStream(here, client, { server_hostname: name });
  const serverSide = new SSLStream(there, server, { server_side: true });
  await Promise.all([clientSide.do_handshake(), serverSide.do_handshake()]);
  t.is(clientSide.server_hostname, name);
});

scenario('test_receive_invalid_max_bytes', async (t, setting) => {
  const [client] = await connected(setting);
  for (const max_bytes of [0, -1])
    await t.throwsAsync(client.receive_some(max_bytes), { instanceOf: RangeError });
});

scenario('test_extra_attributes', async (t, setting) => {
  const [client, server] = await connected(setting);
  const version = setting.version === ssl.TLSVersion.TLSv1_3 ? 'TLSv1.3' : 'TLSv1.2';
  for (const end of [client, server]) {
    t.is(end.selected_alpn_protocol(), null);
    t.true(end.get_channel_binding('tls-unique') instanceof Uint8Array);
    t.is(end.cipher()?.[2], 256);
    t.true(end.ssl_object instanceof ssl.SSLObject);
    t.is(end.version(), version);
    t.truthy(end.transport_stream);
  }
  t.deepEqual(client.getpeercert()?.subject?.flat(2).at(-1), 'p256');
  t.true(client.getpeercert(true) instanceof Uint8Array);
  t.is(server.getpeercert(), null);
  t.is(client.shared_ciphers(), null);
  t.true((server.shared_ciphers() ?? []).length > 0);
  t.false(client.server_side);
  t.true(server.server_side);
});

scenario('test_unwrap', async (t, setting) => {
  const [client, server] = await connected(setting);
  const goOn = async (stream: SSLStream, say: string) => {
    const [inner, trailing] = await stream.unwrap();
    const writer = inner.writable.getWriter();
    await writer.write(text(say));
    if (trailing.length > 0) return words(trailing);
    const { value } = await inner.readable.getReader().read();
    return words(value ?? new Uint8Array(0));
  };
  t.deepEqual(await Promise.all([goOn(client, 'from client'), goOn(server, 'from server')]), [
    'from server',
    'from client',
  ]);
});

scenario('test_alpn_negotiation', async (t, setting) => {
  const { client, server } = contexts(setting);
  client.set_alpn_protocols(['dummy1', 'dummy2']);
  server.set_alpn_protocols(['dummy2']);
  const [here, there] = pipes();
  const clientSide = new SSLStream(here, client, { server_hostname: 'localhost' });
  const serverSide = new SSLStream(there, server, { server_side: true });
  await Promise.all([clientSide.do_handshake(), serverSide.do_handshake()]);
  t.is(clientSide.selected_alpn_protocol(), 'dummy2');
  t.is(serverSide.selected_alpn_protocol(), 'dummy2');
});

for (const client_compatible of [true, false]) {
  for (const server_compatible of [true, false]) {
    const title = `test_ragged_eofs: client ${client_compatible ? 'tells' : 'cuts'}, server ${server_compatible ? 'minds' : 'does not mind'}`;
    scenario(title, async (t, setting) => {
      const [client, server] = await connected(setting, {
        client: { https_compatible: !client_compatible },
        server: { https_compatible: !server_compatible },
      });
      await client.send_all(text('hello'));
      t.is(words(await server.receive_some(10)), 'hello');
      await client.aclose();
      if (client_compatible || !server_compatible) t.is((await server.receive_some()).length, 0);
      else await t.throwsAsync(server.receive_some(), { instanceOf: BrokenResourceError });
      await server.aclose();
    });
  }
}

scenario('test_ragged_eof_on_receive', async (t, setting) => {
  const over = pipes();
  const [client] = await connected(setting, { over, client: { https_compatible: true } });
  over[1].cut();
  t.is((await client.receive_some()).length, 0);
});

scenario('test_receive_send_after_eof', async (t, setting) => {
  const [client, server] = await connected(setting);
  await server.aclose();
  t.is((await client.receive_some()).length, 0);
  t.is((await client.receive_some()).length, 0);
  await client.aclose();
});

scenario('test_truststore_ssl', async (t, setting) => {
  // What truststore does: a context of the caller's own making that wraps another.
  const { client } = contexts(setting);
  class Wrapping extends ssl.SSLContext {}
  const context = new Wrapping(ssl.PROTOCOL_TLS_CLIENT);
  context.crypto = setting.core;
  context.load_verify_locations(certificate('ca.crt'));
  const [here, there] = pipes();
  const clientSide = new SSLStream(here, context, { server_hostname: 'localhost' });
  const serverSide = new SSLStream(there, contexts(setting).server, { server_side: true });
  await Promise.all([clientSide.do_handshake(), serverSide.do_handshake()]);
  t.true(clientSide.context instanceof Wrapping);
  t.not(clientSide.context, client);
});

scenario('TestTLSListener.test_handshake_fail', async (t, setting) => {
  const { server } = contexts(setting);
  const [here, there] = pipes();
  async function* accepted() {
    yield there;
  }
  const listener = new SSLListener(accepted(), server);
  const stream = await listener.accept();
  if (stream == null) throw new Error('nobody was accepted');
  const handshake = stream.do_handshake();
  const writer = here.writable.getWriter();
  await writer.write(text('this is no ClientHello'));
  const error = await t.throwsAsync(handshake, { instanceOf: BrokenResourceError });
  t.true(error?.cause instanceof ssl.SSLError);
});

scenario('TestTLSListener.test_extra_attributes', async (t, setting) => {
  const { server } = contexts(setting);
  const [, there] = pipes();
  async function* accepted() {
    yield there;
  }
  for await (const stream of new SSLListener(accepted(), server, { https_compatible: true })) {
    t.true(stream.server_side);
    t.is(stream.context, server);
    t.is(stream.transport_stream, there);
  }
});

test('test_default_context_ignore_unexpected_eof_flag_off', (t) => {
  t.is(ssl.create_default_context().options & ssl.OP_IGNORE_UNEXPECTED_EOF, 0);
});
