/**
 * A server's handshake in TLS 1.3, in the order in which the wire visits the states of RFC 8446 appendix A.2:
 * RECVD_CH, NEGOTIATED, WAIT_CERT, WAIT_CV, WAIT_FINISHED, CONNECTED. `hello.ts` goes before.
 */
import { EMPTY, equalSecret } from '../../bytes/bytes.ts';
import type { GroupName, HashAlgorithm } from '../../crypto/provider.ts';
import { type ClientHello, type Message13, RETRY_RANDOM } from '../../wire/handshake.ts';
import type { SignatureScheme } from '../../wire/registries.ts';
import { checkFinished, checkSignature, type SignatureChecked, signTranscript } from '../authenticate13.ts';
import { acceptChain, certificateMessage, certificateRequest, readChain } from '../chain13.ts';
import { fault } from '../faults.ts';
import { readHalf13, writeHalf13 } from '../keys/halves13.ts';
import { EarlyStage, finishedMac, type MasterStage } from '../keys/schedule13.ts';
import type { Transcript } from '../keys/transcript.ts';
import { MAX_SKIPPED_EARLY_DATA } from '../limits.ts';
import type { PeerAccepted } from '../peer.ts';
import type { Settings } from '../settings.ts';
import { type Effects, expecting, type State } from '../state.ts';
import type { Suite13 } from '../suites.ts';
import {
  chooseCredential,
  chooseGroup,
  chooseProtocol,
  chooseSuite13,
  chooseVersion,
  fittingCredential,
  requestedName,
  wantsStaple,
} from './choose.ts';
import { openServer13 } from './open13.ts';
import { type ChosenPsk, choosePsk } from './psk13.ts';

/** What is known before the hello that is answered. */
interface Begun {
  readonly settings: Settings;
  readonly transcript: Transcript;
  /** After a HelloRetryRequest. */
  readonly retried?: Retried;
}

interface Retried {
  readonly first: ClientHello;
  readonly group: GroupName | undefined;
  readonly cookie: Uint8Array | undefined;
}

/** RECVD_CH: the hello is for TLS 1.3. */
export function acceptHello13(begun: Begun, message: Message13<'client_hello'>, effects: Effects): State {
  const { settings, transcript, retried } = begun;
  const hello = message.body;
  const suite = chooseSuite13(hello, settings);
  const choice = chooseGroup(hello, settings);
  const wantsCookie = settings.requireCookie && retried === undefined;
  if (choice.kind === 'retry' || wantsCookie) {
    if (retried !== undefined) throw fault('badKeyShare', 'no share of the group that was asked for');
    // What is bound to fail fails before it costs a round trip.
    if (hello.extensions.pre_shared_key === undefined) chooseCredential(hello, settings);
    return requestRetry(begun, message, suite, choice.kind === 'retry' ? choice.group : undefined, effects);
  }
  if (retried?.group !== undefined && retried.group !== choice.group)
    throw fault('wrongGroupSelected', choice.group);

  const { chosen: psk, endsUnfit } = choosePsk(message, settings, suite, transcript);
  const agreement = settings.provider.groups.get(choice.group)?.respond(choice.share.keyExchange);
  if (agreement === undefined) throw fault('badKeyShare', choice.group);
  const hash = hashOf(suite, settings);
  transcript.choose(hash);
  transcript.add(message.bytes);
  effects.report({ group: choice.group });
  return negotiate(
    { settings, transcript, hello, suite, hash, psk, withholdsTickets: endsUnfit },
    { group: choice.group, ...agreement },
    retried !== undefined,
    effects,
  );
}

