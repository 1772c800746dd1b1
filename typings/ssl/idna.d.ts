/** A name in ASCII. One that is in ASCII already passes as it is, if its labels fit. */
export declare function encodeIdna(name: string): string;
