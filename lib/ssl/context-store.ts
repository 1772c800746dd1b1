import { type OwnBytes, utf8 } from '../bytes/bytes.ts';
import { type Path, readFile } from '../host/files.ts';
import { bundledRoots, pathsIn } from '../host/modules.ts';
import { CertificateStore } from '../pki/store.ts';
import type { DhParameters } from '../tls/settings.ts';
import { _ASN1Object, Purpose } from './asn1-object.ts';
import { automaticGroup } from './automatic-dh.ts';
import { type BytesLike, bytesOf } from './buffers.ts';
import { ContextTrust } from './context-trust.ts';
import { Credentials, checkPassword, type OwnChain, type Password } from './credentials.ts';
import { dhParametersOf } from './dh-parameters.ts';
import { sslError } from './errors.ts';
import { contentOf, pathOf } from './files.ts';
import { bind, noArguments, oneArgument, type Signature } from './keywords.ts';
import { describeCertificate, type PeerCertificate } from './peer-certificate.ts';
import { isPlainObject, repr, typeName } from './repr.ts';
import { checkSigner, type Signer } from './signer.ts';
import { addDer, addFile, addLists, addText, hashedDirectory } from './trust-store.ts';
import { defaultDirectories, get_default_verify_paths } from './verify-paths.ts';

/** What `load_cert_chain()` takes by keyword. */
export interface CertChainKeywords {
  readonly certfile?: Path | null;
  readonly keyfile?: Path | null;
  readonly password?: Password;
  /** The chain itself, PEM or DER, in the place of a file. @extension */
  readonly certdata?: string | BytesLike;
  /** The key itself, PEM or DER; without it, it stands with the chain. @extension */
  readonly keydata?: string | BytesLike;
  /** Who signs with the key where it is not here: in the place of key and password. @extension */
  readonly signer?: Signer;
}

/** What `load_verify_locations()` takes by keyword. */
export interface VerifyLocations {
  readonly cafile?: Path | null;
  readonly capath?: Path | null;
  readonly cadata?: string | BytesLike | null;
  /** Revocation lists, PEM, or one as DER. @extension */
  readonly crldata?: string | BytesLike | null;
}

const loadCertChain: Signature = {
  name: 'load_cert_chain',
  language: 'C',
  parameters: ['certfile', 'keyfile?', 'password?'],
  extensions: ['certdata', 'keydata', 'signer'],
};
const loadVerifyLocations: Signature = {
  name: 'load_verify_locations',
  language: 'C',
  parameters: ['cafile?', 'capath?', 'cadata?'],
  extensions: ['crldata'],
};
const getCaCerts: Signature = { name: 'get_ca_certs', language: 'C', parameters: ['binary_form?'] };
const loadDefaultCerts: Signature = {
  name: 'SSLContext.load_default_certs',
  language: 'Python',
  parameters: ['purpose?'],
};

/** The certificates of a context: its own, with their keys, and those that it trusts. */
export abstract class ContextStore extends ContextTrust {
  readonly #store = new CertificateStore();
  readonly #credentials = new Credentials();
  #dhParameters: DhParameters | undefined;
  #automaticDh = false;

  /** Connections share it: what is added later helps those that are under way. */
  protected get store(): CertificateStore {
    return this.#store;
  }

  protected get chains(): readonly OwnChain[] {
    return this.#credentials.chains;
  }

  protected get latestChain(): OwnChain | undefined {
    return this.#credentials.latest;
  }

  /**
   * Load a private key and the corresponding certificate. The certfile is a single file in PEM format containing the
   * certificate as well as any number of CA certificates needed to establish its authenticity. The key stands in the
   * keyfile, or with the certificate. `password` opens an encrypted key: a string, bytes, or a function that is called
   * if it is needed. `certdata` and `keydata` take the place of files, and a `signer` that of the key.
   *
   * `FileNotFoundError` and its like for files; `SSLError` for what is in them: "PEM lib" for what cannot be read, a
   * wrong password too, `KEY_VALUES_MISMATCH`, `EE_KEY_TOO_SMALL` below `security_level`. (Python's documentation: "SSL
   * Contexts".)
   */
  load_cert_chain(certfile: Path, keyfile?: Path | null, password?: Password): void;
  load_cert_chain(certfile: Path, keywords: Omit<CertChainKeywords, 'certfile'>): void;
  load_cert_chain(keywords: CertChainKeywords): void;
  load_cert_chain(...args: readonly unknown[]): void {
    const [certfile, keyfile, password, certdata, keydata, signer] = bind(loadCertChain, args);
    const certPath = certdata === undefined ? filePath(certfile, 'certfile') : undefined;
    const keyPath = isNone(keyfile) ? undefined : filePath(keyfile, 'keyfile');
    const secret = checkPassword(password);
    const external = isNone(signer) ? undefined : checkSigner(signer);
    if (external !== undefined && ![keyfile, keydata, password].every(isNone))
      throw new TypeError('signer takes the place of keyfile, keydata and password');
    const chain = certPath === undefined ? inMemory(certdata, 'certdata') : contentOf(certPath, CERT_DATA);
    const standard = { provider: this.crypto, level: this.security_level };
    if (external !== undefined) {
      this.#credentials.loadSigned(chain, external, standard);
      return;
    }
    const key =
      keydata !== undefined
        ? inMemory(keydata, 'keydata')
        : keyPath !== undefined
          ? contentOf(keyPath, CERT_DATA)
          : chain;
    this.#credentials.load(chain, key, secret, standard);
  }

