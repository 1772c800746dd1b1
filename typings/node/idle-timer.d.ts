/** What `net.Socket.setTimeout` promises, for any stream: a call after so long without activity, and again if it lasts. */
export declare class IdleTimer {
    #private;
    constructor(tell: () => void);
    /** Milliseconds; 0 where nothing is waited for. */
    get limit(): number;
    set limit(milliseconds: number);
    /** Something happened. */
    refresh(): void;
    stop(): void;
}
