import type { Certificate } from './certificate.ts';
import type { NameConstraints, Subtree } from './extensions.ts';
import type { GeneralName } from './general-name.ts';
import { attributesOf, isWithin } from './names.ts';
import type { Refusal, VerdictName } from './verdict.ts';

/**
 * Name constraints (RFC 5280 sections 4.2.1.10 and 6.1.4 (g)): every certificate's names against every constraint
 * that stands above it, the anchor's included, since who constrains a root means it.
 *
 * A name of a kind that is constrained must lie in one of the permitted subtrees and in none of the excluded ones;
 * kinds that are not mentioned are free. Names times constraints is what an attacker chooses, so the product is
 * bounded for the whole path.
 */
const MAX_COMPARISONS = 250_000;

const COMMON_NAME = '2.5.4.3';
const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';

export function nameConstraintFault(path: readonly Certificate[], commonNames: boolean): Refusal | undefined {
  let comparisons = 0;
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const certificate = path[depth];
    // Section 6.1.3 (b): a self-issued certificate on the way is free, the last one is not.
    if (depth > 0 && certificate.selfIssued) continue;
    if (certificate.proxyCertificateInfo !== undefined && !isProxyName(certificate))
      return { name: 'proxySubjectInvalid', depth };
    let names: readonly GeneralName[] | undefined;
    for (let above = path.length - 1; above > depth; above--) {
      const constraints = path[above].nameConstraints;
      if (constraints === undefined) continue;
      names ??= namesOf(certificate, depth === 0 && commonNames);
      comparisons += names.length * (constraints.permitted.length + constraints.excluded.length);
      if (comparisons > MAX_COMPARISONS) return { name: 'unspecified', depth };
      const name = firstFault(names, constraints);
      if (name !== undefined) return { name, depth };
    }
  }
  return undefined;
}

/** RFC 3820 section 3.4: the issuer's name, and one common name behind it. */
function isProxyName({ subject, issuer }: Certificate): boolean {
  const last = subject.rdns[subject.rdns.length - 1] ?? [];
  return (
    issuer.rdns.length > 0 &&
    subject.rdns.length === issuer.rdns.length + 1 &&
    last.length === 1 &&
    last[0].oid === COMMON_NAME &&
    isWithin(subject, issuer)
  );
}

/** All that a certificate claims to be: its subject, electronic mail in there (section 4.2.1.10), alternative names. */
function namesOf(certificate: Certificate, commonNames: boolean): readonly GeneralName[] {
  const { subject, subjectAltName = [] } = certificate;
  const names: GeneralName[] = [];
  if (subject.rdns.length > 0) names.push({ kind: 'directory', value: subject });
  for (const { value } of attributesOf(subject, EMAIL_ADDRESS)) names.push({ kind: 'email', value });
  names.push(...subjectAltName);
  // Where common names would be matched with hosts they are constrained like hosts.
  if (commonNames && !subjectAltName.some((name) => name.kind === 'dns')) {
    for (const { value } of attributesOf(subject, COMMON_NAME)) {
      if (looksLikeHost(value)) names.push({ kind: 'dns', value });
    }
  }
  return names;
}

function looksLikeHost(value: string): boolean {
  return (
    value.includes('.') &&
    value.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/i.test(label))
  );
}

function firstFault(names: readonly GeneralName[], constraints: NameConstraints): VerdictName | undefined {
  for (const name of names) {
    let constrained = false;
    let permitted = false;
    for (const subtree of constraints.permitted) {
      if (!concerns(subtree, name)) continue;
      if (subtree.bounded) return 'subtreeBounded';
      constrained = true;
      if (permitted) continue;
      const answer = within(name, subtree.base);
      if (typeof answer === 'string') return answer;
      permitted = answer;
    }
    if (constrained && !permitted) return 'permittedSubtreeViolation';
    for (const subtree of constraints.excluded) {
      if (!concerns(subtree, name)) continue;
      if (subtree.bounded) return 'subtreeBounded';
      const answer = within(name, subtree.base) || mayStandFor(name, subtree.base);
      if (typeof answer === 'string') return answer;
      if (answer) return 'excludedSubtreeViolation';
    }
  }
  return undefined;
}

