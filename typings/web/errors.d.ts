/** How a stream fails, in trio's words: the state is in the class, the reason in `cause`. */
declare abstract class ResourceError extends Error {
    constructor(message: string, cause?: unknown);
}
/** The stream is of no more use: the peer broke the protocol, or the transport failed. `cause` says which. */
export declare class BrokenResourceError extends ResourceError {
}
/** The stream was closed, or unwrapped, on this side. */
export declare class ClosedResourceError extends ResourceError {
}
/** Two calls of one kind at the same time, which has no meaning: whose bytes would come first? */
export declare class BusyResourceError extends ResourceError {
}
/** Something was asked of the connection that is not known before the handshake. */
export declare class NeedHandshakeError extends ResourceError {
}
export {};
