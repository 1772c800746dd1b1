import * as ssl from '../index.ts';
/** A command line that cannot be carried out; the message is one line. */
export declare class UsageError extends Error {
}
/** Where a command's words go. */
export interface Output {
    /** A line of what the command is for. */
    readonly print: (text: string) => void;
    /** A line about it, which does not mix with the data. */
    readonly inform: (text: string) => void;
}
export interface OptionSpec {
    readonly type: 'string' | 'boolean';
    readonly short?: string;
    /** What stands for the value in the help. */
    readonly value?: string;
    readonly help: string;
}
export type OptionTable = Readonly<Record<string, OptionSpec>>;
type Parsed<T extends OptionTable> = {
    readonly [K in keyof T]?: T[K]['type'] extends 'boolean' ? boolean : string;
};
/** What every command takes that makes a context. */
export declare const contextOptions: {
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
};
export interface Arguments<T extends OptionTable> {
    readonly options: Parsed<T>;
    readonly positionals: readonly string[];
}
export declare function parse<const T extends OptionTable>(table: T, args: readonly string[]): Arguments<T>;
/** The options of a table, a line each. */
export declare function helpOf(table: OptionTable): string;
/** Does to a context what the options say. */
export declare function applyOptions(context: ssl.SSLContext, options: Parsed<typeof contextOptions>): void;
export declare function portOf(text: string): number;
export declare function secondsOf(text: string | undefined, otherwise: number): number;
export {};
