/** `pyssl/crypto`: the two cores, and the interface by which you bring your own. */
export { defaultProvider, providerNamed } from './choose.ts';
export { native } from './native/provider.ts';
export { portable } from './portable/provider.ts';
export type * from './provider.ts';
