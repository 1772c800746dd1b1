/** What a client makes of a ServerHello of TLS 1.2: whether it may be, and what it answers to our own. */
import { equal } from '../../bytes/bytes.ts';
import type { ClientHello, ServerHello12 } from '../../wire/handshake.ts';
import { suiteNumbers } from '../../wire/registries.ts';
import { UNCOMPRESSED } from '../curves12.ts';
import { fault } from '../faults.ts';
import { refuseMisplaced } from '../placement.ts';
import { isDowngraded } from '../sentinel.ts';
import type { Session12 } from '../session12.ts';
import type { Settings } from '../settings.ts';
import { type Suite12, suite12 } from '../suites12.ts';

/** A version that we offered, and the best that both ends have. */
export function checkVersion12(hello: ServerHello12, { versions }: Settings): void {
  // RFC 8446 section 4.1.3: a server that could have done better says so, and somebody took that away.
  if (versions.includes('TLSv1.3') && isDowngraded(hello.random)) throw fault('downgrade');
  if (hello.legacyVersion !== 0x0303 || !versions.includes('TLSv1.2'))
    throw fault('unsupportedVersion', `server chose 0x${hello.legacyVersion.toString(16)}`);
}

/** RFC 5246 section 7.4.1.3, and what the extensions' own documents ask. */
export function checkServerHello12(hello: ServerHello12, own: ClientHello, settings: Settings): Suite12 {
  const offered = own.extensions as Readonly<Record<string, unknown>>;
  refuseMisplaced(hello.extensions.order, ANSWERS);
  for (const name of hello.extensions.order ?? []) {
    // RFC 5746 section 3.4: the signal among the suites asks for renegotiation_info too.
    if (name === 'renegotiation_info') continue;
    if (offered[name] === undefined && !own.extensions.order?.includes(name))
      throw fault('unsolicitedExtension', name);
  }
  const {
    renegotiation_info: renegotiation,
    ec_point_formats: formats,
    session_ticket: ticket,
  } = hello.extensions;
  // RFC 5746 section 3.4: there was no handshake before this one.
  if (renegotiation === undefined && settings.legacyServers !== true) throw fault('insecureRenegotiation');
  if ((renegotiation?.length ?? 0) > 0) throw fault('renegotiationMismatch');
  if (hello.legacyCompressionMethod !== 0) throw fault('compressionSelected');
  if (!(hello.cipherSuite in suiteNumbers)) throw fault('unknownSuiteSelected', hello.cipherSuite);
  // What was offered, and is still wanted: the settings may be others by now.
  const isOwn =
    own.cipherSuites.includes(hello.cipherSuite) &&
    (settings.suites as readonly string[]).includes(hello.cipherSuite);
  const suite = isOwn ? suite12(hello.cipherSuite, settings.provider) : undefined;
  if (suite === undefined) throw fault('wrongSuiteSelected', hello.cipherSuite);
  if (ticket !== undefined && !settings.offerTickets) throw fault('unwantedTicket');
  // RFC 8422 section 5.2.
  if (formats?.includes(UNCOMPRESSED) === false) throw fault('badPointFormats');
  return suite;
}

/** What a ServerHello may answer with; supported_groups has no place there, but some servers send it and nobody minds. */
const ANSWERS: readonly string[] = [
  'renegotiation_info',
  'server_name',
  'ec_point_formats',
  'supported_groups',
  'session_ticket',
  'status_request',
  'application_layer_protocol_negotiation',
  'encrypt_then_mac',
  'extended_master_secret',
];

/** RFC 5246 section 7.4.1.3: a server that goes on with a session says its identifier back. */
export function resumedSession12(
  session: Session12 | undefined,
  hello: ServerHello12,
): Session12 | undefined {
  if (session === undefined || session.id.length === 0) return undefined;
  if (!equal(session.id, hello.legacySessionIdEcho)) return undefined;
  // RFC 7627 section 5.3: every session that we keep has it.
  if (hello.extensions.extended_master_secret === undefined) throw fault('inconsistentMasterSecret');
  return session;
}
