/**
 * The answer to the engine's question "may I talk to the holder of this chain?", with `pki`.
 *
 * Without a chain to be verified (`CERT_NONE`) every well-formed certificate is accepted for what it is; its key still
 * comes along, and the engine checks the handshake's signature with it. Nothing here can leave that out.
 */
import { equal } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import { DerReader, tags, wholeOf } from '../pki/asn1/der.ts';
import { type Certificate, parseCertificate } from '../pki/certificate.ts';
import { judgeOcsp, mustStaple, type OcspVerdict, ocspFault } from '../pki/checks/ocsp.ts';
import type { Profile } from '../pki/checks/profile.ts';
import type { PeerName } from '../pki/host-name.ts';
import { Signatures } from '../pki/signatures.ts';
import type { CertificateStore } from '../pki/store.ts';
import { type Refusal, verdictAlerts } from '../pki/verdict.ts';
import { type Verdict, verifyChain } from '../pki/verify.ts';
import type { PeerAccepted, PeerDetails, PeerRefused, PeerVerifier } from '../tls/peer.ts';
import { MAX_CHAIN_DEPTH } from './defaults.ts';
import { VerifyMode } from './enums.ts';
import type { PeerRefusalReason, UnreadableName } from './errors.ts';
import { decisionOn, type Shortcoming, type VerifyCallback } from './verify-callback.ts';
import { rulesOf, verifyTime } from './verify-rules.ts';

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
  readonly isPublicSuffix: ((domain: string) => boolean) | undefined;
  readonly profile: Profile;
  /** Whether a server's OCSP response was asked for, and how much depends on it: a `VerifyMode`. */
  readonly stapling: number;
  /** Whom the certificate must be for, and how the caller wrote it. */
  readonly peerName: PeerName | undefined;
  readonly host: string | null;
  /** Who has the last word, and the object that it is told of. */
  readonly verifyCallback: VerifyCallback | null;
  readonly owner: unknown;
}

/** Judges the peer of one connection, and remembers the path that it found, and what its OCSP response said. */
export class Trust implements PeerVerifier {
  readonly #policy: TrustPolicy;
  #path: readonly Certificate[] | undefined;
  #response: Uint8Array | undefined;
  #status: OcspVerdict | undefined;

  constructor(policy: TrustPolicy) {
    this.#policy = policy;
  }

