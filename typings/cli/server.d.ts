import { type Output } from './options.ts';
export declare const serverOptions: {
    readonly 'min-version': {
        readonly type: 'string';
        readonly value: '1.2|1.3';
        readonly help: 'the lowest version';
    };
    readonly 'max-version': {
        readonly type: 'string';
        readonly value: '1.2|1.3';
        readonly help: 'the highest version';
    };
    readonly ciphers: {
        readonly type: 'string';
        readonly value: 'LIST';
        readonly help: "OpenSSL's cipher list for TLS 1.2";
    };
    readonly ciphersuites: {
        readonly type: 'string';
        readonly value: 'LIST';
        readonly help: 'suites of TLS 1.3';
    };
    readonly groups: {
        readonly type: 'string';
        readonly value: 'LIST';
        readonly help: 'key exchange groups, best first';
    };
    readonly alpn: {
        readonly type: 'string';
        readonly value: 'A,B';
        readonly help: 'application protocols, best first';
    };
    readonly cert: {
        readonly type: 'string';
        readonly value: 'FILE';
        readonly help: 'certificate chain to present (PEM)';
    };
    readonly key: {
        readonly type: 'string';
        readonly value: 'FILE';
        readonly help: 'its private key, if not in the same file';
    };
    readonly ca: {
        readonly type: 'string';
        readonly value: 'FILE';
        readonly help: 'roots to trust (PEM) in place of the usual ones';
    };
    readonly keylog: {
        readonly type: 'string';
        readonly value: 'FILE';
        readonly help: "append the connection's secrets (NSS format)";
    };
    readonly host: {
        readonly type: 'string';
        readonly value: 'ADDRESS';
        readonly help: 'the address to listen on (127.0.0.1)';
    };
    readonly port: {
        readonly type: 'string';
        readonly short: 'p';
        readonly value: 'PORT';
        readonly help: 'the port, 0 for any that is free (4433)';
    };
    readonly http: {
        readonly type: 'boolean';
        readonly help: 'answer HTTP requests with a description of the connection; else echo';
    };
    readonly 'write-ca': {
        readonly type: 'string';
        readonly value: 'FILE';
        readonly help: 'without --cert: where to put the certificate to trust';
    };
    readonly 'verify-client': {
        readonly type: 'string';
        readonly value: 'optional|required';
        readonly help: 'ask clients for a certificate';
    };
    readonly count: {
        readonly type: 'string';
        readonly value: 'N';
        readonly help: 'end after so many connections';
    };
};
export declare function server(args: readonly string[], { inform }: Output): Promise<void>;
