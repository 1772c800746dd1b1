/**
 * A server's handshake in TLS 1.2, in the order in which the wire visits its states (RFC 5246 section 7.3): after the
 * flight that ends in ServerHelloDone, WAIT_CERT, WAIT_CKE, WAIT_CV, WAIT_CCS, WAIT_FINISHED, CONNECTED; where a session
 * goes on, our Finished comes first, and only WAIT_CCS and WAIT_FINISHED are left.
 */
import { EMPTY } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { OCSP } from '../../wire/extensions.ts';
import type { ClientHello, Message13 } from '../../wire/handshake.ts';
import type { CertificateType } from '../../wire/handshake12.ts';
import type { SignatureScheme } from '../../wire/registries.ts';
import { checkFinished12, checkSignature12, type SignatureChecked12 } from '../authenticate12.ts';
import { acceptChain12, readChain12 } from '../chain12.ts';
import { POINT_FORMATS } from '../curves12.ts';
import { fault } from '../faults.ts';
import { verifyData } from '../keys/schedule12.ts';
import { type Agreed12, type Secrets12, secretsOfExchange, secretsOfSession } from '../keys/secrets12.ts';
import { Transcript } from '../keys/transcript.ts';
import { openServer12 } from '../open12.ts';
import { type PeerAccepted, sentChain } from '../peer.ts';
import { markDowngraded } from '../sentinel.ts';
import type { Settings } from '../settings.ts';
import { type Effects, expecting12, expectingChangeCipherSpec, type State } from '../state.ts';
import type { Suite12 } from '../suites12.ts';
import { chooseProtocol, wantsStaple } from './choose.ts';
import { chooseTerms, fittingCredential12, type Terms } from './choose12.ts';
import { beginExchange, type ServerExchange } from './exchange12.ts';
import { chooseSession12, encodeSession12, type Resumed12 } from './sessions12.ts';

/** The hello is for TLS 1.2. */
export function acceptHello12(
  settings: Settings,
  message: Message13<'client_hello'>,
  effects: Effects,
): State {
  const hello = message.body;
  const transcript = new Transcript();
  transcript.add(message.bytes);
  const resumed = chooseSession12(hello, settings);
  return resumed === undefined
    ? negotiate(settings, hello, transcript, effects)
    : resume(settings, hello, transcript, resumed, effects);
}

/** What is known once the hellos are exchanged. */
interface Negotiated12 extends Agreed12 {
  readonly hello: ClientHello;
  /** By which the session can be resumed; empty: not by its identifier. */
  readonly sessionId: Uint8Array;
  /** The client gets a ticket. */
  readonly givesTicket: boolean;
}

/** What the hellos settle for either kind of handshake. */
function agree(settings: Settings, hello: ClientHello, transcript: Transcript, suite: Suite12): Agreed12 {
  const random = settings.provider.random(32);
  if (settings.versions.includes('TLSv1.3')) markDowngraded(random);
  return {
    settings,
    transcript,
    suite,
    hash: hashOf(suite, settings),
    // A copy, since an open connection keeps it: the hello itself would come along.
    randoms: { client: hello.random.slice(), server: random },
    extendedMasterSecret: hello.extensions.extended_master_secret !== undefined,
    // RFC 7366 section 3: for no other kind of suite.
    encryptThenMac: hello.extensions.encrypt_then_mac !== undefined && suite.protection.kind === 'cbc',
  };
}

// --- the full handshake -------------------------------------------------------------------------------------------

