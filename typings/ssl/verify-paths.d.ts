/** Python's named tuple of the same name. */
export declare class DefaultVerifyPaths {
    /** Resolved path to a file with roots, or `null` if it does not exist. */
    readonly cafile: string | null;
    /** Resolved path to a hashed directory, or `null` if it does not exist. */
    readonly capath: string | null;
    /** The environment variable that points to such a file. */
    readonly openssl_cafile_env = "SSL_CERT_FILE";
    /** The path that is compiled in, so to speak: where this system keeps its roots. */
    readonly openssl_cafile: string;
    /** The environment variable that points to such a directory. */
    readonly openssl_capath_env = "SSL_CERT_DIR";
    /** As `openssl_cafile`. */
    readonly openssl_capath: string;
    constructor();
}
/** What OpenSSL looks into by default: the environment's directories, which Python's tuple knows only if they are one. */
export declare function defaultDirectories(): string | null;
/** Return paths to default cafile and capath. */
export declare function get_default_verify_paths(...args: []): DefaultVerifyPaths;