  judge(chain: readonly Uint8Array[], { role, ocspResponse }: PeerDetails): PeerAccepted | PeerRefused {
    this.#response = ocspResponse?.slice();
    const certificates = readChain(chain);
    if (typeof certificates === 'string') return unreadable(certificates, role);
    const signatures = signaturesOf(this.#policy.provider);
    const [leaf] = certificates;
    if (this.#policy.verify) {
      const verdict = this.#verdict(certificates, role);
      this.#path = verdict.path;
      const fault = this.#decided(verdict.ok ? this.#statusFault(verdict.path) : verdict, verdict.path);
      if (fault !== undefined) return refused(fault, this.#policy.host, verdict.path);
    } else this.#policy.store.settleOrder(); // OpenSSL's clients look for a path all the same
    const key = signatures.keyOf(leaf);
    if (key === undefined) return unreadable(role === 'server' ? 'noServerKey' : 'noClientKey', role);
    return {
      accepted: true,
      key,
      pss: leaf.subjectKey.pss,
      maySign: leaf.keyUsage?.has('digitalSignature') ?? true,
    };
  }

  /**
   * Leaf to anchor. Where nothing had to be verified it is what can be built of what there is, at least the leaf; it
   * is looked for when it is asked for.
   */
  path(chain: readonly Uint8Array[], role: PeerDetails['role']): readonly Certificate[] {
    const certificates = chain.length === 0 ? 'malformed' : readChain(chain);
    if (typeof certificates === 'string') return [];
    this.#path ??= this.#verdict(certificates, role).path;
    // A client that is asked anew is judged before it has signed: what was found for it is nobody's path until then.
    const isOfThisChain = equal(this.#path[0].der, certificates[0].der);
    return isOfThisChain ? this.#path : this.#verdict(certificates, role).path;
  }

  /** The response that the server stapled, and what it says if it was looked at. */
  get ocsp(): { readonly response: Uint8Array | undefined; readonly verdict: OcspVerdict | undefined } {
    return { response: this.#response, verdict: this.#status };
  }

  /** What becomes of the verdict when the program has been asked, if it wants to be. */
  #decided(fault: Shortcoming | undefined, path: readonly Certificate[]): Shortcoming | undefined {
    const { verifyCallback: callback, owner, host } = this.#policy;
    return callback === null
      ? fault
      : decisionOn(fault, { path, host }, (verdict) => callback(owner, verdict));
  }

  #statusFault(path: readonly Certificate[]): Pick<Refusal, 'name'> | undefined {
    const { stapling, provider, securityLevel } = this.#policy;
    if (stapling === VerifyMode.CERT_NONE) return undefined;
    const [leaf, issuer = leaf] = path;
    if (this.#response !== undefined) {
      this.#status = judgeOcsp({
        response: this.#response,
        certificate: leaf,
        issuer,
        time: this.#now,
        signatures: signaturesOf(provider),
        hashes: provider.hashes,
        securityLevel,
      });
    }
    const name = ocspFault(this.#status, stapling === VerifyMode.CERT_REQUIRED || mustStaple(leaf));
    return name && { name };
  }

  get #now(): number {
    return Math.floor(this.#policy.clock() / 1000);
  }

  #verdict(certificates: readonly Certificate[], role: PeerDetails['role']): Verdict {
    const { store, provider, flags, securityLevel, commonNames, isPublicSuffix, profile, peerName } =
      this.#policy;
    const [leaf, ...untrusted] = certificates;
    return verifyChain({
      leaf,
      untrusted,
      store,
      time: verifyTime(flags, this.#now),
      purpose: role === 'server' ? 'serverAuth' : 'clientAuth',
      peerName,
      rules: { ...rulesOf(flags), commonNames, isPublicSuffix, profile },
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

/** The chain, or what is wrong with the first certificate that cannot be read. */
function readChain(chain: readonly Uint8Array[]): readonly Certificate[] | UnreadableName {
  const certificates: Certificate[] = [];
  for (const der of chain) {
    const certificate = readCertificate(der);
    if (certificate === undefined) return hasBytesBehind(der) ? 'bytesBehind' : 'malformed';
    certificates.push(certificate);
  }
  return certificates;
}

function readCertificate(der: Uint8Array): Certificate | undefined {
  return unlessFault(() => parseCertificate(der));
}

/** Whether there is a whole certificate, and something else behind it. */
function hasBytesBehind(der: Uint8Array): boolean {
  const first = unlessFault(() => wholeOf(new DerReader(der).read(tags.sequence)));
  return first !== undefined && first.length < der.length && readCertificate(first) !== undefined;
}

function unlessFault<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** OpenSSL tells servers and clients different things about the same bytes. */
function unreadable(name: UnreadableName, role: PeerDetails['role']): PeerRefused {
  const alerts = {
    malformed: role === 'server' ? 'bad_certificate' : 'decode_error',
    bytesBehind: 'decode_error',
    noServerKey: 'internal_error',
    noClientKey: 'handshake_failure',
  } as const;
  return {
    accepted: false,
    alert: alerts[name],
    reason: { unreadable: name } satisfies PeerRefusalReason,
  };
}

function refused(
  { name, detail }: Shortcoming,
  host: string | null,
  path: readonly Certificate[],
): PeerRefused {
  return {
    accepted: false,
    alert: verdictAlerts[name],
    reason: { name, path, host, detail } satisfies PeerRefusalReason,
  };
}