/** ServerHello to ServerHelloDone. */
function negotiate(settings: Settings, hello: ClientHello, transcript: Transcript, effects: Effects): State {
  const terms = chooseTerms(hello, settings);
  const { suite, credential, curve } = terms;
  const asks = settings.clientCertificate !== 'none' && suite.authentication !== 'psk';
  if (asks) transcript.remember();
  const agreed = agree(settings, hello, transcript, suite);
  const negotiated: Negotiated12 = { ...agreed, hello, ...resumability(agreed, hello) };
  transcript.choose(agreed.hash);
  effects.report({
    extendedMasterSecret: agreed.extendedMasterSecret,
    ...(curve !== undefined && { group: curve }),
    ...(credential !== undefined && { ownChain: credential.chain }),
  });

  const staple = wantsStaple(hello) ? credential?.ocspResponse : undefined;
  // RFC 8422 section 5.2; not where a shared key goes with the curve, as OpenSSL has it.
  const usesCurves = suite.exchange === 'ecdhe' || suite.authentication === 'ecdsa';
  sendHello(negotiated, { usesCurves, staples: staple !== undefined, names: true }, effects);
  if (credential !== undefined)
    transcript.add(effects.send12('certificate', { certificateList: sentChain(credential) }));
  if (staple !== undefined)
    transcript.add(effects.send12('certificate_status', { statusType: OCSP, response: staple }));
  const exchange = sendKeyExchange(negotiated, terms, effects);
  if (asks) transcript.add(effects.send12('certificate_request', certificateRequest(settings)));
  transcript.add(effects.send12('server_hello_done', {}));
  effects.flush();
  const hs: Handshake = { ...negotiated, exchange };
  return asks ? waitCertificate(hs) : waitClientKeyExchange(hs, undefined);
}

/** By what the session can be resumed. */
function resumability(
  { settings, extendedMasterSecret }: Agreed12,
  hello: ClientHello,
): Pick<Negotiated12, 'givesTicket' | 'sessionId'> {
  const { tickets, offerTickets, sessions, provider } = settings;
  // RFC 7627 section 5.3: a session that has no extended master secret ends with its connection.
  if (!extendedMasterSecret) return { givesTicket: false, sessionId: EMPTY };
  const givesTicket = offerTickets && tickets !== undefined && hello.extensions.session_ticket !== undefined;
  const isKept = !givesTicket && sessions !== undefined;
  return { givesTicket, sessionId: isKept ? provider.random(SESSION_ID_LENGTH) : EMPTY };
}

const SESSION_ID_LENGTH = 32;

interface HelloExtras {
  readonly usesCurves: boolean;
  readonly staples: boolean;
  /** The server's name is settled anew; a session that goes on has that of its beginning. */
  readonly names: boolean;
}

/** RFC 5246 section 7.4.1.3; each extension answers one of the client's. */
function sendHello(negotiated: Negotiated12, extras: HelloExtras, effects: Effects): void {
  const { usesCurves, staples, names } = extras;
  const { settings, transcript, hello, suite } = negotiated;
  const asked = hello.extensions;
  const protocol = chooseProtocol(hello, settings);
  if (protocol !== undefined) effects.report({ protocol: protocol.slice() });
  effects.report({ sessionId: negotiated.sessionId });
  const isSecure =
    asked.renegotiation_info !== undefined ||
    hello.cipherSuites.includes('TLS_EMPTY_RENEGOTIATION_INFO_SCSV');
  transcript.add(
    effects.send12('server_hello', {
      kind: 'serverHello12',
      legacyVersion: 0x0303,
      random: negotiated.randoms.server,
      legacySessionIdEcho: negotiated.sessionId,
      cipherSuite: suite.name,
      legacyCompressionMethod: 0,
      extensions: {
        renegotiation_info: isSecure ? EMPTY : undefined, // RFC 5746 section 3.6
        // RFC 6066 section 3: said when the name was made use of.
        server_name:
          names && settings.answerName !== undefined && asked.server_name !== undefined ? TRUE : undefined,
        ec_point_formats: usesCurves && asked.ec_point_formats !== undefined ? POINT_FORMATS : undefined,
        session_ticket: negotiated.givesTicket ? TRUE : undefined,
        status_request: staples ? TRUE : undefined,
        application_layer_protocol_negotiation: protocol && [protocol],
        encrypt_then_mac: negotiated.encryptThenMac ? TRUE : undefined,
        extended_master_secret: negotiated.extendedMasterSecret ? TRUE : undefined,
      },
    }),
  );
}

