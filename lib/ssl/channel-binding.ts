/** What ties what is said above TLS to this very connection: channel bindings, and keys for other protocols. */
import { EMPTY } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { CryptoProvider, HashName } from '../crypto/provider.ts';
import { parseCertificate } from '../pki/certificate.ts';
import type { Negotiated } from '../tls/settings.ts';
import { integer } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { noneOr } from './repr.ts';

/** What a binding is made of. */
export interface Bound {
  readonly negotiated: Negotiated;
  readonly serverSide: boolean;
  readonly complete: boolean;
  readonly provider: CryptoProvider;
  /** What `TLS_EXPORTER` says, exported; `null` before there is anything to export. */
  readonly exporter: () => Uint8Array | null;
}

/** See `SSLObject.get_channel_binding`. */
export function channelBinding(type: string, bound: Bound): Uint8Array | null {
  const { negotiated, serverSide, complete, provider, exporter } = bound;
  switch (type) {
    case 'tls-unique':
      return tlsUnique(negotiated);
    case 'tls-exporter':
      // RFC 9266 section 4.2: not to be had where it would not be this connection's own.
      return negotiated.version === 'TLSv1.2' && !negotiated.extendedMasterSecret ? null : exporter();
    case 'tls-server-end-point': {
      const { ownChain, peerChain } = negotiated;
      return complete ? tlsServerEndPoint(serverSide ? ownChain : peerChain, provider) : null;
    }
    default:
      throw new ValueError(`'${type}' channel binding type not implemented`);
  }
}

/** RFC 5929 section 3.1: the first Finished message of the handshake, of either end. */
function tlsUnique({ clientFinished, serverFinished, resumed }: Negotiated): Uint8Array | null {
  return (resumed ? serverFinished : clientFinished)?.slice() ?? null;
}

/** RFC 9266 section 2. */
export const TLS_EXPORTER = { label: 'EXPORTER-Channel-Binding', context: EMPTY, length: 32 } as const;

/**
 * RFC 5929 section 4.1: the hash of the server's certificate, by the hash of its signature. Without a certificate, or
 * with a signature that has no hash of its own (EdDSA), it is not defined.
 */
export function tlsServerEndPoint(
  serverChain: readonly Uint8Array[] | undefined,
  provider: CryptoProvider,
): Uint8Array | null {
  const leaf = serverChain?.[0];
  const hash = leaf && signatureHash(leaf);
  if (leaf === undefined || hash === undefined) return null;
  // What is broken as a hash is replaced.
  const chosen: HashName = hash === 'md5' || hash === 'sha1' ? 'sha256' : hash;
  return provider.hashes.get(chosen)?.digest(leaf) ?? null;
}

function signatureHash(der: Uint8Array): HashName | undefined {
  try {
    const { recipe } = parseCertificate(der);
    return recipe !== undefined && 'hash' in recipe ? recipe.hash : undefined;
  } catch (error) {
    if (error instanceof Fault) return undefined; // our own may be anything
    throw error;
  }
}

/** As much as HKDF gives with the shortest hash (RFC 5869 section 2.3), so that the suite does not matter. */
const MAX_EXPORT = 255 * 32;
/** What HKDF-Expand-Label has room for, behind its own prefix (RFC 8446 section 7.1). An empty one is nobody's, but works. */
const MAX_LABEL_LENGTH = 249;
const MAX_CONTEXT_LENGTH = 0xffff;
/** RFC 5705 section 4: labels of TLS 1.2's own, whose output must stay secret. */
const RESERVED_LABELS: ReadonlySet<string> = new Set([
  'client finished',
  'server finished',
  'master secret',
  'extended master secret',
  'key expansion',
]);

/** Checks a label and a length, before anything is made of them. */
export function checkExport(label: unknown, length: unknown, context: Uint8Array | undefined): void {
  if (typeof label !== 'string') throw new TypeError(`label must be str, not ${noneOr(label)}`);
  if (!/^[ -~]*$/.test(label) || label.length > MAX_LABEL_LENGTH)
    throw new ValueError(`label must be at most ${MAX_LABEL_LENGTH} printable ASCII characters`);
  if (RESERVED_LABELS.has(label)) throw new ValueError(`label '${label}' is TLS's own`);
  const count = integer(length);
  if (count < 1 || count > MAX_EXPORT) throw new ValueError(`length must be 1 to ${MAX_EXPORT}`);
  if (context !== undefined && context.length > MAX_CONTEXT_LENGTH)
    throw new ValueError(`context must have at most ${MAX_CONTEXT_LENGTH} bytes`);
}
