/** An agent of HTTP whose connections have TLS: `https.get(url, { agent: new SSLAgent(context) })`. */
import { Agent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SSLContext, SSLSession } from '../index.ts';
import { type ConnectOptions, connector } from './connect.ts';
import type { SSLDuplex } from './ssl-duplex.ts';

export interface SSLAgentOptions extends AgentOptions {
  /** What each connection is made with. */
  readonly connection?: Omit<ConnectOptions, 'context' | 'host' | 'port' | 'session'>;
  /** How many servers' sessions are kept, to be resumed; node:https has 100. */
  readonly maxCachedSessions?: number;
}

const CACHED_SESSIONS = 100;

export class SSLAgent extends Agent {
  /** By which `https.request` knows an agent for it. */
  readonly protocol = 'https:';
  readonly defaultPort = 443;
  readonly #context: SSLContext;
  readonly #connection: NonNullable<SSLAgentOptions['connection']>;
  readonly #most: number;
  /** The last session with each server, oldest first. */
  readonly #sessions = new Map<string, SSLSession>();

  constructor(context: SSLContext, options: SSLAgentOptions = {}) {
    const { connection = {}, maxCachedSessions = CACHED_SESSIONS, ...rest } = options;
    super(rest);
    this.#context = context;
    this.#connection = connection;
    this.#most = maxCachedSessions;
  }

  /** Connections are shared by requests that ask for the same name. */
  override getName(options: ClientRequestArgs & { readonly servername?: string } = {}): string {
    return `${super.getName(options)}:${options.servername ?? ''}`;
  }

  override createConnection(
    options: ClientRequestArgs & { readonly servername?: string },
    told?: (error: Error | null, stream: Duplex) => void,
  ): SSLDuplex {
    const name = this.getName(options);
    const session = this.#sessions.get(name) ?? null;
    const open = connector(this.#context, { ...this.#connection, session });
    const stream = open(options);
    stream.once('secureConnect', () => told?.(null, stream));
    // A ticket comes after the handshake; by the end of the connection it is there.
    stream.once('close', () => {
      const { ssl_object: object } = stream;
      this.#keep(name, object.version() === null ? null : object.session); // there is none to keep of what has failed
    });
    return stream;
  }

  #keep(name: string, session: SSLSession | null): void {
    this.#sessions.delete(name);
    if (session === null || !session.has_ticket || this.#most === 0) return;
    this.#sessions.set(name, session);
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= this.#most) break;
      this.#sessions.delete(oldest);
    }
  }
}
