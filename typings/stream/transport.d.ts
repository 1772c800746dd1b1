/** What TLS travels on: anything that carries bytes in order, both ways. Each adapter makes one of what its host has. */
export interface ByteTransport {
    /**
     * Sends all of `bytes`, and resolves when the transport can take more. Calls come one at a time, in order. The
     * transport may keep `bytes`: nobody else does. Once a send has failed, `receive` comes to an end too.
     */
    send(bytes: Uint8Array): Promise<void>;
    /** The next bytes, at least one; `null` once the peer sends no more. One call at a time. */
    receive(): Promise<Uint8Array | null>;
}