const TRUE = true as const;

function sendKeyExchange(negotiated: Negotiated12, terms: Terms, effects: Effects): ServerExchange {
  const { settings, randoms, hello } = negotiated;
  const exchange = beginExchange(terms, settings.provider, randoms, hello.legacyVersion);
  if (exchange.key !== undefined) effects.guard(exchange.key);
  if (exchange.body !== undefined)
    negotiated.transcript.add(effects.send12('server_key_exchange', exchange.body));
  if (terms.signing !== undefined) effects.report({ serverScheme: terms.signing.name });
  return exchange;
}

/** RFC 5246 section 7.4.4. */
function certificateRequest(settings: Settings) {
  const { schemes, authorities } = settings;
  const types: CertificateType[] = ['rsa_sign', 'ecdsa_sign'];
  // OpenSSL's order; DSS goes with its schemes.
  if (schemes.some((name) => name.startsWith('dsa'))) types.splice(1, 0, 'dss_sign');
  return {
    certificateTypes: types,
    supportedSignatureAlgorithms: schemes,
    certificateAuthorities: authorities,
  };
}

/** What is known once the server's flight is out. */
interface Handshake extends Negotiated12 {
  readonly exchange: ServerExchange;
}

/** A client that has sent its certificate. */
interface Client {
  readonly peer: PeerAccepted;
  readonly chain: readonly Uint8Array[];
}

const waitCertificate = (hs: Handshake): State =>
  expecting12('WAIT_CERT', ['certificate'], (message, effects) => {
    const chain = readChain12(message.body);
    if (chain.length === 0 && hs.settings.clientCertificate === 'required')
      throw fault('certificateMissing12'); // RFC 5246 section 7.4.6
    hs.transcript.add(message.bytes);
    if (chain.length === 0) return waitClientKeyExchange(hs, undefined);
    effects.report({ peerChain: chain });
    return waitClientKeyExchange(hs, { peer: acceptChain12(chain, hs.settings, 'client'), chain });
  });

const waitClientKeyExchange = (hs: Handshake, client: Client | undefined): State =>
  expecting12('WAIT_CKE', ['client_key_exchange'], (message, effects) => {
    const premaster = hs.exchange.finish(message.body);
    hs.transcript.add(message.bytes);
    const secrets = secretsOfExchange(hs, premaster, effects);
    if (client !== undefined) return waitCertificateVerify(hs, secrets, client);
    hs.transcript.forget();
    return waitChangeCipherSpec(
      hs,
      secrets,
      (effects) => sendLastFlight(hs, secrets, [], effects),
      undefined,
    );
  });

const waitCertificateVerify = (hs: Handshake, secrets: Secrets12, { peer, chain }: Client): State =>
  expecting12('WAIT_CV', ['certificate_verify'], (message, effects) => {
    const { settings, transcript } = hs;
    const known = hs.hello.extensions.supported_groups;
    const groups = known === undefined ? [settings.groups] : [settings.groups, known];
    const offered = { schemes: settings.schemes, groups };
    const signature = checkSignature12(peer, offered, message.body, transcript.messages);
    effects.report({ clientScheme: message.body.algorithm as SignatureScheme });
    transcript.add(message.bytes);
    transcript.forget();
    return waitChangeCipherSpec(
      hs,
      secrets,
      (effects) => sendLastFlight(hs, secrets, chain, effects),
      signature,
    );
  });

