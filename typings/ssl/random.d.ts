import type { OwnBytes } from '../bytes/bytes.ts';
import { type BytesLike } from './buffers.ts';
/** Generate `n` cryptographically strong pseudo-random bytes. */
export declare function RAND_bytes(...args: [n: number]): OwnBytes;
/** Whether the generator has been seeded: the host sees to it. */
export declare function RAND_status(...args: []): boolean;
/** Mix a string into the generator's state. The host's generator takes nothing from outside, and needs nothing. */
export declare function RAND_add(...args: [string: string | BytesLike, entropy: number]): void;
