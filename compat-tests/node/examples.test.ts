/** The examples of an HTTPS server and its clients, each run as it stands. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';
import { Running } from '../tools/programs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the server of the examples answers its clients', async (t) => {
  const example = (name: string) => ['--import=tsx', `${root}examples/${name}.ts`];
  const server = new Running(process.execPath, [...example('https-server'), '0']);
  t.teardown(() => server.kill());
  const port = await server.printed(/port: (\d+)/);
  const { stdout } = await promisify(execFile)(process.execPath, [...example('https-client'), port], {
    cwd: root,
  });
  t.regex(stdout, /^You asked for \/from-node over TLS\.$/m);
  t.regex(stdout, /^TLSv1\.3 \[ 'TLS_/m);
  t.regex(stdout, /^You asked for \/from-python over TLS\.$/m);
});
