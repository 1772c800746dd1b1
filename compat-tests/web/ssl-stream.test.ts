/** trio's tests of `SSLStream`, by their names, and what WHATWG streams add. */
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import {
  BrokenResourceError,
  BusyResourceError,
  type ByteStreams,
  ClosedResourceError,
  NeedHandshakeError,
  SSLListener,
  SSLStream,
} from '../../lib/web/index.ts';
import { clientContext } from '../tools/pair.ts';
import { quiet } from '../tools/quiet.ts';
import { randomNumbers, seed } from '../tools/seed.ts';
import {
  connected,
  contexts,
  failing,
  pipes,
  receiveExactly,
  type Setting,
  settings,
  streams,
  text,
  words,
} from './streams.ts';

function scenario(title: string, body: (t: ExecutionContext, setting: Setting) => Promise<void>): void {
  for (const setting of settings) {
    const version = setting.version === ssl.TLSVersion.TLSv1_3 ? 'TLS 1.3' : 'TLS 1.2';
    test(`${title} (${setting.core.name}, ${version})`, (t) => body(t, setting));
  }
}

scenario('test_ssl_client_basics', async (t, setting) => {
  const [client, server] = await connected(setting);
  t.false(client.server_side);
  await client.send_all(text('x'));
  t.is(words(await server.receive_some(1)), 'x');
  await server.send_all(text('y'));
  t.is(words(await client.receive_some(10)), 'y');
  await Promise.all([client.aclose(), server.aclose()]);

  const untrusting = new SSLStream(pipes()[0], new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), {
    server_hostname: 'localhost',
  });
  t.false(untrusting.server_side);
});

scenario('test_ssl_client_basics: no trust, and another name', async (t, setting) => {
  const { server } = contexts(setting);
  const strict = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  strict.crypto = setting.core;
  const trusting = clientContext(setting.core);
  trusting.check_hostname = true;
  for (const [context, server_hostname, message] of [
    [strict, 'localhost', 'unable to get local issuer certificate'],
    [trusting, 'elsewhere.example', 'Hostname mismatch'],
  ] as const) {
    const [here, there] = pipes();
    const client = new SSLStream(here, context, { server_hostname });
    const serverSide = new SSLStream(there, server, { server_side: true });
    const [ours, theirs] = await Promise.allSettled([client.send_all(text('x')), serverSide.receive_some(1)]);
    const error = rejection(t, ours, BrokenResourceError);
    t.true(error.cause instanceof ssl.SSLCertVerificationError);
    t.regex((error.cause as ssl.SSLCertVerificationError).verify_message ?? '', new RegExp(message));
    t.true(rejection(t, theirs, BrokenResourceError).cause instanceof ssl.SSLError);
    await t.throwsAsync(client.receive_some(1), { instanceOf: BrokenResourceError });
  }
});

scenario('test_ssl_server_basics', async (t, setting) => {
  const [client, server] = streams(setting);
  t.true(server.server_side);
  const [, received] = await Promise.all([client.send_all(text('x')), server.receive_some(10)]);
  t.is(words(received), 'x');
  await Promise.all([client.unwrap(), server.unwrap()]);
});

scenario('test_attributes', async (t, setting) => {
  const over = pipes();
  const [client, server] = streams(setting, { over });
  t.is(client.transport_stream, over[0]);
  t.is(client.server_hostname, 'localhost');
  t.true(client.context instanceof ssl.SSLContext);
  t.false(client.server_side);
  t.is(client.session, null);
  const before: readonly (() => unknown)[] = [
    () => client.cipher(),
    () => client.version(),
    () => client.getpeercert(),
    () => client.session_reused,
    () => client.shared_ciphers(),
    () => client.compression(),
    () => client.selected_alpn_protocol(),
    () => client.get_channel_binding(),
  ];
  for (const call of before) t.throws(call, { instanceOf: NeedHandshakeError });
  await Promise.all([client.do_handshake(), server.do_handshake()]);
  for (const call of before) t.notThrows(call);
  t.is(client.cipher()?.length, 3);
});

scenario('test_full_duplex_basics', async (t, setting) => {
  const [client, server] = streams(setting);
  t.log(`seed ${seed}`);
  const random = randomNumbers();
  const data = Uint8Array.from({ length: 2 ** 20 }, random);
  const echo = async () => {
    for (;;) {
      const part = await server.receive_some();
      if (part.length === 0) return;
      await server.send_all(part);
    }
  };
  const echoing = echo();
  const [, , back] = await Promise.all([
    client.do_handshake(),
    client.send_all(data),
    receiveExactly(client, data.length),
  ]);
  t.deepEqual(Buffer.from(back), Buffer.from(data));
  await client.aclose();
  await echoing;
});