  /**
   * The OCSP response that servers send along with the certificate that it is about, one of those loaded, to clients
   * that ask for it; connections from now on. `null` takes all responses back. Responses expire: whoever sets one
   * sees to the next.
   * @extension
   */
  set_ocsp_response(response: BytesLike | null): void {
    const bytes = response === null ? null : bytesOf(response);
    if (bytes === undefined) throw new TypeError('response should be a bytes-like object or null');
    this.#credentials.staple(bytes, this.crypto);
  }

  /**
   * Load the parameters of a Diffie-Hellman group for the DHE suites of TLS 1.2, a PEM file; a server without any
   * chooses none of these suites. `dhdata` takes the place of a file.
   */
  load_dh_params(path: Path): void;
  load_dh_params(keywords: { readonly dhdata: string | BytesLike }): void;
  load_dh_params(...args: readonly unknown[]): void {
    const { dhdata } = isPlainObject(args[0]) ? args[0] : {};
    const content =
      dhdata === undefined
        ? contentOf(dhPath(oneArgument('_SSLContext.load_dh_params', args)), DH_DATA)
        : inMemory(dhdata, 'dhdata');
    this.#dhParameters = dhParametersOf(content, this.security_level);
  }

  /**
   * Whether a server chooses a group of RFC 7919 for these suites where `load_dh_params()` has given none: as strong as
   * its RSA certificate, as OpenSSL's `SSL_CTX_set_dh_auto` does. Python leaves that off, and so do contexts here.
   * @extension
   */
  get automatic_dh(): boolean {
    return this.#automaticDh;
  }
  set automatic_dh(value: unknown) {
    this.#automaticDh = Boolean(value);
  }

