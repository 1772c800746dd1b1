import type { Certificate } from './certificate.ts';
import type { Refusal } from './verdict.ts';
/**
 * Certificate policies: RFC 5280 section 6.1, with the graph of RFC 9618 in place of its tree.
 *
 * Level 0 holds `anyPolicy`; each certificate adds a level with the policies that it asserts and that follow from the
 * level above, by name, by mapping, or out of `anyPolicy`. In RFC 5280 a policy with several parents is copied, which
 * lets mappings grow a tree beyond all memory (CVE-2023-0464); here it is one node with several parents, so that a
 * level has at most as many nodes as the certificate has policies and mappings.
 *
 * Nodes know their parents only. A branch that dies out is simply never reached again from the last level, so nothing
 * is ever pruned, and the graph is "null" as soon as a level is empty.
 */
export interface PolicyOptions {
    /**
     * The user's initial policies. `undefined`: all are fine (RFC 5280 section 6.1.1 (c)). An empty list: none is, which
     * fails as soon as one is required, and is what OpenSSL goes by until it is told of policies.
     */
    readonly initial: readonly string[] | undefined;
    /** The path must be valid for one of them (otherwise policies only count where a certificate says so). */
    readonly requireExplicit: boolean;
    readonly inhibitMapping: boolean;
    readonly inhibitAny: boolean;
}
export declare const ANY_POLICY = "2.5.29.32.0";
/** The policies that a path (leaf first, anchor last) is valid for, or what is wrong with it. */
export declare function policiesOf(path: readonly Certificate[], options: PolicyOptions): readonly string[] | Refusal;
