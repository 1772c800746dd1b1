import { EMPTY, equal, latin1, toHex } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { SignatureRecipe } from '../crypto/provider.ts';
import { signatureRecipe } from './algorithms.ts';
import { contextTag, DerReader, type Element, tags, wholeOf } from './asn1/der.ts';
import {
  type Algorithm,
  algorithmOf,
  bitStringBytes,
  integerBytes,
  smallInteger,
  timeOf,
} from './asn1/values.ts';
import { type IssuingDistributionPoint, readIssuingDistributionPoint } from './distribution-point.ts';
import {
  type AuthorityKeyIdentifier,
  attempt,
  type Extension,
  extensionOids,
  extensionsOf,
  readAltNames,
  readAuthorityKeyIdentifier,
} from './extensions.ts';
import type { PkiFaultName } from './faults.ts';
import { type Name, nameOf } from './names.ts';

/** Lists of large authorities have a few ten megabytes. */
const MAX_CRL_LENGTH = 64 * 1024 * 1024;

/** CRLReason 8 (RFC 5280 section 5.3.1): only in deltas, takes a certificate off the list. */
export const REMOVED_FROM_CRL = 8;

const HANDLED: ReadonlySet<string> = new Set([
  extensionOids.issuingDistributionPoint,
  extensionOids.authorityKeyIdentifier,
  extensionOids.deltaCrlIndicator,
]);

/** From serial numbers, as characters, to the reasons that are given. */
type Reasons = Map<string, number | undefined>;

/**
 * A certificate revocation list (RFC 5280 section 5). The frame and the list's own extensions are read at once; the
 * entries, of which there may be a million, when the first certificate is looked up.
 */
export class Crl {
  readonly der: Uint8Array;
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly recipe: SignatureRecipe | undefined;
  readonly signature: Uint8Array;
  /** See `Signed`. */
  readonly contradictory: boolean;
  readonly issuer: Name;
  readonly thisUpdate: number | undefined;
  /** `'none'` where the list does not say; `undefined` where it says so in no known way. */
  readonly nextUpdate: number | undefined | 'none';
  readonly extensions: readonly Extension[];
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | undefined;
  readonly issuingDistributionPoint: IssuingDistributionPoint | undefined;
  readonly number: bigint | undefined;
  /** For a delta: the number of the list that it adds to. */
  readonly baseNumber: bigint | undefined;
  readonly namesFreshest: boolean;
  /**
   * Several "only"s contradict each other (section 5.2.5): then the list is about nobody.
   */
  readonly contradictsItself: boolean;
  readonly #entries: Element | undefined;
  /** From issuer and serial number to the reason: nearly all lists know just one issuer. */
  #revoked: ReadonlyMap<string, Reasons> | undefined;
  #unhandledCritical: boolean;
  #flawed: boolean;

  /** Throws a `Fault<PkiFaultName>` for anything that is no list; keeps `der`. */
  constructor(der: Uint8Array) {
    if (der.length > MAX_CRL_LENGTH) throw new Fault<PkiFaultName>('malformedCrl', 'too long');
    this.der = der;
    const outer = DerReader.inside(DerReader.only(der, tags.sequence));
    const tbs = outer.read(tags.sequence);
    this.tbs = wholeOf(tbs);
    this.signatureAlgorithm = algorithmOf(outer.read(tags.sequence));
    this.recipe = signatureRecipe(this.signatureAlgorithm);
    this.signature = bitStringBytes(outer.read(tags.bitString));
    outer.finish();

    const reader = DerReader.inside(tbs);
    const version = reader.optional(tags.integer);
    if (version !== undefined && smallInteger(version) > 1)
      throw new Fault<PkiFaultName>('malformedCrl', 'version');
    const inner = algorithmOf(reader.read(tags.sequence));
    this.contradictory = !equal(this.signatureAlgorithm.der, inner.der); // section 5.1.1.2
    this.issuer = nameOf(reader.read(tags.sequence));
    this.thisUpdate = timeOf(reader.read());
    const next = reader.nextTag;
    this.nextUpdate = next === tags.utcTime || next === tags.generalizedTime ? timeOf(reader.read()) : 'none';
    this.#entries = reader.optional(tags.sequence);
    const extensions = reader.optional(contextTag(0, 'constructed'));
    reader.finish();
    this.extensions =
      extensions === undefined ? [] : extensionsOf(DerReader.explicit(extensions, tags.sequence));

    const read = <Value>(oid: string, value: (bytes: Uint8Array) => Value): Value | Fault | undefined => {
      const found = this.extensions.filter((extension) => extension.oid === oid);
      if (found.length < 2) return found.length === 0 ? undefined : attempt(value, found[0].value);
      return new Fault<PkiFaultName>('malformedCrl', 'extension twice');
    };
    const identifier = read(extensionOids.authorityKeyIdentifier, readAuthorityKeyIdentifier);
    const point = read(extensionOids.issuingDistributionPoint, readIssuingDistributionPoint);
    const number = read(extensionOids.crlNumber, bigInteger);
    const baseNumber = read(extensionOids.deltaCrlIndicator, bigInteger);
    this.authorityKeyIdentifier = unlessFault(identifier);
    this.issuingDistributionPoint = unlessFault(point);
    this.number = unlessFault(number);
    this.baseNumber = unlessFault(baseNumber);
    this.contradictsItself = contradictsItself(this.issuingDistributionPoint);
    this.#flawed =
      [identifier, point, number, baseNumber].some((each) => each instanceof Fault) ||
      (this.baseNumber !== undefined && this.number === undefined) ||
      this.issuingDistributionPoint?.reasons?.size === 0;
    this.namesFreshest = this.extensions.some((extension) => extension.oid === extensionOids.freshestCrl);
    this.#unhandledCritical = this.extensions.some(({ critical, oid }) => critical && !HANDLED.has(oid));
  }

