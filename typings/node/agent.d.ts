/** An agent of HTTP whose connections have TLS: `https.get(url, { agent: new SSLAgent(context) })`. */
import { Agent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SSLContext } from '../index.ts';
import { type ConnectOptions } from './connect.ts';
import type { SSLDuplex } from './ssl-duplex.ts';
export interface SSLAgentOptions extends AgentOptions {
    /** What each connection is made with. */
    readonly connection?: Omit<ConnectOptions, 'context' | 'host' | 'port' | 'session'>;
    /** How many servers' sessions are kept, to be resumed; node:https has 100. */
    readonly maxCachedSessions?: number;
}
export declare class SSLAgent extends Agent {
    #private;
    /** By which `https.request` knows an agent for it. */
    readonly protocol = "https:";
    readonly defaultPort = 443;
    constructor(context: SSLContext, options?: SSLAgentOptions);
    /** Connections are shared by requests that ask for the same name. */
    getName(options?: ClientRequestArgs & {
        readonly servername?: string;
    }): string;
    createConnection(options: ClientRequestArgs & {
        readonly servername?: string;
    }, told?: (error: Error | null, stream: Duplex) => void): SSLDuplex;
}
