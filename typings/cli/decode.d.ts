/** What JSON has, with bytes as they are. */
export type Plain = string | number | boolean | null | Uint8Array | readonly Plain[] | PlainObject;
export interface PlainObject {
    readonly [name: string]: Plain;
}
export interface Decoded {
    readonly type: string;
    readonly body?: PlainObject;
}
/** A handshake message, header included; `suite` is the one chosen, once it is. */
export declare function decodeHandshake(bytes: Uint8Array, version: number, suite: string | undefined): Decoded;
export declare function decodeAlert([level, description]: Uint8Array): Decoded;