/** What section 4.1.2 and 4.2.11 ask of any hello that is to become TLS 1.3. */
export function checkHello13(hello: ClientHello): void {
  const { legacyCompressionMethods: compression, extensions } = hello;
  if (compression.length !== 1 || compression[0] !== 0) throw fault('badCompression');
  const order = extensions.order ?? [];
  const psk = order.indexOf('pre_shared_key');
  if (psk === -1) return;
  if (psk !== order.length - 1) throw fault('pskNotLast');
  if (extensions.psk_key_exchange_modes === undefined) throw fault('missingPskModes'); // section 4.2.9
  const { identities, binders } = extensions.pre_shared_key ?? { identities: [], binders: [] };
  if (identities.length !== binders.length) throw fault('badPskBinderCount');
}

/**
 * Section 4.1.2: a second hello differs from the first in what the retry asked for, and in little else. The same suites
 * lead to the same choice, as section 4.1.4 has it.
 */
function checkSecondHello({ first, cookie }: Retried, second: ClientHello, settings: Settings): void {
  if (chooseVersion(second, settings) !== 'TLSv1.3') throw fault('helloChangedAfterRetry', 'version');
  checkHello13(second);
  const unchanged =
    requestedName(first) === requestedName(second) &&
    equalSecret(first.random, second.random) &&
    equalSecret(first.legacySessionId, second.legacySessionId) &&
    first.cipherSuites.join() === second.cipherSuites.join();
  if (!unchanged) throw fault('helloChangedAfterRetry');
  if (second.extensions.early_data !== undefined) throw fault('helloChangedAfterRetry', 'early_data');
  const returned = second.extensions.cookie;
  if (
    cookie === undefined ? returned !== undefined : returned === undefined || !equalSecret(cookie, returned)
  ) {
    throw fault('cookieMismatch');
  }
}

/** Section 4.1.4. */
function requestRetry(
  begun: Begun,
  message: Message13<'client_hello'>,
  suite: Suite13,
  group: GroupName | undefined,
  effects: Effects,
): State {
  const { settings, transcript } = begun;
  const first = message.body;
  const cookie = settings.requireCookie ? settings.provider.random(COOKIE_LENGTH) : undefined;
  transcript.add(message.bytes);
  transcript.retry(hashOf(suite, settings));
  const request = effects.send('server_hello', {
    kind: 'helloRetryRequest',
    legacyVersion: 0x0303,
    random: RETRY_RANDOM,
    legacySessionIdEcho: first.legacySessionId,
    cipherSuite: suite.name,
    legacyCompressionMethod: 0,
    extensions: { supported_versions: 'TLSv1.3', key_share: group, cookie },
  });
  transcript.add(request);
  sendChangeCipherSpec(settings, first, effects);
  effects.flush();
  effects.tolerate('change_cipher_spec');
  if (first.extensions.early_data !== undefined) effects.skipEarlyData(MAX_SKIPPED_EARLY_DATA);
  const retried: Retried = { first, group, cookie };
  return expecting('RECVD_CH', ['client_hello'], (second, fx) => {
    checkSecondHello(retried, second.body, settings);
    return acceptHello13({ ...begun, retried }, second, fx);
  });
}

const COOKIE_LENGTH = 32;
const TRUE = true as const;

/** Appendix D.4: sent where we do so by habit, and a must where the client sent a session ID. */
function sendChangeCipherSpec(settings: Settings, hello: ClientHello, effects: Effects): void {
  if (settings.middleboxCompatibility || hello.legacySessionId.length > 0) effects.changeCipherSpec();
}

/** What is known when there is something to agree on. */
interface Negotiating {
  readonly settings: Settings;
  readonly transcript: Transcript;
  readonly hello: ClientHello;
  readonly suite: Suite13;
  readonly hash: HashAlgorithm;
  /** What makes certificates needless: the key of a session that goes on, or one from elsewhere. */
  readonly psk: ChosenPsk | undefined;
  /** No tickets follow the handshake. */
  readonly withholdsTickets: boolean;
}

interface OwnShare {
  readonly group: GroupName;
  readonly share: Uint8Array;
  readonly secret: Uint8Array;
}

