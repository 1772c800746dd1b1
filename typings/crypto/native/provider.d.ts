import type { CryptoProvider } from '../provider.ts';
/** `undefined` where there is no `node:crypto`. Made when something of it is asked for: a process of the other core never pays. */
export declare const native: CryptoProvider | undefined;