scenario(
  'two peers that write more than the transport holds, and read meanwhile, finish',
  async (t, setting) => {
    const [client, server] = await connected(setting);
    const data = new Uint8Array(2 ** 21).fill(7);
    const ends = [client, server].map((end) =>
      Promise.all([end.send_all(data), receiveExactly(end, data.length)]),
    );
    for (const [, back] of await Promise.all(ends)) t.is(back.length, data.length);
  },
);

scenario('test_resource_busy_errors', async (t, setting) => {
  const [client] = await connected(setting);
  const first = client.receive_some(1);
  await t.throwsAsync(client.receive_some(1), { instanceOf: BusyResourceError });
  const sending = client.send_all(new Uint8Array(2 ** 20));
  await t.throwsAsync(client.send_all(text('x')), { instanceOf: BusyResourceError });
  await t.throwsAsync(client.wait_send_all_might_not_block(), { instanceOf: BusyResourceError });
  await t.throwsAsync(client.unwrap(), { instanceOf: BusyResourceError });
  await client.transport_stream.writable.abort().catch(() => {});
  first.catch(() => {});
  sending.catch(() => {});
});

scenario('test_wait_writable_calls_underlying_wait_writable', async (t, setting) => {
  const [client, server] = await connected(setting);
  await client.wait_send_all_might_not_block();
  const sending = client.send_all(new Uint8Array(2 ** 18));
  await receiveExactly(server, 2 ** 18);
  await sending;
  await client.wait_send_all_might_not_block();
  await Promise.all([client.aclose(), server.aclose()]);
  await t.throwsAsync(client.wait_send_all_might_not_block(), { instanceOf: ClosedResourceError });
});

scenario('test_send_all_empty_string', async (t, setting) => {
  const [client, server] = await connected(setting);
  await client.send_all(new Uint8Array(0));
  await client.send_all(new Uint8Array(0));
  await client.send_all(text('x'));
  t.is(words(await server.receive_some(4)), 'x');
});

scenario('test_SSLStream_generic', async (t, setting) => {
  // What trio asks of any stream: sizes of all kinds arrive in order, and ends are seen by both.
  const [client, server] = await connected(setting);
  for (const size of [1, 100, 16384, 16385, 100_000]) {
    const data = Uint8Array.from({ length: size }, (_, i) => i);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      const [, received] = await Promise.all([from.send_all(data), receiveExactly(to, size)]);
      t.deepEqual(Buffer.from(received), Buffer.from(data));
    }
  }
  await Promise.all([client.aclose(), receiveToEnd(server)]);
  await server.aclose();
  for (const end of [client, server]) {
    await t.throwsAsync(end.send_all(text('x')), { instanceOf: ClosedResourceError });
    await t.throwsAsync(end.receive_some(1), { instanceOf: ClosedResourceError });
    await t.throwsAsync(end.wait_send_all_might_not_block(), { instanceOf: ClosedResourceError });
    await end.aclose();
  }
});

scenario('test_unwrap', async (t, setting) => {
  const over = pipes();
  const [client, server] = await connected(setting, { over });
  await client.send_all(text('x'));
  t.is(words(await server.receive_some(1)), 'x');
  await server.send_all(text('y'));
  t.is(words(await client.receive_some(1)), 'y');

  const talk = async () => {
    const [inner, trailing] = await client.unwrap();
    t.is(inner, over[0]);
    t.is(trailing.length, 0);
    await t.throwsAsync(client.do_handshake(), { instanceOf: ClosedResourceError });
    await t.throwsAsync(client.send_all(text('z')), { instanceOf: ClosedResourceError });
    await t.throwsAsync(client.receive_some(1), { instanceOf: ClosedResourceError });
    await t.throwsAsync(client.unwrap(), { instanceOf: ClosedResourceError });
    const writer = inner.writable.getWriter();
    await writer.write(text('plain'));
    writer.releaseLock();
  };
  const answer = async () => {
    t.is((await server.receive_some()).length, 0);
    const [inner, trailing] = await server.unwrap();
    t.is(inner, over[1]);
    const reader = inner.readable.getReader();
    const rest = trailing.length > 0 ? trailing : ((await reader.read()).value ?? new Uint8Array(0));
    t.is(words(rest), 'plain');
  };
  await Promise.all([talk(), answer()]);
});

