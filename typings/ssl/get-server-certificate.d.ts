import type { SocketAddress } from './plain-socket.ts';
/** What `get_server_certificate()` takes by keyword. */
export interface ServerCertificateKeywords {
    readonly ssl_version?: number;
    readonly ca_certs?: string | Uint8Array | null;
    readonly timeout?: number | null;
}
/**
 * Retrieve the certificate of the server at `(host, port)`, as PEM. With `ca_certs`, a file of certificates, it is
 * verified; `timeout` is in seconds.
 */
export declare function get_server_certificate(addr: SocketAddress, ssl_version?: number, ca_certs?: string | Uint8Array | null, timeout?: number | null): Promise<string>;
export declare function get_server_certificate(addr: SocketAddress, keywords: ServerCertificateKeywords): Promise<string>;