  protected get dhParameters(): DhParameters | undefined {
    if (this.#dhParameters !== undefined || !this.#automaticDh) return this.#dhParameters;
    return automaticGroup(this.chains, this.security_level);
  }

  /**
   * Load a set of "certification authority" certificates that other peers' certificates are verified with, and the
   * revocation lists that stand among them in files: `cafile` is a PEM file, `capath` a directory (or a list, as in `SSL_CERT_DIR`) of files named by
   * hash, looked into when a chain asks for them, `cadata` PEM text or DER bytes, any number of certificates. `crldata`
   * brings lists from memory. Connections that were made before see them too.
   *
   * A `TypeError` for nothing at all, a `ValueError` for empty `cadata`, an `SSLError` where nothing is found or something
   * is broken. (Python's documentation: "SSL Contexts".)
   */
  load_verify_locations(cafile?: Path | null, capath?: Path | null, cadata?: string | BytesLike | null): void;
  load_verify_locations(keywords: VerifyLocations): void;
  load_verify_locations(...args: readonly unknown[]): void {
    const [cafile, capath, cadata, crldata] = bind(loadVerifyLocations, args);
    if (isNone(cafile) && isNone(capath) && isNone(cadata) && isNone(crldata))
      throw new TypeError('cafile, capath and cadata cannot be all omitted');
    const file = isNone(cafile) ? undefined : filePath(cafile, 'cafile');
    const directory = isNone(capath) ? undefined : directoryPath(capath);
    if (!isNone(cadata)) this.#addData(cadata);
    if (!isNone(crldata)) addLists(this.#store, inMemory(crldata, 'crldata'));
    if (file !== undefined) addFile(this.#store, contentOf(file, CA_DATA));
    if (directory?.length === 0)
      throw sslError('INVALID_DIRECTORY', { library: 'X509', errno: INVALID_DIRECTORY });
    if (directory !== undefined) this.#addDirectory(directory);
  }

  #addData(cadata: unknown): void {
    const bytes = bytesOf(cadata);
    if (bytes !== undefined) addDer(this.#store, bytes);
    else if (typeof cadata === 'string' && /^[\0-\x7f]*$/.test(cadata)) addText(this.#store, cadata);
    else throw new TypeError('cadata should be an ASCII string or a bytes-like object');
  }

  #addDirectory(path: Path): void {
    const text = typeof path === 'string' ? path : new TextDecoder().decode(path);
    // OpenSSL takes a list of directories here, as `SSL_CERT_DIR` has it.
    for (const directory of new Set(pathsIn(text)))
      this.#store.addDirectory(hashedDirectory(directory, () => this.crypto));
  }

  /** Load the system's default CA certificates (`get_default_verify_paths()`); silently none where there are none. */
  load_default_certs(purpose?: _ASN1Object): void;
  load_default_certs(keywords: { readonly purpose?: _ASN1Object }): void;
  load_default_certs(...args: readonly unknown[]): void {
    const [purpose = Purpose.SERVER_AUTH] = bind(loadDefaultCerts, args);
    if (!(purpose instanceof _ASN1Object))
      throw new TypeError(typeof purpose === 'string' ? purpose : repr(purpose));
    this.set_default_verify_paths();
  }

  /** Load the default locations; a runtime that has none but brings roots of its own lends them. */
  set_default_verify_paths(...args: []): void {
    noArguments('_SSLContext.set_default_verify_paths', args, 'C');
    const { cafile } = get_default_verify_paths();
    const capath = defaultDirectories();
    const file = cafile === null ? undefined : readFile(cafile);
    if (file?.ok) quietly(() => addFile(this.#store, file.value));
    if (capath !== null) this.#addDirectory(capath);
    if (cafile !== null || capath !== null) return;
    const roots = bundledRoots();
    if (roots.length > 0) addFile(this.#store, utf8(roots.join('\n')));
  }

  /** How many X.509 certificates, revocation lists, and certificates of authorities are loaded. */
  cert_store_stats(...args: []): { x509: number; crl: number; x509_ca: number } {
    noArguments('_SSLContext.cert_store_stats', args, 'C');
    const authorities = [...this.#store.authorities()];
    return { x509: this.#store.certificateCount, crl: this.#store.crlCount, x509_ca: authorities.length };
  }

  /** The loaded CA certificates, as `getpeercert()` shows them, or as DER. Those of a `capath` once they were used. */
  get_ca_certs(binary_form: true): OwnBytes[];
  get_ca_certs(binary_form?: false): PeerCertificate[];
  get_ca_certs(keywords: { readonly binary_form: true }): OwnBytes[];
  get_ca_certs(keywords: { readonly binary_form?: false }): PeerCertificate[];
  get_ca_certs(...args: readonly unknown[]): (PeerCertificate | Uint8Array)[] {
    const [binary = false] = bind(getCaCerts, args);
    const authorities = [...this.#store.authorities()];
    return authorities.map((each) => (binary ? each.der.slice() : describeCertificate(each)));
  }
}

const CERT_DATA = { instead: 'pass certdata and keydata' };
const CA_DATA = { instead: 'pass cadata' };
const DH_DATA = { instead: 'pass dhdata', named: true };
/** OpenSSL's number for a directory without a name. */
const INVALID_DIRECTORY = 113;

function isNone(value: unknown): boolean {
  return value === null || value === undefined;
}

function filePath(value: unknown, name: string): Path {
  const path = pathOf(value);
  if (path === undefined) throw new TypeError(`${name} should be a valid filesystem path`);
  return path;
}

function dhPath(value: unknown): Path {
  const path = pathOf(value);
  if (path === undefined)
    throw new TypeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
  return path;
}

/** Any text will do; whether there is such a directory shows when it is looked into. */
function directoryPath(value: unknown): Path {
  const path = pathOf(value);
  if (path === undefined) throw new TypeError('capath should be a valid filesystem path');
  return path;
}

function inMemory(value: unknown, name: string): string | Uint8Array {
  if (typeof value === 'string') return value;
  const bytes = bytesOf(value);
  if (bytes === undefined) throw new TypeError(`${name} should be a string or a bytes-like object`);
  return bytes;
}

/** Python's `set_default_verify_paths` says nothing of a bundle that it cannot read. */
function quietly(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
