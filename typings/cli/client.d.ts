import { type Output } from './options.ts';
export declare const clientOptions: {
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
    readonly name: {
        readonly type: 'string';
        readonly value: 'NAME';
        readonly help: "the server's name to ask for and to verify (HOST)";
    };
    readonly insecure: {
        readonly type: 'boolean';
        readonly short: 'k';
        readonly help: 'do not verify the server';
    };
    readonly session: {
        readonly type: 'string';
        readonly value: 'FILE';
        readonly help: 'resume the session in this file, and keep the newest there';
    };
    readonly timeout: {
        readonly type: 'string';
        readonly value: 'SECONDS';
        readonly help: 'for connecting and for the handshake (30)';
    };
    readonly json: {
        readonly type: 'boolean';
        readonly help: 'describe the connection as one line of JSON';
    };
    readonly quiet: {
        readonly type: 'boolean';
        readonly short: 'q';
        readonly help: 'do not describe the connection';
    };
};
export declare function client(args: readonly string[], { inform }: Output): Promise<void>;
