/** Why there is no connection, in Python's words. Of the addresses of a host each has failed: one error if all alike. */
export declare function connectError(error: Error): Error;
