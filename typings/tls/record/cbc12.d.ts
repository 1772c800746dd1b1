import type { ByteQueue } from '../../bytes/queue.ts';
import type { BlockCipherAlgorithm, HashAlgorithm } from '../../crypto/provider.ts';
import { type ContentType } from '../../wire/record.ts';
import type { DirectionKeys12 } from '../keys/schedule12.ts';
import type { OpenedRecord, ReadHalf, WriteHalf } from './half.ts';
export interface CbcAlgorithms {
    readonly cipher: BlockCipherAlgorithm;
    readonly hash: HashAlgorithm;
    /** Whether both ends have said encrypt_then_mac. */
    readonly encryptThenMac: boolean;
}
export declare class CbcReadHalf12 implements ReadHalf {
    #private;
    readonly protected = true;
    readonly hidesType = false;
    readonly maxBody: number;
    constructor(algorithms: CbcAlgorithms, keys: DirectionKeys12);
    open(type: ContentType, _header: Uint8Array, body: Uint8Array): OpenedRecord;
    wipe(): void;
}
export declare class CbcWriteHalf12 implements WriteHalf {
    #private;
    readonly hidesType = false;
    /** TLS 1.2 has no way to replace a key; only the numbers can run out. */
    readonly spent = false;
    constructor(algorithms: CbcAlgorithms, keys: DirectionKeys12, random: (length: number) => Uint8Array);
    seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void;
    wipe(): void;
}
/**
 * The padding's length as its last byte claims it, or zero where the claim is wrong: there is no room for it, or a
 * byte of it has another value. Looks at as many bytes as padding could be, whatever they hold.
 */
export declare function checkedPadding(plaintext: Uint8Array, room: number): number;
