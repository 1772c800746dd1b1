/**
 * The answer to the engine's question "may I talk to the holder of this chain?", with `pki`.
 *
 * Without a chain to be verified (`CERT_NONE`) every well-formed certificate is accepted for what it is; its key still
 * comes along, and the engine checks the handshake's signature with it. Nothing here can leave that out.
 */
import { Fault } from '../bytes/fault.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import { type Certificate, parseCertificate } from '../pki/certificate.ts';
import type { PeerName } from '../pki/host-name.ts';
import { Signatures } from '../pki/signatures.ts';
import type { CertificateStore } from '../pki/store.ts';
import { verdictAlerts } from '../pki/verdict.ts';
import { defaultRules, type Verdict, type VerifyRules, verifyChain } from '../pki/verify.ts';
import type { PeerAccepted, PeerDetails, PeerRefused, PeerVerifier } from '../tls/peer.ts';
import { hasFlag } from './buffers.ts';
import { MAX_CHAIN_DEPTH } from './defaults.ts';
import { VerifyFlags } from './enums.ts';
import type { ChainRefusal } from './errors.ts';

export interface TrustPolicy {
  readonly store: CertificateStore;
  readonly provider: CryptoProvider;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** `false`: any chain will do. */
  readonly verify: boolean;
  readonly flags: number;
  readonly securityLevel: number;
  /** Whether common names may stand in for host names. */
  readonly commonNames: boolean;
  /** Whom the certificate must be for, and how the caller wrote it. */
  readonly peerName: PeerName | undefined;
  readonly host: string | null;
}

/** Judges the peer of one connection, and remembers the path that it found. */
export class Trust implements PeerVerifier {
  readonly #policy: TrustPolicy;
  #path: readonly Certificate[] | undefined;

  constructor(policy: TrustPolicy) {
    this.#policy = policy;
  }

  judge(chain: readonly Uint8Array[], { role }: PeerDetails): PeerAccepted | PeerRefused {
    const certificates = parseChain(chain);
    if (certificates === undefined) return refused('unspecified', 'bad_certificate', this.#policy.host, []);
    const signatures = signaturesOf(this.#policy.provider);
    const [leaf] = certificates;
    if (this.#policy.verify) {
      const verdict = this.#verdict(certificates, role);
      this.#path = verdict.path;
      if (!verdict.ok)
        return refused(verdict.name, verdictAlerts[verdict.name], this.#policy.host, verdict.path);
    }
    const key = signatures.keyOf(leaf);
    if (key === undefined)
      return refused('issuerKeyUndecodable', 'bad_certificate', this.#policy.host, [leaf]);
    return {
      accepted: true,
      key,
      pssOnly: leaf.subjectKey.pss !== undefined,
      maySign: leaf.keyUsage?.has('digitalSignature') ?? true,
    };
  }

  /**
   * Leaf to anchor. Where nothing had to be verified it is what can be built of what there is, at least the leaf; it
   * is looked for when it is asked for.
   */
  path(chain: readonly Uint8Array[], role: PeerDetails['role']): readonly Certificate[] {
    const certificates = chain.length === 0 ? undefined : parseChain(chain);
    if (certificates === undefined) return [];
    this.#path ??= this.#verdict(certificates, role).path;
    return this.#path;
  }

  #verdict(certificates: readonly Certificate[], role: PeerDetails['role']): Verdict {
    const { store, provider, clock, flags, securityLevel, commonNames, peerName } = this.#policy;
    const [leaf, ...untrusted] = certificates;
    return verifyChain({
      leaf,
      untrusted,
      store,
      time: Math.floor(clock() / 1000),
      purpose: role === 'server' ? 'serverAuth' : 'clientAuth',
      peerName,
      rules: { ...rulesOf(flags), commonNames },
      securityLevel,
      maxDepth: MAX_CHAIN_DEPTH,
      signatures: signaturesOf(provider),
    });
  }
}

const memories = new WeakMap<CryptoProvider, Signatures>();

/** Signature checks that were done once under a provider are not done again. */
export function signaturesOf(provider: CryptoProvider): Signatures {
  let signatures = memories.get(provider);
  if (signatures === undefined) {
    signatures = new Signatures(provider);
    memories.set(provider, signatures);
  }
  return signatures;
}

function parseChain(chain: readonly Uint8Array[]): readonly Certificate[] | undefined {
  try {
    return chain.map(parseCertificate);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function refused(
  name: ChainRefusal['name'],
  alert: PeerRefused['alert'],
  host: string | null,
  path: readonly Certificate[],
): PeerRefused {
  return { accepted: false, alert, reason: { name, path, host } satisfies ChainRefusal };
}

/** Bits of OpenSSL's that Python's `VerifyFlags` has no name for, but passes on. */
const EXTENDED_CRL_SUPPORT = 0x1000;
const USE_DELTAS = 0x2000;
const CRL_CHECK_ALL = 0x8;

function rulesOf(flags: number): VerifyRules {
  const checksCrls = hasFlag(flags, VerifyFlags.VERIFY_CRL_CHECK_LEAF);
  return {
    ...defaultRules,
    partialChain: hasFlag(flags, VerifyFlags.VERIFY_X509_PARTIAL_CHAIN),
    strict: hasFlag(flags, VerifyFlags.VERIFY_X509_STRICT),
    allowProxy: hasFlag(flags, VerifyFlags.VERIFY_ALLOW_PROXY_CERTS),
    revocation: !checksCrls ? 'none' : hasFlag(flags, CRL_CHECK_ALL) ? 'chain' : 'leaf',
    extendedCrls: hasFlag(flags, EXTENDED_CRL_SUPPORT),
    deltaCrls: hasFlag(flags, USE_DELTAS),
  };
}
