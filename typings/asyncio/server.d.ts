/// <reference lib="esnext.disposable" preserve="true" />
import type { ListenOptions, Server as NetServer } from 'node:net';
import { type EstablishOptions } from './establish.ts';
import type { AnyProtocol } from './protocols.ts';
import type { EventLoop } from './running-loop.ts';
import type { SocketAddress } from './transports.ts';
/** What listens, and where. */
export interface Listener {
    readonly server: NetServer;
    readonly where: ListenOptions;
    /** The same as Python shows it. */
    readonly shown: string;
}
export interface ServerParts {
    readonly listeners: readonly Listener[];
    readonly protocol_factory: () => AnyProtocol;
    readonly options: Omit<EstablishOptions, 'signal'>;
}
/** A listening socket, as `Server.sockets` shows it. */
export interface ListeningSocket {
    getsockname(): SocketAddress;
}
/** A listening server, as `create_server()` and `start_server()` make it. */
export declare class Server {
    #private;
    /** Only `create_server()` and its kin make one. */
    constructor({ listeners, protocol_factory, options }: ServerParts);
    /** Where it listens; nothing before it does, and after `close()`. */
    get sockets(): readonly ListeningSocket[];
    /** The event loop that it belongs to. */
    get_loop(): EventLoop;
    is_serving(): boolean;
    /** Begins to accept connections; `create_server()` has done so unless it was told not to. */
    start_serving(): Promise<void>;
    /** Serves until the server is closed, which `CancelledError` tells. */
    serve_forever(): Promise<never>;
    /** Accepts no more connections; those that there are go on. */
    close(): void;
    /** Resolves when the server is closed and all its connections are gone. */
    wait_closed(): Promise<void>;
    /** Closes all connections in good order. */
    close_clients(): void;
    /** Closes all connections at once. */
    abort_clients(): void;
    /** `async with server` */
    [Symbol.asyncDispose](): Promise<void>;
}
