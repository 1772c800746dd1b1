/**
 * What a server makes of a ClientHello: each choice small, pure, and by itself. `hello.ts` asks them in order and
 * carries out what they say.
 */
import { equal, latin1 } from '../../bytes/bytes.ts';
import type { GroupName } from '../../crypto/provider.ts';
import { type KeyShareEntry, OCSP } from '../../wire/extensions.ts';
import type { ClientHello } from '../../wire/handshake.ts';
import { versionNumbers } from '../../wire/registries.ts';
import { chooseSigning, type SigningChoice } from '../authenticate13.ts';
import { fault } from '../faults.ts';
import { SHARED_KEY_HASH } from '../keys/binder13.ts';
import type { Credential } from '../peer.ts';
import type { Settings, Version } from '../settings.ts';
import { type Suite13, suite13 } from '../suites.ts';

/** RFC 8446 section 4.2.1: what the client lists counts; a hello without the list means TLS 1.2 at best. */
export function chooseVersion(hello: ClientHello, settings: Settings): Version {
  // Appendix D.5: who speaks of SSL 3.0 is refused, whatever else is on the list.
  if (hello.extensions.supported_versions !== undefined && hello.legacyVersion <= SSL3)
    throw fault('badLegacyVersion');
  const offered = hello.extensions.supported_versions ?? (hello.legacyVersion >= 0x0303 ? ['TLSv1.2'] : []);
  const versions = settings.versions.filter((ours) => ours !== 'TLSv1.3' || canSpeak13(settings));
  const version = versions.find((ours) => offered.includes(ours));
  if (version === undefined) throw fault('unsupportedVersion');
  // RFC 7507 section 3: a client that has come down on its own says so, and ought to find no reason for it.
  if (hello.cipherSuites.includes('TLS_FALLBACK_SCSV') && version !== versions[0]) throw fault('fallback');
  return version;
}

const SSL3 = versionNumbers.SSLv3;

/** As OpenSSL sees it: without anything to show or share there is no TLS 1.3, unless a callback may yet bring it. */
function canSpeak13({ credentials, pskServer, answerName }: Settings): boolean {
  return credentials.length > 0 || pskServer !== undefined || answerName !== undefined;
}

/** Section 4.1.2: our order of suites decides, or the client's. */
export function chooseSuite13(hello: ClientHello, settings: Settings): Suite13 {
  const offered = hello.cipherSuites as readonly string[];
  const ours = settings.suites as readonly string[];
  const candidates = settings.preferOwnSuites
    ? ours.filter((name) => offered.includes(name))
    : offered.filter((name) => ours.includes(name));
  const suites = candidates.flatMap((name) => suite13(name, settings.provider) ?? []);
  // A server that has nothing but shared keys must get at their hash, as OpenSSL sees it.
  const onlyKeys = settings.pskServer !== undefined && settings.credentials.length === 0;
  const suite = (onlyKeys && suites.find(({ hash }) => hash === SHARED_KEY_HASH)) || suites[0];
  if (suite === undefined) throw fault('noSharedSuite');
  return suite;
}

export type GroupChoice =
  | { readonly kind: 'share'; readonly group: GroupName; readonly share: KeyShareEntry }
  /** Nothing that came with the hello will do, but the client can do this one (section 4.2.8). */
  | { readonly kind: 'retry'; readonly group: GroupName };

/**
 * Sections 4.2.7 and 4.2.8: out of the best tier that the client knows a group of, and there a share that is here beats
 * a better group that costs a round trip.
 */
export function chooseGroup(hello: ClientHello, settings: Settings): GroupChoice {
  const { supported_groups: groups, key_share: shares } = hello.extensions;
  if (groups === undefined) throw fault('missingSupportedGroups'); // section 9.2
  if (shares === undefined) throw fault('missingKeyShare');
  const without = new Set<string>(groups); // of which there is no share yet; a hello has room for thousands of both
  for (const { group } of shares) {
    // Section 4.2.8: one share a group, and only of groups that are offered.
    if (!without.delete(group)) throw fault('badKeyShare', group);
  }
  const common = sharedTier(groups, settings);
  for (const group of common) {
    const share = shares.find((each) => each.group === group);
    if (share !== undefined) return { kind: 'share', group, share };
  }
  const [group] = common;
  if (group === undefined) throw fault('noSharedGroup');
  return { kind: 'retry', group };
}

/** The groups of our best tier that are offered, in the order of whoever decides. */
function sharedTier(offered: readonly string[], settings: Settings): readonly GroupName[] {
  for (const tier of settings.groupTiers ?? [settings.groups]) {
    const ours = tier.filter((name) => settings.provider.groups.has(name) && offered.includes(name));
    if (ours.length === 0) continue;
    return settings.preferOwnSuites
      ? ours
      : offered.filter((name): name is GroupName => ours.includes(name as GroupName));
  }
  return [];
}

/** Section 4.4.2.2: a certificate that the client can check the signature of. */
export function chooseCredential(hello: ClientHello, settings: Settings): SigningChoice {
  const accepted = hello.extensions.signature_algorithms;
  if (accepted === undefined) throw fault('missingSignatureAlgorithms'); // section 9.2
  const choice = chooseSigning(settings.credentials, settings.signingSchemes, accepted);
  if (choice === undefined) throw fault('noSharedScheme');
  return choice;
}

/** What the client would be shown if it were shown anything. */
export function fittingCredential(hello: ClientHello, settings: Settings): Credential | undefined {
  const accepted = hello.extensions.signature_algorithms ?? [];
  return chooseSigning(settings.credentials, settings.signingSchemes, accepted)?.credential;
}

/** RFC 7301 section 3.2, with our order; where nothing fits we say nothing, as OpenSSL does for Python. */
export function chooseProtocol(hello: ClientHello, settings: Settings): Uint8Array | undefined {
  const offered = hello.extensions.application_layer_protocol_negotiation;
  return offered && settings.protocols.find((ours) => offered.some((theirs) => equal(ours, theirs)));
}

/** RFC 6066 section 8: whether the client has a use for a stapled OCSP response. */
export function wantsStaple(hello: ClientHello): boolean {
  return hello.extensions.status_request?.statusType === OCSP;
}

/** RFC 6066 section 3: one name of the one type that there is. */
export function requestedName(hello: ClientHello): string | undefined {
  const names = hello.extensions.server_name;
  if (names === undefined) return undefined;
  const [{ nameType, hostName }] = names;
  if (names.length !== 1 || nameType !== 0 || hostName.length > 255 || hostName.includes(0))
    throw fault('badServerName');
  return latin1(hostName);
}
