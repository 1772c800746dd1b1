/** Which core a process uses: `PYSSL_CORE` says, and without it the native one where there is one. */
import { attempt } from './checks.ts';
import { native } from './native/provider.ts';
import { portable } from './portable/provider.ts';
import type { CryptoProvider } from './provider.ts';

/** The core of this process. Throws a `RangeError` where `PYSSL_CORE` asks for what is not there. */
export function defaultProvider(): CryptoProvider {
  const name = attempt(() => globalThis.process?.env?.PYSSL_CORE); // Deno throws where the environment is closed to us
  return name === undefined || name === '' ? (native ?? portable) : providerNamed(name);
}

/** A core by its name. Throws a `RangeError` for a name that none has, and for `native` where there is no `node:crypto`. */
export function providerNamed(name: string): CryptoProvider {
  if (name === 'portable') return portable;
  if (name !== 'native') throw new RangeError(`no crypto core '${name}': 'portable' or 'native' expected`);
  if (native === undefined)
    throw new RangeError("the crypto core 'native' needs node:crypto, which is not here");
  return native;
}
