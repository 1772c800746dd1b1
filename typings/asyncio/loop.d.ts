/**
 * What asyncio asks of its event loop, over the one that JavaScript has: callbacks soon and later, and a place where
 * errors go that nobody is there to catch. Protocols take it as an argument, as in Python; a test can hand in one
 * whose clock it holds.
 */
/** A callback that is still to come. */
export interface Handle {
    cancel(): void;
}
/** What an exception handler is told: what happened, and whatever else is known. */
export interface ExceptionContext {
    readonly message: string;
    readonly exception?: unknown;
    readonly transport?: unknown;
    readonly protocol?: unknown;
}
export interface Loop {
    /** Calls back as soon as the present callback has returned, in the order of the calls. */
    call_soon(callback: () => void): Handle;
    /** Calls back after so many seconds. */
    call_later(delay: number, callback: () => void): Handle;
    /** Hands an error that nobody is there to catch to the exception handler. */
    call_exception_handler(context: ExceptionContext): void;
}
export type ExceptionHandler = (loop: Loop, context: ExceptionContext) => void;
/** Sets what hears of errors that nobody catches; `null` for a warning of the process, the default. */
export declare function set_exception_handler(new_handler: ExceptionHandler | null): void;
/** What was set; `null` where it is the default. */
export declare function get_exception_handler(): ExceptionHandler | null;
export declare const loop: Loop;
/** The loop as programs have it, with the functions of this room as methods: `running-loop.ts` puts it here. */
export declare const running: {
    loop: Loop;
};
