/**
 * What a server makes of a ClientHello that is to become TLS 1.2: each choice small, pure, and by itself. A suite is
 * chosen together with all that it takes (RFC 5246 section 7.4.1.3), so that one which cannot be carried through is
 * passed over for the next.
 */
import type { GroupName } from '../../crypto/provider.ts';
import type { ClientHello } from '../../wire/handshake.ts';
import { chooseSigning12, type SigningChoice12 } from '../authenticate12.ts';
import { isCurve, isOnCurve, UNCOMPRESSED } from '../curves12.ts';
import { fault } from '../faults.ts';
import type { Credential } from '../peer.ts';
import type { DhParameters, Settings, SharedKeys } from '../settings.ts';
import { type Suite12, suite12 } from '../suites12.ts';

/** What the key exchange of a suite is made with; each part is there where the suite has a use for it. */
export interface Terms {
  readonly suite: Suite12;
  /** With what the ephemeral parameters are signed. */
  readonly signing: SigningChoice12 | undefined;
  /** The chain that is sent. */
  readonly credential: Credential | undefined;
  readonly curve: GroupName | undefined;
  readonly dhParameters: DhParameters | undefined;
  readonly keys: SharedKeys | undefined;
}

/** What RFC 5246 section 7.4.1.2, RFC 5746 section 3.6 and RFC 8422 section 5.1.2 ask of any hello. */
export function checkHello12(hello: ClientHello): void {
  const { legacyCompressionMethods: compression, extensions } = hello;
  if (!compression.includes(0)) throw fault('noNullCompression');
  if (extensions.ec_point_formats?.includes(UNCOMPRESSED) === false) throw fault('badPointFormats');
  // Of a handshake before this one it can know nothing.
  if ((extensions.renegotiation_info?.length ?? 0) > 0) throw fault('renegotiationMismatch');
}

/** Our order of suites decides, or the client's. */
export function chooseTerms(hello: ClientHello, settings: Settings): Terms {
  const offered = hello.cipherSuites as readonly string[];
  const ours = settings.suites as readonly string[];
  const candidates = settings.preferOwnSuites
    ? ours.filter((name) => offered.includes(name))
    : offered.filter((name) => ours.includes(name));
  for (const name of candidates) {
    const suite = suite12(name, settings.provider);
    const terms = suite && termsOf(suite, hello, settings);
    if (terms !== undefined) return terms;
  }
  throw fault('noSharedSuite');
}

/** What the client would be shown if it were shown anything. */
export function fittingCredential12(
  suite: Suite12,
  hello: ClientHello,
  settings: Settings,
): Credential | undefined {
  return termsOf(suite, hello, settings)?.credential;
}

/** All that a suite takes, if it is all there. */
function termsOf(suite: Suite12, hello: ClientHello, settings: Settings): Terms | undefined {
  const { uses, signs, encrypts } = demands[suite.exchange];
  const signing = signs ? chooseSignature(suite, hello, settings) : undefined;
  const credential = encrypts ? decryptingCredential(settings) : signing?.credential;
  const curve = uses.includes('curve') ? chooseCurve(hello, settings) : undefined;
  const dhParameters = uses.includes('dh') ? settings.dhParameters : undefined;
  const keys = uses.includes('key') ? settings.pskServer : undefined;
  if ((signs && signing === undefined) || (encrypts && credential === undefined)) return undefined;
  if (uses.includes('curve') && curve === undefined) return undefined;
  if (uses.includes('dh') && dhParameters === undefined) return undefined;
  if (uses.includes('key') && keys === undefined) return undefined;
  return { suite, signing, credential, curve, dhParameters, keys };
}

interface Demand {
  readonly uses: readonly ('curve' | 'dh' | 'key')[];
  /** The server signs its parameters. */
  readonly signs: boolean;
  /** The client encrypts to the server's key. */
  readonly encrypts: boolean;
}

const demands: Readonly<Record<Suite12['exchange'], Demand>> = {
  ecdhe: { uses: ['curve'], signs: true, encrypts: false },
  dhe: { uses: ['dh'], signs: true, encrypts: false },
  rsa: { uses: [], signs: false, encrypts: true },
  psk: { uses: ['key'], signs: false, encrypts: false },
  ecdhe_psk: { uses: ['key', 'curve'], signs: false, encrypts: false },
  dhe_psk: { uses: ['key', 'dh'], signs: false, encrypts: false },
  rsa_psk: { uses: ['key'], signs: false, encrypts: true },
};

function chooseSignature(
  suite: Suite12,
  hello: ClientHello,
  settings: Settings,
): SigningChoice12 | undefined {
  const accepted = hello.extensions.signature_algorithms ?? IMPLIED_SCHEMES;
  // RFC 8422 section 5.3: the curve of the certificate's key is one of the client's too.
  const known = hello.extensions.supported_groups;
  const credentials = settings.credentials.filter(
    (each) => !isOnWeakCurve(each) && (known === undefined || isOnCurve(each.key, known)),
  );
  return chooseSigning12(credentials, settings.signingSchemes, accepted, [suite.authentication]);
}

/** To OpenSSL a curve that is too weak is one that we do not have, where a weak key of RSA shows when it is sent. */
function isOnWeakCurve({ key, weakness }: Credential): boolean {
  return weakness === 'ownKeyTooWeak' && isCurve(key.type);
}

/** RFC 5246 section 7.4.1.4.1: what a client accepts that does not say. Our security level rarely has them. */
const IMPLIED_SCHEMES: readonly string[] = ['rsa_pkcs1_sha1', 'ecdsa_sha1'];

function decryptingCredential(settings: Settings): Credential | undefined {
  return settings.credentials.find(({ key, pss }) => key.decrypt !== undefined && pss === undefined);
}

/** RFC 8422 section 4: a client that lists no curves gets none, as OpenSSL has it. */
function chooseCurve(hello: ClientHello, settings: Settings): GroupName | undefined {
  const theirs = hello.extensions.supported_groups ?? [];
  const ours = settings.groups.filter((name) => isCurve(name) && settings.provider.groups.has(name));
  return settings.preferOwnSuites
    ? ours.find((name) => theirs.includes(name as never))
    : ours.find((name) => name === theirs.find((their) => ours.includes(their as GroupName)));
}