  /**
   * An extension that decides what the list is for is malformed or there twice, an entry cannot be read, a delta has
   * no number (section 5.2.3), or the list is for none of the reasons (5.2.5). OpenSSL takes such a list for one without the extension; here it is read so too, for
   * whom it names, but clears nobody.
   */
  get flawed(): boolean {
    this.#read();
    return this.#flawed;
  }

  /** An extension that must be understood and is not: the list may mean anything (RFC 5280 section 5.2). */
  get unhandledCritical(): boolean {
    this.#read();
    return this.#unhandledCritical;
  }

  /** Whether a certificate is on the list: its entry, with the reason if one is given. */
  find(serialNumber: Uint8Array, issuer: Name): { readonly reason: number | undefined } | undefined {
    const reasons = this.#read().get(issuer.canonical);
    const key = latin1(serialNumber);
    return reasons?.has(key) ? { reason: reasons.get(key) } : undefined;
  }

  #read(): ReadonlyMap<string, Reasons> {
    if (this.#revoked === undefined) {
      const revoked = new Map<string, Reasons>();
      this.#revoked = revoked;
      this.#tolerating(() => this.#readEntries(revoked));
    }
    return this.#revoked;
  }

  #readEntries(revoked: Map<string, Reasons>): void {
    if (this.#entries === undefined) return;
    // Section 5.3.3: in an indirect list an entry's issuer stands for the entries behind it as well.
    let issuer = this.issuer.canonical;
    for (const reader = DerReader.inside(this.#entries); reader.more; ) {
      const entry = reader.enter(tags.sequence);
      const serial = integerBytes(entry.read(tags.integer));
      const { tag } = entry.read(); // when it was revoked: nothing follows from it
      if (tag !== tags.utcTime && tag !== tags.generalizedTime)
        throw new Fault<PkiFaultName>('malformedCrl', 'no time');
      const extensions = entry.more ? extensionsOf(entry.read(tags.sequence)) : [];
      entry.finish();
      let reason: number | undefined;
      for (const { oid, critical, value } of extensions) {
        if (oid === extensionOids.reasonCode)
          reason = this.#tolerating(() => smallInteger(DerReader.only(value, tags.enumerated)));
        else if (oid === extensionOids.certificateIssuer)
          issuer = this.#tolerating(() => directoryName(value)) ?? issuer;
        else if (critical) this.#unhandledCritical = true;
      }
      const reasons = revoked.get(issuer) ?? new Map<string, number | undefined>();
      if (reasons.size === 0) revoked.set(issuer, reasons);
      reasons.set(latin1(serial), reason);
    }
  }

  /** Goes on past what cannot be read: whoever stands elsewhere in the list is revoked all the same. */
  #tolerating<Value>(read: () => Value): Value | undefined {
    const value = attempt(read, EMPTY);
    if (!(value instanceof Fault)) return value;
    this.#flawed = true;
    return undefined;
  }
}

function contradictsItself(point: IssuingDistributionPoint | undefined): boolean {
  if (point === undefined) return false;
  return Number(point.onlyUsers) + Number(point.onlyAuthorities) + Number(point.onlyAttributes) > 1;
}

function unlessFault<Value>(value: Value | Fault | undefined): Value | undefined {
  return value instanceof Fault ? undefined : value;
}

function directoryName(value: Uint8Array): string | undefined {
  for (const name of readAltNames(value)) if (name.kind === 'directory') return name.value.canonical;
  return undefined;
}

function bigInteger(value: Uint8Array): bigint {
  const bytes = integerBytes(DerReader.only(value, tags.integer));
  if (bytes[0] >= 0x80) throw new Fault<PkiFaultName>('malformedCrl', 'negative number');
  return BigInt(`0x${toHex(bytes)}`);
}
