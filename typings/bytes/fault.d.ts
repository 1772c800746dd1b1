/**
 * A failure that has a name. Below `ssl/` nothing is told apart by its text: a room throws a `Fault` with one of
 * its own names, and tables say what that name means on the wire (`tls/faults.ts`) and in Python (`ssl/reasons.ts`).
 */
export declare class Fault<Name extends string = string> extends Error {
    /** What went wrong, as a word that tables can be keyed by. */
    readonly fault: Name;
    /** Where: a field, a message, a state. For people; never secret. */
    readonly detail: string;
    constructor(fault: Name, detail?: string, options?: ErrorOptions);
}