/** NEGOTIATED: the server's whole flight. */
function negotiate(known: Negotiating, own: OwnShare, afterRetry: boolean, effects: Effects): State {
  const { settings, transcript, hello, suite, hash, psk } = known;
  const signing = psk === undefined ? chooseCredential(hello, settings) : undefined;
  effects.report({ suite: suite.name });
  const protocol = chooseProtocol(hello, settings);
  if (protocol !== undefined) effects.report({ protocol: protocol.slice() });

  const serverHello = effects.send('server_hello', {
    kind: 'serverHello13',
    legacyVersion: 0x0303,
    random: settings.provider.random(32),
    legacySessionIdEcho: hello.legacySessionId,
    cipherSuite: suite.name,
    legacyCompressionMethod: 0,
    extensions: {
      supported_versions: 'TLSv1.3',
      key_share: { group: own.group, keyExchange: own.share },
      pre_shared_key: psk?.index,
    },
  });
  transcript.add(serverHello);
  if (!afterRetry) sendChangeCipherSpec(settings, hello, effects);

  const stage = new EarlyStage(hash, psk?.psk).handshake(own.secret);
  if (psk?.binder === 'res binder') psk.psk.fill(0); // one from elsewhere is not ours to wipe
  const helloHash = transcript.hash;
  const clientSecret = stage.clientTraffic(helloHash);
  const serverSecret = stage.serverTraffic(helloHash);
  const master = stage.master();
  effects.guard(clientSecret, serverSecret, master);
  effects.logSecret('SERVER_HANDSHAKE_TRAFFIC_SECRET', hello.random, serverSecret);
  effects.logSecret('CLIENT_HANDSHAKE_TRAFFIC_SECRET', hello.random, clientSecret);
  effects.writeKeys(writeHalf13(settings, suite, serverSecret));
  effects.readKeys(readHalf13(settings, suite, clientSecret));
  effects.tolerate('change_cipher_spec', 'alert');
  if (hello.extensions.early_data !== undefined) effects.skipEarlyData(MAX_SKIPPED_EARLY_DATA);

  const extensions = {
    // RFC 6066 section 3: said when the name was made use of.
    server_name:
      settings.answerName !== undefined && hello.extensions.server_name !== undefined ? TRUE : undefined,
    application_layer_protocol_negotiation: protocol && [protocol],
  };
  transcript.add(effects.send('encrypted_extensions', { extensions }));
  if (psk !== undefined) {
    const ownChain = psk.binder === 'res binder' ? fittingCredential(hello, settings)?.chain : undefined;
    effects.report({ resumed: true, peerChain: psk.clientChain, ...(ownChain && { ownChain }) });
  }
  // Section 4.3.2: a client that is known by its PSK is not asked.
  const asks =
    settings.clientCertificate !== 'none' && !settings.postHandshakeAuthentication && psk === undefined;
  if (asks) transcript.add(effects.send('certificate_request', certificateRequest(settings, EMPTY)));
  if (signing !== undefined) {
    const message = certificateMessage(signing.credential, EMPTY, wantsStaple(hello));
    transcript.add(effects.send('certificate', message));
    transcript.add(effects.send('certificate_verify', signTranscript('server', signing, transcript.hash)));
    effects.report({ serverScheme: signing.name, ownChain: signing.credential.chain });
  }
  const verifyData = finishedMac(hash, serverSecret, transcript.hash);
  transcript.add(effects.send('finished', verifyData));
  effects.flush();
  effects.report({ serverFinished: verifyData });

  const transcriptHash = transcript.hash;
  const exporterSecret = master.exporter(transcriptHash);
  const serverTraffic = master.serverTraffic(transcriptHash);
  const clientTraffic = master.clientTraffic(transcriptHash);
  effects.guard(exporterSecret, serverTraffic, clientTraffic);
  effects.logSecret('EXPORTER_SECRET', hello.random, exporterSecret);
  effects.logSecret('SERVER_TRAFFIC_SECRET_0', hello.random, serverTraffic);
  effects.logSecret('CLIENT_TRAFFIC_SECRET_0', hello.random, clientTraffic);
  effects.writeKeys(writeHalf13(settings, suite, serverTraffic));
  serverSecret.fill(0);
  const hs: Handshake = {
    ...known,
    master,
    clientSecret,
    clientTraffic,
    serverTraffic,
    exporterSecret,
  };
  return asks ? waitCertificate(hs) : waitFinished(hs, undefined);
}

