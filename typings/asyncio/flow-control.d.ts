/** asyncio's marks, in bytes: for what waits to be sent on a socket, and what TLS holds in either direction. */
export declare const SOCKET_WRITE_HIGH_WATER: number;
export declare const SSL_READ_HIGH_WATER: number;
export declare const SSL_WRITE_HIGH_WATER: number;
/** Whoever fills a buffer is paused above `high`, and resumed at `low` or below. */
export interface WaterMarks {
    readonly high: number;
    readonly low: number;
}
/** asyncio's rule for marks that are not given: the low one is a quarter of the high one. */
export declare function waterMarks(high: number | null | undefined, low: number | null | undefined, defaultHigh: number): WaterMarks;
/** Tells when a size crosses its marks: each pause is followed by one resume, and there are no others. */
export declare class FlowGate {
    #private;
    marks: WaterMarks;
    constructor(marks: WaterMarks, pause: () => void, resume: () => void);
    get paused(): boolean;
    update(size: number): void;
}
