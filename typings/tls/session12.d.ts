/**
 * What a session of TLS 1.2 comes to: what a client keeps to resume it, by identifier (RFC 5246 section 7.4.1.2) or by
 * ticket (RFC 5077), and what a server keeps or seals.
 *
 * Only sessions with an extended master secret are kept (RFC 7627 section 5.3): without it the master secret is not
 * bound to the handshake, and whoever sits between can carry a session from one connection to another.
 */
import type { GroupName } from '../crypto/provider.ts';
import { type Codec, type Infer } from '../wire/codec.ts';
/** A session as the client has it. */
export interface Session12 {
    readonly version: 'TLSv1.2';
    readonly suite: string;
    /** In which keys were exchanged when it began, on a curve. */
    readonly group: GroupName | undefined;
    /** By which the server names it; where there is a ticket, a name of the client's own (RFC 5077 section 3.4). */
    readonly id: Uint8Array;
    /** Opaque to the client; empty: the server keeps the session itself. */
    readonly ticket: Uint8Array;
    readonly masterSecret: Uint8Array;
    /** The server's hint for the ticket, in seconds; 0: it says nothing. */
    readonly lifetime: number;
    /** When it began, in milliseconds since the epoch. */
    readonly received: number;
    readonly serverName: string | undefined;
    readonly peerChain: readonly Uint8Array[];
}
/** The curve on which a session began, by its number; 0 for none. */
export declare const sessionGroup: Codec<GroupName | undefined>;
/** What a server keeps of a session, in its cache or under the seal of a ticket. */
export declare const sessionState12: Codec<{
    readonly version: "SSLv3" | "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | `0x${string}`;
    readonly suite: "TLS_AES_128_GCM_SHA256" | "TLS_AES_256_GCM_SHA384" | "TLS_CHACHA20_POLY1305_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CCM" | "TLS_DHE_PSK_WITH_AES_128_GCM_SHA256" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_DHE_PSK_WITH_AES_256_CCM" | "TLS_DHE_PSK_WITH_AES_256_GCM_SHA384" | "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CCM" | "TLS_DHE_RSA_WITH_AES_128_CCM_8" | "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CCM" | "TLS_DHE_RSA_WITH_AES_256_CCM_8" | "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_EMPTY_RENEGOTIATION_INFO_SCSV" | "TLS_FALLBACK_SCSV" | "TLS_PSK_DHE_WITH_AES_128_CCM_8" | "TLS_PSK_DHE_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_128_CBC_SHA" | "TLS_PSK_WITH_AES_128_CBC_SHA256" | "TLS_PSK_WITH_AES_128_CCM" | "TLS_PSK_WITH_AES_128_CCM_8" | "TLS_PSK_WITH_AES_128_GCM_SHA256" | "TLS_PSK_WITH_AES_256_CBC_SHA" | "TLS_PSK_WITH_AES_256_CBC_SHA384" | "TLS_PSK_WITH_AES_256_CCM" | "TLS_PSK_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_256_GCM_SHA384" | "TLS_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA256" | "TLS_RSA_PSK_WITH_AES_128_GCM_SHA256" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA384" | "TLS_RSA_PSK_WITH_AES_256_GCM_SHA384" | "TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_WITH_AES_128_CBC_SHA" | "TLS_RSA_WITH_AES_128_CBC_SHA256" | "TLS_RSA_WITH_AES_128_CCM" | "TLS_RSA_WITH_AES_128_CCM_8" | "TLS_RSA_WITH_AES_128_GCM_SHA256" | "TLS_RSA_WITH_AES_256_CBC_SHA" | "TLS_RSA_WITH_AES_256_CBC_SHA256" | "TLS_RSA_WITH_AES_256_CCM" | "TLS_RSA_WITH_AES_256_CCM_8" | "TLS_RSA_WITH_AES_256_GCM_SHA384" | `0x${string}`;
    readonly group: GroupName | undefined;
    readonly masterSecret: Uint8Array<ArrayBufferLike>;
    readonly created: number;
    readonly serverName: Uint8Array<ArrayBufferLike>;
    readonly clientChain: readonly Uint8Array<ArrayBufferLike>[];
}>;
export type SessionState12 = Infer<typeof sessionState12>;
/** A server's sessions by their identifiers. */
export interface SessionCache {
    /** How long a session may be resumed, in seconds. */
    readonly lifetime: number;
    put(id: Uint8Array, state: Uint8Array): void;
    /** `undefined` for what was never there, or is no more. */
    get(id: Uint8Array): Uint8Array | undefined;
    forget(id: Uint8Array): void;
}
