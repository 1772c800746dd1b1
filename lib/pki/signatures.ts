import type { CryptoProvider, PublicKey, PublicKeyParts, SignatureRecipe } from '../crypto/provider.ts';
import { isWithin } from '../crypto/pss-limits.ts';
import type { Certificate } from './certificate.ts';

/** What carries a signature by a certificate's key: a certificate, or a revocation list. */
export interface Signed {
  readonly tbs: Uint8Array;
  readonly recipe: SignatureRecipe | undefined;
  readonly signature: Uint8Array;
  /** The signed part names another algorithm than the signature (RFC 5280 section 4.1.1.2): then nobody signed it. */
  readonly contradictory?: boolean;
}

/** Who checks signatures during verification; `Signatures` does, unless a caller knows more algorithms. */
export interface SignatureChecker {
  /** The key in a certificate; `undefined` for an algorithm that is not supported and for a key that is none. */
  keyOf(certificate: Certificate): PublicKey | undefined;
  /** Whether `signed` was signed by the key in `issuer`. */
  check(signed: Signed, issuer: Certificate): 'good' | 'bad' | 'noKey';
}

/** Results kept for each signed object: more issuers of the same name are tried only by those who attack. */
const MAX_RESULTS = 16;

/**
 * Signature checks with a memory. Whether a key made a signature never changes, and a signature check is most of what
 * a verification costs, so a result is kept as long as the certificate that it belongs to: nothing to expire, and no
 * more memory than `parseCertificate` keeps certificates.
 */
export class Signatures implements SignatureChecker {
  readonly #provider: CryptoProvider;
  readonly #keys = new WeakMap<Certificate, PublicKey | 'none'>();
  readonly #results = new WeakMap<Signed, Map<string, boolean>>();

  constructor(provider: CryptoProvider) {
    this.#provider = provider;
  }

  keyOf(certificate: Certificate): PublicKey | undefined {
    let key = this.#keys.get(certificate);
    if (key === undefined) {
      key = importKey(this.#provider, certificate.subjectKey.parts) ?? 'none';
      this.#keys.set(certificate, key);
    }
    return key === 'none' ? undefined : key;
  }

  check(signed: Signed, issuer: Certificate): 'good' | 'bad' | 'noKey' {
    const key = this.keyOf(issuer);
    if (key === undefined) return 'noKey';
    const { recipe } = signed;
    if (recipe === undefined || signed.contradictory || !isWithin(issuer.subjectKey.pss, recipe))
      return 'bad';
    let results = this.#results.get(signed);
    if (results === undefined) {
      results = new Map();
      this.#results.set(signed, results);
    }
    let good = results.get(issuer.key);
    if (good === undefined) {
      good = key.verify(recipe, signed.tbs, signed.signature);
      if (results.size < MAX_RESULTS) results.set(issuer.key, good);
    }
    return good ? 'good' : 'bad';
  }
}

/** Makes a provider's key; `undefined` where the provider lacks the algorithm or refuses the key. */
export function importKey(
  provider: CryptoProvider,
  parts: PublicKeyParts | undefined,
): PublicKey | undefined {
  return parts && provider.keys.get(parts.type)?.publicKey(parts);
}
