/** Certificates of our own with their keys: what `load_cert_chain` reads, and what connections present. */
import { latin1, utf8 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { CryptoProvider, KeyType, PrivateKey, PrivateKeyParts } from '../crypto/provider.ts';
import { type Certificate, parseCertificate } from '../pki/certificate.ts';
import { namesCertificate } from '../pki/checks/ocsp.ts';
import { parseOcspResponse } from '../pki/ocsp.ts';
import { eachPemBlock, PLAIN_LABELS, plainDer, TRUSTED } from '../pki/pem.ts';
import { parsePrivateKey, publicKeyMatches } from '../pki/private-key.ts';
import { certificateAlone, parseTrustedCertificate } from '../pki/trusted-certificate.ts';
import type { Weakness } from '../tls/peer.ts';
import { bytesOf } from './buffers.ts';
import { pemError, pemLibError, sslError } from './errors.ts';
import { type SSLError, ValueError } from './exceptions.ts';
import { certificateWeakness, type Standard } from './own-strength.ts';
import { faultReasons } from './reasons.ts';
import { type ExternalKey, ExternalPrivateKey, externalKey, type Signer } from './signer.ts';
import { signaturesOf } from './trust.ts';
import { checkUtf8 } from './unicode-errors.ts';

/** A password, or who gives it when it is needed. */
export type Password = string | Uint8Array | (() => string | Uint8Array) | null | undefined;

/** OpenSSL reads a password into a buffer of this size (`PEM_BUFSIZE`). */
const MAX_PASSWORD_LENGTH = 1024;

/** OpenSSL's numbers for what can be wrong with a certificate or key that could be read. */
const KEY_VALUES_MISMATCH = 116;
const NO_CERTIFICATE_ASSIGNED = 177;
const WEAKNESSES: Readonly<Record<Weakness, number>> = {
  ownAuthorityTooWeak: 397,
  ownDigestTooWeak: 398,
  ownKeyTooWeak: 399,
};

/** A key of our own: in parts, since a context may change its provider, or in somebody else's hands. */
type OwnKey = PrivateKeyParts | ExternalKey;

/** One chain with its key. */
export interface OwnChain {
  readonly leaf: Certificate;
  readonly rest: readonly Certificate[];
  readonly key: OwnKey;
  /** An OCSP response about the leaf. */
  readonly staple?: Uint8Array;
}

/** OpenSSL has a slot for each type of key: RSA and ECDSA can stand side by side, two of a kind cannot. */
type SlotName = 'ec' | 'ed25519' | 'ed448' | 'mldsa' | 'rsa-pss' | 'rsa';
/** Where several fit, the cheaper signature goes first. */
const SLOTS: readonly SlotName[] = ['ec', 'ed25519', 'ed448', 'mldsa', 'rsa-pss', 'rsa'];

/** A certificate takes its place before its key is known to fit; only a slot with both is of use. */
interface Slot {
  chain?: readonly [Certificate, ...Certificate[]];
  whole?: OwnChain;
}

export class Credentials {
  readonly #slots = new Map<SlotName, Slot>();
  /** Into which something was put last. */
  #latest: Slot | undefined;

  /** The chains, in the order in which they are to be tried. */
  get chains(): readonly OwnChain[] {
    return SLOTS.flatMap((name) => this.#slots.get(name)?.whole ?? []);
  }

  /** The chain that was loaded last; `undefined` where what was loaded last is not whole. */
  get latest(): OwnChain | undefined {
    return this.#latest?.whole;
  }

  /** Reads a chain and its key out of PEM or DER and puts them into their slot. */
  load(
    chainData: string | Uint8Array,
    keyData: string | Uint8Array,
    password: Password,
    standard: Standard,
  ): void {
    const { provider } = standard;
    const [leaf, ...authorities] = readChain(chainData);
    const ownSlot = this.#place(leaf, authorities, standard);
    const key = readKey(keyData, password, provider);
    const privateKey = importKey(key, provider);
    // A key for RSA goes where the certificate for it is, restricted or not.
    const slot = key.type === leaf.subjectKey.parts?.type ? ownSlot : this.#slot(slotName(key.type, false));
    if (slot.chain !== undefined && !publicKeyMatches(slot.chain[0], privateKey))
      throw sslError('KEY_VALUES_MISMATCH', { library: 'X509', errno: KEY_VALUES_MISMATCH });
    this.#latest = slot;
    if (slot.chain === undefined)
      throw sslError('NO_CERTIFICATE_ASSIGNED', { errno: NO_CERTIFICATE_ASSIGNED });
    const [first, ...others] = slot.chain;
    slot.whole = { leaf: first, rest: others, key };
  }

  /** The same where the key is a signer's. */
  loadSigned(chainData: string | Uint8Array, signer: Signer, standard: Standard): void {
    const [leaf, ...authorities] = readChain(chainData);
    const key = externalKey(signer, leaf, standard.provider);
    const slot = this.#place(leaf, authorities, standard);
    slot.whole = { leaf, rest: authorities, key };
  }

  /** Puts a chain into its slot, as far as it is strong enough. */
  #place(leaf: Certificate, authorities: readonly Certificate[], standard: Standard): Slot {
    const { provider } = standard;
    const weakLeaf = certificateWeakness(leaf, 'leaf', standard);
    if (weakLeaf !== undefined) throw weaknessError(weakLeaf);
    const weaknesses = authorities.map((each) => certificateWeakness(each, 'authority', standard));
    const weakAt = weaknesses.findIndex((each) => each !== undefined);
    const rest = weakAt === -1 ? authorities : authorities.slice(0, weakAt);
    const ownSlot = this.#slot(slotName(leaf.subjectKey.parts?.type, leaf.subjectKey.pss !== undefined));
    const before = ownSlot.whole;
    this.#latest = ownSlot;
    ownSlot.chain = [leaf, ...rest];
    delete ownSlot.whole;
    // The key that was there stays if it fits, whatever becomes of the new one.
    if (before !== undefined && publicKeyMatches(leaf, keyOf(before, provider)))
      ownSlot.whole = { leaf, rest, key: before.key };
    const weakness = weaknesses[weakAt];
    if (weakness !== undefined) throw weaknessError(weakness);
    return ownSlot;
  }

  /** Keeps a response with the certificates that it is about; `null` takes all responses away. */
  staple(response: Uint8Array | null, provider: CryptoProvider): void {
    const about = response === null ? () => true : subjectTest(response, provider);
    const slots = [...this.#slots.values()].filter(({ whole }) => whole !== undefined && about(whole.leaf));
    if (slots.length === 0 && response !== null)
      throw new ValueError('The OCSP response is about none of the certificates that are loaded');
    for (const slot of slots) {
      if (slot.whole === undefined) continue;
      const { leaf, rest, key } = slot.whole;
      slot.whole = { leaf, rest, key, ...(response !== null && { staple: response.slice() }) };
    }
  }

  #slot(name: SlotName): Slot {
    let slot = this.#slots.get(name);
    if (slot === undefined) {
      slot = {};
      this.#slots.set(name, slot);
    }
    return slot;
  }
}

/** The key of a chain under a provider, made once. */
export function keyOf(chain: OwnChain, provider: CryptoProvider): PrivateKey {
  let keys = imported.get(chain.key);
  if (keys === undefined) {
    keys = new WeakMap();
    imported.set(chain.key, keys);
  }
  let key = keys.get(provider);
  if (key === undefined) {
    key = importKey(chain.key, provider);
    keys.set(provider, key);
  }
  return key;
}

const imported = new WeakMap<OwnKey, WeakMap<CryptoProvider, PrivateKey>>();

/** Whether an OCSP response is about a certificate, as far as its issuer's name and its own number say. */
function subjectTest(response: Uint8Array, provider: CryptoProvider): (leaf: Certificate) => boolean {
  const parsed = readStaple(response);
  if (parsed.status !== 'successful')
    throw new ValueError(`The OCSP response says nothing of a certificate (${parsed.status})`);
  const { answers } = parsed.statement;
  return (leaf) => answers.some(({ id }) => namesCertificate(id, leaf, provider.hashes));
}

function readStaple(response: Uint8Array): ReturnType<typeof parseOcspResponse> {
  try {
    return parseOcspResponse(response);
  } catch (error) {
    throw error instanceof Fault ? new ValueError('The bytes are no OCSP response') : error;
  }
}

/** Checks a password's type before anything is read, as CPython does. */
export function checkPassword(password: unknown): Password {
  if (password === null || password === undefined || typeof password === 'string') return password;
  if (typeof password === 'function') return password as () => string | Uint8Array;
  if (password instanceof Uint8Array) return password;
  throw new TypeError('password should be a string or callable');
}

function readChain(data: string | Uint8Array): readonly [Certificate, ...Certificate[]] {
  const chain: Certificate[] = [];
  try {
    if (isDer(data)) return [parseCertificate(data)];
    for (const block of eachPemBlock(textOf(data))) {
      const isPlain = PLAIN_LABELS.has(block.label);
      // With the first one may stand OpenSSL's notes, whatever it is called; behind others anything may.
      if (chain.length === 0 && (isPlain || block.label === TRUSTED))
        chain.push(parseCertificate(parseTrustedCertificate(plainDer(block)).der));
      else if (isPlain) chain.push(parseCertificate(certificateAlone(plainDer(block))));
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    // OpenSSL sums up what is wrong with the first certificate, and leaves the rest as it is.
    throw chain.length === 0 ? pemLibError('SSL', error) : pemError(error);
  }
  const [leaf, ...rest] = chain;
  if (leaf === undefined) throw pemLibError('SSL');
  return [leaf, ...rest];
}

/** In memory, DER is taken as well; a SEQUENCE starts with what no PEM text starts with. */
function isDer(data: string | Uint8Array): data is Uint8Array {
  return typeof data !== 'string' && data[0] === 0x30;
}

export function textOf(data: string | Uint8Array): string {
  return typeof data === 'string' ? data : latin1(data);
}

function readKey(data: string | Uint8Array, password: Password, provider: CryptoProvider): PrivateKeyParts {
  const ask = password === null || password === undefined ? undefined : () => passwordBytes(password);
  try {
    return parsePrivateKey(isDer(data) ? data : textOf(data), provider, ask);
  } catch (error) {
    throw error instanceof Fault ? pemLibError('SSL', error) : error;
  }
}

/** A copy, since whoever decrypts with it wipes it. */
function passwordBytes(password: NonNullable<Password>): Uint8Array {
  const given: unknown = typeof password === 'function' ? password() : password;
  if (typeof given === 'string') checkUtf8(given);
  const bytes = typeof given === 'string' ? utf8(given) : bytesOf(given)?.slice();
  if (bytes === undefined) throw new TypeError('password callback must return a string');
  if (bytes.length > MAX_PASSWORD_LENGTH)
    throw new ValueError(`password cannot be longer than ${MAX_PASSWORD_LENGTH} bytes`);
  return bytes;
}

function importKey(own: OwnKey, provider: CryptoProvider): PrivateKey {
  const key =
    own.type === 'external' ? keyElsewhere(own, provider) : provider.keys.get(own.type)?.privateKey(own);
  if (key === undefined) throw pemLibError('SSL');
  return key;
}

function keyElsewhere(own: ExternalKey, provider: CryptoProvider): PrivateKey | undefined {
  const publicKey = signaturesOf(provider).keyOf(own.leaf);
  return publicKey && new ExternalPrivateKey(own, publicKey);
}

function weaknessError(weakness: Weakness): SSLError {
  return sslError(faultReasons[weakness], { errno: WEAKNESSES[weakness] });
}

function slotName(type: KeyType | undefined, pssOnly: boolean): SlotName {
  switch (type) {
    case 'rsa':
      return pssOnly ? 'rsa-pss' : 'rsa';
    case 'ed25519':
    case 'ed448':
      return type;
    case 'mldsa44':
    case 'mldsa65':
    case 'mldsa87':
      return 'mldsa';
    case 'secp256r1':
    case 'secp384r1':
    case 'secp521r1':
      return 'ec';
    case undefined:
      throw pemLibError('SSL');
  }
}
