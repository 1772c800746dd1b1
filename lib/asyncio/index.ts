/**
 * `pyssl/asyncio`: connections as Python's asyncio has them, for Node and what is like it. At two heights: streams
 * (`open_connection`, `start_server`), and protocols with their transports (`create_connection`, `create_server`,
 * `start_tls`). Coroutines are functions that return promises; `get_running_loop()` has the functions as methods.
 */
export { ConnectionAbortedError, ConnectionResetError, EOFError, TimeoutError } from '../index.ts';
export {
  type AcceptedSocketKeywords,
  type ConnectionKeywords,
  connect_accepted_socket,
  create_connection,
  create_unix_connection,
  type UnixConnectionKeywords,
} from './connect.ts';
export type { Cancellable, SSLLimits } from './establish.ts';
export { CancelledError, IncompleteReadError, LimitOverrunError } from './exceptions.ts';
export {
  type ExceptionContext,
  type ExceptionHandler,
  get_exception_handler,
  type Handle,
  type Loop,
  set_exception_handler,
} from './loop.ts';
export { type AnyProtocol, BaseProtocol, BufferedProtocol, Protocol } from './protocols.ts';
export { type EventLoop, get_running_loop } from './running-loop.ts';
export { create_server, create_unix_server, type ServerKeywords, type UnixServerKeywords } from './serve.ts';
export type { ListeningSocket, Server } from './server.ts';
export { SSLProtocol, type SSLProtocolKeywords } from './ssl-protocol.ts';
export { type StartTlsKeywords, start_tls } from './start-tls.ts';
export { type ClientConnected, StreamReaderProtocol } from './stream-protocol.ts';
export { type Patience, StreamReader } from './stream-reader.ts';
export { StreamWriter } from './stream-writer.ts';
export {
  open_connection,
  open_unix_connection,
  start_server,
  start_unix_server,
} from './streams.ts';
export type { ExtraInfo, SocketAddress, Transport } from './transports.ts';
