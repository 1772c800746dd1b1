/**
 * The one door to `node:crypto`. It is asked for at run time, so that no import of it stands in the graph of the
 * package: a browser or a bundler finds nothing that it would have to replace.
 */
import type * as NodeCrypto from 'node:crypto';
import type * as NodeModule from 'node:module';

/** Synchronous cryptography of the host. */
export type NodeCryptoModule = typeof NodeCrypto;

interface WithBuiltins {
  getBuiltinModule(name: 'node:crypto'): NodeCryptoModule;
  getBuiltinModule(name: 'node:module'): typeof NodeModule;
}

const host = globalThis.process as unknown as WithBuiltins | undefined; // without the method before Node 20.16

/**
 * Cloudflare's workerd has Node's names over another library, and (in 2026) too little behind them: X25519 agrees on
 * nothing, ChaCha20-Poly1305 fails to seal, an RSA key object does not encrypt. There it counts as none.
 */
const half =
  (globalThis as { readonly navigator?: { readonly userAgent?: string } }).navigator?.userAgent ===
  'Cloudflare-Workers';

/** It is there, and is loaded when it is called for; `undefined` where there is none. */
export const nodeCrypto: (() => NodeCryptoModule) | undefined =
  !half && host?.getBuiltinModule?.('node:module')?.isBuiltin('node:crypto')
    ? () => host.getBuiltinModule('node:crypto')
    : undefined;
