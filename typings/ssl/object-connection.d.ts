/** The connection behind an `SSLObject`: which context and session it goes by, and how it ended. */
import { Connection } from '../tls/connection.ts';
import type { Negotiated } from '../tls/settings.ts';
import type { SuiteName } from '../wire/registries.ts';
import { type ContextSnapshot } from './connection-settings.ts';
import type { SSLContext } from './context.ts';
import { type ObjectParts } from './context-parts.ts';
import { type SSLSession } from './session.ts';
import type { Trust } from './trust.ts';
/**
 * The engine's connection with what Python hangs on it. A context or a session that is set before anything has been
 * said begins it anew; a handshake is counted once when it begins and once when it is done.
 */
export declare class ObjectConnection {
    #private;
    constructor(parts: ObjectParts);
    /**
     * One question to the engine; what callbacks have thrown meanwhile is raised, or is why what is raised came about. A
     * callback may ask nothing: the engine is in the midst of a message. (CPython lets it, and OpenSSL's memory is corrupt.)
     */
    ask<Answer>(question: (connection: Connection) => Answer): Answer;
    get context(): SSLContext;
    /** Goes on with another context, as far as that changes anything (`takenOver`). */
    useContext(context: SSLContext): void;
    /** The session that is to be resumed, or the one that was made. */
    get session(): SSLSession | null;
    /** Takes a session to resume, while nothing has been said. */
    useSession(session: SSLSession): void;
    /** See `SSLObject.get_channel_binding`. */
    channelBinding(type: string): Uint8Array | null;
    /** See `SSLObject.export_keying_material`. */
    exportKeyingMaterial(label: string, length: number, context: Uint8Array | undefined): Uint8Array;
    get serverSide(): boolean;
    get hostName(): string | null;
    /** The context's settings as this connection goes by them. */
    get snapshot(): ContextSnapshot;
    /** Who judges the peer's chain. */
    get trust(): Trust;
    get negotiated(): Negotiated;
    /** The suite in use; until the server has answered, that of the session which is to be resumed. */
    get suite(): SuiteName | undefined;
    get resumed(): boolean;
    /** The handshake was completed, and nothing of ours has failed since. */
    get complete(): boolean;
    /** What ended the connection, if we did. */
    get failure(): 'refused' | 'fault' | 'eof' | undefined;
    /** Bytes that are decrypted and unread. */
    get pending(): number;
    /** Whether our close_notify has left. */
    get closeSent(): boolean;
}
