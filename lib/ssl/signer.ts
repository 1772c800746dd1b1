/**
 * Signers: private keys that are elsewhere, in a hardware module, an agent or another process, and sign when they are
 * asked to. What a signer gives leaves only if it verifies under the certificate's key. A signature that does not is
 * worse than none: one that was made in a fault can give an RSA key away (Boneh, DeMillo, Lipton 1997), and a signer
 * with the wrong key would have shown itself to the peer alone.
 */
import type { CryptoProvider, KeyType, PrivateKey, PublicKey, SignatureRecipe } from '../crypto/provider.ts';
import type { Certificate } from '../pki/certificate.ts';
import { keyFits12, keyFits13, schemeRow } from '../tls/schemes.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { type BytesLike, bytesOf } from './buffers.ts';
import { callbackFailure, called } from './callback-failure.ts';
import { ValueError } from './exceptions.ts';
import { schemeList } from './negotiation-lists.ts';
import { typeName } from './repr.ts';
import { signaturesOf } from './trust.ts';

/** Who signs with the key of a certificate, where that key is not here. */
export interface Signer {
  /** The signature algorithms that it has, in the words of `set_server_sigalgs()`: `'RSA-PSS+SHA256:RSA+SHA256'`. */
  readonly sigalgs: string;
  /**
   * The signature of `message`, which nobody has hashed yet, by one of these algorithms under its TLS name (`get_sigalgs()`
   * lists them all): `'rsa_pss_rsae_sha256'`, whose salt is as long as the hash; `'ecdsa_secp256r1_sha256'`, a
   * signature in DER (RFC 5480), and in TLS 1.2 the hash for a key on any curve. It is called in the midst of a
   * handshake and has to answer at once: WebCrypto, whose keys sign when they like, can be a signer only behind
   * something that waits for it. What it throws ends the handshake with an alert, and is the `cause` of the `SSLError`
   * that is raised; so does a signature that is none of the certificate's key.
   */
  sign(sigalg: string, message: Uint8Array): BytesLike;
}

/** A signer, and what the certificate says of its key. */
export interface ExternalKey {
  readonly type: 'external';
  readonly signer: Signer;
  readonly leaf: Certificate;
  /** Those that the signer has and the certificate's key can be asked for. */
  readonly schemes: readonly SignatureScheme[];
}

/** Takes a signer for the key of a certificate. */
export function externalKey(signer: Signer, leaf: Certificate, provider: CryptoProvider): ExternalKey {
  const key = signaturesOf(provider).keyOf(leaf);
  const { pss } = leaf.subjectKey;
  const schemes = schemeList(signer.sigalgs).filter((name) => {
    const row = schemeRow(name);
    return row !== undefined && key !== undefined && (keyFits12(row, key, pss) || keyFits13(row, key, pss));
  });
  if (schemes.length === 0)
    throw new ValueError(
      `the signer has no signature algorithm for the certificate's key (${key?.type ?? 'of no type that is known'})`,
    );
  return { type: 'external', signer, leaf, schemes };
}

/** An object that can be a signer. */
export function checkSigner(value: unknown): Signer {
  const { sigalgs, sign } = (value ?? {}) as Partial<Signer>;
  if (typeof sign !== 'function') throw new TypeError('signer should be an object with a sign() method');
  if (typeof sigalgs !== 'string')
    throw new TypeError(`signer.sigalgs should be a string, not ${typeName(sigalgs)}`);
  return value as Signer;
}

/** The key as the engine uses it. It decrypts nothing, so no suite of TLS 1.2 is chosen that would have it decrypt. */
export class ExternalPrivateKey implements PrivateKey {
  readonly type: KeyType;
  readonly bits: number;
  readonly publicKey: PublicKey;
  readonly #key: ExternalKey;

  constructor(key: ExternalKey, publicKey: PublicKey) {
    this.type = publicKey.type;
    this.bits = publicKey.bits;
    this.publicKey = publicKey;
    this.#key = key;
  }

  sign(recipe: SignatureRecipe, message: Uint8Array): Uint8Array {
    const { signer, schemes } = this.#key;
    // The engine signs by the recipe of a scheme that it has chosen among these.
    const scheme = schemes.find((name) => schemeRow(name)?.recipe === recipe);
    if (scheme === undefined) throw new RangeError(`the signer does not sign by ${recipe.kind}`);
    const given: unknown = called(NAME, () => signer.sign(scheme, message.slice()));
    const bytes = bytesOf(given);
    if (bytes === undefined)
      throw callbackFailure(NAME, new TypeError(`sign() must return bytes at once, not ${typeName(given)}`));
    const signature = Uint8Array.from(bytes);
    if (!this.publicKey.verify(recipe, message, signature))
      throw callbackFailure(
        NAME,
        new ValueError(`what sign() returned is no ${scheme} signature by the certificate's key`),
      );
    return signature;
  }
}

const NAME = 'signer';
