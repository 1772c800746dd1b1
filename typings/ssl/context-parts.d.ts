/** What of a context is its connections' concern, and how an object comes by it when it is given another context. */
import type { ClientHelloCallback } from './client-hello.ts';
import type { ContextSnapshot } from './connection-settings.ts';
import type { SSLContext } from './context.ts';
import type { MemoryBIO } from './memory-bio.ts';
import type { SSLObject } from './object.ts';
import type { Watching } from './observer.ts';
import type { ServerNameCallback } from './server-name-callback.ts';
import type { SessionParts } from './session.ts';
import type { SessionStatistics } from './session-statistics.ts';
export interface ContextParts {
    readonly snapshot: ContextSnapshot;
    readonly statistics: SessionStatistics;
    readonly watching: Omit<Watching, 'owner'>;
}
/** What a context hands to a new object. */
export interface ObjectParts extends ContextParts {
    readonly context: SSLContext;
    /** The object that the program holds, of which callbacks are told. */
    readonly owner: unknown;
    readonly incoming: MemoryBIO;
    readonly outgoing: MemoryBIO;
    readonly serverSide: boolean;
    readonly hostName: string | null;
    readonly session: SessionParts | undefined;
    readonly clientHelloCallback: ClientHelloCallback<SSLObject, SSLContext> | null;
    readonly serverNameCallback: ServerNameCallback<SSLObject, SSLContext> | null;
}
/** Each context says here how it is read; so an object knows a context when it sees one. */
export declare function registerContext(context: SSLContext, read: () => ContextParts): void;
/** As the context is now; `undefined` for what is none. */
export declare function contextParts(context: unknown): ContextParts | undefined;
