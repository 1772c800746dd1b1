/**
 * Groups for key exchange by their names, and lists of them in the syntax of OpenSSL 3.5 (SSL_CTX_set1_groups_list),
 * of which earlier versions know names between colons and `?`:
 *
 * - `:` stands between groups, best first; `/` begins a new tier. A server takes a group out of the first tier that the
 *   client knows one of, even where that costs a round trip; within a tier it saves the round trip.
 * - `*` before a name: a client sends a key share for it. Without any, it sends one for the first group.
 * - `?` before a name: no error if there is no such group. `-`: takes out what an earlier place put in.
 * - `DEFAULT` is what a context has from the start. Names are known in any case. A name that comes twice counts where it came first.
 */
import type { CryptoProvider, GroupName } from '../crypto/provider.ts';
/** What a list says. */
export interface GroupPolicy {
    /** None of them empty, no group twice. */
    readonly tiers: readonly (readonly GroupName[])[];
    /** Those that a client sends key shares for; empty: the first of all. */
    readonly keyShares: readonly GroupName[];
}
/** The groups that there is cryptography for. */
type ProvidedGroups = CryptoProvider['groups'];
/** `set_groups`. */
export declare function groupList(text: string, provided: ProvidedGroups): GroupPolicy;
/** `set_ecdh_curve`: one group by OpenSSL's short name, and only that. */
export declare function groupByShortName(name: unknown): GroupPolicy;
/** What a context has from the start, whether there is cryptography for all of it or not. */
export declare function defaultGroups(): GroupPolicy;
/** `get_groups`: the names of all groups, with those that go by another as well. */
export declare function groupNames(provided: ProvidedGroups, { aliases, tls13 }: {
    readonly aliases: boolean;
    readonly tls13: boolean;
}): string[];
export {};
