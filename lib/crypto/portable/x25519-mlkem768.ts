/**
 * X25519MLKEM768 (draft-ietf-tls-ecdhe-mlkem): ML-KEM-768 (FIPS 203) beside X25519, so that who records a connection
 * today must break both to read it one day. ML-KEM is no Diffie-Hellman: the client sends an encapsulation key, and
 * the server, which knows nothing yet, sends back a secret that is encrypted to it. In each share and in the secret
 * ML-KEM's part comes first (sections 4.1 to 4.3).
 *
 * A private key is ML-KEM's seed `d || z` (FIPS 203 section 7.1) and X25519's for who starts; ML-KEM's randomness `m`
 * (section 7.2) and X25519's for who responds.
 */
import { concat, copyOf } from '../../bytes/bytes.ts';
import { attempt, expectLength } from '../checks.ts';
import type { GroupAlgorithm, KeyAgreement, KeyShare } from '../provider.ts';
import { mlKem } from './noble/ml-kem.ts';
import { random } from './random.ts';

const NAME = 'X25519MLKEM768';
const SEED_LENGTH = 64;
const MESSAGE_LENGTH = 32;
const ENCAPSULATION_KEY_LENGTH = 1184;
const CIPHERTEXT_LENGTH = 1088;
const X25519_LENGTH = 32;

/** The hybrid group over any X25519, so that a core can bring its own. */
export function x25519MlKem768(x25519: GroupAlgorithm): GroupAlgorithm {
  return {
    name: NAME,
    start: (privateKey) => start(x25519, privateKey),
    respond: (peerShare, privateKey) => respond(x25519, peerShare, privateKey),
  };
}

function start(x25519: GroupAlgorithm, privateKey?: Uint8Array): KeyShare {
  const [seed, scalar] = parts(privateKey, SEED_LENGTH);
  const { publicKey, secretKey } = mlKem().keygen(seed);
  seed.fill(0);
  const classic = x25519.start(scalar);
  return {
    share: concat(publicKey, classic.share),
    agree: (peerShare) => {
      if (peerShare.length !== CIPHERTEXT_LENGTH + X25519_LENGTH) return undefined;
      const classicSecret = classic.agree(peerShare.subarray(CIPHERTEXT_LENGTH));
      if (classicSecret === undefined) return undefined;
      // Never fails: what was not encrypted to our key decrypts to a secret that nobody knows (FIPS 203 section 6.3).
      return joined(mlKem().decapsulate(peerShare.subarray(0, CIPHERTEXT_LENGTH), secretKey), classicSecret);
    },
    wipe: () => {
      secretKey.fill(0);
      classic.wipe();
    },
  };
}

function respond(
  x25519: GroupAlgorithm,
  peerShare: Uint8Array,
  privateKey?: Uint8Array,
): KeyAgreement | undefined {
  const [message, scalar] = parts(privateKey, MESSAGE_LENGTH);
  if (peerShare.length !== ENCAPSULATION_KEY_LENGTH + X25519_LENGTH) return undefined;
  // Noble checks the key's modulus: each coefficient is below q (FIPS 203 section 7.2, as the draft's section 4.2 demands).
  const key = peerShare.subarray(0, ENCAPSULATION_KEY_LENGTH);
  const encapsulated = attempt(() => mlKem().encapsulate(key, message));
  message.fill(0);
  const classic = x25519.respond(peerShare.subarray(ENCAPSULATION_KEY_LENGTH), scalar);
  if (encapsulated === undefined || classic === undefined) return undefined;
  return {
    share: concat(encapsulated.cipherText, classic.share),
    secret: joined(encapsulated.sharedSecret, classic.secret),
  };
}

/** ML-KEM's part of a private key, ours to wipe, and X25519's. */
function parts(privateKey: Uint8Array | undefined, length: number): [Uint8Array, Uint8Array | undefined] {
  if (privateKey === undefined) return [random(length), undefined];
  expectLength(`${NAME} private key`, privateKey, length + X25519_LENGTH);
  return [copyOf(privateKey.subarray(0, length)), privateKey.subarray(length)];
}

/** Both secrets as one, and neither of them left behind. */
function joined(mlKemSecret: Uint8Array, classicSecret: Uint8Array): Uint8Array {
  const secret = concat(mlKemSecret, classicSecret);
  mlKemSecret.fill(0);
  classicSecret.fill(0);
  return secret;
}
