import type { GroupAlgorithm, GroupName, KeyShare } from '../provider.ts';
/** A Diffie-Hellman group: responding is starting, agreeing, and forgetting the private key. */
export declare function answering(name: GroupName, start: (privateKey?: Uint8Array) => KeyShare): GroupAlgorithm;
