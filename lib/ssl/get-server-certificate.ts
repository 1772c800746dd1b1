import { newSocket } from '../host/socket.ts';
import { _create_stdlib_context } from './create-default-context.ts';
import { _SSLMethod, VerifyMode } from './enums.ts';
import { bind, type Signature } from './keywords.ts';
import { DER_cert_to_PEM_cert } from './pem-certificates.ts';
import type { SocketAddress } from './plain-socket.ts';

const getServerCertificate: Signature = {
  name: 'get_server_certificate',
  language: 'Python',
  parameters: ['addr', 'ssl_version?', 'ca_certs?', 'timeout?'],
};

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
export function get_server_certificate(
  addr: SocketAddress,
  ssl_version?: number,
  ca_certs?: string | Uint8Array | null,
  timeout?: number | null,
): Promise<string>;
export function get_server_certificate(
  addr: SocketAddress,
  keywords: ServerCertificateKeywords,
): Promise<string>;
export async function get_server_certificate(...args: readonly unknown[]): Promise<string> {
  const [addr, ssl_version = _SSLMethod.PROTOCOL_TLS_CLIENT, ca_certs = null, timeout = null] = bind(
    getServerCertificate,
    args,
  );
  return fetchCertificate(
    addr as SocketAddress,
    { ssl_version, ca_certs, timeout } as ServerCertificateKeywords,
  );
}

async function fetchCertificate(
  addr: SocketAddress,
  { ssl_version, ca_certs = null, timeout = null }: ServerCertificateKeywords,
): Promise<string> {
  const cert_reqs = ca_certs === null ? VerifyMode.CERT_NONE : VerifyMode.CERT_REQUIRED;
  const context = _create_stdlib_context(ssl_version, { cert_reqs, cafile: ca_certs });
  const [host] = addr;
  const socket = context.wrap_socket(newSocket(), { server_hostname: host });
  try {
    socket.settimeout(timeout);
    await socket.connect(addr);
    return DER_cert_to_PEM_cert(socket.getpeercert(true) ?? new Uint8Array(0));
  } finally {
    await socket.close();
  }
}
