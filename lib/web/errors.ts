/** How a stream fails, in trio's words: the state is in the class, the reason in `cause`. */

abstract class ResourceError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
  }
}

/** The stream is of no more use: the peer broke the protocol, or the transport failed. `cause` says which. */
export class BrokenResourceError extends ResourceError {}

/** The stream was closed, or unwrapped, on this side. */
export class ClosedResourceError extends ResourceError {}

/** Two calls of one kind at the same time, which has no meaning: whose bytes would come first? */
export class BusyResourceError extends ResourceError {}

/** Something was asked of the connection that is not known before the handshake. */
export class NeedHandshakeError extends ResourceError {}
