import type { CryptoProvider } from './provider.ts';
/** The core of this process. Throws a `RangeError` where `PYSSL_CORE` asks for what is not there. */
export declare function defaultProvider(): CryptoProvider;
/** A core by its name. Throws a `RangeError` for a name that none has, and for `native` where there is no `node:crypto`. */
export declare function providerNamed(name: string): CryptoProvider;
