import { latin1 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import { contextTag, DerReader, tags } from './asn1/der.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { certificateAuthority } from './checks/authority.ts';
import { Crl } from './crl.ts';
import { type Name, nameOf } from './names.ts';

/**
 * For what a root is trusted, where a `TRUSTED CERTIFICATE` block says so: object identifiers of purposes. With
 * neither list a certificate is trusted for being here, if it is self-signed or partial chains are allowed.
 */
export interface TrustSettings {
  readonly trusted: readonly string[] | undefined;
  readonly rejected: readonly string[] | undefined;
}

/** A certificate or a list as it comes into the store. */
export interface StoredCertificate {
  readonly der: Uint8Array;
  readonly trust: TrustSettings | undefined;
}

/** Where more certificates and lists come from when a name is looked for (a hashed directory). */
export type StoreDirectory = (name: Name, kind: 'certificate' | 'crl') => readonly StoredCertificate[];

interface Entry {
  readonly der: Uint8Array;
  /** The subject's canonical form. */
  readonly subject: string;
  readonly trust: TrustSettings | undefined;
  /** `'broken'`: the frame was a certificate's, the rest is not. */
  certificate: Certificate | 'broken' | undefined;
}

/**
 * What a context trusts. A bundle of system roots has some hundred and fifty certificates of which a connection needs
 * one: `add` reads as far as the subject, by which they are found, and the rest when a chain asks for it.
 */
export class CertificateStore {
  readonly #entries = new Map<string, Entry>();
  readonly #bySubject = new Map<string, Entry[]>();
  readonly #crlKeys = new Set<string>();
  readonly #crls = new Map<string, Crl[]>();
  readonly #directories: StoreDirectory[] = [];
  /** How many of the entries were there when one was last looked for. */
  #sought = 0;

  /** Adds a certificate; `false` if it is here already. Throws a `Fault` for what does not look like one. */
  add(der: Uint8Array, trust?: TrustSettings): boolean {
    return this.#insert({ der, trust }, subjectOf(der));
  }

  /** Adds a revocation list; `false` if it is here already. Throws a `Fault` for what is none. */
  addCrl(der: Uint8Array): boolean {
    return this.#insertCrl(new Crl(der.slice()), latin1(der));
  }

  /** Adds all of them; or none, and throws a `Fault`, if one does not look like what it should be. */
  addAll(certificates: readonly StoredCertificate[], crls: readonly Uint8Array[]): void {
    const subjects = certificates.map(({ der }) => subjectOf(der));
    const lists = crls.map((der) => new Crl(der.slice()));
    for (const [index, certificate] of certificates.entries()) this.#insert(certificate, subjects[index]);
    for (const [index, list] of lists.entries()) this.#insertCrl(list, latin1(crls[index]));
  }

  #insert({ der, trust }: StoredCertificate, subject: Name): boolean {
    this.settleOrder();
    const key = latin1(der);
    if (this.#entries.has(key)) return false;
    const entry: Entry = { der: der.slice(), subject: subject.canonical, trust, certificate: undefined };
    this.#entries.set(key, entry);
    listIn(this.#bySubject, entry.subject).push(entry);
    return true;
  }

  #insertCrl(crl: Crl, key: string): boolean {
    this.settleOrder();
    if (this.#crlKeys.has(key)) return false;
    this.#crlKeys.add(key);
    listIn(this.#crls, crl.issuer.canonical).push(crl);
    return true;
  }

  addDirectory(directory: StoreDirectory): void {
    this.#directories.push(directory);
  }

  get certificateCount(): number {
    return this.#entries.size;
  }

  get crlCount(): number {
    return this.#crlKeys.size;
  }

  /**
   * The certificates that may issue others, in OpenSSL's order: by subject, the shorter form first, and those of one
   * subject as they came. It sorts when it looks for something, to begin with for what is about to be added; what has
   * come since stands at the end. Flawed ones may issue nothing.
   */
  *authorities(): Generator<Certificate> {
    const entries = [...this.#entries.values()];
    const sorted = entries.splice(0, this.#sought).sort(bySubject);
    for (const entry of [...sorted, ...entries]) {
      const certificate = certificateOf(entry);
      if (certificate === undefined || certificate.flawed) continue;
      if (certificateAuthority(certificate) !== 'no') yield certificate;
    }
  }

  /** Something would have been looked for, and `authorities()` is as if it had been. */
  settleOrder(): void {
    this.#sought = this.#entries.size;
  }

  /** The certificates with this subject; directories are asked where none is at hand. */
  findBySubject(subject: Name): Certificate[] {
    if (!this.#bySubject.has(subject.canonical)) {
      for (const directory of this.#directories) {
        for (const { der, trust } of directory(subject, 'certificate'))
          ignoringFaults(() => this.add(der, trust));
      }
    }
    this.settleOrder();
    const found: Certificate[] = [];
    for (const entry of this.#bySubject.get(subject.canonical) ?? []) {
      const certificate = certificateOf(entry);
      if (certificate !== undefined) found.push(certificate);
    }
    return found;
  }

  /** The lists that this name issued. */
  findCrls(issuer: Name): readonly Crl[] {
    if (!this.#crls.has(issuer.canonical)) {
      for (const directory of this.#directories) {
        for (const { der } of directory(issuer, 'crl')) ignoringFaults(() => this.addCrl(der));
      }
    }
    this.settleOrder();
    return this.#crls.get(issuer.canonical) ?? [];
  }

  /** Every list at hand: an indirect one may be issued under any name. */
  allCrls(): readonly Crl[] {
    return [...this.#crls.values()].flat();
  }

  has(certificate: Certificate): boolean {
    return this.findBySubject(certificate.subject).some((other) => other.key === certificate.key);
  }

  trustOf(certificate: Certificate): TrustSettings | undefined {
    return this.#entries.get(certificate.key)?.trust;
  }
}

function bySubject({ subject: one }: Entry, { subject: other }: Entry): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A name's list in an index, made where there is none yet. */
function listIn<Item>(index: Map<string, Item[]>, key: string): Item[] {
  let list = index.get(key);
  if (list === undefined) {
    list = [];
    index.set(key, list);
  }
  return list;
}

function certificateOf(entry: Entry): Certificate | undefined {
  if (entry.certificate === undefined) {
    entry.certificate = 'broken';
    ignoringFaults(() => {
      entry.certificate = parseCertificate(entry.der);
    });
  }
  return entry.certificate === 'broken' ? undefined : entry.certificate;
}

function ignoringFaults(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}

/** Walks a certificate as far as its subject, and over the frame of the rest. */
function subjectOf(der: Uint8Array): Name {
  const outer = DerReader.inside(DerReader.only(der, tags.sequence));
  const tbs = outer.enter(tags.sequence);
  outer.read(tags.sequence);
  outer.read(tags.bitString);
  outer.finish();
  tbs.optional(contextTag(0, 'constructed'));
  tbs.read(tags.integer);
  tbs.read(tags.sequence);
  tbs.read(tags.sequence);
  tbs.read(tags.sequence);
  const subject = nameOf(tbs.read(tags.sequence));
  tbs.read(tags.sequence);
  return subject;
}
