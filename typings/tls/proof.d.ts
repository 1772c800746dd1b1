/**
 * Proof values: each stands for a check that was made. Only the functions that check (`authenticate12.ts`,
 * `authenticate13.ts`) make them, and the open states ask for them: a path that forgets a check does not compile.
 */
export declare class Proof<Kind extends string> {
    #private;
    constructor(kind: Kind);
    get kind(): Kind;
}
