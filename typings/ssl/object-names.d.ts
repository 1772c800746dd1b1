/** OpenSSL's long names of the attributes that stand in distinguished names; others show by their numbers. */
export declare const attributeNames: Readonly<Record<string, string>>;
/** As `_ASN1Object` shows an object. */
export interface ObjectRow {
    readonly nid: number;
    readonly shortname: string;
    readonly longname: string;
    readonly oid: string;
}
/** The extended key usages (RFC 5280 section 4.2.1.12) and what programs look up beside them, of OpenSSL's table. */
export declare const objectRows: readonly ObjectRow[];