scenario('unwrap hands on what came behind the close_notify', async (t, setting) => {
  const [here, there] = pipes();
  // The server's close_notify and its first plain bytes come in one chunk.
  const glue: Uint8Array[] = [];
  let gluing = false;
  const glued = there.readable;
  const inner: ByteStreams = {
    readable: here.readable.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          if (!gluing) controller.enqueue(chunk);
          else if (glue.push(chunk) === 2) controller.enqueue(Buffer.concat(glue));
        },
      }),
    ),
    writable: here.writable,
  };
  const [client, server] = await connected(setting, {
    over: [inner, { readable: glued, writable: there.writable }],
  });
  await server.send_all(text('t'));
  await client.receive_some(1);
  gluing = true;
  const answer = async () => {
    const [streams] = await server.unwrap();
    const writer = streams.writable.getWriter();
    await writer.write(text('trailing'));
  };
  const [[, trailing]] = await Promise.all([client.unwrap(), answer()]);
  t.is(words(trailing), 'trailing');
});

scenario('test_closing_nice_case', async (t, setting) => {
  const [client, server] = await connected(setting);
  await Promise.all([client.aclose(), receiveToEnd(server)]);
  t.is((await server.receive_some()).length, 0);
  await server.aclose();
  await client.aclose(); // twice is well
  await t.throwsAsync(client.receive_some(), { instanceOf: ClosedResourceError });
  await t.throwsAsync(client.send_all(text('x')), { instanceOf: ClosedResourceError });
  await t.throwsAsync(client.do_handshake(), { instanceOf: ClosedResourceError });
});

scenario('both close at once', async (t, setting) => {
  const [client, server] = await connected(setting);
  await Promise.all([client.aclose(), server.aclose()]);
  t.pass();
});

scenario('test_send_all_fails_in_the_middle', async (t, setting) => {
  const [here, there] = pipes();
  const over = [failing(here, 'send', 3), there] as const;
  const [client, server] = streams(setting, { over });
  server.do_handshake().catch(() => {});
  const error = await t.throwsAsync(
    async () => {
      for (;;) await client.send_all(text('x'));
    },
    { instanceOf: BrokenResourceError },
  );
  t.regex(error?.message ?? '', /send fails/);
  await t.throwsAsync(client.send_all(text('x')), { instanceOf: BrokenResourceError });
  await client.aclose();
});

scenario('test_ssl_over_ssl', async (t, setting) => {
  const [outerClient, outerServer] = streams(setting);
  const [client, server] = streams(setting, { over: [outerClient, outerServer] });
  const data = new Uint8Array(100_000).fill(3);
  const [, received] = await Promise.all([client.send_all(data), receiveExactly(server, data.length)]);
  t.deepEqual(Buffer.from(received), Buffer.from(data));
  await server.send_all(text('pong'));
  t.is(words(await receiveExactly(client, 4)), 'pong');
});

scenario('test_ssl_bad_shutdown', async (t, setting) => {
  const over = pipes();
  const [client, server] = await connected(setting, { over });
  await client.send_all(text('x'));
  await server.receive_some(1);
  over[0].cut();
  const error = await t.throwsAsync(server.receive_some(), { instanceOf: BrokenResourceError });
  t.true(error?.cause instanceof ssl.SSLEOFError);
  t.regex(String((error?.cause as ssl.SSLEOFError | undefined)?.strerror), /UNEXPECTED_EOF_WHILE_READING/);
  await t.throwsAsync(server.send_all(text('x')), { instanceOf: BrokenResourceError });
  await server.aclose();
});

scenario('test_ssl_bad_shutdown_but_its_ok', async (t, setting) => {
  const https = { https_compatible: true };
  const over = pipes();
  const [client, server] = await connected(setting, { client: https, server: https, over });
  await client.send_all(text('x'));
  await server.receive_some(1);
  over[0].cut();
  t.is((await server.receive_some()).length, 0);
  await t.throwsAsync(server.send_all(text('x')), { instanceOf: BrokenResourceError });
  await server.aclose();
});

scenario('test_ssl_handshake_failure_during_aclose', async (t, setting) => {
  const [here, there] = pipes();
  const { server } = contexts(setting);
  const untrusting = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  untrusting.crypto = setting.core;
  const client = new SSLStream(here, untrusting, { server_hostname: 'localhost' });
  new SSLStream(there, server, { server_side: true }).do_handshake().catch(() => {});
  const error = await t.throwsAsync(client.aclose(), { instanceOf: BrokenResourceError });
  t.true(error?.cause instanceof ssl.SSLCertVerificationError);
  await client.aclose();
});

scenario('test_ssl_only_closes_stream_once', async (t, setting) => {
  const [here, there] = pipes();
  let closed = 0;
  const writable = counting(here.writable, () => closed++);
  const [client, server] = await connected(setting, { over: [{ readable: here.readable, writable }, there] });
  await Promise.all([client.aclose(), client.aclose(), receiveToEnd(server)]);
  await client.aclose();
  t.is(closed, 1);
});

