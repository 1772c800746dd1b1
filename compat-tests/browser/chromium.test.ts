/**
 * The bundled library in a real browser: a page makes a TLS connection to OpenSSL through a relay that carries the
 * bytes of a WebSocket to a TCP port and back, verifies the server's chain, and fetches what it serves.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { WebSocketServer } from 'ws';
import { CRYPTO_TESTS, complaints, scriptOf } from '../tools/any-host.ts';
import { certificate } from '../tools/certs.ts';
import { findChromium, findOpenssl, Running } from '../tools/programs.ts';
import type { Report } from '../tools/stand-in-for-ava.ts';
import type { Fetched, Refused } from './page.ts';

const browserProgram = findChromium();
const openssl = findOpenssl();

if (browserProgram === undefined || openssl === undefined) {
  test('a page in a browser', (t) => {
    t.log(`skipped: no ${browserProgram === undefined ? 'chromium' : 'openssl'} on PATH`);
    t.pass();
  });
} else {
  const { path } = browserProgram;
  let browser: Browser;
  let page: Page;
  let site: Server;
  const running: Running[] = [];

  test.before(async () => {
    const script = await bundle();
    site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>pyssl</title><script>${script}</script>`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    // A browser that runs as root, as in a container, does so only without its sandbox.
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  });

  test.after.always(async () => {
    await browser?.close();
    site?.close();
    for (const each of running) each.kill();
  });

  test.serial('a page fetches from an OpenSSL server whose chain it verifies', async (t) => {
    t.log(browserProgram.version, openssl.version);
    for (const flags of [['-tls1_3'], ['-tls1_3', '-ciphersuites', 'TLS_CHACHA20_POLY1305_SHA256']]) {
      const fetched = (await visit(flags, 'localhost')) as Fetched;
      t.is(fetched.version, 'TLSv1.3');
      t.is(fetched.cipher, flags[2] ?? 'TLS_AES_256_GCM_SHA384');
      t.regex(fetched.text, /^HTTP\/1\.0 200 ok/);
      t.regex(fetched.text, /TLSv1\.3/);
      t.regex(fetched.subject, /"p256"/);
    }
  });

  test.serial('a page refuses a server of another name, and one that it does not trust', async (t) => {
    const elsewhere = (await visit(['-tls1_3'], 'elsewhere.example')) as Refused;
    t.is(elsewhere.name, 'SSLCertVerificationError');
    t.regex(elsewhere.verify_message ?? '', /Hostname mismatch/);
    const stranger = (await visit(['-tls1_3'], 'localhost', 'selfsigned.pem')) as Refused;
    t.is(stranger.verify_message, 'self-signed certificate');
  });

  test.serial('the portable core gives the known answers in a page, and there is no other', async (t) => {
    const script = await scriptOf(CRYPTO_TESTS, '(report) => (globalThis.cryptoReport = report)');
    await page.addScriptTag({ content: script });
    await page.waitForFunction('globalThis.cryptoReport');
    t.deepEqual(complaints(await page.evaluate<Report>('cryptoReport')), []);
  });

  async function visit(
    flags: readonly string[],
    hostName: string,
    present = 'p256.pem',
  ): Promise<Fetched | Refused> {
    const pem = certificate(present);
    const args = ['s_server', '-accept', '127.0.0.1:0', '-www', '-cert', pem, '-key', pem, ...flags];
    const server = new Running(openssl?.path ?? '', args);
    running.push(server);
    const port = Number(await server.printed(/ACCEPT [^\n]*:(\d+)\n/));
    const { url, close } = await relayTo(port);
    try {
      const root = await readFile(certificate('ca.crt'), 'latin1');
      const parameters = JSON.stringify([url, root, hostName]).slice(1, -1);
      return await page.evaluate<Fetched | Refused>(`fetchOverTls(${parameters})`);
    } finally {
      close();
      server.kill();
    }
  }
}

/** One script with everything in it, as an application's bundler would make it. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    tsconfigRaw: {},
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}

/** WebSockets in, TCP connections to `port` out. */
async function relayTo(port: number): Promise<{ readonly url: string; close(): void }> {
  const relay = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  relay.on('connection', (socket) => {
    const tcp = connect(port, '127.0.0.1');
    socket.on('message', (data: Buffer) => tcp.write(data));
    socket.on('close', () => tcp.destroy());
    socket.on('error', () => tcp.destroy());
    tcp.on('data', (data) => socket.send(data));
    tcp.on('close', () => socket.close());
    tcp.on('error', () => socket.close());
  });
  await new Promise((resolve) => relay.once('listening', resolve));
  return { url: `ws://127.0.0.1:${(relay.address() as AddressInfo).port}/`, close: () => relay.close() };
}
