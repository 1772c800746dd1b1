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

/** A timer of JavaScript that is set further ahead would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

let handler: ExceptionHandler | null = null;

/** Sets what hears of errors that nobody catches; `null` for a warning of the process, the default. */
export function set_exception_handler(new_handler: ExceptionHandler | null): void {
  handler = new_handler;
}

/** What was set; `null` where it is the default. */
export function get_exception_handler(): ExceptionHandler | null {
  return handler;
}

export const loop: Loop = Object.freeze({
  call_soon(callback: () => void): Handle {
    // Not a microtask: what was woken by now goes first, as in asyncio, where it stands in the queue before this.
    const immediate = setImmediate(() => run(callback));
    return { cancel: () => clearImmediate(immediate) };
  },

  call_later(delay: number, callback: () => void): Handle {
    const timer = setTimeout(() => run(callback), Math.min(delay * 1000, MAX_DELAY_MS));
    return { cancel: () => clearTimeout(timer) };
  },

  call_exception_handler(context: ExceptionContext): void {
    try {
      if (handler === null) warn(context);
      else handler(loop, context);
    } catch (exception) {
      warn({ message: 'Unhandled error in exception handler', exception });
    }
  },
});

/** The loop as programs have it, with the functions of this room as methods: `running-loop.ts` puts it here. */
export const running: { loop: Loop } = { loop };

function run(callback: () => void): void {
  try {
    callback();
  } catch (exception) {
    loop.call_exception_handler({ message: 'Exception in callback', exception });
  }
}

function warn({ message, exception }: ExceptionContext): void {
  const detail = exception instanceof Error ? (exception.stack ?? exception.message) : String(exception);
  process.emitWarning(message, { type: 'asyncio', detail });
}
