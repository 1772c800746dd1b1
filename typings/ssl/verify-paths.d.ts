/** Python's named tuple of the same name. */
export declare class DefaultVerifyPaths {
    /** Resolved path to a file with roots, or `null` if it does not exist. */
    readonly cafile: string | null;
    /** Resolved path to a hashed directory, or `null` if it does not exist. */
    readonly capath: string | null;
    readonly openssl_cafile_env = "SSL_CERT_FILE";
    readonly openssl_cafile: string;
    readonly openssl_capath_env = "SSL_CERT_DIR";
    readonly openssl_capath: string;
    constructor();
}
/** Return paths to default cafile and capath. */
export declare function get_default_verify_paths(): DefaultVerifyPaths;
