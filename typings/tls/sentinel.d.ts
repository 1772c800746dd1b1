/** A server's random, where it could have spoken TLS 1.3 and has to speak TLS 1.2. */
export declare function markDowngraded(random: Uint8Array): void;
/** Whether a server's random says that it could have spoken TLS 1.3. */
export declare function isDowngraded(random: Uint8Array): boolean;
