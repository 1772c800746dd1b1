export interface DhParameters {
    /** The prime, without leading zeros. */
    readonly p: Uint8Array;
    readonly g: Uint8Array;
    /** How many bits a private value has at the least, if the parameters say so: the length of `q`, or the one named. */
    readonly privateBits: number | undefined;
}
/** The first parameters in a PEM text, `undefined` if it has none; what stands behind them is not looked at. */
export declare function parseDhParameters(text: string): DhParameters | undefined;
/** Of a number without leading zeros. */
export declare function bitLength(number: Uint8Array): number;
