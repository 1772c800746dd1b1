import { type Element } from './asn1/der.ts';
import { type Name } from './names.ts';
/** GeneralName (RFC 5280 section 4.2.1.6). Strings keep every byte, NULs too, as one character each. */
export type GeneralName = {
    readonly kind: 'other';
    readonly oid: string;
    readonly value: Uint8Array;
} | {
    readonly kind: 'email';
    readonly value: string;
} | {
    readonly kind: 'dns';
    readonly value: string;
} | {
    readonly kind: 'x400';
    readonly value: Uint8Array;
} | {
    readonly kind: 'directory';
    readonly value: Name;
} | {
    readonly kind: 'ediParty';
    readonly value: Uint8Array;
} | {
    readonly kind: 'uri';
    readonly value: string;
}
/** 4 or 16 bytes; twice that, address and mask, in name constraints. The length is whoever compares' to check. */
 | {
    readonly kind: 'ip';
    readonly value: Uint8Array;
} | {
    readonly kind: 'registeredId';
    readonly value: string;
};
export type GeneralNameKind = GeneralName['kind'];
export declare function generalNameOf(element: Element): GeneralName;
/** GeneralNames: what is inside a SEQUENCE of them, whatever its own tag. */
export declare function generalNamesOf(element: Element): readonly GeneralName[];
