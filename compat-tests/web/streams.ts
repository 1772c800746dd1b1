/** Byte streams in memory, and TLS over them, for the tests of `pyssl/web`. */
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { type ByteStreams, SSLStream, type SSLStreamOptions } from '../../lib/web/index.ts';
import { clientContext, cores, serverContext } from '../tools/pair.ts';

/** What a side may have under way before a write waits. */
const HIGH_WATER = 64 * 1024;

/** One end of a pipe that runs both ways. */
export interface End extends ByteStreams {
  /** Ends what this end sends, without a word of TLS. */
  cut(): void;
}

export function pipes(): readonly [End, End] {
  const [there, back] = [bytePipe(), bytePipe()];
  return [
    { readable: back.readable, writable: there.writable, cut: there.cut },
    { readable: there.readable, writable: back.writable, cut: back.cut },
  ];
}

function bytePipe() {
  const strategy = { highWaterMark: HIGH_WATER, size: (chunk: Uint8Array) => chunk.length };
  let cut = () => {};
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(
    {
      start: (controller) => {
        cut = () => controller.terminate();
      },
    },
    { highWaterMark: 1 },
    strategy,
  );
  return { readable, writable, cut };
}

export interface Setting {
  readonly core: CryptoProvider;
  readonly version: number;
}

/** Every core with every version. */
export const settings: readonly Setting[] = cores.flatMap((core) =>
  [ssl.TLSVersion.TLSv1_3, ...(ssl.HAS_TLSv1_2 ? [ssl.TLSVersion.TLSv1_2] : [])].map((version) => ({
    core,
    version,
  })),
);

export function contexts({ core, version }: Setting): { client: ssl.SSLContext; server: ssl.SSLContext } {
  const set = (context: ssl.SSLContext) => {
    context.minimum_version = version;
    context.maximum_version = version;
  };
  return { client: clientContext(core, { set }), server: serverContext(core, { set }) };
}

export interface Options {
  readonly client?: SSLStreamOptions;
  readonly server?: SSLStreamOptions;
  /** What the client and the server talk over. */
  readonly over?: readonly [ByteStreams, ByteStreams];
}

/** A client and a server, their handshake yet to be made. */
export function streams(
  setting: Setting,
  { client = {}, server = {}, over = pipes() }: Options = {},
): readonly [SSLStream, SSLStream] {
  const both = contexts(setting);
  return [
    new SSLStream(over[0], both.client, { server_hostname: 'localhost', ...client }),
    new SSLStream(over[1], both.server, { server_side: true, ...server }),
  ];
}

/** The same after the handshake. */
export async function connected(
  setting: Setting,
  options: Options = {},
): Promise<readonly [SSLStream, SSLStream]> {
  const [client, server] = streams(setting, options);
  await Promise.all([client.do_handshake(), server.do_handshake()]);
  return [client, server];
}

/** A stream whose writes or reads fail from the nth on. */
export function failing(inner: ByteStreams, what: 'send' | 'receive', after: number): ByteStreams {
  let count = 0;
  const step = <T>(chunk: T, controller: TransformStreamDefaultController<T>) => {
    if (++count > after) throw new Error(`${what} fails`);
    controller.enqueue(chunk);
  };
  const filter = new TransformStream<Uint8Array, Uint8Array>({ transform: step });
  if (what === 'send') {
    filter.readable.pipeTo(inner.writable).catch(() => {});
    return { readable: inner.readable, writable: filter.writable };
  }
  return { readable: inner.readable.pipeThrough(filter), writable: inner.writable };
}

/** Receives exactly so many bytes, or what there is at the end. */
export async function receiveExactly(stream: SSLStream, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let have = 0; have < count; ) {
    const part = await stream.receive_some(count - have);
    if (part.length === 0) break;
    parts.push(part);
    have += part.length;
  }
  return Buffer.concat(parts);
}

export const text = (words: string): Uint8Array => new TextEncoder().encode(words);
export const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
