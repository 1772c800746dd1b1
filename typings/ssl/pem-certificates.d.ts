/** Certificates between DER and PEM, as `ssl.py` converts them. */
import type { OwnBytes } from '../bytes/bytes.ts';
import { type BytesLike } from './buffers.ts';
/** Takes a certificate in binary DER format and returns the PEM version of it as a string. */
export declare function DER_cert_to_PEM_cert(der_cert_bytes: BytesLike): string;
export declare function DER_cert_to_PEM_cert(keywords: {
    readonly der_cert_bytes: BytesLike;
}): string;
/** Takes a certificate in ASCII PEM format and returns the DER-encoded version of it as bytes. */
export declare function PEM_cert_to_DER_cert(pem_cert_string: string): OwnBytes;
export declare function PEM_cert_to_DER_cert(keywords: {
    readonly pem_cert_string: string;
}): OwnBytes;
