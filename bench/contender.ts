import type { SocketContender } from './sockets.ts';

/** Who runs, and what each of them can be asked for. Every figure is a rate: more is better. */
export interface Contender {
  readonly name: string;
  /** The same over sockets on loopback. */
  readonly sockets?: SocketContender | undefined;
  /** Client and server of handshakes in memory, chain and host name verified; pairs a second. */
  handshake(kind: HandshakeKind, seconds: number): Promise<number>;
  /** One connection, `size` bytes a write, client to server; 10^6 bytes a second. `undefined`: cannot be held to this suite. */
  bulk(suite: string, size: number, seconds: number): Promise<number | undefined>;
  /** A MemoryBIO with so many megabytes waiting: 1 KiB in, 1 KiB out; rounds a second. */
  queue?(megabytes: number, seconds: number): Promise<number>;
  /** A new client context that loads a PEM file of certificates to trust; contexts a second. */
  roots(bundle: string, seconds: number): Promise<number>;
  /** What one idle connected pair holds, in bytes. */
  idle?(pairs: number): Promise<number>;
  /** From the start of a process to the end of its first handshake, in milliseconds. */
  cold?(): Promise<number>;
  end(): void;
}

export interface HandshakeKind {
  readonly version: 'TLSv1.2' | 'TLSv1.3';
  /** The file of `compat-tests/certs` that the server presents. */
  readonly certificate: string;
  /** Goes on with the session of a first handshake, which is not measured. */
  readonly resumed: boolean;
}

export const SUITES = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];

/** Calls `round` until the time is up, the clock read once in a while; returns calls a second. */
export function rate(seconds: number, round: () => void): number {
  const start = performance.now();
  const end = start + seconds * 1000;
  let count = 0;
  let batch = 1;
  for (;;) {
    const before = performance.now();
    for (let i = 0; i < batch; i++) round();
    count += batch;
    const now = performance.now();
    if (now >= end) return (count * 1000) / (now - start);
    if (now - before < 5) batch *= 2;
  }
}
