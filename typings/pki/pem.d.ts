/** One `-----BEGIN ...-----` block. */
export interface PemBlock {
    /** `CERTIFICATE`, `EC PRIVATE KEY`, ... */
    readonly label: string;
    /** What stands before an empty line; encrypted keys of the old kind have two headers there (RFC 1421). */
    readonly header: string;
    readonly der: Uint8Array;
}
/** Labels of a certificate, today's and one of old. */
export declare const PLAIN_LABELS: ReadonlySet<string>;
/** The label of a certificate with OpenSSL's notes on what it is trusted for. */
export declare const TRUSTED = "TRUSTED CERTIFICATE";
/** The blocks of a PEM text, in order. One that cannot be read is a fault, since it was meant to be something. */
export declare function pemBlocks(text: string): PemBlock[];
/**
 * The same one by one, for whoever keeps those that stand before a fault, or needs no more. They are read line by line
 * as OpenSSL does (`PEM_read_bio`), which takes less and more than RFC 7468's grammar: explanation may stand around
 * the blocks, and what is behind the text of a line is nothing; but a line in its middle must not be empty. Where it
 * looks for a key, OpenSSL passes over blocks without anything in them.
 */
export declare function eachPemBlock(text: string, empty?: 'refused' | 'passed over'): Generator<PemBlock, void, undefined>;
/** What a block holds that nothing was said of: the headers of an encrypted one would mean that it is sealed. */
export declare function plainDer({ label, header, der }: PemBlock): Uint8Array;
/** A block with lines of 64 characters (RFC 7468 section 2). */
export declare function pemEncode(label: string, der: Uint8Array): string;
