/**
 * A client's handshake in TLS 1.2 from the ServerHello on, in the order in which the wire visits its states (RFC 5246
 * section 7.3): WAIT_CERT, WAIT_STATUS, WAIT_SKE, WAIT_CR_SHD, WAIT_SHD, and with our last flight out WAIT_TICKET,
 * WAIT_CCS, WAIT_FINISHED, CONNECTED. Where a session goes on the last three come at once.
 *
 * What may be left out depends on the suite: who is not to sign has no ServerKeyExchange, who has only a shared key no
 * certificate. Every state lists what may come in its place.
 */
import { EMPTY, equal } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { OCSP } from '../../wire/extensions.ts';
import type { Message13, ServerHello12 } from '../../wire/handshake.ts';
import type { CertificateRequest12, NewSessionTicket12 } from '../../wire/handshake12.ts';
import {
  acceptSession,
  checkFinished12,
  chooseSigning12,
  type FinishedChecked12,
  keyKind,
  provedByExchange,
  type ServerIdentity,
  signMessages,
} from '../authenticate12.ts';
import { acceptChain12, readChain12 } from '../chain12.ts';
import { fault } from '../faults.ts';
import { verifyData } from '../keys/schedule12.ts';
import { type Agreed12, type Secrets12, secretsOfExchange, secretsOfSession } from '../keys/secrets12.ts';
import type { Transcript } from '../keys/transcript.ts';
import { MAX_TICKET_LENGTH } from '../limits.ts';
import { openClient12 } from '../open12.ts';
import { type PeerAccepted, sentChain } from '../peer.ts';
import type { Session12 } from '../session12.ts';
import type { Settings } from '../settings.ts';
import {
  type Effects,
  expecting12,
  expectingChangeCipherSpec,
  IGNORES_HELLO_REQUEST,
  type State,
} from '../state.ts';
import type { Suite12 } from '../suites12.ts';
import { answerExchange, paramsOf, readParams, type ServerParams } from './exchange12.ts';
import type { SentHello } from './hello.ts';
import { selectedProtocol } from './protocol.ts';
import { checkServerHello12, checkVersion12, resumedSession12 } from './server-hello12.ts';

/** What is known before the ServerHello. */
export interface Offered12 {
  readonly settings: Settings;
  readonly transcript: Transcript;
  readonly sent: SentHello;
}

/** The ServerHello is one of TLS 1.2. */
export function acceptServerHello12(
  offered: Offered12,
  hello: ServerHello12,
  message: Message13<'server_hello'>,
  effects: Effects,
): State {
  const { settings, transcript, sent } = offered;
  sent.wipe();
  checkVersion12(hello, settings);
  const suite = checkServerHello12(hello, sent.hello, settings);
  const { extensions } = hello;
  const agreed: Agreed12 = {
    settings,
    transcript,
    suite,
    hash: hashOf(suite, settings),
    randoms: { client: sent.hello.random, server: hello.random.slice() },
    extendedMasterSecret: extensions.extended_master_secret !== undefined,
    encryptThenMac: extensions.encrypt_then_mac !== undefined && suite.protection.kind === 'cbc',
  };
  const protocol = selectedProtocol(settings, extensions.application_layer_protocol_negotiation);
  const session = resumedSession12(sent.session12, hello);
  effects.report({
    version: 'TLSv1.2',
    extendedMasterSecret: agreed.extendedMasterSecret,
    sessionId: hello.legacySessionIdEcho.slice(),
    ...(protocol !== undefined && { protocol }),
  });
  if (session === undefined) transcript.remember();
  transcript.choose(agreed.hash);
  transcript.add(message.bytes);
  const hs: Handshake = {
    ...agreed,
    sent,
    sessionId: hello.legacySessionIdEcho.slice(),
    getsTicket: extensions.session_ticket !== undefined,
    getsStatus: extensions.status_request !== undefined,
  };
  if (session !== undefined) return resume(hs, session, effects);
  return suite.authentication === 'psk' ? waitKeyExchange(hs, undefined) : waitCertificate(hs);
}

