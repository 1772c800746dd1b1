/**
 * A client's handshake in TLS 1.3, in the order in which the wire visits the states of RFC 8446 appendix A.1:
 * WAIT_SH, WAIT_EE, WAIT_CERT_CR, WAIT_CERT, WAIT_CV, WAIT_FINISHED, CONNECTED. `flight12.ts` begins where
 * `waitServerHello` finds a ServerHello of TLS 1.2.
 */
import { equal } from '../../bytes/bytes.ts';
import type { GroupName, HashAlgorithm } from '../../crypto/provider.ts';
import type {
  CertificateRequest13,
  EncryptedExtensions,
  HelloRetryRequest,
  Message13,
  ServerHello13,
} from '../../wire/handshake.ts';
import { type SignatureScheme, suiteNumbers } from '../../wire/registries.ts';
import {
  acceptPsk,
  checkFinished,
  checkSignature,
  type FinishedChecked,
  type PskAccepted,
  type SignatureChecked,
} from '../authenticate13.ts';
import { acceptChain, readChain } from '../chain13.ts';
import { fault } from '../faults.ts';
import { readHalf13, writeHalf13 } from '../keys/halves13.ts';
import { EarlyStage, finishedMac, type MasterStage } from '../keys/schedule13.ts';
import { Transcript } from '../keys/transcript.ts';
import type { PeerAccepted } from '../peer.ts';
import { PLACES, refuseMisplaced } from '../placement.ts';
import type { Settings } from '../settings.ts';
import { type Effects, expecting, IGNORES_HELLO_REQUEST, type State } from '../state.ts';
import { type Suite13, suite13 } from '../suites.ts';
import { answerRequest, checkRequest } from './authenticate13.ts';
import { acceptServerHello12 } from './flight12.ts';
import { makeHello, offeredSuites, type SentHello } from './hello.ts';
import { openClient13 } from './open13.ts';
import { selectedProtocol } from './protocol.ts';
import type { OfferedPsk } from './psks13.ts';

/** START: sends the ClientHello. */
export function startClient(settings: Settings, effects: Effects): State {
  if (settings.versions.length === 0) throw fault('noVersionsEnabled');
  if (offeredSuites(settings).length === 0) throw fault('noSuitesEnabled');
  const transcript = new Transcript();
  const sent = makeHello(settings, transcript);
  effects.guard(sent);
  transcript.add(sent.bytes);
  effects.sendEncoded(sent.bytes);
  effects.flush();
  return waitServerHello({ settings, transcript, sent });
}

/** What is known before the ServerHello. */
interface Offered {
  readonly settings: Settings;
  readonly transcript: Transcript;
  readonly sent: SentHello;
  /** After a HelloRetryRequest: the suite that it settled. */
  readonly retried?: Suite13;
}

const waitServerHello = (offered: Offered): State =>
  expecting(
    'WAIT_SH',
    ['server_hello'],
    (message, effects) => {
      const hello = message.body;
      effects.recordVersion(0x0303); // section 5.1: only what comes before may carry another
      switch (hello.kind) {
        case 'serverHello13':
          return acceptServerHello(offered, hello, message, effects);
        case 'helloRetryRequest':
          return retry(offered, hello, message, effects);
        case 'serverHello12':
          // Section 4.1.4: a retry is of TLS 1.3, and binds the server to it.
          if (offered.retried !== undefined) throw fault('wrongVersionSelected');
          return acceptServerHello12(offered, hello, message, effects);
      }
    },
    offered.retried === undefined
      ? {
          passesOver: IGNORES_HELLO_REQUEST,
          under: (settings) => waitServerHello({ ...offered, settings }),
        }
      : {},
  );

/** The checks that a ServerHello and a HelloRetryRequest share (section 4.1.3 and 4.1.4). */
function checkHello(
  offered: Offered,
  hello: ServerHello13 | HelloRetryRequest,
  places: readonly string[],
): Suite13 {
  const { hello: own, psks } = offered.sent;
  refuseMisplaced(hello.extensions.order, places);
  for (const name of hello.extensions.order ?? []) {
    // What has no name here was not asked for, and a PSK only where there are some.
    const isAnswer = name === 'pre_shared_key' ? psks.length > 0 : places.includes(name);
    if (!isAnswer) throw fault('unsolicitedExtension', name);
  }
  if (hello.legacyVersion !== 0x0303) throw fault('wrongLegacyVersion');
  const version = hello.extensions.supported_versions;
  if (version !== 'TLSv1.3' || !own.extensions.supported_versions?.includes(version))
    throw fault('wrongVersionSelected');
  if (!equal(hello.legacySessionIdEcho, own.legacySessionId)) throw fault('wrongSessionIdEcho');
  if (hello.legacyCompressionMethod !== 0) throw fault('badCompression');
  if (!(hello.cipherSuite in suiteNumbers)) throw fault('unknownSuiteSelected', hello.cipherSuite);
  const isOwn = own.cipherSuites.includes(hello.cipherSuite);
  const suite = isOwn ? suite13(hello.cipherSuite, offered.settings.provider) : undefined;
  if (suite === undefined) throw fault('wrongSuiteSelected', hello.cipherSuite);
  return suite;
}

