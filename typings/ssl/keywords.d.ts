export interface Signature {
    /** As error messages name it: `load_cert_chain`, `SSLContext.wrap_bio`. */
    readonly name: string;
    /** CPython words its complaints differently in functions written in C and in Python. */
    readonly language: 'C' | 'Python';
    /** In order; those that may be absent end in `?`. */
    readonly parameters: readonly string[];
    /** Parameters that can only be given by keyword; all of them may be absent. */
    readonly keywordOnly?: readonly string[];
    /** Keywords that Python does not have. Each of them can stand for what would be required. */
    readonly extensions?: readonly string[];
}
/** The arguments of a call, one for each parameter, `undefined` where it is absent. */
export declare function bind(signature: Signature, args: readonly unknown[]): unknown[];
/** For a function without parameters: refuses whatever it is given. */
export declare function noArguments(name: string, args: readonly unknown[], language?: Signature['language']): void;
/** For a function written in C that takes one argument, by position alone: the argument. */
export declare function oneArgument(name: string, args: readonly unknown[]): unknown;