function concerns(subtree: Subtree, name: GeneralName): boolean {
  if (subtree.base.kind !== name.kind) return false;
  return name.kind !== 'other' || (subtree.base.kind === 'other' && subtree.base.oid === name.oid);
}

/** Whether a name lies in a subtree of its kind, or why nobody can tell. */
function within(name: GeneralName, base: GeneralName): boolean | VerdictName {
  if (name.kind === 'directory' && base.kind === 'directory') return isWithin(name.value, base.value);
  if (name.kind === 'dns' && base.kind === 'dns') return dnsWithin(name.value, base.value);
  if (name.kind === 'email' && base.kind === 'email') return emailWithin(name.value, base.value);
  if (name.kind === 'uri' && base.kind === 'uri') return uriWithin(name.value, base.value);
  if (name.kind === 'ip' && base.kind === 'ip') return ipWithin(name.value, base.value);
  return 'unsupportedConstraintType';
}

/** A host and everything below it; `.example.org` leaves out the host itself. */
function dnsWithin(name: string, base: string): boolean {
  if (base === '') return true;
  const host = name.toLowerCase();
  const domain = base.toLowerCase();
  return domain.startsWith('.') ? host.endsWith(domain) : host === domain || host.endsWith(`.${domain}`);
}

/**
 * Whether a wildcard would be accepted for a host that is excluded: `*.example.org` is not within `a.example.org`, and
 * does stand for it. RFC 5280 is older than wildcards and silent about them.
 */
function mayStandFor(name: GeneralName, base: GeneralName): boolean {
  if (name.kind !== 'dns' || base.kind !== 'dns' || !name.value.startsWith('*.')) return false;
  const domain = base.value.toLowerCase().replace(/^\./, '');
  return domain.slice(domain.indexOf('.')) === name.value.slice(1).toLowerCase();
}

/** A mailbox, all mailboxes of a host, or (with a point in front) of all hosts of a domain. */
function emailWithin(name: string, base: string): boolean | VerdictName {
  const at = name.lastIndexOf('@');
  // RFC 5321 section 4.1.2: a second sign can only stand within quotes.
  if (at === -1 || (name.indexOf('@') !== at && !name.startsWith('"'))) return 'unsupportedNameSyntax';
  const host = name.slice(at + 1).toLowerCase();
  const baseAt = base.lastIndexOf('@');
  if (baseAt === -1 && base.startsWith('.')) return host.endsWith(base.toLowerCase());
  // The part before the sign is the receiving host's affair: its case counts (RFC 5321 section 2.4).
  if (baseAt > 0 && base.slice(0, baseAt) !== name.slice(0, at)) return false;
  return host === base.slice(baseAt + 1).toLowerCase();
}

/** The host in a URI: exactly, or (with a point in front) anything below a domain. */
function uriWithin(name: string, base: string): boolean | VerdictName {
  const host = /^[^:]*:\/\/([^:/]+)/.exec(name)?.[1].toLowerCase();
  if (host === undefined) return 'unsupportedNameSyntax';
  const domain = base.toLowerCase();
  return domain.startsWith('.') ? host.endsWith(domain) && host !== domain : host === domain;
}

function ipWithin(address: Uint8Array, base: Uint8Array): boolean | VerdictName {
  if (address.length !== 4 && address.length !== 16) return 'unsupportedNameSyntax';
  if (base.length !== 8 && base.length !== 32) return 'unsupportedConstraintSyntax';
  if (base.length !== 2 * address.length) return false;
  return address.every((byte, i) => ((byte ^ base[i]) & base[address.length + i]) === 0);
}
