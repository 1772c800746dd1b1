import type { Certificate } from './certificate.ts';
import type { PolicyMapping } from './extensions.ts';
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

export const ANY_POLICY = '2.5.29.32.0';

interface Node {
  readonly policy: string;
  readonly parents: readonly Node[];
  /** What the next certificate may call this policy. */
  expected: readonly string[];
}

type Level = Map<string, Node>;

/** The policies that a path (leaf first, anchor last) is valid for, or what is wrong with it. */
export function policiesOf(
  path: readonly Certificate[],
  options: PolicyOptions,
): readonly string[] | Refusal {
  const count = path.length - 1; // the anchor has no say (section 6.1.1)
  if (count === 0) return options.initial ?? [ANY_POLICY]; // nothing was issued under any policy
  let explicit = options.requireExplicit ? 0 : count + 1;
  const flaw = firstFlaw(path, explicit);
  if (flaw !== undefined) return flaw;
  let mapping = options.inhibitMapping ? 0 : count + 1;
  let any = options.inhibitAny ? 0 : count + 1;
  let level: Level = new Map([[ANY_POLICY, { policy: ANY_POLICY, parents: [], expected: [ANY_POLICY] }]]);

  for (let depth = count - 1; depth >= 0; depth--) {
    const certificate = path[depth];
    const last = depth === 0;
    const { policyMappings, policyConstraints, inhibitAnyPolicy, selfIssued } = certificate;

    // Section 6.1.3 (d) to (f).
    const above = level;
    level = nextLevel(above, certificate.policies ?? [], any > 0 || (!last && selfIssued));
    if (explicit === 0 && level.size === 0) return { name: 'noExplicitPolicy', depth };

    // Section 6.1.4 (b).
    if (!last && policyMappings !== undefined) applyMappings(level, above, policyMappings, mapping > 0);
    // Section 6.1.4 (h), 6.1.5 (a): the last certificate counts even where it is self-issued.
    if (last || !selfIssued) {
      explicit = Math.max(0, explicit - 1);
      mapping = Math.max(0, mapping - 1);
      any = Math.max(0, any - 1);
    }
    // Sections 6.1.4 (i) and (j), 6.1.5 (b); of the last certificate only a demand for this very moment counts.
    const required = policyConstraints?.requireExplicitPolicy;
    if (required !== undefined && (!last || required === 0)) explicit = Math.min(explicit, required);
    mapping = Math.min(mapping, policyConstraints?.inhibitPolicyMapping ?? mapping);
    any = Math.min(any, inhibitAnyPolicy ?? any);
  }

  const valid = userConstrained(authorityConstrained(level), options.initial);
  if (explicit === 0 && valid.length === 0) return { name: 'noExplicitPolicy', depth: 0 };
  return valid;
}

/**
 * OpenSSL looks for flaws first, from the top down to where it is sure that a policy is required and there is none.
 * Section 6.1.4 (a) is held of a last certificate with policies too, though its mappings map nothing.
 */
function firstFlaw(path: readonly Certificate[], requiredFrom: number): Refusal | undefined {
  let explicit = requiredFrom;
  let empty = false;
  for (let depth = path.length - 2; depth >= 0 && !(empty && explicit === 0); depth--) {
    const { policyFlawed, policies, policyMappings = [], policyConstraints, selfIssued } = path[depth];
    const mayMap = depth > 0 || policies !== undefined;
    const mapsAny = policyMappings.some(({ issuer, subject }) => [issuer, subject].includes(ANY_POLICY));
    if (policyFlawed || (mayMap && mapsAny)) return { name: 'invalidPolicyExtension', depth };
    empty ||= policies === undefined;
    if (explicit > 0 && !selfIssued) explicit--;
    explicit = Math.min(explicit, policyConstraints?.requireExplicitPolicy ?? explicit);
  }
  return undefined;
}

/** Section 6.1.3 (d), in the words of RFC 9618 section 5.3. */
function nextLevel(above: Level, policies: readonly string[], anyCounts: boolean): Level {
  const expecting = new Map<string, Node[]>();
  for (const node of above.values()) {
    for (const policy of node.expected) {
      const nodes = expecting.get(policy);
      if (nodes === undefined) expecting.set(policy, [node]);
      else nodes.push(node);
    }
  }
  const level: Level = new Map();
  const grow = (policy: string, parents: readonly Node[]) =>
    level.set(policy, { policy, parents, expected: [policy] });

  const anyAbove = above.get(ANY_POLICY);
  for (const policy of policies) {
    if (policy === ANY_POLICY) continue;
    const parents = expecting.get(policy);
    if (parents !== undefined) grow(policy, parents);
    else if (anyAbove !== undefined) grow(policy, [anyAbove]);
  }
  if (policies.includes(ANY_POLICY) && anyCounts) {
    for (const [policy, parents] of expecting) if (!level.has(policy)) grow(policy, parents);
  }
  return level;
}

/** Section 6.1.4 (b): what the next certificate may call these policies, or that they end here. */
function applyMappings(
  level: Level,
  above: Level,
  mappings: readonly PolicyMapping[],
  allowed: boolean,
): void {
  const byIssuer = new Map<string, string[]>();
  for (const { issuer, subject } of mappings) {
    const subjects = byIssuer.get(issuer);
    if (subjects === undefined) byIssuer.set(issuer, [subject]);
    else subjects.push(subject);
  }
  const anyAbove = above.get(ANY_POLICY);
  const anyHere = level.has(ANY_POLICY);
  for (const [issuer, subjects] of byIssuer) {
    if (!allowed) {
      level.delete(issuer);
      continue;
    }
    const node = level.get(issuer);
    if (node !== undefined) node.expected = subjects;
    else if (anyHere && anyAbove !== undefined) {
      level.set(issuer, { policy: issuer, parents: [anyAbove], expected: subjects });
    }
  }
}

/** The policies in the anchor's own terms: those whose line comes straight out of `anyPolicy`. */
function authorityConstrained(last: Level): ReadonlySet<string> {
  const policies = new Set<string>();
  if (last.has(ANY_POLICY)) policies.add(ANY_POLICY);
  const seen = new Set<Node>();
  const waiting = [...last.values()];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.policy !== ANY_POLICY && node.parents.some((parent) => parent.policy === ANY_POLICY)) {
      policies.add(node.policy);
    }
    waiting.push(...node.parents);
  }
  return policies;
}

/** Section 6.1.5 (g). */
function userConstrained(
  authority: ReadonlySet<string>,
  initial: readonly string[] | undefined,
): readonly string[] {
  if (initial === undefined || initial.includes(ANY_POLICY)) return [...authority];
  if (authority.has(ANY_POLICY)) return initial;
  return initial.filter((policy) => authority.has(policy));
}
