/** Engine settings for tests that talk to the engine itself, below Python's surface. */
import { fromHex } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import type { PeerVerifier } from '../../lib/tls/peer.ts';
import type { DhParameters, Settings } from '../../lib/tls/settings.ts';

/** Plain settings for TLS 1.3, with every group, suite and scheme that the engine has. */
export function engineSettings(
  role: 'client' | 'server',
  provider: CryptoProvider,
  more: Partial<Settings> = {},
): Settings {
  return {
    role,
    provider,
    clock: () => 1_800_000_000_000,
    versions: ['TLSv1.3'],
    suites: ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
    preferOwnSuites: true,
    groups: ['x25519', 'secp256r1', 'x448', 'secp521r1', 'secp384r1', 'ffdhe2048', 'ffdhe3072', 'ffdhe4096'],
    schemes: SCHEMES,
    signingSchemes: SCHEMES,
    protocols: [],
    serverName: undefined,
    credentials: [],
    verifier: trustingVerifier(provider),
    clientCertificate: 'none',
    postHandshakeAuthentication: false,
    authorities: [],
    askForOcsp: false,
    padClientHello: true,
    middleboxCompatibility: true,
    tickets: undefined,
    ticketCount: 0,
    offerTickets: true,
    requireCookie: false,
    paddingBlock: 1,
    gatherFlights: false,
    tolerateEof: false,
    ...more,
  };
}

const SCHEMES: Settings['schemes'] = [
  'ecdsa_secp256r1_sha256',
  'ecdsa_secp384r1_sha384',
  'ecdsa_secp521r1_sha512',
  'ed25519',
  'ed448',
  'rsa_pss_pss_sha256',
  'rsa_pss_pss_sha384',
  'rsa_pss_pss_sha512',
  'rsa_pss_rsae_sha256',
  'rsa_pss_rsae_sha384',
  'rsa_pss_rsae_sha512',
  'rsa_pkcs1_sha256',
  'rsa_pkcs1_sha384',
  'rsa_pkcs1_sha512',
];

/** A verifier that takes any chain for what it is, and gives its key: the engine still checks the signature. */
export function trustingVerifier(provider: CryptoProvider): PeerVerifier {
  return {
    judge: (chain) => {
      const { publicKeyParts } = parseCertificate(chain[0]);
      const key = publicKeyParts && provider.keys.get(publicKeyParts.type)?.publicKey(publicKeyParts);
      if (key === undefined) return { accepted: false, alert: 'bad_certificate', reason: 'unusable key' };
      return { accepted: true, key, pss: undefined, maySign: true };
    },
  };
}

/** The same, of certificates whose key usage is without digitalSignature. */
export function encryptingVerifier(provider: CryptoProvider): PeerVerifier {
  const trusting = trustingVerifier(provider);
  return {
    judge: (chain, details) => {
      const verdict = trusting.judge(chain, details);
      return verdict.accepted ? { ...verdict, maySign: false } : verdict;
    },
  };
}

/** A safe prime of 512 bits: quick to reckon with. Of a composite one the powers fall on 1 now and then, which is refused. */
export const SMALL_DH: DhParameters = {
  p: fromHex(
    'cb67a89befae5939b1ad95e35d0e37975261f1e35f2c4112f1eebc858515d4d7' +
      '0ea2eae98154aa0f7118d01a83e58da7ae137825774abba583bfbdc3e4e8f2c7',
  ),
  g: Uint8Array.of(2),
};
