/** What a context trusts, and the forms in which it is told: files, hashed directories, text, DER. */
import { latin1 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import { readFile } from '../host/files.ts';
import { parseCertificate } from '../pki/certificate.ts';
import { type Name, subjectHash } from '../pki/names.ts';
import { eachPemBlock, pemBlocks } from '../pki/pem.ts';
import type { CertificateStore, StoreDirectory } from '../pki/store.ts';
import { composedError, pemLibError, sslError } from './errors.ts';
import { ValueError } from './exceptions.ts';

const NO_CERTIFICATE_OR_CRL_FOUND = 136;
/** OpenSSL's numbers for what may follow the last good certificate. */
const HEADER_TOO_LONG = 123;
const NOT_ENOUGH_DATA = 142;

/** A PEM file: certificates and revocation lists, with any text around them. */
export function addFile(store: CertificateStore, content: Uint8Array): void {
  let found = 0;
  try {
    for (const { label, der } of pemBlocks(latin1(content))) {
      if (label === 'X509 CRL') store.addCrl(der);
      else if (label === 'CERTIFICATE' || label === 'X509 CERTIFICATE') store.add(der);
      else if (label === 'TRUSTED CERTIFICATE') store.add(withoutTrust(der));
      else continue;
      found++;
    }
  } catch (error) {
    throw error instanceof Fault ? pemLibError('X509', error) : error;
  }
  if (found === 0)
    throw sslError('NO_CERTIFICATE_OR_CRL_FOUND', { library: 'X509', errno: NO_CERTIFICATE_OR_CRL_FOUND });
}

/** A `TRUSTED CERTIFICATE` is a certificate with OpenSSL's own notes behind it. */
function withoutTrust(der: Uint8Array): Uint8Array {
  const first = firstElement(der);
  if (first === undefined) throw new Fault('malformedCertificate');
  return first;
}

/** `cadata` as text: its CERTIFICATE blocks, whatever else there is. What is good before an error stays. */
export function addText(store: CertificateStore, text: string): void {
  if (text === '') throw new ValueError('Empty certificate data');
  let loaded = 0;
  try {
    for (const { label, der } of eachPemBlock(text)) {
      if (label !== 'CERTIFICATE') continue;
      parseCertificate(der);
      store.add(der);
      loaded++;
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // CPython does not tell a block that is broken from one that is not there, unless it comes behind a good one.
    if (loaded > 0) throw pemLibError('PEM', error);
  }
  if (loaded === 0) throw composedError('no start line: cadata does not contain a certificate');
}

/** `cadata` as bytes: DER certificates, one behind the other. What is good before an error stays. */
export function addDer(store: CertificateStore, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ValueError('Empty certificate data');
  let at = 0;
  let loaded = 0;
  while (at < bytes.length) {
    const der = firstElement(bytes.subarray(at));
    if (der === undefined || !addGood(store, der)) break;
    at += der.length;
    loaded++;
  }
  if (loaded === 0) throw composedError('not enough data: cadata does not contain a certificate');
  if (at === bytes.length) return;
  const isStub = bytes.length - at < 2;
  throw sslError(isStub ? 'HEADER_TOO_LONG' : 'NOT_ENOUGH_DATA', {
    library: 'ASN1',
    errno: isStub ? HEADER_TOO_LONG : NOT_ENOUGH_DATA,
  });
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

/** The bytes of the DER element at the front; `undefined` where it is none, or ends early. */
function firstElement(bytes: Uint8Array): Uint8Array | undefined {
  const length = elementLength(bytes);
  return length === undefined || length > bytes.length ? undefined : bytes.subarray(0, length);
}

/** X.690 section 8.1.3, as far as a certificate's SEQUENCE needs it. */
function elementLength(bytes: Uint8Array): number | undefined {
  if (bytes.length < 2 || bytes[0] !== 0x30) return undefined;
  if (bytes[1] < 0x80) return 2 + bytes[1];
  const count = bytes[1] & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) return undefined;
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + bytes[2 + i];
  return 2 + count + length;
}

/** How many certificates of one subject hash a directory is looked through for. */
const MAX_SAME_HASH = 32;

/** A directory with files named by subject hash (`openssl rehash`), looked into when a name is asked for. */
export function hashedDirectory(path: string, provider: () => CryptoProvider): StoreDirectory {
  return (name: Name, kind) => {
    const sha1 = provider().hashes.get('sha1');
    if (sha1 === undefined) return [];
    const stem = `${path}/${subjectHash(name, sha1.digest)}.${kind === 'crl' ? 'r' : ''}`;
    const found: Uint8Array[] = [];
    for (let number = 0; number < MAX_SAME_HASH; number++) {
      const file = readFile(stem + number);
      if (!file.ok) break;
      found.push(...blocksOf(file.value, kind === 'crl' ? 'X509 CRL' : 'CERTIFICATE'));
    }
    return found;
  };
}

/** A broken file in a directory is passed over. */
function blocksOf(content: Uint8Array, label: string): Uint8Array[] {
  try {
    return pemBlocks(latin1(content))
      .filter((block) => block.label === label)
      .map(({ der }) => der);
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}
