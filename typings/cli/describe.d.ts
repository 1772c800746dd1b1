import type * as ssl from '../index.ts';
export interface Description {
    readonly version: string | null;
    readonly cipher: string | null;
    readonly secret_bits: number | null;
    readonly group: string | null;
    readonly alpn: string | null;
    readonly resumed: boolean;
    /** Whether the peer's certificate was verified; `null` where it has none. */
    readonly verified: boolean | null;
    /** The peer's, leaf first: the verified path where there is one, else what it sent. */
    readonly chain: readonly CertificateDescription[];
}
export interface CertificateDescription {
    readonly subject: string;
    readonly issuer: string;
    readonly not_before: string;
    readonly not_after: string;
    readonly names: string | null;
}
export declare function describe(object: ssl.SSLObject): Description;
export declare function inWords(it: Description): string;
