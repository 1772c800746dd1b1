/** Whether a server's random says that it could have spoken TLS 1.3. */
export declare function isDowngraded(random: Uint8Array): boolean;