/** The ticket, if there is one (RFC 5077 section 3.3), and our Finished. */
function sendLastFlight(
  hs: Handshake,
  { masterSecret, writeHalf }: Secrets12,
  clientChain: readonly Uint8Array[],
  effects: Effects,
): void {
  const { settings, transcript, suite, hello, sessionId } = hs;
  const { tickets, sessions } = settings;
  const state = encodeSession12(suite, effects.agreed.group, masterSecret, clientChain, hello, settings);
  if (hs.givesTicket && tickets !== undefined) {
    // RFC 5077 section 3.3: an empty ticket where one was announced and cannot be given.
    const ticket = state === undefined ? EMPTY : tickets.seal(state);
    const ticketLifetimeHint = state === undefined ? 0 : tickets.lifetime;
    transcript.add(effects.send12('new_session_ticket', { ticketLifetimeHint, ticket }));
  }
  if (state !== undefined && sessionId.length > 0) sessions?.put(sessionId, state);
  state?.fill(0);
  effects.changeCipherSpec();
  effects.writeKeys(writeHalf);
  sendFinished(hs, masterSecret, effects);
}

// --- the short one ------------------------------------------------------------------------------------------------

/** RFC 5246 section 7.3, figure 2: a session goes on, and our Finished comes first. */
function resume(
  settings: Settings,
  hello: ClientHello,
  transcript: Transcript,
  resumed: Resumed12,
  effects: Effects,
): State {
  const agreed = agree(settings, hello, transcript, resumed.suite);
  transcript.choose(agreed.hash);
  // RFC 5077 section 3.4: the client knows by its own identifier that its ticket was good.
  const negotiated: Negotiated12 = {
    ...agreed,
    hello,
    sessionId: hello.legacySessionId,
    givesTicket: false,
  };
  const ownChain = fittingCredential12(resumed.suite, hello, settings)?.chain;
  effects.report({
    extendedMasterSecret: true,
    resumed: true,
    peerChain: resumed.clientChain,
    ...(resumed.group && { group: resumed.group }),
    ...(ownChain !== undefined && { ownChain }),
  });
  sendHello(negotiated, { usesCurves: false, staples: false, names: false }, effects);
  const secrets = secretsOfSession(agreed, resumed.masterSecret, effects);
  effects.report({ suite: agreed.suite.name });
  effects.changeCipherSpec();
  effects.writeKeys(secrets.writeHalf);
  sendFinished(agreed, secrets.masterSecret, effects);
  return waitChangeCipherSpec(agreed, secrets, () => {}, undefined);
}

// --- both ---------------------------------------------------------------------------------------------------------

/** The one place for a change_cipher_spec: when the keys are agreed on, and before the client's Finished. */
const waitChangeCipherSpec = (
  agreed: Agreed12,
  secrets: Secrets12,
  answer: (effects: Effects) => void,
  signature: SignatureChecked12 | undefined,
): State =>
  expectingChangeCipherSpec('WAIT_CCS', (effects) => {
    effects.report({ suite: agreed.suite.name }); // not before there is something that it protects, as with OpenSSL
    effects.readKeys(secrets.readHalf);
    return waitFinished(agreed, secrets, answer, signature);
  });

const waitFinished = (
  { transcript, hash, randoms }: Agreed12,
  { masterSecret }: Secrets12,
  answer: (effects: Effects) => void,
  signature: SignatureChecked12 | undefined,
): State =>
  expecting12(
    'WAIT_FINISHED',
    ['finished'],
    (message, effects) => {
      const finished = checkFinished12(hash, masterSecret, 'client', transcript.hash, message.body);
      transcript.add(message.bytes);
      effects.report({ clientFinished: message.body.slice() });
      answer(effects);
      return openServer12({ finished, signature, hash, masterSecret, randoms });
    },
    { dataFault: 'dataBeforeFinished' },
  );

function sendFinished({ transcript, hash }: Agreed12, masterSecret: Uint8Array, effects: Effects): void {
  const data = verifyData(hash, masterSecret, 'server', transcript.hash);
  transcript.add(effects.send12('finished', data));
  effects.flush();
  effects.report({ serverFinished: data });
}

function hashOf(suite: Suite12, settings: Settings): HashAlgorithm {
  const hash = settings.provider.hashes.get(suite.hash);
  if (hash === undefined) throw fault('internal', suite.hash); // `suite12` has looked
  return hash;
}