/** What is known once the hellos are exchanged. */
interface Handshake extends Agreed12 {
  readonly sent: SentHello;
  readonly sessionId: Uint8Array;
  /** RFC 5077 section 3.2: a NewSessionTicket will come. */
  readonly getsTicket: boolean;
  /** RFC 6066 section 8: a CertificateStatus may come. */
  readonly getsStatus: boolean;
}

// --- the server's flight ------------------------------------------------------------------------------------------

const PASSING = { passesOver: IGNORES_HELLO_REQUEST };

const waitCertificate = (hs: Handshake): State =>
  expecting12(
    'WAIT_CERT',
    ['certificate'],
    (message, effects) => {
      const chain = readChain12(message.body);
      if (chain.length === 0) throw fault('emptyCertificateMessage'); // RFC 5246 section 7.4.2
      effects.report({ peerChain: chain });
      hs.transcript.add(message.bytes);
      return hs.getsStatus ? waitStatus(hs, chain) : waitKeyExchange(hs, acceptServer(hs, chain));
    },
    PASSING,
  );

/** RFC 6066 section 8: a server that has announced a status may still not send one. */
const waitStatus = (hs: Handshake, chain: readonly Uint8Array[]): State =>
  expecting12(
    'WAIT_STATUS',
    ['certificate_status', ...afterCertificate(hs.suite)],
    (message, effects) => {
      if (message.type !== 'certificate_status')
        return waitKeyExchange(hs, acceptServer(hs, chain)).receive(message, effects);
      hs.transcript.add(message.bytes);
      const { statusType, response } = message.body;
      return waitKeyExchange(hs, acceptServer(hs, chain, statusType === OCSP ? response : undefined));
    },
    PASSING,
  );

/** The server as its certificate shows it. */
interface Server {
  readonly peer: PeerAccepted;
  readonly chain: readonly Uint8Array[];
}

function acceptServer(hs: Handshake, chain: readonly Uint8Array[], ocspResponse?: Uint8Array): Server {
  const peer = acceptChain12(chain, hs.settings, 'server', ocspResponse);
  // RFC 5246 section 7.4.2: a key of the kind that the suite names.
  if (keyKind(peer.key.type) !== hs.suite.authentication) throw fault('wrongCertificateType', peer.key.type);
  return { peer, chain };
}

const waitKeyExchange = (hs: Handshake, server: Server | undefined): State =>
  expecting12(
    'WAIT_SKE',
    afterCertificate(hs.suite),
    (message, effects) => {
      if (message.type !== 'server_key_exchange') {
        const params = { identity: provedByExchange(hs.suite) };
        return waitRequestOrDone({ ...hs, server, params }).receive(message, effects);
      }
      const params = readParams(hs, server?.peer, message.body, effects);
      hs.transcript.add(message.bytes);
      return waitRequestOrDone({ ...hs, server, params });
    },
    PASSING,
  );

/** What may come when the certificate, if there is one, is in. */
function afterCertificate(suite: Suite12): readonly ('server_key_exchange' | AfterParams)[] {
  switch (paramsOf(suite)) {
    case 'required':
      return ['server_key_exchange'];
    case 'optional':
      return ['server_key_exchange', ...afterParams(suite)];
    case 'none':
      return afterParams(suite);
  }
}

type AfterParams = 'certificate_request' | 'server_hello_done';

/** RFC 5246 section 7.4.4: only a server that has a certificate may ask for one. */
function afterParams(suite: Suite12): readonly AfterParams[] {
  return suite.authentication === 'psk'
    ? ['server_hello_done']
    : ['certificate_request', 'server_hello_done'];
}

/** What is known when the server's part of the key exchange is in. */
interface Exchanging extends Handshake {
  readonly server: Server | undefined;
  readonly params: ServerParams;
}

