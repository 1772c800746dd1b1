/** Bounds on what a peer can make us do or keep. Each has a name, and a fault that says that it was reached. */

/** Handshake messages by type: the longest body that is taken (OpenSSL's figures, so that whoever talks to it talks to us). */
export const MESSAGE_LIMITS: Readonly<Record<string, number>> = {
  client_hello: 131_396,
  server_hello: 65_607,
  encrypted_extensions: 20_000,
  certificate: 102_400,
  certificate_request: 65_535,
  certificate_verify: 65_535,
  finished: 64,
  new_session_ticket: 131_338,
  key_update: 1,
  end_of_early_data: 0,
  // Those of TLS 1.2 alone.
  hello_request: 0,
  server_key_exchange: 102_400,
  server_hello_done: 0,
  client_key_exchange: 2_048,
  certificate_status: 16_384,
};

/** Records in a row that bring nothing: empty ones, compatibility change_cipher_specs, ignored HelloRequests. */
export const MAX_USELESS_RECORDS = 32;
/** Warning alerts in a row. */
export const MAX_WARNINGS = 5;
/** KeyUpdates in a row, with no application data between them. */
export const MAX_KEY_UPDATES = 32;
/** Tickets that a client takes in one connection. */
export const MAX_TICKETS = 64;
/** How long a ticket may be that a client keeps: a hello has 65,535 bytes for it and all other extensions. */
export const MAX_TICKET_LENGTH = 62_000;
/** Requests for its certificate that a client answers in one connection, after the handshake. */
export const MAX_CERTIFICATE_REQUESTS = 32;
/** Identities of a hello that a server looks at. */
export const MAX_PSK_IDENTITIES = 8;
/** How long a client's chain may be that a session remembers: a ticket has room for 65,535 bytes, seal and all. */
export const MAX_SESSION_CHAIN = 60_000;
/** How far the clocks of servers that share ticket keys may be apart, in seconds. */
export const MAX_CLOCK_SKEW = 10;
/** RFC 8446 section 4.6.1: seven days, in seconds. */
export const MAX_TICKET_LIFETIME = 604_800;
/** Early data that a server passes over, in bytes of records (OpenSSL's figure). */
export const MAX_SKIPPED_EARLY_DATA = 16_384 + 256;
/** RFC 8446 section 5.5 speaks of 2^64; JavaScript counts exactly up to 2^53, and no connection gets there. */
export const MAX_SEQUENCE = Number.MAX_SAFE_INTEGER;
