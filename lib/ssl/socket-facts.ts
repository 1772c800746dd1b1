/** What an `SSLSocket` can be asked at once, without waiting for anything; before there is one, and after TLS has ended, it knows little. */
import { warnDeprecated } from '../host/warnings.ts';
import type { CipherTuple } from './cipher-tuples.ts';
import { NPN_DEPRECATED } from './context-policy.ts';
import { AttributeError, ValueError } from './exceptions.ts';
import { bind, noArguments, type Signature } from './keywords.ts';
import type { SSLObject } from './object.ts';
import type { PeerCertificate } from './peer-certificate.ts';
import { PlainSocket } from './plain-socket.ts';

const methods = {
  getpeercert: { name: 'SSLSocket.getpeercert', language: 'Python', parameters: ['binary_form?'] },
  binding: { name: 'SSLSocket.get_channel_binding', language: 'Python', parameters: ['cb_type?'] },
  checkClosed: { name: 'SSLSocket._checkClosed', language: 'Python', parameters: ['msg?'] },
} as const satisfies Record<string, Signature>;

export abstract class SocketFacts extends PlainSocket {
  /** The connection's TLS, while it has it. */
  protected abstract get tls(): SSLObject | undefined;

  /** The version of the connection, `null` before the handshake is complete. */
  version(...args: []): string | null {
    noArguments('SSLSocket.version', args);
    return this.tls?.version() ?? null;
  }

  /** The suite in use. */
  cipher(...args: []): CipherTuple | null {
    noArguments('SSLSocket.cipher', args);
    return this.tls?.cipher() ?? null;
  }

  /** On servers, the suites that the client offered and we have. */
  shared_ciphers(...args: []): CipherTuple[] | null {
    noArguments('SSLSocket.shared_ciphers', args);
    return this.tls?.shared_ciphers() ?? null;
  }

  /** Always `null`: there is no compression. */
  compression(...args: []): null {
    noArguments('SSLSocket.compression', args);
    return null;
  }

  /** The application protocol that was agreed on, or `null`. */
  selected_alpn_protocol(...args: []): string | null {
    noArguments('SSLSocket.selected_alpn_protocol', args);
    return this.tls?.selected_alpn_protocol() ?? null;
  }

  /** Always `null`: there is no NPN. @deprecated use `selected_alpn_protocol()` */
  selected_npn_protocol(...args: []): null {
    noArguments('SSLSocket.selected_npn_protocol', args);
    warnDeprecated(NPN_DEPRECATED);
    return null;
  }

  /** The group that keys were exchanged in (Python 3.15). */
  group(...args: []): string | null {
    noArguments('SSLSocket.group', args);
    return this.tls?.group() ?? null;
  }

  /** How the client signed (Python 3.15). */
  client_sigalg(...args: []): string | null {
    noArguments('SSLSocket.client_sigalg', args);
    return this.tls?.client_sigalg() ?? null;
  }

  /** How the server signed (Python 3.15). */
  server_sigalg(...args: []): string | null {
    noArguments('SSLSocket.server_sigalg', args);
    return this.tls?.server_sigalg() ?? null;
  }

  /** Bytes that are decrypted and unread. */
  pending(...args: []): number {
    noArguments('SSLSocket.pending', args);
    return this.tls?.pending() ?? 0;
  }

  /** The peer's certificate: a dict, `{}` if it was not verified, `null` without one; DER if `binary_form`. */
  getpeercert(binary_form: true): Uint8Array | null;
  getpeercert(binary_form?: false): PeerCertificate | Record<string, never> | null;
  getpeercert(keywords: { readonly binary_form: true }): Uint8Array | null;
  getpeercert(keywords: { readonly binary_form?: false }): PeerCertificate | Record<string, never> | null;
  getpeercert(...args: readonly unknown[]): Uint8Array | PeerCertificate | Record<string, never> | null {
    const [binary = false] = bind(methods.getpeercert, args);
    this._checkClosed();
    this._check_connected();
    const object = this.wrapped('getpeercert');
    return binary ? object.getpeercert(true) : object.getpeercert();
  }

  /** The chain from the peer's certificate to the root that we trust, as DER. */
  get_verified_chain(...args: []): Uint8Array[] {
    noArguments('SSLSocket.get_verified_chain', args);
    return this.wrapped('get_verified_chain').get_verified_chain();
  }

  /** The chain as the peer sent it, as DER. */
  get_unverified_chain(...args: []): Uint8Array[] {
    noArguments('SSLSocket.get_unverified_chain', args);
    return this.wrapped('get_unverified_chain').get_unverified_chain();
  }

  /** Bytes that are the same on both ends of this connection and on no other; `null` where there is none. */
  get_channel_binding(cb_type?: string): Uint8Array | null;
  get_channel_binding(keywords: { readonly cb_type?: string }): Uint8Array | null;
  get_channel_binding(...args: readonly unknown[]): Uint8Array | null {
    const [type = 'tls-unique'] = bind(methods.binding, args) as [string?];
    if (this.tls !== undefined) return this.tls.get_channel_binding(type);
    if (type !== 'tls-unique') throw new ValueError(`${type} channel binding type not implemented`);
    return null;
  }

  /** Ask a client of TLS 1.3 for its certificate; the request leaves with the next call that reads or writes. */
  verify_client_post_handshake(...args: []): void {
    noArguments('SSLSocket.verify_client_post_handshake', args);
    if (this.tls === undefined) throw new ValueError(`No SSL wrapper around ${this}`);
    this.tls.verify_client_post_handshake();
  }

  /** For classes that extend this one: called before what needs an open socket. */
  _checkClosed(...args: readonly unknown[]): void {
    bind(methods.checkClosed, args);
  }

  /** Fails where there is no connection. */
  _check_connected(...args: []): void {
    noArguments('SSLSocket._check_connected', args);
    if (!this.hasConnected) this.getpeername();
  }

  /** The object that has this member. */
  protected wrapped(member: string): SSLObject {
    if (this.tls === undefined) throw missingObject(member);
    return this.tls;
  }
}

/** What Python says, by accident, where there is no TLS. */
export function missingObject(member: string): AttributeError {
  return new AttributeError(`'NoneType' object has no attribute '${member}'`);
}
