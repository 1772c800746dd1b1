/**
 * Python's `ssl` module. `import * as ssl from 'pyssl'`, and write what you would write in Python.
 *
 * The rooms, from the ground up; imports go down only:
 *
 *     bytes/    byte helpers, the byte queue             wire/   bytes <-> typed messages, by tables
 *     crypto/   what cryptography is asked for, and two that give it ("pyssl/crypto")
 *     tls/      the engine: connection, states by flight, record protection, key schedule
 *     pki/      certificates, names, stores, paths       host/   files, environment, warnings
 *     ssl/      Python is spoken here: contexts, objects, buffers, errors, cipher strings
 *
 * The walk of a record that arrives: a program writes bytes into a `MemoryBIO` (ssl/memory-bio) and calls
 * `obj.read(n)` (ssl/object). The engine (tls/connection) asks for one record (tls/record/pull), which is taken out
 * of the BIO's queue (bytes/queue), opened (tls/record/half13, crypto/) and told apart by its type: application data
 * is the answer; a handshake message is joined, decoded (wire/handshake) and given to the state that expects it
 * (tls/client, tls/server); an alert ends what it says it ends. A certificate is judged by ssl/trust, with pki. What
 * came of it goes back up as a value (tls/outcome), and becomes Python's return or exception in ssl/object.
 *
 * The walk of a record that leaves: `obj.write(data)` cuts it to size, seals it (tls/record/push) and puts it into
 * the queue of the outgoing `MemoryBIO`, from where the program sends it.
 */
export { _ASN1Object, Purpose } from './ssl/asn1-object.ts';
export type { BytesLike, OwnBytes } from './ssl/buffers.ts';
export { cert_time_to_seconds } from './ssl/cert-time.ts';
export type { CipherDescription } from './ssl/cipher-table.ts';
export type { CipherTuple } from './ssl/cipher-tuples.ts';
export type { ClientHello, ClientHelloCallback } from './ssl/client-hello.ts';
export * from './ssl/constants.ts';
export { SSLContext, type WrapKeywords, type WrapSocketKeywords } from './ssl/context.ts';
export type { CertChainKeywords, VerifyLocations } from './ssl/context-store.ts';
export { _create_default_https_context, _create_stdlib_context, _create_unverified_context, create_default_context, } from './ssl/create-default-context.ts';
export type { Password } from './ssl/credentials.ts';
export { _SSLMethod, _TLSAlertType, _TLSContentType, _TLSMessageType, AlertDescription, Options, SSLErrorNumber, TLSVersion, VerifyFlags, VerifyMode, } from './ssl/enums.ts';
export * from './ssl/exceptions.ts';
export { OSError as socket_error } from './ssl/exceptions.ts';
export { get_server_certificate } from './ssl/get-server-certificate.ts';
export { MemoryBIO } from './ssl/memory-bio.ts';
export { get_sigalgs } from './ssl/negotiation-lists.ts';
export { SSLObject } from './ssl/object.ts';
export type { KeylogCallback, MessageCallback } from './ssl/observer.ts';
export type { OcspStatus } from './ssl/ocsp-status.ts';
export * from './ssl/openssl-names.ts';
export type { DistinguishedName, PeerCertificate } from './ssl/peer-certificate.ts';
export { DER_cert_to_PEM_cert, PEM_cert_to_DER_cert } from './ssl/pem-certificates.ts';
export type { SocketAddress } from './ssl/plain-socket.ts';
export type { PskClientCallback, PskServerCallback } from './ssl/psk-callbacks.ts';
export { RAND_add, RAND_bytes, RAND_status } from './ssl/random.ts';
export type { ReadableFile } from './ssl/send-file.ts';
export type { ServerNameCallback } from './ssl/server-name-callback.ts';
export { SSLSession } from './ssl/session.ts';
export type { Signer } from './ssl/signer.ts';
export { SSLSocket } from './ssl/socket.ts';
export type { PeerVerdict, VerifyCallback } from './ssl/verify-callback.ts';
export { DefaultVerifyPaths, get_default_verify_paths } from './ssl/verify-paths.ts';
