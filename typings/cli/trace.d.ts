import { type Output } from './options.ts';
export declare const traceOptions: {
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
        readonly help: 'the server name to ask for (localhost)';
    };
    readonly 'client-cert': {
        readonly type: 'boolean';
        readonly help: 'the server asks for a certificate, and the client has one';
    };
    readonly resume: {
        readonly type: 'boolean';
        readonly help: 'a second connection resumes the first';
    };
    readonly data: {
        readonly type: 'string';
        readonly value: 'TEXT';
        readonly help: 'what the client sends when it may (hello)';
    };
    readonly json: {
        readonly type: 'boolean';
        readonly help: 'one JSON object a line, bytes as hex';
    };
};
export declare function trace(args: readonly string[], { print }: Output): Promise<void>;
