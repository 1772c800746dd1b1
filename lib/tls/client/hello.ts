/** The ClientHello, RFC 8446 section 4.1.2: sent from the settings, field by field. */
import { EMPTY, utf8 } from '../../bytes/bytes.ts';
import type { GroupName, KeyShare } from '../../crypto/provider.ts';
import { decode } from '../../wire/codec.ts';
import { type ClientHelloExtensions, OCSP_REQUEST } from '../../wire/extensions.ts';
import {
  bindersLength,
  type ClientHello,
  clientHello,
  encodeMessage13,
  HEADER_LENGTH,
} from '../../wire/handshake.ts';
import type { SuiteName } from '../../wire/registries.ts';
import { isCurve, POINT_FORMATS } from '../curves12.ts';
import { fault } from '../faults.ts';
import { pskBinder } from '../keys/binder13.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Session12 } from '../session12.ts';
import type { Settings } from '../settings.ts';
import type { Suite13 } from '../suites.ts';
import { suiteRow12 } from '../suites12.ts';
import { type OfferedPsk, offeredPsks, wipePsks } from './psks13.ts';
import { offeredSession12 } from './sessions12.ts';

/** A hello that was sent, with what only we know of it. */
export interface SentHello {
  readonly hello: ClientHello;
  readonly bytes: Uint8Array;
  /** The private halves of its key shares. */
  readonly shares: ReadonlyMap<string, KeyShare>;
  /** In the order in which it offers them. */
  readonly psks: readonly OfferedPsk[];
  /** The session of TLS 1.2 that it offers to go on with. */
  readonly session12: Session12 | undefined;
  /** Its private keys, and the keys from elsewhere, have served. */
  wipe(): void;
}

/** What a second hello, after a HelloRetryRequest, takes over from the first and from the request (section 4.1.2). */
export interface Retry {
  readonly first: SentHello;
  /** The group that the server wants a share of; none where only the cookie is new. */
  readonly group: GroupName | undefined;
  readonly cookie: Uint8Array | undefined;
  /** The suite that the server has chosen. */
  readonly suite: Suite13;
}

/** Makes the hello and its key shares; the caller sends `bytes`. `before` is the transcript so far. */
export function makeHello(settings: Settings, before: Transcript, retry?: Retry): SentHello {
  const shares =
    retry !== undefined && retry.group === undefined
      ? retry.first.shares
      : makeShares(settings, retry?.group);
  if (retry !== undefined && retry.first.shares !== shares) wipeShares(retry.first.shares);
  const session12 = offeredSession12(settings);
  const hello: ClientHello = {
    legacyVersion: 0x0303,
    random: retry?.first.hello.random ?? settings.provider.random(32),
    legacySessionId: retry?.first.hello.legacySessionId ?? session12?.id ?? sessionId(settings),
    cipherSuites: [...offeredSuites(settings), RENEGOTIATION_SIGNAL],
    legacyCompressionMethods: NO_COMPRESSION,
    extensions: helloExtensions(settings, shares, session12, retry),
  };
  if (retry !== undefined) wipePsks(retry.first.psks);
  const psks = offeredPsks(settings, before, retry?.suite);
  const plain = encodeMessage13('client_hello', hello);
  const padding = paddingFor(plain.length + ticketsLength(psks), settings);
  const padded = padding === undefined ? hello : { ...hello, extensions: { ...hello.extensions, padding } };
  const bytes =
    psks.length > 0
      ? encodeOffering(padded, psks, before)
      : padding === undefined
        ? plain
        : encodeMessage13('client_hello', padded);
  const sent = settings.rewriteClientHello?.(bytes);
  const wipe = () => {
    wipeShares(shares);
    wipePsks(psks);
  };
  if (sent === undefined) return { hello, bytes, shares, psks, session12, wipe };
  return {
    hello: decode(clientHello, sent.subarray(HEADER_LENGTH), 'client_hello'),
    bytes: sent,
    shares,
    psks: [],
    session12: undefined,
    wipe,
  };
}

function wipeShares(shares: SentHello['shares']): void {
  for (const share of shares.values()) share.wipe();
}

function makeShares(settings: Settings, wanted: GroupName | undefined): ReadonlyMap<string, KeyShare> {
  if (!settings.versions.includes('TLSv1.3')) return new Map();
  const names = wanted === undefined ? (settings.keyShares ?? settings.groups.slice(0, 1)) : [wanted];
  const groups = names.flatMap((name) => settings.provider.groups.get(name) ?? []);
  if (groups.length === 0) throw fault('noGroupsEnabled');
  return new Map(groups.map((group) => [group.name, group.start()]));
}

