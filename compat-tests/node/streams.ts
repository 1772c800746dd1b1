/** Streams with TLS on loopback, for the tests of `pyssl/node`. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Duplex, type Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { ExecutionContext } from 'ava';
import { defaultProvider } from '../../lib/crypto/choose.ts';
import type * as ssl from '../../lib/index.ts';
import { SSLDuplex, type SSLDuplexOptions } from '../../lib/node/index.ts';
import { type ContextSettings, clientContext, serverContext } from '../tools/pair.ts';

export const HOST = '127.0.0.1';

/** A server's context with a certificate for localhost, and a client's that trusts it. */
export function contexts(
  settings: { readonly client?: ContextSettings; readonly server?: ContextSettings } = {},
): {
  readonly client: ssl.SSLContext;
  readonly server: ssl.SSLContext;
} {
  const core = defaultProvider();
  return { client: clientContext(core, settings.client), server: serverContext(core, settings.server) };
}

export function portOf(server: { address(): AddressInfo | string | null }): number {
  return (server.address() as AddressInfo).port;
}

/** Starts a server on loopback, ended with the test. */
export async function listening<S extends Server>(t: ExecutionContext, server: S): Promise<S> {
  server.listen(0, HOST);
  await once(server, 'listening');
  t.teardown(() => server.close());
  return server;
}

/** Both ends of a TCP connection. */
export async function tcpPair(t: ExecutionContext): Promise<{ readonly near: Socket; readonly far: Socket }> {
  const server = await listening(t, createServer({ allowHalfOpen: true }));
  const near = connect({ port: portOf(server), host: HOST, allowHalfOpen: true });
  const [far] = (await once(server, 'connection')) as [Socket];
  t.teardown(() => {
    near.destroy();
    far.destroy();
  });
  return { near, far };
}

/** Two ends in memory, which hand on at most so many bytes at a time. */
export function memoryPair(most: number): readonly [Duplex, Duplex] {
  const end = (): Duplex =>
    new Duplex({
      read() {},
      write(chunk: Buffer, _encoding, done) {
        for (let at = 0; at < chunk.length; at += most) others.get(this)?.push(chunk.subarray(at, at + most));
        setImmediate(done);
      },
      final(done) {
        others.get(this)?.push(null);
        done();
      },
    });
  const [near, far] = [end(), end()];
  const others = new Map([
    [near, far],
    [far, near],
  ]);
  return [near, far];
}

/** A stream with TLS, gone with the test. */
export function secured(
  t: ExecutionContext,
  socket: Duplex,
  context: ssl.SSLContext,
  options: SSLDuplexOptions,
): SSLDuplex {
  const stream = new SSLDuplex(socket, context, options);
  t.teardown(() => stream.destroy());
  return stream;
}

export interface Ends {
  readonly client: SSLDuplex;
  readonly server: SSLDuplex;
  /** What is beneath each. */
  readonly near: Socket;
  readonly far: Socket;
}

/** A client and a server, their handshake made. */
export async function duplexPair(
  t: ExecutionContext,
  { client, server }: { readonly client?: SSLDuplexOptions; readonly server?: SSLDuplexOptions } = {},
): Promise<Ends> {
  const { near, far } = await tcpPair(t);
  const both = contexts();
  const ends = {
    near,
    far,
    client: secured(t, near, both.client, { server_hostname: 'localhost', ...client }),
    server: secured(t, far, both.server, { server_side: true, ...server }),
  };
  await Promise.all([once(ends.client, 'secureConnect'), once(ends.server, 'secure')]);
  return ends;
}

/** All that a stream still has to say. (`for await` would destroy it at the end, with what it still has to write.) */
export async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  await once(stream, 'end');
  return Buffer.concat(parts);
}

export async function textOf(stream: Readable): Promise<string> {
  return (await bytesOf(stream)).toString('latin1');
}

/** The next so many bytes, as text. */
export async function textOfLength(stream: Readable, length: number): Promise<string> {
  let text = '';
  while (text.length < length) {
    const part: Buffer | null = stream.read();
    if (part === null) await once(stream, 'readable');
    else text += part.toString('latin1');
  }
  return text;
}

/** Every error that a stream reports from now on. */
export function errorsOf(stream: Readable): Error[] {
  const errors: Error[] = [];
  stream.on('error', (error) => errors.push(error));
  return errors;
}

/** Resolves when a stream is closed, and has said so. */
export async function closed(stream: Readable): Promise<void> {
  if (stream.closed)
    await turn(); // it says 'error' and 'close' a little later
  else await new Promise((resolve) => stream.once('close', resolve));
}
