/**
 * The one door to Node's own modules for everything but cryptography. They are asked for when they are needed, so that
 * the library loads, and is bundled, where they are not: Bun and Deno answer as Node does, a browser has no `process`.
 */
import type * as NodeFs from 'node:fs';
interface HostProcess {
    readonly platform?: string;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly emitWarning?: (warning: string | Error, type?: string) => void;
    readonly getBuiltinModule?: (name: string) => unknown;
}
/** What stands for the process; `undefined` in a browser. */
export declare function hostProcess(): HostProcess | undefined;
/** A module of Node's, by its name; `undefined` where there is none. Whoever asks knows its type. */
export declare function builtinModule(name: `node:${string}`): unknown;
/** The file system; `undefined` where there is none. */
export declare function fileModule(): typeof NodeFs | undefined;
/** The root certificates that came with the runtime, as PEM; none where it has none to give. */
export declare function bundledRoots(): readonly string[];
/** An environment variable; an empty one is there. Where Deno keeps the environment closed, there is none. */
export declare function environment(name: string): string | undefined;
/** The paths in a list of them, as environment variables have it: Windows writes `;` where others write `:`. */
export declare function pathsIn(list: string): string[];
export {};
