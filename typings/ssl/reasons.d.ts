/**
 * What the engine's words are in OpenSSL's: a mnemonic, which is what programs compare, and its text, which is the
 * mnemonic in small letters. A fault without a row does not compile.
 */
import type { FaultName } from '../tls/faults.ts';
export declare const faultReasons: Readonly<Record<FaultName, string>>;
/** A reason in words. */
export declare function reasonText(reason: string): string;
export interface AlertReason {
    /** `null` where OpenSSL has no mnemonic. */
    readonly reason: string | null;
    readonly text: string;
}
/** What a fatal alert from the peer is told as. */
export declare function alertReason(number: number): AlertReason;
