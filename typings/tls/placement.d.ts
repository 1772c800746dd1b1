/**
 * RFC 8446 section 4.2: an extension that we know, in a message that it is not specified for, ends the handshake. One
 * that nobody here knows is for the message's own rules to judge: requests and tickets may carry it, answers may not.
 */
export declare function refuseMisplaced(order: readonly string[] | undefined, places: readonly string[]): void;
/** The rows of that section's table, as far as nothing else decides what may be there. */
export declare const PLACES: {
    readonly serverHello: readonly ["supported_versions", "key_share", "pre_shared_key"];
    readonly helloRetryRequest: readonly ["supported_versions", "key_share", "cookie"];
    readonly encryptedExtensions: readonly ["server_name", "supported_groups", "application_layer_protocol_negotiation", "early_data"];
    readonly certificate: readonly ["status_request", "signed_certificate_timestamp"];
    readonly certificateRequest: readonly ["status_request", "signature_algorithms", "signed_certificate_timestamp", "certificate_authorities", "oid_filters", "signature_algorithms_cert"];
    readonly newSessionTicket: readonly ["early_data"];
};
