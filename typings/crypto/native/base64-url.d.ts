/** Base64url without padding (RFC 7515 section 2), as JSON web keys spell bytes. Only runs where `Buffer` is. */
export declare function base64Url(bytes: Uint8Array): string;
export declare function fromBase64Url(text: string): Uint8Array;
