import { latin1 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import { contextTag, DerReader, type Element, tags } from './asn1/der.ts';
import { bitStringFlags, booleanOf } from './asn1/values.ts';
import { listOf } from './extensions.ts';
import type { PkiFaultName } from './faults.ts';
import { type GeneralName, generalNamesOf } from './general-name.ts';
import { canonicalRdn, type Name } from './names.ts';

/** Where revocation lists are, and what they cover: RFC 5280 sections 4.2.1.13, 4.2.1.15 and 5.2.5. */
export interface DistributionPoint {
  /** Names of the whole list, or attributes to be added to its issuer's name. */
  readonly point: PointName | undefined;
  /** `undefined` stands for all reasons. */
  readonly reasons: ReadonlySet<number> | undefined;
  readonly issuer: readonly GeneralName[] | undefined;
}

export type PointName =
  | { readonly kind: 'full'; readonly names: readonly GeneralName[] }
  /** One RDN in its canonical form, to be put behind the issuer's name (`nameRelativeToCRLIssuer`). */
  | { readonly kind: 'relative'; readonly rdn: string };

export interface IssuingDistributionPoint {
  readonly point: PointName | undefined;
  readonly onlyUsers: boolean;
  readonly onlyAuthorities: boolean;
  readonly onlyAttributes: boolean;
  readonly reasons: ReadonlySet<number> | undefined;
  readonly indirect: boolean;
}

const MAX_POINTS = 1024;

export function readDistributionPoints(value: Uint8Array): readonly DistributionPoint[] {
  return listOf(DerReader.only(value, tags.sequence), tags.sequence, MAX_POINTS, (item) => {
    const reader = DerReader.inside(item);
    const point = reader.optional(contextTag(0, 'constructed'));
    const reasons = reader.optional(contextTag(1, 'primitive'));
    const issuer = reader.optional(contextTag(2, 'constructed'));
    reader.finish();
    const names = issuer && generalNamesOf(issuer);
    // Section 4.2.1.13: reasons alone say nothing of where a list is, nor whose it is.
    if (point === undefined && !names?.length)
      throw new Fault<PkiFaultName>('malformedDer', 'distribution point without a name');
    return { point: point && pointNameOf(point), reasons: reasons && bitStringFlags(reasons), issuer: names };
  });
}

export function readIssuingDistributionPoint(value: Uint8Array): IssuingDistributionPoint {
  const reader = DerReader.inside(DerReader.only(value, tags.sequence));
  const point = reader.optional(contextTag(0, 'constructed'));
  const flag = (number: number) => {
    const element = reader.optional(contextTag(number, 'primitive'));
    return element !== undefined && booleanOf(element);
  };
  const onlyUsers = flag(1);
  const onlyAuthorities = flag(2);
  const reasons = reader.optional(contextTag(3, 'primitive'));
  const indirect = flag(4);
  const onlyAttributes = flag(5);
  reader.finish();
  return {
    point: point && pointNameOf(point),
    onlyUsers,
    onlyAuthorities,
    onlyAttributes,
    reasons: reasons && bitStringFlags(reasons),
    indirect,
  };
}

/** DistributionPointName is a CHOICE: its own tag is inside the field's. */
function pointNameOf(field: Element): PointName {
  const reader = DerReader.inside(field);
  const full = reader.optional(contextTag(0, 'constructed'));
  const name: PointName =
    full === undefined
      ? { kind: 'relative', rdn: canonicalRdn(reader.read(contextTag(1, 'constructed'))) }
      : { kind: 'full', names: generalNamesOf(full) };
  reader.finish();
  return name;
}

/** A point's name, and the name that a relative one is relative to. */
export interface PointOwner {
  readonly point: PointName | undefined;
  readonly issuer: Name;
}

/** Whether a list's own distribution point is the one that a certificate names (section 6.3.3 (b) (2) (i)). */
export function coversPoint(certificates: PointOwner, lists: PointOwner): boolean {
  if (certificates.point === undefined || lists.point === undefined) return true;
  const theirs = identities(certificates.point, certificates.issuer);
  return identities(lists.point, lists.issuer).some((name) => theirs.includes(name));
}

/** Each name as a string, the same for the same name. */
function identities(point: PointName, issuer: Name): readonly string[] {
  if (point.kind === 'relative') return [`directory ${issuer.canonical}${point.rdn}`];
  return point.names.map((name) => {
    switch (name.kind) {
      case 'directory':
        return `directory ${name.value.canonical}`;
      case 'other':
        return `other ${name.oid} ${latin1(name.value)}`;
      default:
        return `${name.kind} ${typeof name.value === 'string' ? name.value : latin1(name.value)}`;
    }
  });
}
