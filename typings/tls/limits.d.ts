/** Bounds on what a peer can make us do or keep. Each has a name, and a fault that says that it was reached. */
/** Handshake messages by type: the longest body that is taken (OpenSSL's figures, so that whoever talks to it talks to us). */
export declare const MESSAGE_LIMITS: Readonly<Record<string, number>>;
/** Records in a row that bring nothing: empty ones, compatibility change_cipher_specs, ignored HelloRequests. */
export declare const MAX_USELESS_RECORDS = 32;
/** Warning alerts in a row. */
export declare const MAX_WARNINGS = 5;
/** KeyUpdates in a row, with no application data between them. */
export declare const MAX_KEY_UPDATES = 32;
/** Tickets that a client takes in one connection. */
export declare const MAX_TICKETS = 64;
/** How long a ticket may be that a client keeps: a hello has 65,535 bytes for it and all other extensions. */
export declare const MAX_TICKET_LENGTH = 62000;
/** Requests for its certificate that a client answers in one connection, after the handshake. */
export declare const MAX_CERTIFICATE_REQUESTS = 32;
/** Identities of a hello that a server looks at. */
export declare const MAX_PSK_IDENTITIES = 8;
/** How long a client's chain may be that a session remembers: a ticket has room for 65,535 bytes, seal and all. */
export declare const MAX_SESSION_CHAIN = 60000;
/** How far the clocks of servers that share ticket keys may be apart, in seconds. */
export declare const MAX_CLOCK_SKEW = 10;
/** RFC 8446 section 4.6.1: seven days, in seconds. */
export declare const MAX_TICKET_LIFETIME = 604800;
/** Early data that a server passes over, in bytes of records (OpenSSL's figure). */
export declare const MAX_SKIPPED_EARLY_DATA: number;
/** RFC 8446 section 5.5 speaks of 2^64; JavaScript counts exactly up to 2^53, and no connection gets there. */
export declare const MAX_SEQUENCE: number;
