import { type SessionStatistics } from './session-statistics.ts';
/** How far a connection has been counted: once when its handshake begins, and once when that is done. */
export declare class HandshakeCount {
    #private;
    constructor(statistics: SessionStatistics, serverSide: boolean);
    get isDone(): boolean;
    begin(): void;
    complete(session: Record<'offered' | 'resumed', boolean>): void;
    /** The connection goes on with another context; of clients that is where they began. */
    moveTo(statistics: SessionStatistics): void;
}
