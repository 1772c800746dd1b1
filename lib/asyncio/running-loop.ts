import { connect_accepted_socket, create_connection, create_unix_connection } from './connect.ts';
import { get_exception_handler, type Loop, loop, running, set_exception_handler } from './loop.ts';
import { create_server, create_unix_server } from './serve.ts';
import { start_tls } from './start-tls.ts';

/** The event loop as programs have it in Python: what this module exports, as methods. */
export interface EventLoop extends Loop {
  readonly create_connection: typeof create_connection;
  readonly create_unix_connection: typeof create_unix_connection;
  readonly connect_accepted_socket: typeof connect_accepted_socket;
  readonly create_server: typeof create_server;
  readonly create_unix_server: typeof create_unix_server;
  readonly start_tls: typeof start_tls;
  readonly set_exception_handler: typeof set_exception_handler;
  readonly get_exception_handler: typeof get_exception_handler;
}

const eventLoop: EventLoop = Object.freeze({
  ...loop,
  create_connection,
  create_unix_connection,
  connect_accepted_socket,
  create_server,
  create_unix_server,
  start_tls,
  set_exception_handler,
  get_exception_handler,
});

running.loop = eventLoop;

/** The event loop. JavaScript has one, and it always runs. */
export function get_running_loop(): EventLoop {
  return eventLoop;
}
