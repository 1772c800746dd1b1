import { latin1 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import { contentOf, contextTag, DerReader, type Element, tags } from './asn1/der.ts';
import { oidOf } from './asn1/values.ts';
import type { PkiFaultName } from './faults.ts';
import { type Name, nameOf } from './names.ts';

/** GeneralName (RFC 5280 section 4.2.1.6). Strings keep every byte, NULs too, as one character each. */
export type GeneralName =
  | { readonly kind: 'other'; readonly oid: string; readonly value: Uint8Array }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'dns'; readonly value: string }
  | { readonly kind: 'x400'; readonly value: Uint8Array }
  | { readonly kind: 'directory'; readonly value: Name }
  | { readonly kind: 'ediParty'; readonly value: Uint8Array }
  | { readonly kind: 'uri'; readonly value: string }
  /** 4 or 16 bytes; twice that, address and mask, in name constraints. The length is whoever compares' to check. */
  | { readonly kind: 'ip'; readonly value: Uint8Array }
  | { readonly kind: 'registeredId'; readonly value: string };

export type GeneralNameKind = GeneralName['kind'];

/** Each name in a certificate is held against each constraint above it. */
const MAX_GENERAL_NAMES = 10_000;

export function generalNameOf(element: Element): GeneralName {
  switch (element.tag) {
    case contextTag(0, 'constructed'): {
      const reader = DerReader.inside(element);
      const oid = oidOf(reader.read(tags.objectIdentifier));
      const value = contentOf(reader.read(contextTag(0, 'constructed')));
      reader.finish();
      return { kind: 'other', oid, value };
    }
    case contextTag(1, 'primitive'):
      return { kind: 'email', value: latin1(contentOf(element)) };
    case contextTag(2, 'primitive'):
      return { kind: 'dns', value: latin1(contentOf(element)) };
    case contextTag(3, 'constructed'):
      return { kind: 'x400', value: contentOf(element) };
    case contextTag(4, 'constructed'): {
      // Name is a CHOICE, so its tag is explicit.
      const reader = DerReader.inside(element);
      const value = nameOf(reader.read(tags.sequence));
      reader.finish();
      return { kind: 'directory', value };
    }
    case contextTag(5, 'constructed'):
      return { kind: 'ediParty', value: contentOf(element) };
    case contextTag(6, 'primitive'):
      return { kind: 'uri', value: latin1(contentOf(element)) };
    case contextTag(7, 'primitive'):
      return { kind: 'ip', value: contentOf(element) };
    case contextTag(8, 'primitive'):
      return { kind: 'registeredId', value: oidOf(element) };
    default:
      throw new Fault<PkiFaultName>('malformedDer', 'general name');
  }
}

/** GeneralNames: what is inside a SEQUENCE of them, whatever its own tag. */
export function generalNamesOf(element: Element): readonly GeneralName[] {
  const names: GeneralName[] = [];
  for (const reader = DerReader.inside(element); reader.more; ) {
    if (names.length === MAX_GENERAL_NAMES)
      throw new Fault<PkiFaultName>('malformedDer', 'too many general names');
    names.push(generalNameOf(reader.read()));
  }
  return names;
}
