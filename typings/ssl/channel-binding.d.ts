import type { CryptoProvider } from '../crypto/provider.ts';
import type { Negotiated } from '../tls/settings.ts';
/** What a binding is made of. */
export interface Bound {
    readonly negotiated: Negotiated;
    readonly serverSide: boolean;
    readonly complete: boolean;
    readonly provider: CryptoProvider;
    /** What `TLS_EXPORTER` says, exported; `null` before there is anything to export. */
    readonly exporter: () => Uint8Array | null;
}
/** See `SSLObject.get_channel_binding`. */
export declare function channelBinding(type: string, bound: Bound): Uint8Array | null;
/** RFC 9266 section 2. */
export declare const TLS_EXPORTER: {
    readonly label: 'EXPORTER-Channel-Binding';
    readonly context: Uint8Array<ArrayBufferLike>;
    readonly length: 32;
};
/**
 * RFC 5929 section 4.1: the hash of the server's certificate, by the hash of its signature. Without a certificate, or
 * with a signature that has no hash of its own (EdDSA), it is not defined.
 */
export declare function tlsServerEndPoint(serverChain: readonly Uint8Array[] | undefined, provider: CryptoProvider): Uint8Array | null;
/** Checks a label and a length, before anything is made of them. */
export declare function checkExport(label: unknown, length: unknown, context: Uint8Array | undefined): void;
