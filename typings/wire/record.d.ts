/** The record header of RFC 8446 section 5.1; the hot path reads and writes it by hand. */
export declare const RECORD_HEADER_LENGTH = 5;
/** Section 5.1: the most plaintext that a record carries. */
export declare const MAX_PLAINTEXT: number;
/** Section 5.2: the most that protection may add in TLS 1.3. */
export declare const MAX_EXPANSION_13 = 256;
/** RFC 5246 section 6.2.3: and in TLS 1.2. */
export declare const MAX_EXPANSION_12 = 2048;
export declare const contentTypes: {
    readonly change_cipher_spec: 20;
    readonly alert: 21;
    readonly handshake: 22;
    readonly application_data: 23;
};
export type ContentType = keyof typeof contentTypes;
export declare function contentTypeName(number: number): ContentType | undefined;
