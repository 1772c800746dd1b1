/**
 * Return the time in seconds since the Epoch, given the timestring representing the "notBefore" or "notAfter" date
 * from a certificate in `"%b %d %H:%M:%S %Y %Z"` strptime format (C locale).
 */
export declare function cert_time_to_seconds(cert_time: string): number;
export declare function cert_time_to_seconds(keywords: {
    readonly cert_time: string;
}): number;
