/**
 * OpenSSL's table of objects (3.0: numbers, names and identifiers are facts of its `objects.txt`), from which
 * `_ASN1Object` answers, and which gives the attributes of a name their long names.
 *
 * One row a line, and the line is the number (NID); an empty line is a number that nobody has. A row is
 * `short name|long name|identifier`: the long name is left out where it is the short one, the identifier where there is
 * none. An identifier is told by the one before it: `2:8.1` drops its last two arcs and puts `8.1` in their place. It is
 * read as far as the questions go, when they come.
 */
/** As `_ASN1Object` shows an object. */
export interface ObjectRow {
    readonly nid: number;
    readonly shortname: string;
    readonly longname: string;
    readonly oid: string | null;
}
export declare function objectByNid(nid: number): ObjectRow | undefined;
/** By short name, or else by long name. */
export declare function objectByName(name: string): ObjectRow | undefined;
/** By its identifier in dotted numbers. */
export declare function objectByOid(oid: string): ObjectRow | undefined;