/** What is known once the server's flight is out. */
interface Handshake extends Negotiating {
  /** The chain that the client has sent. */
  readonly clientChain?: readonly Uint8Array[];
  readonly master: MasterStage;
  /** The client's handshake traffic secret: its Finished is checked under it. */
  readonly clientSecret: Uint8Array;
  readonly clientTraffic: Uint8Array;
  readonly serverTraffic: Uint8Array;
  readonly exporterSecret: Uint8Array;
}

const waitCertificate = (hs: Handshake): State =>
  expecting('WAIT_CERT', ['certificate'], (message, effects) => {
    const peerChain = readChain(message.body, hs.settings);
    if (peerChain.length === 0) {
      if (hs.settings.clientCertificate === 'required') throw fault('certificateMissing'); // section 4.4.2.4
      hs.transcript.add(message.bytes);
      return waitFinished(hs, undefined);
    }
    effects.report({ peerChain });
    const peer = acceptChain(message.body, hs.settings, 'client');
    hs.transcript.add(message.bytes);
    return waitCertificateVerify({ ...hs, clientChain: peerChain }, peer);
  });

const waitCertificateVerify = (hs: Handshake, peer: PeerAccepted): State =>
  expecting('WAIT_CV', ['certificate_verify'], (message, effects) => {
    const signature = checkSignature('client', peer, hs.settings.schemes, message.body, hs.transcript.hash);
    effects.report({ clientScheme: message.body.algorithm as SignatureScheme });
    hs.transcript.add(message.bytes);
    return waitFinished(hs, signature);
  });

const waitFinished = (hs: Handshake, signature: SignatureChecked | undefined): State =>
  expecting('WAIT_FINISHED', ['finished'], (message, effects) => {
    const { settings, transcript, suite, hash, master } = hs;
    const finished = checkFinished(hash, hs.clientSecret, transcript.hash, message.body);
    transcript.add(message.bytes);
    effects.report({ clientFinished: message.body.slice() });
    effects.tolerate(); // section 5: after the peer's Finished nothing comes unprotected
    effects.readKeys(readHalf13(settings, suite, hs.clientTraffic));
    const resumptionSecret = master.resumption(transcript.hash);
    master.wipe();
    hs.clientSecret.fill(0);
    const { extensions } = hs.hello;
    const answersLater = extensions.post_handshake_auth ?? false;
    const mayBeAsked = answersLater && settings.clientCertificate !== 'none';
    return openServer13(
      {
        settings,
        suite,
        hash,
        readSecret: hs.clientTraffic,
        writeSecret: hs.serverTraffic,
        exporterSecret: hs.exporterSecret,
        resumptionSecret,
        finished,
        signature,
        serverName: extensions.server_name?.[0].hostName.slice() ?? EMPTY,
        takesTickets: extensions.psk_key_exchange_modes?.includes('psk_dhe_ke') ?? false,
        answersLater,
        transcript: mayBeAsked ? transcript : undefined,
        clientChain: hs.psk?.clientChain ?? hs.clientChain ?? [],
        isResumed: hs.psk !== undefined,
        withholdsTickets: hs.withholdsTickets,
      },
      effects,
    );
  });

function hashOf(suite: Suite13, settings: Settings): HashAlgorithm {
  const hash = settings.provider.hashes.get(suite.hash);
  if (hash === undefined) throw fault('internal', suite.hash); // `suite13` has looked
  return hash;
}