scenario('test_ssl_https_compatibility_disagreement', async (t, setting) => {
  const [client, server] = await connected(setting, { server: { https_compatible: true } });
  await client.send_all(text('x'));
  await server.receive_some(1);
  await Promise.all([
    server.aclose(),
    t.throwsAsync(client.receive_some(), { instanceOf: BrokenResourceError }),
  ]);
});

scenario('test_https_mode_eof_before_handshake', async (t, setting) => {
  const https = { https_compatible: true };
  const over = pipes();
  const [, server] = streams(setting, { client: https, server: https, over });
  over[0].cut();
  await t.throwsAsync(server.receive_some(), { instanceOf: BrokenResourceError });
  await t.throwsAsync(server.do_handshake(), { instanceOf: BrokenResourceError });
});

scenario('test_send_error_during_handshake', async (t, setting) => {
  const [here, there] = pipes();
  const [client] = streams(setting, { over: [failing(here, 'send', 0), there] });
  there.cut(); // a transport that cannot send does not receive either
  await t.throwsAsync(client.do_handshake(), { instanceOf: BrokenResourceError });
  await t.throwsAsync(client.do_handshake(), { instanceOf: BrokenResourceError });
});

scenario('test_receive_error_during_handshake', async (t, setting) => {
  const [here, there] = pipes();
  const [client, server] = streams(setting, { over: [failing(here, 'receive', 0), there] });
  server.do_handshake().catch(() => {});
  await t.throwsAsync(client.do_handshake(), { instanceOf: BrokenResourceError, message: /receive fails/ });
  await t.throwsAsync(client.do_handshake(), { instanceOf: BrokenResourceError });
});

scenario('test_selected_alpn_protocol_before_handshake', async (t, setting) => {
  const [client, server] = streams(setting);
  t.throws(() => client.selected_alpn_protocol(), { instanceOf: NeedHandshakeError });
  t.throws(() => server.selected_alpn_protocol(), { instanceOf: NeedHandshakeError });
});

scenario('test_selected_alpn_protocol_when_not_set', async (t, setting) => {
  const [client, server] = await connected(setting);
  t.is(client.selected_alpn_protocol(), null);
  t.is(server.selected_alpn_protocol(), null);
});

scenario('test_get_channel_binding_before_handshake', async (t, setting) => {
  const [client, server] = streams(setting);
  t.throws(() => client.get_channel_binding(), { instanceOf: NeedHandshakeError });
  t.throws(() => server.get_channel_binding(), { instanceOf: NeedHandshakeError });
});

scenario('test_get_channel_binding_after_handshake', async (t, setting) => {
  const [client, server] = await connected(setting);
  t.truthy(client.get_channel_binding());
  t.deepEqual(client.get_channel_binding(), server.get_channel_binding());
});

scenario('test_getpeercert', async (t, setting) => {
  const [client, server] = await connected(setting);
  t.is(server.getpeercert(), null);
  t.true(client.getpeercert(true) instanceof Uint8Array);
});

scenario('test_SSLListener', async (t, setting) => {
  const { client, server } = contexts(setting);
  const [here, there] = pipes();
  let returned = false;
  async function* accepted() {
    try {
      yield there;
    } finally {
      returned = true;
    }
  }
  const listener = new SSLListener(accepted(), server);
  const serverSide = await listener.accept();
  t.true(serverSide?.server_side);
  const clientSide = new SSLStream(here, client, { server_hostname: 'localhost' });
  await Promise.all([clientSide.send_all(text('x')), serverSide?.receive_some(1)]);
  await listener.aclose();
  t.true(returned);
  t.is(await listener.accept(), null);
});

// --- as WHATWG streams -----------------------------------------------------------------------------------------------

scenario('the ends are streams: half-closing leaves the other way open', async (t, setting) => {
  const [client, server] = streams(setting);
  const ask = async () => {
    const writer = client.writable.getWriter();
    await writer.write(text('request'));
    await writer.close();
    return words(await collect(client.readable));
  };
  const answer = async () => {
    const request = await collect(server.readable);
    const writer = server.writable.getWriter();
    await writer.write(text(`${words(request)} answered`));
    await writer.close();
  };
  const [said] = await Promise.all([ask(), answer()]);
  t.is(said, 'request answered');
});

