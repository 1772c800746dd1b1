/** What a program's own code returns. */
export declare function called<Value>(name: string, call: () => Value): Value;
/** For the engine to end the connection with. */
export declare function callbackFailure(name: string, cause: unknown): Error;