const waitRequestOrDone = (hs: Exchanging): State =>
  expecting12(
    'WAIT_CR_SHD',
    afterParams(hs.suite),
    (message, effects) => {
      hs.transcript.add(message.bytes);
      return message.type === 'certificate_request'
        ? waitDone(hs, message.body)
        : sendAnswer(hs, undefined, effects);
    },
    PASSING,
  );

const waitDone = (hs: Exchanging, request: CertificateRequest12): State =>
  expecting12(
    'WAIT_SHD',
    ['server_hello_done'],
    (message, effects) => {
      hs.transcript.add(message.bytes);
      return sendAnswer(hs, request, effects);
    },
    PASSING,
  );

// --- our flight ---------------------------------------------------------------------------------------------------

/** Certificate, ClientKeyExchange, CertificateVerify, Finished. */
function sendAnswer(hs: Exchanging, request: CertificateRequest12 | undefined, effects: Effects): State {
  const { settings, transcript, params, server } = hs;
  const signing = request && chooseOwn(settings, request);
  if (request !== undefined) {
    // RFC 5246 section 7.4.6: an empty list where none of ours fits.
    const certificateList = sentChain(signing?.credential);
    transcript.add(effects.send12('certificate', { certificateList }));
  }
  const { body, premaster } = answerExchange(hs, params, server?.peer.key);
  transcript.add(effects.send12('client_key_exchange', body));
  const secrets = secretsOfExchange(hs, premaster, effects);
  if (signing !== undefined) {
    transcript.add(effects.send12('certificate_verify', signMessages(signing, transcript.messages)));
    effects.report({ clientScheme: signing.name });
  }
  transcript.forget();
  sendFinished(hs, secrets, effects);
  return waitLastFlight(
    hs,
    secrets,
    { identity: params.identity, chain: server?.chain ?? [] },
    (ending, fx) => connect(hs, secrets, ending, fx),
  );
}

/** RFC 5246 section 7.4.4: a certificate of a type and with a scheme that the server takes. OpenSSL looks at the last only. */
function chooseOwn(settings: Settings, request: CertificateRequest12) {
  const kinds: Suite12['authentication'][] = [];
  if (request.certificateTypes.includes('rsa_sign')) kinds.push('rsa');
  if (request.certificateTypes.includes('ecdsa_sign')) kinds.push('ecdsa');
  const credentials = settings.credentials.filter(({ superseded }) => superseded !== true);
  return chooseSigning12(credentials, settings.signingSchemes, request.supportedSignatureAlgorithms, kinds);
}

function sendFinished(hs: Handshake, { masterSecret, writeHalf }: Secrets12, effects: Effects): void {
  const { transcript, hash, suite } = hs;
  effects.report({ suite: suite.name }); // not before there is something that it protects, as with OpenSSL
  effects.changeCipherSpec();
  effects.writeKeys(writeHalf);
  const data = verifyData(hash, masterSecret, 'client', transcript.hash);
  transcript.add(effects.send12('finished', data));
  effects.flush();
  effects.report({ clientFinished: data });
}

// --- a session goes on --------------------------------------------------------------------------------------------

function resume(hs: Handshake, session: Session12, effects: Effects): State {
  const identity = acceptSession(hs.suite, session);
  const chain = session.peerChain;
  effects.report({
    suite: hs.suite.name,
    resumed: true,
    peerChain: chain,
    ...(session.group && { group: session.group }),
  });
  // A copy: the session may be resumed again when this connection's is wiped.
  const secrets = secretsOfSession(hs, session.masterSecret.slice(), effects);
  return waitLastFlight(hs, secrets, { identity, chain }, (ending, fx) => {
    sendFinished(hs, secrets, fx);
    return connect(hs, secrets, ending, fx);
  });
}

// --- the end of both ----------------------------------------------------------------------------------------------

interface Authenticated {
  readonly identity: ServerIdentity;
  readonly chain: readonly Uint8Array[];
}

