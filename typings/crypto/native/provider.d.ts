import type { CryptoProvider } from '../provider.ts';
/** `undefined` where there is no `node:crypto`. */
export declare const native: CryptoProvider | undefined;
