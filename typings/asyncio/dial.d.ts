/**
 * Connecting to a host that has several addresses: one after the other, in the order in which the system names them;
 * or, with a `happy_eyeballs_delay`, another one each time that the last has taken so long (RFC 8305). The first
 * connection wins, and the attempts beside it are given up.
 *
 * Node can do something of the kind by itself (`autoSelectFamily`), but it has no more than one attempt at a time:
 * one that takes longer than the delay is lost.
 */
import { type NetConnectOpts, type Socket } from 'node:net';
import { type HostAddress } from './addresses.ts';
export interface DialOptions {
    /** Seconds before the next address is tried beside the last; `null` to wait for its failure. */
    readonly delay: number | null;
    /** How many addresses of the first kind come before the first of the other; 0 for the order as it is. */
    readonly interleave: number;
    /** Whether all failures are thrown, or what they come to. */
    readonly allErrors: boolean;
    /** Where to connect from: one address of each kind. */
    readonly local: readonly HostAddress[] | null;
    readonly signal: AbortSignal | undefined;
}
/** The first connection that there is to one of the addresses. */
export declare function dialHost(addresses: readonly HostAddress[], options: DialOptions): Promise<Socket>;
/** Of what kinds there are, one after the other in turn. */
export declare function interleaved(addresses: readonly HostAddress[], firstCount: number): HostAddress[];
/** What the failures of all addresses come to: one, if they are all alike. */
export declare function oneError(errors: readonly Error[]): Error;
/** A connection; rejects with Node's error, or with the signal's reason. */
export declare function dial(options: NetConnectOpts, signal: AbortSignal | undefined): Promise<Socket>;
