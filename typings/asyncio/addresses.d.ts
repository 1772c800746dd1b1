/** Python's `socket.AF_INET` and `AF_INET6`, or 4 and 6 as Node has it; 0 for both kinds. */
export type Family = 0 | 2 | 4 | 6 | 10;
/** What narrows down the addresses of a host. */
export interface AddressKeywords {
    /** Addresses of one kind only. */
    readonly family?: Family;
    /** `socket.AI_NUMERICHOST` and its kin, as their sum. */
    readonly flags?: number;
}
/** An address of a host, and of what kind it is. */
export interface HostAddress {
    readonly family: 4 | 6;
    readonly host: string;
    readonly port: number;
}
/** The addresses of a host, in the order of the system; of this machine itself where it has no name. */
export declare function addressesOf(host: string | null, port: unknown, { family, flags, proto }: AddressKeywords & {
    readonly proto?: number;
}): Promise<HostAddress[]>;
/** The path of a Unix socket, which may come in bytes. */
export declare function pathText(path: unknown): string;
/** As Python shows it in a message. */
export declare function showAddress({ host, port, family }: HostAddress): string;
/** Why nothing can be bound to an address. */
export declare function bindError(error: Error, where: string): Error;
