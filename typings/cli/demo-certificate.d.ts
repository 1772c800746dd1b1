export interface DemoCertificate {
    /** PEM, for a server to present and for a client to trust. */
    readonly certificate: string;
    readonly key: string;
}
export declare function demoCertificate(): DemoCertificate;
