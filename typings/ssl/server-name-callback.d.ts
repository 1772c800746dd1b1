import type { HelloAnswer } from '../tls/settings.ts';
/** Called with the object, the name (an A-label; `null` where the client sent none) and the object's context. */
export type ServerNameCallback<Obj = unknown, Context = unknown> = (sslobject: Obj, server_name: string | null, context: Context) => number | null | undefined | void;
/** What came of a call: go on, or refuse with this alert. */
export type CallOutcome = 'accepted' | (HelloAnswer & {
    readonly kind: 'refused';
});
export declare function outcomeOf(call: () => unknown): CallOutcome;
/** What a returned value stands for, or what is wrong with it. */
export declare function outcomeIn(value: unknown): CallOutcome | TypeError;
