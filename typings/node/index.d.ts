/**
 * `pyssl/node`: TLS where Node's programs expect it. `SSLDuplex` is a stream over any other stream; `createServer`,
 * `connect`, `connector` and `SSLAgent` bring it to servers and clients. `SSLSocket`, Python's own class, is a name of
 * `pyssl` itself: `SSLContext.wrap_socket()`.
 */
export { SSLAgent, type SSLAgentOptions } from './agent.ts';
export { type ConnectOptions, type Connector, connect, connector, type HttpTarget } from './connect.ts';
export { createServer, SSLServer, type SSLServerOptions } from './server.ts';
export { SSLDuplex, type SSLDuplexOptions } from './ssl-duplex.ts';
