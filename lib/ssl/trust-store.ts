/** What a context trusts, and the forms in which it is told: files, hashed directories, text, DER. */
import { latin1 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import { readFile } from '../host/files.ts';
import { tags } from '../pki/asn1/der.ts';
import { parseCertificate } from '../pki/certificate.ts';
import { type Name, subjectHash } from '../pki/names.ts';
import { eachPemBlock, type PemBlock, PLAIN_LABELS, pemBlocks, plainDer, TRUSTED } from '../pki/pem.ts';
import type { CertificateStore, StoreDirectory, StoredCertificate } from '../pki/store.ts';
import { certificateAlone, parseTrustedCertificate } from '../pki/trusted-certificate.ts';
import { composedError, nestedAsn1Error, pemError, pemLibError, sslError } from './errors.ts';
import { type SSLError, ValueError } from './exceptions.ts';

const NO_CERTIFICATE_OR_CRL_FOUND = 136;

/** A PEM file: certificates and revocation lists, with any text around them. All of them, or none if one is broken. */
export function addFile(store: CertificateStore, content: Uint8Array): void {
  const certificates: StoredCertificate[] = [];
  const crls: Uint8Array[] = [];
  try {
    for (const block of pemBlocks(latin1(content))) {
      const certificate = certificateIn(block);
      if (certificate !== undefined) certificates.push(certificate);
      else if (block.label === CRL) crls.push(plainDer(block));
    }
    store.addAll(certificates, crls);
  } catch (error) {
    throw error instanceof Fault ? pemLibError('X509', error) : error;
  }
  if (certificates.length + crls.length === 0)
    throw sslError('NO_CERTIFICATE_OR_CRL_FOUND', { library: 'X509', errno: NO_CERTIFICATE_OR_CRL_FOUND });
}

/** Revocation lists: those in a PEM text, or one as DER. */
export function addLists(store: CertificateStore, data: string | Uint8Array): void {
  try {
    const isDer = typeof data !== 'string' && data[0] === tags.sequence;
    const lists = isDer ? [data] : listsIn(typeof data === 'string' ? data : latin1(data));
    if (lists.length === 0) throw sslError('NO_CRL_FOUND', { library: 'X509', errno: NO_CRL_FOUND });
    store.addAll([], lists);
  } catch (error) {
    throw error instanceof Fault ? pemLibError('X509', error) : error;
  }
}

function listsIn(text: string): Uint8Array[] {
  return pemBlocks(text)
    .filter(({ label }) => label === CRL)
    .map(plainDer);
}

const NO_CRL_FOUND = 137;
const CRL = 'X509 CRL';

/** What a block of a file adds to the store, if it is about a certificate. */
function certificateIn(block: PemBlock): StoredCertificate | undefined {
  if (PLAIN_LABELS.has(block.label)) return { der: certificateAlone(plainDer(block)), trust: undefined };
  return block.label === TRUSTED ? parseTrustedCertificate(plainDer(block)) : undefined;
}

/** `cadata` as text: its CERTIFICATE blocks, whatever else there is. What is good before an error stays. */
export function addText(store: CertificateStore, text: string): void {
  if (text === '') throw new ValueError('Empty certificate data');
  let loaded = 0;
  try {
    // A file ends for OpenSSL where a line begins with NUL; text in memory goes on.
    for (const block of eachPemBlock(text.replace(/^\0.*\n?/gm, ''))) {
      if (!PLAIN_LABELS.has(block.label)) continue;
      const certificate = certificateAlone(plainDer(block));
      parseCertificate(certificate);
      store.add(certificate);
      loaded++;
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // CPython does not tell a block that is broken from one that is not there, unless it comes behind a good one.
    // Where OpenSSL fails without a word, CPython sees the end.
    if (loaded > 0 && error.fault !== 'pemWithoutWord') throw pemError(error);
  }
  if (loaded === 0) throw composedError('no start line: cadata does not contain a certificate');
}

/** `cadata` as bytes: DER certificates, one behind the other. What is good before an error stays. */
export function addDer(store: CertificateStore, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ValueError('Empty certificate data');
  let at = 0;
  for (;;) {
    const element = elementAt(bytes.subarray(at));
    if (element.kind !== 'whole' || !addGood(store, element.bytes)) {
      // What cannot be read behind good ones is an error; that there is nothing to be read at all, another.
      if (at === 0) throw composedError('not enough data: cadata does not contain a certificate');
      throw derError(element);
    }
    at += element.bytes.length;
    if (at === bytes.length) return;
  }
}

/** What stands at the front of some bytes, as far as its header and its length tell (X.690 section 8.1). */
type FrontElement =
  | { readonly kind: 'headless' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'whole'; readonly bytes: Uint8Array };

function elementAt(bytes: Uint8Array): FrontElement {
  const headless = { kind: 'headless' } as const;
  if (bytes.length < 2 || (bytes[0] & 0x1f) === 0x1f) return headless;
  const count = bytes[1] < 0x80 ? 0 : bytes[1] & 0x7f;
  // OpenSSL asks for a byte of content behind a long length.
  if (count > MAX_LENGTH_BYTES || (count > 0 && bytes.length <= 2 + count)) return headless;
  let length = count === 0 ? bytes[1] & 0x7f : 0;
  for (let i = 0; i < count; i++) length = length * 256 + bytes[2 + i];
  const end = 2 + count + length;
  return end > bytes.length ? { kind: 'cut' } : { kind: 'whole', bytes: bytes.subarray(0, end) };
}

const MAX_LENGTH_BYTES = 8;

function derError(element: FrontElement): SSLError {
  if (element.kind === 'headless') return asn1Error('HEADER_TOO_LONG', 123);
  if (element.kind === 'cut') return asn1Error('NOT_ENOUGH_DATA', 142);
  const isEmptySequence = element.bytes[0] === 0x30 && element.bytes.length === 2;
  return isEmptySequence ? asn1Error('FIELD_MISSING', 121) : nestedAsn1Error();
}

/** With OpenSSL's number of the reason. */
function asn1Error(reason: string, errno: number): SSLError {
  return sslError(reason, { library: 'ASN1', errno });
}

function addGood(store: CertificateStore, der: Uint8Array): boolean {
  try {
    parseCertificate(der);
    store.add(der);
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

/** How many certificates of one subject hash a directory is looked through for. */
const MAX_SAME_HASH = 32;

/** A directory with files named by subject hash (`openssl rehash`), looked into when a name is asked for. */
export function hashedDirectory(path: string, provider: () => CryptoProvider): StoreDirectory {
  return (name: Name, kind) => {
    const sha1 = provider().hashes.get('sha1');
    if (sha1 === undefined) return [];
    const stem = `${path}/${subjectHash(name, sha1.digest)}.${kind === 'crl' ? 'r' : ''}`;
    const found: StoredCertificate[] = [];
    for (let number = 0; number < MAX_SAME_HASH; number++) {
      const file = readFile(stem + number);
      // As OpenSSL: files behind one that is missing, empty or broken are not looked at.
      if (!file.ok || !addEntries(found, file.value, kind)) break;
    }
    return found;
  };
}

/** What a file holds, up to what is broken in it; whether it is whole, and holds something. */
function addEntries(found: StoredCertificate[], content: Uint8Array, kind: 'certificate' | 'crl'): boolean {
  const before = found.length;
  try {
    for (const block of eachPemBlock(latin1(content))) {
      if (kind === 'certificate') found.push(...entriesIn(block));
      else if (block.label === CRL) found.push({ der: plainDer(block), trust: undefined });
    }
    return found.length > before;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

function entriesIn(block: PemBlock): StoredCertificate[] {
  const certificate = certificateIn(block);
  if (certificate === undefined) return [];
  parseCertificate(certificate.der);
  return [certificate];
}
