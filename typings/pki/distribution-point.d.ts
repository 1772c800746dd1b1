import { type GeneralName } from './general-name.ts';
import { type Name } from './names.ts';
/** Where revocation lists are, and what they cover: RFC 5280 sections 4.2.1.13, 4.2.1.15 and 5.2.5. */
export interface DistributionPoint {
    /** Names of the whole list, or attributes to be added to its issuer's name. */
    readonly point: PointName | undefined;
    /** `undefined` stands for all reasons. */
    readonly reasons: ReadonlySet<number> | undefined;
    readonly issuer: readonly GeneralName[] | undefined;
}
export type PointName = {
    readonly kind: 'full';
    readonly names: readonly GeneralName[];
}
/** One RDN in its canonical form, to be put behind the issuer's name (`nameRelativeToCRLIssuer`). */
 | {
    readonly kind: 'relative';
    readonly rdn: string;
};
export interface IssuingDistributionPoint {
    readonly point: PointName | undefined;
    readonly onlyUsers: boolean;
    readonly onlyAuthorities: boolean;
    readonly onlyAttributes: boolean;
    readonly reasons: ReadonlySet<number> | undefined;
    readonly indirect: boolean;
}
export declare function readDistributionPoints(value: Uint8Array): readonly DistributionPoint[];
export declare function readIssuingDistributionPoint(value: Uint8Array): IssuingDistributionPoint;
/** A point's name, and the name that a relative one is relative to. */
export interface PointOwner {
    readonly point: PointName | undefined;
    readonly issuer: Name;
}
/** Whether a list's own distribution point is the one that a certificate names (section 6.3.3 (b) (2) (i)). */
export declare function coversPoint(certificates: PointOwner, lists: PointOwner): boolean;
