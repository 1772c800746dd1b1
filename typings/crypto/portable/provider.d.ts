import type { CryptoProvider } from '../provider.ts';
/** Every algorithm that pyssl knows, in TypeScript, in any engine. */
export declare const portable: CryptoProvider;
