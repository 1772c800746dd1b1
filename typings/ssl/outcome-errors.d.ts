/** One outcome of the engine, one exception of Python's: the table at the head of `object.ts`, in code. */
import type { Outcome } from '../tls/outcome.ts';
import type { SSLError } from './exceptions.ts';
/** The exception for a call that did not do what it was for. */
export declare function errorOf(outcome: Outcome): SSLError;
/** How we ended a connection, if this answer says that we did. */
export declare function failureOf(answer: unknown): 'refused' | 'fault' | 'eof' | undefined;
/** Whether the peer ended it with a fatal alert. */
export declare function isAlert(answer: unknown): boolean;