scenario('readable serves a reader with its own buffer', async (t, setting) => {
  const [client, server] = await connected(setting);
  await server.send_all(text('some words'));
  const reader = (client.readable as ReadableStream<Uint8Array>).getReader({ mode: 'byob' });
  const first = await reader.read(new Uint8Array(4));
  t.is(words(first.value ?? new Uint8Array(0)), 'some');
  const second = await reader.read(new Uint8Array(100));
  t.is(words(second.value ?? new Uint8Array(0)), ' words');
  await server.aclose();
  t.true((await reader.read(new Uint8Array(1))).done);
});

scenario('readable takes nothing from the transport that nobody asked for', async (t, setting) => {
  const [here, there] = pipes();
  let taken = 0;
  const readable = here.readable.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>(
      {
        transform: (chunk, controller) => {
          taken += chunk.length;
          controller.enqueue(chunk);
        },
      },
      { highWaterMark: 1 },
      { highWaterMark: 0 },
    ),
  );
  const [client, server] = await connected(setting, {
    over: [{ readable, writable: here.writable }, there],
  });
  const before = taken;
  const sending = server.send_all(new Uint8Array(2 ** 22));
  sending.catch(() => {});
  client.readable;
  await quiet();
  t.true(taken - before <= 0x4000 + 1024, `${taken - before} bytes`);
  await there.writable.abort().catch(() => {});
  await client.writable.abort();
});

scenario('a call that is given up leaves the connection whole', async (t, setting) => {
  const [client, server] = await connected(setting);
  const giveUp = new AbortController();
  const waiting = client.receive_some(10, { signal: giveUp.signal });
  giveUp.abort(new Error('enough'));
  await t.throwsAsync(waiting, { message: 'enough' });
  await t.throwsAsync(client.receive_some(10, { timeout: 0.001 }), { instanceOf: ssl.TimeoutError });
  await server.send_all(text('late'));
  t.is(words(await client.receive_some(10)), 'late');
});

scenario('a handshake with a silent peer ends in time', async (t, setting) => {
  const [client] = streams(setting);
  await t.throwsAsync(client.do_handshake({ timeout: 0.01 }), { instanceOf: ssl.TimeoutError });
});

scenario('wrong arguments', async (t, setting) => {
  const [client] = await connected(setting);
  await t.throwsAsync(client.receive_some(0), { instanceOf: RangeError });
  await t.throwsAsync(client.receive_some(1.5), { instanceOf: TypeError });
  await t.throwsAsync(client.send_all('text' as never), { instanceOf: TypeError });
});

scenario('a connection that is cut after any byte of the handshake ends in an error', async (t, setting) => {
  for (const victim of ['client', 'server'] as const) {
    for (let at = 0; ; at += 97) {
      const [here, there] = pipes();
      const over =
        victim === 'client' ? ([cutAfter(here, at), there] as const) : ([here, cutAfter(there, at)] as const);
      const [client, server] = streams(setting, { over });
      const [mine, theirs] = victim === 'client' ? [client, server] : [server, client];
      talk(theirs).catch(() => theirs.aclose().catch(() => {}));
      const [outcome] = await Promise.allSettled([talk(mine)]);
      if (outcome.status === 'fulfilled') break;
      t.true(outcome.reason instanceof BrokenResourceError, String(outcome.reason));
      await theirs.transport_stream.writable.abort().catch(() => {});
      await mine.aclose();
    }
  }
});

// --- tools -------------------------------------------------------------------------------------------------------------

function rejection<E extends Error>(
  t: ExecutionContext,
  result: PromiseSettledResult<unknown>,
  type: abstract new (...args: never[]) => E,
): E {
  if (result.status === 'rejected' && result.reason instanceof type) return result.reason;
  t.log(result);
  throw new Error('it should have failed otherwise');
}

/** A byte each way. */
async function talk(stream: SSLStream): Promise<void> {
  await stream.send_all(text('x'));
  await stream.receive_some(1);
}

async function receiveToEnd(stream: SSLStream): Promise<void> {
  while ((await stream.receive_some()).length > 0);
}

async function collect(readable: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of readable) parts.push(part);
  return Buffer.concat(parts);
}

function counting(inner: WritableStream<Uint8Array>, onClose: () => void): WritableStream<Uint8Array> {
  const writer = inner.getWriter();
  return new WritableStream({
    write: (chunk) => writer.write(chunk),
    close: () => {
      onClose();
      return writer.close();
    },
  });
}

/** Delivers so many bytes to whoever reads, then the end. */
function cutAfter(inner: ByteStreams, count: number): ByteStreams {
  let left = count;
  const filter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      if (left > 0) controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.terminate();
    },
  });
  return { readable: inner.readable.pipeThrough(filter), writable: inner.writable };
}
