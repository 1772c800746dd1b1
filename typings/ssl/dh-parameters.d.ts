import type { DhParameters } from '../tls/settings.ts';
/** Reads the parameters, which have to be strong enough for the level; never below 80 bits, whatever the level. */
export declare function dhParametersOf(content: string | Uint8Array, level: number): DhParameters;
