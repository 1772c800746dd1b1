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
import { fault } from '../faults.ts';
import { ticketBinder } from '../keys/binder13.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Session13 } from '../session13.ts';
import type { Settings } from '../settings.ts';
import { type Suite13, suite13, suiteRow13 } from '../suites.ts';

/** A hello that was sent, with what only we know of it. */
export interface SentHello {
  readonly hello: ClientHello;
  readonly bytes: Uint8Array;
  /** The private halves of its key shares. */
  readonly shares: ReadonlyMap<string, KeyShare>;
  /** The session that it offers to resume. */
  readonly session: Session13 | undefined;
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
  if (retry !== undefined && retry.first.shares !== shares) wipeShares(retry.first);
  const hello: ClientHello = {
    legacyVersion: 0x0303,
    random: retry?.first.hello.random ?? settings.provider.random(32),
    legacySessionId: retry?.first.hello.legacySessionId ?? sessionId(settings),
    cipherSuites: [...settings.suites, RENEGOTIATION_SIGNAL],
    legacyCompressionMethods: NO_COMPRESSION,
    extensions: helloExtensions(settings, shares, retry),
  };
  const session = offeredSession(settings, before, retry?.suite);
  const bytes =
    session === undefined ? encodePadded(hello, settings) : encodeResuming(hello, settings, session, before);
  const sent = settings.rewriteClientHello?.(bytes);
  if (sent === undefined) return { hello, bytes, shares, session };
  return {
    hello: decode(clientHello, sent.subarray(HEADER_LENGTH), 'client_hello'),
    bytes: sent,
    shares,
    session: undefined,
  };
}

/** The private keys of the shares have served. */
export function wipeShares(sent: SentHello): void {
  for (const share of sent.shares.values()) share.wipe();
}

function makeShares(settings: Settings, wanted: GroupName | undefined): ReadonlyMap<string, KeyShare> {
  if (!settings.versions.includes('TLSv1.3')) return new Map();
  const name = wanted ?? settings.groups[0];
  const group = name === undefined ? undefined : settings.provider.groups.get(name);
  if (group === undefined) throw fault('noGroupsEnabled');
  return new Map([[name, group.start()]]);
}

/** Appendix D.4: a session ID that nobody knows makes the connection look like a resumed one of TLS 1.2. */
function sessionId(settings: Settings): Uint8Array {
  return settings.middleboxCompatibility && settings.versions.includes('TLSv1.3')
    ? settings.provider.random(32)
    : EMPTY;
}

function helloExtensions(
  settings: Settings,
  shares: ReadonlyMap<string, KeyShare>,
  retry: Retry | undefined,
): ClientHelloExtensions {
  const offers13 = settings.versions.includes('TLSv1.3');
  return {
    server_name:
      settings.serverName === undefined
        ? undefined
        : [{ nameType: HOST_NAME, hostName: utf8(settings.serverName) }],
    ec_point_formats: POINT_FORMATS,
    supported_groups: settings.groups,
    session_ticket: settings.offerTickets ? EMPTY : undefined,
    status_request: settings.askForOcsp ? OCSP_REQUEST : undefined,
    application_layer_protocol_negotiation: settings.protocols.length > 0 ? settings.protocols : undefined,
    encrypt_then_mac: true,
    extended_master_secret: true,
    signature_algorithms_cert: settings.certificateSchemes,
    signature_algorithms: settings.schemes,
    ...(offers13 && {
      supported_versions: settings.versions,
      psk_key_exchange_modes: ['psk_dhe_ke' as const],
      key_share: [...shares].map(([group, share]) => ({
        group: group as GroupName,
        keyExchange: share.share,
      })),
      cookie: retry?.cookie,
    }),
  };
}

/**
 * The settings' session, if it may be offered: for this server, not too old, and of a suite whose hash can be chosen
 * (sections 4.6.1 and 4.1.4).
 */
function offeredSession(
  settings: Settings,
  before: Transcript,
  chosen: Suite13 | undefined,
): Session13 | undefined {
  const { session, suites, provider } = settings;
  if (session?.version !== 'TLSv1.3' || !settings.versions.includes('TLSv1.3')) return undefined;
  const hash = suiteRow13(session.suite)?.hash;
  const isOffered = suites.some((name) => suite13(name, provider)?.hash === hash);
  const fits = chosen === undefined ? isOffered : chosen.hash === hash && before.algorithm?.name === hash;
  const age = settings.clock() - session.received;
  const isFresh = age >= 0 && age < 1000 * session.lifetime;
  return fits && isFresh && session.serverName === settings.serverName ? session : undefined;
}

/** Section 4.2.11: the PSK comes last, and its binder is made over all that stands before it. */
function encodeResuming(
  hello: ClientHello,
  settings: Settings,
  session: Session13,
  before: Transcript,
): Uint8Array {
  const hash = settings.provider.hashes.get(suiteRow13(session.suite)?.hash ?? 'sha256');
  if (hash === undefined) throw fault('internal', session.suite); // `offeredSession` has looked
  const age = settings.clock() - session.received;
  const identity = { identity: session.ticket, obfuscatedTicketAge: (age + session.ageAdd) % 2 ** 32 };
  const binders = [new Uint8Array(hash.outputLength)];
  const extensions = { ...hello.extensions, pre_shared_key: { identities: [identity], binders } };
  const bytes = encodePadded({ ...hello, extensions }, settings);
  const end = bytes.length - bindersLength(binders);
  const binder = ticketBinder(hash, session.psk, before, bytes.subarray(0, end));
  bytes.set(binder, bytes.length - binder.length);
  return bytes;
}

/** RFC 7685, where it is asked for: some servers hang on hellos of 256 to 511 bytes. */
function encodePadded(hello: ClientHello, { padClientHello }: Settings): Uint8Array {
  const bytes = encodeMessage13('client_hello', hello);
  if (!padClientHello || bytes.length < 256 || bytes.length >= 512) return bytes;
  const padding = new Uint8Array(Math.max(0, 512 - bytes.length - EXTENSION_HEADER_LENGTH));
  return encodeMessage13('client_hello', { ...hello, extensions: { ...hello.extensions, padding } });
}

const RENEGOTIATION_SIGNAL: SuiteName = 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV'; // RFC 5746 section 3.3
const NO_COMPRESSION = Uint8Array.of(0);
/** Uncompressed, and the two compressed forms that nobody uses, as OpenSSL lists them (RFC 8422 section 5.1.2). */
const POINT_FORMATS = Uint8Array.of(0, 1, 2);
const HOST_NAME = 0;
const EXTENSION_HEADER_LENGTH = 4;
