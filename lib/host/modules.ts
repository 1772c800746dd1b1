/**
 * The one door to Node's own modules for everything but cryptography. They are asked for when they are needed, so that
 * the library loads, and is bundled, where they are not: Bun and Deno answer as Node does, a browser has no `process`.
 */
import type * as NodeFs from 'node:fs';
import type * as NodeTls from 'node:tls';

interface HostProcess {
  readonly platform?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly emitWarning?: (warning: string | Error, type?: string) => void;
  readonly getBuiltinModule?: (name: string) => unknown;
}

/** What stands for the process; `undefined` in a browser. */
export function hostProcess(): HostProcess | undefined {
  return (globalThis as { readonly process?: HostProcess }).process;
}

/** A module of Node's, by its name; `undefined` where there is none. Whoever asks knows its type. */
export function builtinModule(name: `node:${string}`): unknown {
  return hostProcess()?.getBuiltinModule?.(name);
}

/** The file system; `undefined` where there is none. */
export function fileModule(): typeof NodeFs | undefined {
  return builtinModule('node:fs') as typeof NodeFs | undefined;
}

/** The root certificates that came with the runtime, as PEM; none where it has none to give. */
export function bundledRoots(): readonly string[] {
  const tls = builtinModule('node:tls') as typeof NodeTls | undefined;
  return tls?.rootCertificates ?? [];
}

/** An environment variable; an empty one is there. Where Deno keeps the environment closed, there is none. */
export function environment(name: string): string | undefined {
  try {
    return hostProcess()?.env?.[name];
  } catch {
    return undefined;
  }
}

/** The paths in a list of them, as environment variables have it: Windows writes `;` where others write `:`. */
export function pathsIn(list: string): string[] {
  return list.split(hostProcess()?.platform === 'win32' ? ';' : ':').filter((path) => path !== '');
}
