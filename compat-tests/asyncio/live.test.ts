/** Streams here and in CPython's asyncio: both roles, TLS from the start and by `start_tls`. */
import test, { type ExecutionContext } from 'ava';
import * as asyncio from '../../lib/asyncio/index.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, cores, serverContext } from '../tools/pair.ts';
import { findPython, Running } from '../tools/programs.ts';
import { bytes, text } from './counterpart.ts';

const python = findPython();
const versions = ssl.HAS_TLSv1_2 ? (['TLSv1.2', 'TLSv1.3'] as const) : (['TLSv1.3'] as const);
const core = cores[cores.length - 1];

for (const version of versions) {
  for (const starttls of [false, true]) {
    const how = `${version}${starttls ? ', start_tls' : ''}`;
    const only = (context: ssl.SSLContext) => {
      const number = version === 'TLSv1.3' ? ssl.TLSVersion.TLSv1_3 : ssl.TLSVersion.TLSv1_2;
      context.minimum_version = number;
      context.maximum_version = number;
    };

    withPython(`a client of ours, a server of CPython's (${how})`, async (t, run) => {
      const peer = run({ role: 'server', starttls, version });
      const port = Number(await peer.printed(/PORT (\d+)\n/));
      const tls = { ssl: clientContext(core, { set: only }), server_hostname: 'localhost' };
      const [reader, writer] = await asyncio.open_connection('127.0.0.1', port, starttls ? {} : tls);
      if (starttls) {
        writer.write(bytes('STARTTLS\n'));
        t.is(text(await reader.readline()), 'GO\n');
        await writer.start_tls(tls.ssl, { server_hostname: tls.server_hostname });
      }
      t.is(writer.get_extra_info('ssl_object')?.version(), version);
      const line = bytes(`${'x'.repeat(40_000)}\n`);
      const sending = (async () => {
        for (let count = 0; count < 50; count++) {
          writer.write(line);
          await writer.drain();
        }
      })();
      for (let count = 0; count < 50; count++) t.deepEqual(await reader.readline(), line);
      await sending;
      writer.close();
      await writer.wait_closed();
      t.is(await peer.printed(/END (.*)\n/), version);
      t.is(await peer.printed(/GONE (.*)\n/), 'in order');
    });

    withPython(`a server of ours, a client of CPython's (${how})`, async (t, run) => {
      let gone: unknown = 'not yet';
      const context = serverContext(core, { set: only });
      const server = await asyncio.start_server(
        async (reader, writer) => {
          if (starttls) {
            t.is(text(await reader.readline()), 'STARTTLS\n');
            writer.write(bytes('GO\n'));
            await writer.start_tls(context);
          }
          for await (const line of reader) {
            writer.write(line);
            await writer.drain();
          }
          writer.close();
          gone = await writer.wait_closed().catch((error) => error);
        },
        '127.0.0.1',
        0,
        starttls ? {} : { ssl: context },
      );
      const [, port] = server.sockets[0].getsockname() as [string, number];
      const peer = run({ role: 'client', starttls, version, port });
      t.truthy(await peer.printed(/FACTS (.*)\n/));
      t.is(await peer.printed(/GONE (.*)\n/), 'in order');
      await peer.ended();
      server.close();
      await server.wait_closed();
      t.is(gone, undefined);
    });
  }
}

function withPython(
  title: string,
  body: (t: ExecutionContext, run: (told: Record<string, unknown>) => Running) => Promise<void>,
): void {
  test(title, async (t) => {
    if (python === undefined) {
      t.log('skipped: no CPython on PATH or in ~/.pyenv');
      t.pass();
      return;
    }
    t.log(python.version);
    await body(t, (told) => {
      const settings = { ...told, version: String(told.version).replace('.', '_'), certs: certificate('') };
      const running = new Running(python.path, [
        '-u',
        certificate('../asyncio/peer.py'),
        JSON.stringify(settings),
      ]);
      t.teardown(() => running.kill());
      return running;
    });
  });
}
