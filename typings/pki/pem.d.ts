/** One `-----BEGIN ...-----` block. */
export interface PemBlock {
    /** `CERTIFICATE`, `EC PRIVATE KEY`, ... */
    readonly label: string;
    /** RFC 1421 headers; encrypted keys of the old kind carry two. */
    readonly headers: ReadonlyMap<string, string>;
    readonly der: Uint8Array;
}
/**
 * The blocks of a PEM text, in order (RFC 7468, its lax grammar): what stands around them is explanation, and any
 * white space within the base64 is none of our business. A block that never ends or whose inside is no base64 is a
 * fault, since it was meant to be something.
 */
export declare function pemBlocks(text: string): PemBlock[];
/** The same one by one, for whoever keeps those that stand before a fault. */
export declare function eachPemBlock(text: string): Generator<PemBlock, void, undefined>;
/** A block with lines of 64 characters (RFC 7468 section 2). */
export declare function pemEncode(label: string, der: Uint8Array): string;