/** Appendix D.4: a session ID that nobody knows makes the connection look like a resumed one of TLS 1.2. */
function sessionId(settings: Settings): Uint8Array {
  return settings.middleboxCompatibility && settings.versions.includes('TLSv1.3')
    ? settings.provider.random(32)
    : EMPTY;
}

/**
 * The settings' suites, as far as there is a use for them: of the versions that are offered, and with a shared key only
 * where we may have one.
 */
export function offeredSuites({ suites, versions, pskClient }: Settings): readonly SuiteName[] {
  return suites.filter((name) => {
    const row = suiteRow12(name);
    if (row === undefined) return versions.includes('TLSv1.3');
    return versions.includes('TLSv1.2') && (pskClient !== undefined || !row.exchange.includes('psk'));
  });
}

/** RFC 8422 section 5.1: curves are named where a suite has a use for them, other groups where TLS 1.3 has. */
function offeredGroups(settings: Settings): readonly GroupName[] {
  if (settings.versions.includes('TLSv1.3')) return settings.groups;
  const usesCurves = offeredSuites(settings).some((name) => {
    const row = suiteRow12(name);
    return row?.exchange.startsWith('ecdhe') || row?.authentication === 'ecdsa';
  });
  return usesCurves ? settings.groups.filter(isCurve) : [];
}

function helloExtensions(
  settings: Settings,
  shares: ReadonlyMap<string, KeyShare>,
  session12: Session12 | undefined,
  retry: Retry | undefined,
): ClientHelloExtensions {
  const offers13 = settings.versions.includes('TLSv1.3');
  const groups = offeredGroups(settings);
  return {
    server_name:
      settings.serverName === undefined
        ? undefined
        : [{ nameType: HOST_NAME, hostName: utf8(settings.serverName) }],
    ...(groups.length > 0 && { ec_point_formats: POINT_FORMATS, supported_groups: groups }),
    session_ticket: settings.offerTickets ? (session12?.ticket ?? EMPTY) : undefined,
    status_request: settings.askForOcsp ? OCSP_REQUEST : undefined,
    application_layer_protocol_negotiation: settings.protocols.length > 0 ? settings.protocols : undefined,
    encrypt_then_mac: true,
    extended_master_secret: true,
    signature_algorithms_cert: settings.certificateSchemes,
    signature_algorithms: settings.schemes,
    ...(offers13 && {
      supported_versions: settings.versions,
      post_handshake_auth: settings.postHandshakeAuthentication ? true : undefined,
      psk_key_exchange_modes: ['psk_dhe_ke' as const],
      key_share: [...shares].map(([group, share]) => ({
        group: group as GroupName,
        keyExchange: share.share,
      })),
      cookie: retry?.cookie,
    }),
  };
}

/** Section 4.2.11: PSKs come last, and the binder of each is made over all that stands before the binders. */
function encodeOffering(hello: ClientHello, psks: readonly OfferedPsk[], before: Transcript): Uint8Array {
  const binders = psks.map(({ hash }) => new Uint8Array(hash.outputLength));
  const extensions = { ...hello.extensions, pre_shared_key: { identities: psks, binders } };
  const bytes = encodeMessage13('client_hello', { ...hello, extensions });
  const truncated = bytes.subarray(0, bytes.length - bindersLength(binders));
  let at = truncated.length + 2; // behind the length of the list
  for (const { binder, hash, key } of psks) {
    bytes.set(pskBinder(binder, hash, key, before, truncated), at + 1); // behind its own
    at += 1 + hash.outputLength;
  }
  return bytes;
}

/**
 * RFC 7685, where it is asked for: some servers hang on hellos of 256 to 511 bytes, others on an empty extension that
 * is the last.
 */
function paddingFor(length: number, { padClientHello }: Settings): Uint8Array | undefined {
  if (!padClientHello || length < 256 || length >= 512) return undefined;
  return new Uint8Array(Math.max(1, 512 - length - EXTENSION_HEADER_LENGTH));
}

/** How long the hello grows by the tickets that it offers. OpenSSL pads as if a key from elsewhere took no room. */
function ticketsLength(psks: readonly OfferedPsk[]): number {
  const tickets = psks.filter(({ session }) => session !== undefined);
  return tickets.reduce(
    (sum, { identity, hash }) => sum + PSK_OVERHEAD + identity.length + hash.outputLength,
    0,
  );
}

const RENEGOTIATION_SIGNAL: SuiteName = 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV'; // RFC 5746 section 3.3
const NO_COMPRESSION = Uint8Array.of(0);
const HOST_NAME = 0;
const EXTENSION_HEADER_LENGTH = 4;
/** Of an extension with one PSK: its header, the lengths of both lists and of what is in them, the age. */
const PSK_OVERHEAD = 15;
