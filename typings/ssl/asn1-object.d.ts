import { type ObjectRow } from './object-table.ts';
/** ASN.1 object identifier lookup, by number, by OpenSSL's NID, or by name. */
export declare class _ASN1Object implements ObjectRow {
    /** OpenSSL's number for it. */
    readonly nid: number;
    readonly shortname: string;
    readonly longname: string;
    /** `null` for what OpenSSL numbers and names, and nobody has identified. */
    readonly oid: string | null;
    /** By dotted number. */
    constructor(oid: string);
    constructor(keywords: {
        readonly oid: string;
    });
    /** By OpenSSL's numeric ID. */
    static fromnid(nid: number): _ASN1Object;
    static fromnid(keywords: {
        readonly nid: number;
    }): _ASN1Object;
    /** By short name, long name, or dotted number. */
    static fromname(name: string): _ASN1Object;
    static fromname(keywords: {
        readonly name: string;
    }): _ASN1Object;
}
/** What a context is to verify: servers, or clients. (Their rows stand here, so that loading reads no table.) */
export declare const Purpose: Readonly<{
    SERVER_AUTH: Readonly<_ASN1Object>;
    CLIENT_AUTH: Readonly<_ASN1Object>;
}>;
/** Python compares them as the tuples that they are. */
export declare function samePurpose(one: _ASN1Object, other: _ASN1Object): boolean;
