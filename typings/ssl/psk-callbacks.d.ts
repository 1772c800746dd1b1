import type { Settings, SharedKeys } from '../tls/settings.ts';
import { type BytesLike } from './buffers.ts';
/** Told the server's hint (`null`: there is none, as always in TLS 1.3); the name of the key, and the key. */
export type PskClientCallback = (hint: string | null) => readonly [identity: string | null, psk: BytesLike];
/** Told the name that the client gives its key (`null`: none); the key. */
export type PskServerCallback = (identity: string | null) => BytesLike;
/** What the engine asks a client for. */
export declare function clientPsk(callback: PskClientCallback): NonNullable<Settings['pskClient']>;
/** What the engine asks a server for. */
export declare function serverPsks(callback: PskServerCallback, hint: string | null): SharedKeys;
/** The hint of a server, which its clients see in TLS 1.2. */
export declare function identityHint(value: unknown): string | null;
/** Checked only where it will be used. */
export declare function checkHintLength(hint: string | null): void;