/** Section 4.1.4: one more try, with what the server asks for. */
function retry(offered: Offered, request: HelloRetryRequest, message: Message13, effects: Effects): State {
  if (offered.retried !== undefined) throw fault('secondRetry');
  const { settings, transcript, sent } = offered;
  const suite = checkHello(offered, request, PLACES.helloRetryRequest);
  const { key_share: group, cookie } = request.extensions;
  if (group === undefined && cookie === undefined) throw fault('retryWithoutChange');
  if (group !== undefined) {
    // Section 4.2.8: a group of ours, and not one whose share the server already has.
    if (!sent.hello.extensions.supported_groups?.includes(group)) throw fault('wrongGroupSelected', group);
    if (sent.shares.has(group)) throw fault('retryWithoutChange', group);
  }
  transcript.retry(hashOf(suite, settings));
  transcript.add(message.bytes);
  if (settings.middleboxCompatibility) effects.changeCipherSpec();
  effects.tolerate('change_cipher_spec');
  const second = makeHello(settings, transcript, {
    suite,
    first: sent,
    group: group as GroupName | undefined,
    cookie,
  });
  effects.guard(second);
  transcript.add(second.bytes);
  effects.sendEncoded(second.bytes);
  effects.flush();
  return waitServerHello({ settings, transcript, sent: second, retried: suite });
}

function acceptServerHello(
  offered: Offered,
  hello: ServerHello13,
  message: Message13,
  effects: Effects,
): State {
  const { settings, transcript, sent, retried } = offered;
  const suite = checkHello(offered, hello, PLACES.serverHello);
  if (retried !== undefined && retried !== suite) throw fault('wrongSuiteSelected', 'not that of the retry');
  const share = hello.extensions.key_share;
  if (share === undefined) throw fault('missingKeyShare');
  // Section 4.2.8: a group that it has a share of, which after a retry is only the one that was asked for.
  const own = sent.shares.get(share.group);
  if (own === undefined) throw fault('wrongGroupSelected', share.group);
  const sharedSecret = own.agree(share.keyExchange);
  if (sharedSecret === undefined) throw fault('badKeyShare', share.group);

  const hash = hashOf(suite, settings);
  const selected = hello.extensions.pre_shared_key;
  const known = selected === undefined ? undefined : acceptPsk(selected, sent.psks, suite.hash);
  transcript.choose(hash);
  transcript.add(message.bytes);
  const stage = new EarlyStage(hash, known?.psk.key).handshake(sharedSecret);
  sent.wipe();
  const transcriptHash = transcript.hash;
  const clientSecret = stage.clientTraffic(transcriptHash);
  const serverSecret = stage.serverTraffic(transcriptHash);
  const master = stage.master();
  effects.guard(clientSecret, serverSecret, master);
  effects.logSecret('SERVER_HANDSHAKE_TRAFFIC_SECRET', sent.hello.random, serverSecret);
  effects.logSecret('CLIENT_HANDSHAKE_TRAFFIC_SECRET', sent.hello.random, clientSecret);
  effects.report({
    version: 'TLSv1.3',
    suite: suite.name,
    group: share.group as GroupName,
    ...(known !== undefined && { resumed: true, peerChain: known.psk.session?.peerChain ?? [] }),
  });
  effects.tolerate('change_cipher_spec');
  effects.readKeys(readHalf13(settings, suite, serverSecret));
  effects.writeKeys(writeHalf13(settings, suite, clientSecret), {
    changeCipherSpec: settings.middleboxCompatibility && retried === undefined,
  });
  return waitEncryptedExtensions({
    settings,
    transcript,
    sent,
    suite,
    hash,
    clientSecret,
    serverSecret,
    master,
    ...(known !== undefined && { known }),
  });
}

/** What is known once keys are. */
interface Handshake extends Offered {
  readonly suite: Suite13;
  readonly hash: HashAlgorithm;
  /** The handshake traffic secrets. */
  readonly clientSecret: Uint8Array;
  readonly serverSecret: Uint8Array;
  readonly master: MasterStage;
  /** The PSK that the server has taken up: then it is known, and sends no certificate. */
  readonly known?: { readonly psk: OfferedPsk; readonly accepted: PskAccepted };
  /** The server's certificate request, where there was one. */
  readonly request?: CertificateRequest13;
}

const waitEncryptedExtensions = (hs: Handshake): State =>
  expecting('WAIT_EE', ['encrypted_extensions'], (message, effects) => {
    checkEncryptedExtensions(hs, message.body);
    hs.transcript.add(message.bytes);
    const { application_layer_protocol_negotiation: names } = message.body.extensions;
    const protocol = selectedProtocol(hs.settings, names);
    if (protocol !== undefined) effects.report({ protocol });
    if (hs.known === undefined) return waitCertificateOrRequest(hs);
    const { accepted, psk } = hs.known;
    return waitFinished(hs, accepted, psk.session?.peerChain ?? []);
  });