/** What is known when the server's Finished is in. */
interface Ending extends Authenticated {
  readonly finished: FinishedChecked12;
  readonly ticket: NewSessionTicket12 | undefined;
}

type Then = (ending: Ending, effects: Effects) => State;

function waitLastFlight(hs: Handshake, secrets: Secrets12, server: Authenticated, then: Then): State {
  if (!hs.getsTicket) return waitChangeCipherSpec(hs, secrets, { ...server, ticket: undefined }, then);
  return expecting12(
    'WAIT_TICKET',
    ['new_session_ticket'],
    (message) => {
      hs.transcript.add(message.bytes);
      return waitChangeCipherSpec(hs, secrets, { ...server, ticket: message.body }, then);
    },
    PASSING,
  );
}

/** The one place for a change_cipher_spec: when the keys are agreed on, and before the server's Finished. */
const waitChangeCipherSpec = (
  hs: Handshake,
  secrets: Secrets12,
  server: Omit<Ending, 'finished'>,
  then: Then,
): State =>
  expectingChangeCipherSpec(
    'WAIT_CCS',
    (effects) => {
      effects.readKeys(secrets.readHalf);
      return waitFinished(hs, secrets, server, then);
    },
    PASSING,
  );

const waitFinished = (
  { hash, transcript }: Handshake,
  { masterSecret }: Secrets12,
  server: Omit<Ending, 'finished'>,
  then: Then,
): State =>
  expecting12(
    'WAIT_FINISHED',
    ['finished'],
    (message, effects) => {
      const finished = checkFinished12(hash, masterSecret, 'server', transcript.hash, message.body);
      transcript.add(message.bytes);
      effects.report({ serverFinished: message.body.slice() });
      return then({ ...server, finished }, effects);
    },
    { ...PASSING, dataFault: 'dataBeforeFinished' },
  );

function connect(hs: Handshake, { masterSecret }: Secrets12, ending: Ending, effects: Effects): State {
  const { hash, randoms } = hs;
  if (isNew(hs, ending)) keepSession(hs, masterSecret, ending, effects);
  const { identity, finished } = ending;
  return openClient12({ identity, finished, hash, masterSecret, randoms });
}

/** RFC 5077 section 3.3: a session that goes on is still the one that we have, unless there is a new ticket for it. */
function isNew({ sessionId, sent }: Handshake, { ticket }: Ending): boolean {
  const isResumed = sent.session12 !== undefined && equal(sent.session12.id, sessionId);
  return !isResumed || (ticket?.ticket.length ?? 0) > 0;
}

/** RFC 5077 section 3.3: with a ticket if there is one, or else by the identifier, if the server has given one. */
function keepSession(hs: Handshake, master: Uint8Array, { ticket, chain }: Ending, effects: Effects): void {
  const { settings, suite, sessionId, extendedMasterSecret } = hs;
  const hasTicket = ticket !== undefined && ticket.ticket.length > 0;
  if (!extendedMasterSecret || (!hasTicket && sessionId.length === 0)) return;
  if (hasTicket && ticket.ticket.length > MAX_TICKET_LENGTH) return;
  effects.keep({
    version: 'TLSv1.2',
    suite: suite.name,
    group: effects.agreed.group,
    // RFC 5077 section 3.4: a name of our own, by whose echo we know that the ticket was taken.
    id: hasTicket ? settings.provider.random(SESSION_ID_LENGTH) : sessionId,
    ticket: hasTicket ? ticket.ticket.slice() : EMPTY,
    masterSecret: master.slice(),
    lifetime: ticket?.ticketLifetimeHint ?? 0,
    received: settings.clock(),
    serverName: settings.serverName,
    peerChain: chain,
  });
}

const SESSION_ID_LENGTH = 32;

function hashOf(suite: Suite12, settings: Settings): HashAlgorithm {
  const hash = settings.provider.hashes.get(suite.hash);
  if (hash === undefined) throw fault('internal', suite.hash); // `suite12` has looked
  return hash;
}
