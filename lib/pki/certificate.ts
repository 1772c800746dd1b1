import { equal, latin1 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { PublicKeyParts, SignatureRecipe } from '../crypto/provider.ts';
import { type SubjectKey, signatureRecipe, subjectKeyOf } from './algorithms.ts';
import { contextTag, DerReader, type Element, tags, wholeOf } from './asn1/der.ts';
import {
  type Algorithm,
  algorithmOf,
  bitStringBytes,
  bitStringFlags,
  integerBytes,
  smallInteger,
  timeOf,
} from './asn1/values.ts';
import { type DistributionPoint, readDistributionPoints } from './distribution-point.ts';
import {
  type AccessDescription,
  type AuthorityKeyIdentifier,
  attempt,
  type BasicConstraints,
  type Extension,
  extensionOids,
  extensionsOf,
  type KeyUsage,
  type NameConstraints,
  type PolicyConstraints,
  type PolicyMapping,
  type ProxyCertificateInfo,
  readAltNames,
  readAuthorityInfoAccess,
  readAuthorityKeyIdentifier,
  readBasicConstraints,
  readExtendedKeyUsage,
  readInhibitAnyPolicy,
  readKeyUsage,
  readNameConstraints,
  readNetscapeType,
  readPolicies,
  readPolicyConstraints,
  readPolicyMappings,
  readProxyCertificateInfo,
  readSubjectKeyIdentifier,
  readTlsFeatures,
} from './extensions.ts';
import type { PkiFaultName } from './faults.ts';
import type { GeneralName } from './general-name.ts';
import { type Name, nameOf } from './names.ts';

/** OpenSSL takes a hundred kilobytes of chain from a peer; a certificate in a file may be somewhat larger. */
const MAX_CERTIFICATE_LENGTH = 4 * 1024 * 1024;
/** Certificates kept, so that what comes again (a server's chain, a root) is not read again. */
const CACHE_SIZE = 256;
/** Larger ones are not worth keeping. */
const MAX_CACHED_LENGTH = 16 * 1024;

const cache = new Map<string, Certificate>();

/**
 * Reads an X.509 certificate. The same bytes give the same object as long as it is remembered; the certificate
 * keeps a copy of them. Throws a `Fault<PkiFaultName>` for anything that is no certificate.
 */
export function parseCertificate(der: Uint8Array): Certificate {
  if (der.length > MAX_CERTIFICATE_LENGTH) throw new Fault<PkiFaultName>('malformedCertificate', 'too long');
  const key = latin1(der);
  const known = cache.get(key);
  if (known !== undefined) {
    cache.delete(key); // to the young end of the map
    cache.set(key, known);
    return known;
  }
  const certificate = new Certificate(der.slice(), key);
  if (der.length <= MAX_CACHED_LENGTH) {
    if (cache.size === CACHE_SIZE) cache.delete(cache.keys().next().value ?? '');
    cache.set(key, certificate);
  }
  return certificate;
}

/**
 * An X.509 certificate (RFC 5280 section 4.1). The frame is read at once; an extension when it is asked for.
 *
 * As with OpenSSL a malformed extension does not keep a certificate from being read, shown, or sent: its getter gives
 * `undefined`, and `flawed` is true, with which no path is ever accepted.
 */
export class Certificate {
  readonly der: Uint8Array;
  /** The bytes as a string, one character each: certificates are the same where this is. */
  readonly key: string;
  /** TBSCertificate: what the signature is over. */
  readonly tbs: Uint8Array;
  /** 1, 2 or 3. */
  readonly version: number;
  /** The content of the INTEGER: big-endian, two's complement. */
  readonly serialNumber: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  /** What the signed part says of the algorithm; RFC 5280 section 4.1.1.2 wants both to be the same. */
  readonly innerAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly issuer: Name;
  /** Seconds since 1970; `undefined` where it is written as RFC 5280 does not allow. */
  readonly notBefore: number | undefined;
  readonly notAfter: number | undefined;
  /** A time before 2050 that is written as from 2050 on (RFC 5280 section 4.1.2.5), which everybody reads all the same. */
  readonly earlyGeneralizedTime: boolean;
  readonly subject: Name;
  readonly subjectKey: SubjectKey;
  readonly extensions: readonly Extension[];
  /** What each extension was read as; a fault is remembered like a value. */
  readonly #read = new Map<string, unknown>();
  #flawed: boolean | undefined;
  #recipe: SignatureRecipe | undefined | null = null;

  constructor(der: Uint8Array, key: string) {
    this.der = der;
    this.key = key;
    const outer = DerReader.inside(DerReader.only(der, tags.sequence));
    const tbs = outer.read(tags.sequence);
    this.tbs = wholeOf(tbs);
    this.signatureAlgorithm = algorithmOf(outer.read(tags.sequence));
    this.signature = bitStringBytes(outer.read(tags.bitString));
    outer.finish();

    const reader = DerReader.inside(tbs);
    const version = reader.optional(contextTag(0, 'constructed'));
    this.version = version === undefined ? 1 : 1 + smallInteger(DerReader.explicit(version, tags.integer));
    if (this.version > 3) throw new Fault<PkiFaultName>('malformedCertificate', 'version');
    this.serialNumber = integerBytes(reader.read(tags.integer));
    this.innerAlgorithm = algorithmOf(reader.read(tags.sequence));
    this.issuer = nameOf(reader.read(tags.sequence));
    const validity = reader.enter(tags.sequence);
    const [notBefore, notAfter] = [validity.read(), validity.read()];
    validity.finish();
    this.notBefore = timeOf(notBefore);
    this.notAfter = timeOf(notAfter);
    this.earlyGeneralizedTime = isEarly(notBefore, this.notBefore) || isEarly(notAfter, this.notAfter);
    this.subject = nameOf(reader.read(tags.sequence));
    this.subjectKey = subjectKeyOf(reader.read(tags.sequence));
    for (const number of [1, 2]) {
      const identifier = reader.optional(contextTag(number, 'primitive'));
      if (identifier !== undefined) bitStringFlags(identifier); // unique identifiers, which nobody uses
    }
    const extensions = reader.optional(contextTag(3, 'constructed'));
    this.extensions =
      extensions === undefined ? [] : extensionsOf(DerReader.explicit(extensions, tags.sequence));
    reader.finish();
  }

  /** How this certificate's own signature is checked; `undefined` for an algorithm that we do not have. */
  get recipe(): SignatureRecipe | undefined {
    if (this.#recipe === null) this.#recipe = signatureRecipe(this.signatureAlgorithm);
    return this.#recipe;
  }

  /** Two algorithms where RFC 5280 section 4.1.1.2 wants the same one twice. */
  get contradictory(): boolean {
    return !equal(this.signatureAlgorithm.der, this.innerAlgorithm.der);
  }

  /** The public key's numbers; `undefined` for an algorithm or curve that we do not have. */
  get publicKeyParts(): PublicKeyParts | undefined {
    return this.subjectKey.parts;
  }

  /** Whether the key says that it is for RSASSA-PSS alone (RFC 4055 section 1.2). */
  get pssOnly(): boolean {
    return this.subjectKey.pss !== undefined;
  }

  /** The same name for subject and issuer (RFC 5280 section 6.1: self-issued). */
  get selfIssued(): boolean {
    return this.subject.canonical === this.issuer.canonical;
  }

  /** An extension as it stands; `undefined` where it is absent, or there more than once. */
  extension(oid: string): Extension | undefined {
    const found = this.extensions.filter((extension) => extension.oid === oid);
    return found.length === 1 ? found[0] : undefined;
  }

  get basicConstraints(): BasicConstraints | undefined {
    return this.#get(extensionOids.basicConstraints, readBasicConstraints);
  }
  get keyUsage(): ReadonlySet<KeyUsage> | undefined {
    return this.#get(extensionOids.keyUsage, readKeyUsage);
  }
  /** Object identifiers of purposes. */
  get extendedKeyUsage(): readonly string[] | undefined {
    return this.#get(extensionOids.extendedKeyUsage, readExtendedKeyUsage);
  }
  get subjectAltName(): readonly GeneralName[] | undefined {
    return this.#get(extensionOids.subjectAltName, readAltNames);
  }
  get nameConstraints(): NameConstraints | undefined {
    return this.#get(extensionOids.nameConstraints, readNameConstraints);
  }
  get authorityKeyIdentifier(): AuthorityKeyIdentifier | undefined {
    return this.#get(extensionOids.authorityKeyIdentifier, readAuthorityKeyIdentifier);
  }
  get subjectKeyIdentifier(): Uint8Array | undefined {
    return this.#get(extensionOids.subjectKeyIdentifier, readSubjectKeyIdentifier);
  }
  get policies(): readonly string[] | undefined {
    return this.#get(extensionOids.certificatePolicies, readPolicies);
  }
  get policyMappings(): readonly PolicyMapping[] | undefined {
    return this.#get(extensionOids.policyMappings, readPolicyMappings);
  }
  get policyConstraints(): PolicyConstraints | undefined {
    return this.#get(extensionOids.policyConstraints, readPolicyConstraints);
  }
  get inhibitAnyPolicy(): number | undefined {
    return this.#get(extensionOids.inhibitAnyPolicy, readInhibitAnyPolicy);
  }
  get authorityInfoAccess(): readonly AccessDescription[] | undefined {
    return this.#get(extensionOids.authorityInfoAccess, readAuthorityInfoAccess);
  }
  get crlDistributionPoints(): readonly DistributionPoint[] | undefined {
    return this.#get(extensionOids.crlDistributionPoints, readDistributionPoints);
  }
  get freshestCrl(): readonly DistributionPoint[] | undefined {
    return this.#get(extensionOids.freshestCrl, readDistributionPoints);
  }
  get proxyCertificateInfo(): ProxyCertificateInfo | undefined {
    return this.#get(extensionOids.proxyCertificateInfo, readProxyCertificateInfo);
  }
  /** Numbers of TLS extensions. */
  get tlsFeatures(): readonly number[] | undefined {
    return this.#get(extensionOids.tlsFeature, readTlsFeatures);
  }
  get netscapeType(): ReadonlySet<number> | undefined {
    return this.#get(extensionOids.netscapeCertificateType, readNetscapeType);
  }

  /**
   * Whether an extension that decides on trust is malformed, or stands there twice (RFC 5280 section 4.2). The
   * policy extensions have a verdict of their own (`policyFlawed`); others concern nobody here.
   */
  get flawed(): boolean {
    if (this.#flawed === undefined) {
      void this.basicConstraints;
      void this.keyUsage;
      void this.extendedKeyUsage;
      void this.subjectAltName;
      void this.nameConstraints;
      void this.authorityKeyIdentifier;
      void this.subjectKeyIdentifier;
      void this.crlDistributionPoints;
      void this.proxyCertificateInfo;
      void this.netscapeType;
      const oids = new Set(this.extensions.map((extension) => extension.oid));
      this.#flawed =
        oids.size !== this.extensions.length ||
        [...this.#read.entries()].some(isFlaw) ||
        (this.proxyCertificateInfo !== undefined && this.#contradictsProxy);
    }
    return this.#flawed;
  }

  /** RFC 3820 sections 3.2, 3.3 and 3.7: a proxy is no authority, and has no name but its subject. */
  get #contradictsProxy(): boolean {
    const { subjectAltName, issuerAltName } = extensionOids;
    return (
      this.basicConstraints?.ca === true ||
      this.extension(subjectAltName) !== undefined ||
      this.extension(issuerAltName) !== undefined
    );
  }

  get policyFlawed(): boolean {
    void this.policies;
    void this.policyMappings;
    void this.policyConstraints;
    void this.inhibitAnyPolicy;
    return POLICY_OIDS.some((oid) => this.#read.get(oid) instanceof Fault);
  }

  #get<Value>(oid: string, read: (value: Uint8Array) => Value): Value | undefined {
    let value = this.#read.get(oid) as Value | Fault | undefined;
    if (value === undefined) {
      const extension = this.extension(oid);
      if (extension === undefined) return undefined;
      value = attempt(read, extension.value);
      this.#read.set(oid, value);
    }
    return value instanceof Fault ? undefined : value;
  }
}

const YEAR_2050 = 2_524_608_000;

function isEarly({ tag }: Element, time: number | undefined): boolean {
  return tag === tags.generalizedTime && time !== undefined && time < YEAR_2050;
}

const POLICY_OIDS: readonly string[] = [
  extensionOids.certificatePolicies,
  extensionOids.policyMappings,
  extensionOids.policyConstraints,
  extensionOids.inhibitAnyPolicy,
];

/** Malformed ones of these are told by another name, or matter only to those who show them. */
const TOLERATED: ReadonlySet<string> = new Set([
  ...POLICY_OIDS,
  extensionOids.authorityInfoAccess,
  extensionOids.freshestCrl,
  extensionOids.tlsFeature,
]);

function isFlaw([oid, value]: readonly [string, unknown]): boolean {
  return value instanceof Fault && !TOLERATED.has(oid);
}