/** Section 4.2: answers to what was asked, and no others. */
function checkEncryptedExtensions(hs: Handshake, { extensions }: EncryptedExtensions): void {
  refuseMisplaced(extensions.order, PLACES.encryptedExtensions);
  const { extensions: own } = hs.sent.hello;
  for (const name of extensions.order ?? []) {
    // What has no name here can only have been offered by a hello that was rewritten: it is for the rewriter to judge.
    const isOffered = (own as Record<string, unknown>)[name] !== undefined || own.order?.includes(name);
    if (!isOffered) throw fault('unsolicitedExtension', name);
  }
}

const waitCertificateOrRequest = (hs: Handshake): State =>
  expecting('WAIT_CERT_CR', ['certificate_request', 'certificate'], (message, effects) => {
    if (message.type === 'certificate') return acceptServerChain(hs, message, effects);
    const request = message.body;
    if (request.certificateRequestContext.length > 0) throw fault('badCertificateContext'); // section 4.3.2
    checkRequest(request);
    hs.transcript.add(message.bytes);
    return waitCertificate({ ...hs, request });
  });

const waitCertificate = (hs: Handshake): State =>
  expecting('WAIT_CERT', ['certificate'], (message, effects) => acceptServerChain(hs, message, effects));

function acceptServerChain(hs: Handshake, message: Message13<'certificate'>, effects: Effects): State {
  const peerChain = readChain(message.body, hs.settings);
  if (peerChain.length === 0) throw fault('emptyCertificateMessage'); // section 4.4.2.4
  effects.report({ peerChain });
  const peer = acceptChain(message.body, hs.settings, 'server');
  hs.transcript.add(message.bytes);
  return waitCertificateVerify(hs, peer, peerChain);
}

const waitCertificateVerify = (hs: Handshake, peer: PeerAccepted, chain: readonly Uint8Array[]): State =>
  expecting('WAIT_CV', ['certificate_verify'], (message, effects) => {
    const offered = (hs.sent.hello.extensions.signature_algorithms ?? []) as readonly SignatureScheme[];
    const signature = checkSignature('server', peer, offered, message.body, hs.transcript.hash);
    effects.report({ serverScheme: message.body.algorithm as SignatureScheme });
    hs.transcript.add(message.bytes);
    return waitFinished(hs, signature, chain);
  });

const waitFinished = (
  hs: Handshake,
  identity: SignatureChecked | PskAccepted,
  chain: readonly Uint8Array[],
): State =>
  expecting('WAIT_FINISHED', ['finished'], (message, effects) => {
    const finished = checkFinished(hs.hash, hs.serverSecret, hs.transcript.hash, message.body);
    hs.transcript.add(message.bytes);
    effects.report({ serverFinished: message.body.slice() });
    return connect(hs, { identity, finished }, chain, effects);
  });

/** The client's last flight, and the keys for data. */
function connect(
  hs: Handshake,
  proofs: { readonly identity: SignatureChecked | PskAccepted; readonly finished: FinishedChecked },
  peerChain: readonly Uint8Array[],
  effects: Effects,
): State {
  const { settings, transcript, hash, suite, master, sent } = hs;
  const transcriptHash = transcript.hash;
  const clientSecret = master.clientTraffic(transcriptHash);
  const serverSecret = master.serverTraffic(transcriptHash);
  const exporterSecret = master.exporter(transcriptHash);
  effects.guard(clientSecret, serverSecret, exporterSecret);
  effects.logSecret('EXPORTER_SECRET', sent.hello.random, exporterSecret);
  effects.logSecret('SERVER_TRAFFIC_SECRET_0', sent.hello.random, serverSecret);
  effects.logSecret('CLIENT_TRAFFIC_SECRET_0', sent.hello.random, clientSecret);
  effects.tolerate(); // section 5: after the peer's Finished nothing comes unprotected
  effects.readKeys(readHalf13(settings, suite, serverSecret));

  if (hs.request !== undefined) answerRequest(settings, hs.request, transcript, effects);
  const verifyData = finishedMac(hash, hs.clientSecret, transcript.hash);
  transcript.add(effects.send('finished', verifyData));
  effects.flush();
  effects.report({ clientFinished: verifyData });
  effects.writeKeys(writeHalf13(settings, suite, clientSecret));
  const resumptionSecret = master.resumption(transcript.hash);
  master.wipe();
  hs.clientSecret.fill(0);
  hs.serverSecret.fill(0);
  return openClient13({
    ...proofs,
    settings,
    suite,
    hash,
    readSecret: serverSecret,
    writeSecret: clientSecret,
    exporterSecret,
    resumptionSecret,
    peerChain,
    transcript: settings.postHandshakeAuthentication ? transcript : undefined,
  });
}

function hashOf(suite: Suite13, settings: Settings): HashAlgorithm {
  const hash = settings.provider.hashes.get(suite.hash);
  if (hash === undefined) throw fault('internal', suite.hash); // `suite13` has looked
  return hash;
}
