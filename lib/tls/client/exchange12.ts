/**
 * A client's part in the key exchange of TLS 1.2: what it makes of ServerKeyExchange, and what it answers (RFC 5246
 * sections 7.4.3 and 7.4.7, RFC 8422 section 5, RFC 4279, RFC 5489). Parameters count only once their signature is
 * checked; where nothing is signed, the server's Finished will show that it has its key.
 */
import type { GroupName, PublicKey } from '../../crypto/provider.ts';
import { type Codec, decode, encode } from '../../wire/codec.ts';
import type { CertificateVerify } from '../../wire/handshake.ts';
import {
  clientKeyExchanges,
  type DheParams,
  dheParams,
  type EcdheParams,
  ecdheParams,
  type ServerKeyExchange,
  serverKeyExchanges,
} from '../../wire/handshake12.ts';
import type { SignatureScheme } from '../../wire/registries.ts';
import { checkParams, provedByExchange, type ServerIdentity } from '../authenticate12.ts';
import { isCurve } from '../curves12.ts';
import { fault } from '../faults.ts';
import {
  dhePremaster,
  ecdhePremaster,
  makeRsaPremaster,
  pskPremaster,
  startDhe,
} from '../keys/exchange12.ts';
import type { Agreed12 } from '../keys/secrets12.ts';
import type { PeerAccepted } from '../peer.ts';
import type { SharedKey } from '../settings.ts';
import type { Effects } from '../state.ts';
import type { Suite12 } from '../suites12.ts';
import type { SentHello } from './hello.ts';

interface Exchange extends Agreed12 {
  readonly sent: SentHello;
}

/** What the server has said, as far as its suite says it. */
export interface ServerParams {
  /** What vouches for it. */
  readonly identity: ServerIdentity;
  readonly curve?: EcdheParams;
  readonly dh?: DheParams;
  readonly hint?: Uint8Array;
}

/** Whether a suite has a ServerKeyExchange: a hint without parameters may be left out (RFC 4279 section 2). */
export function paramsOf({ exchange }: Suite12): 'required' | 'optional' | 'none' {
  if (exchange === 'rsa') return 'none';
  return exchange === 'psk' || exchange === 'rsa_psk' ? 'optional' : 'required';
}

/** Reads the body of a ServerKeyExchange, and checks what is signed in it. */
export function readParams(
  hs: Exchange,
  peer: PeerAccepted | undefined,
  body: Uint8Array,
  effects: Effects,
): ServerParams {
  switch (hs.suite.exchange) {
    case 'ecdhe': {
      const { params, ...signed } = read('ecdhe', body);
      const identity = checkSigned(hs, peer, signed, encode(ecdheParams, params), effects);
      return { identity, curve: acceptCurve(hs, params, effects) };
    }
    case 'dhe': {
      const { params, ...signed } = read('dhe', body);
      return { identity: checkSigned(hs, peer, signed, encode(dheParams, params), effects), dh: params };
    }
    case 'ecdhe_psk': {
      const { hint, params } = read('ecdhe_psk', body);
      return { identity: provedByExchange(hs.suite), curve: acceptCurve(hs, params, effects), hint };
    }
    case 'dhe_psk': {
      const { hint, params } = read('dhe_psk', body);
      return { identity: provedByExchange(hs.suite), dh: params, hint };
    }
    case 'psk':
    case 'rsa_psk':
      return { identity: provedByExchange(hs.suite), hint: read('psk', body).hint };
    case 'rsa':
      throw fault('internal', 'no state expects this message');
  }
}

function read<K extends keyof typeof serverKeyExchanges>(
  exchange: K,
  body: Uint8Array,
): ServerKeyExchange<K> {
  const codec = serverKeyExchanges[exchange] as unknown as Codec<ServerKeyExchange<K>>;
  return decode(codec, body, 'server_key_exchange');
}

function checkSigned(
  { sent, randoms }: Exchange,
  peer: PeerAccepted | undefined,
  signed: CertificateVerify,
  params: Uint8Array,
  effects: Effects,
): ServerIdentity {
  if (peer === undefined) throw fault('internal', 'a suite that signs has a certificate');
  const { signature_algorithms: schemes = [], supported_groups: groups = [] } = sent.hello.extensions;
  const identity = checkParams(peer, { schemes, groups: [groups] }, signed, randoms, params);
  effects.report({ serverScheme: signed.algorithm as SignatureScheme });
  return identity;
}

/** RFC 8422 section 5.4: one of the curves that we offered. */
function acceptCurve({ sent }: Exchange, params: EcdheParams, effects: Effects): EcdheParams {
  const { group } = params;
  if (!isCurve(group) || !sent.hello.extensions.supported_groups?.includes(group))
    throw fault('wrongCurve', group);
  effects.report({ group });
  return params;
}

/** The body of our ClientKeyExchange, and the premaster secret. */
export function answerExchange(
  hs: Exchange,
  { curve, dh, hint }: ServerParams,
  serverKey: PublicKey | undefined,
): { readonly body: Uint8Array; readonly premaster: Uint8Array } {
  switch (hs.suite.exchange) {
    case 'ecdhe': {
      const { share, secret } = answerCurve(hs, curve);
      return { body: encode(clientKeyExchanges.ecdhe, { share }), premaster: secret };
    }
    case 'dhe': {
      const { share, secret } = answerGroup(hs, dh);
      return { body: encode(clientKeyExchanges.dhe, { share }), premaster: secret };
    }
    case 'rsa': {
      const { encrypted, secret } = encryptSecret(hs, serverKey);
      return { body: encode(clientKeyExchanges.rsa, { encrypted }), premaster: secret };
    }
    case 'psk': {
      const { identity, key } = sharedKey(hs, hint);
      return { body: encode(clientKeyExchanges.psk, { identity }), premaster: pskPremaster(key) };
    }
    case 'ecdhe_psk': {
      const { identity, key } = sharedKey(hs, hint);
      const { share, secret } = answerCurve(hs, curve);
      return {
        body: encode(clientKeyExchanges.ecdhe_psk, { identity, share }),
        premaster: pskPremaster(key, secret),
      };
    }
    case 'dhe_psk': {
      const { identity, key } = sharedKey(hs, hint);
      const { share, secret } = answerGroup(hs, dh);
      return {
        body: encode(clientKeyExchanges.dhe_psk, { identity, share }),
        premaster: pskPremaster(key, secret),
      };
    }
    case 'rsa_psk': {
      const { identity, key } = sharedKey(hs, hint);
      const { encrypted, secret } = encryptSecret(hs, serverKey);
      return {
        body: encode(clientKeyExchanges.rsa_psk, { identity, encrypted }),
        premaster: pskPremaster(key, secret),
      };
    }
  }
}

interface Answer {
  readonly share: Uint8Array;
  readonly secret: Uint8Array;
}

function answerCurve({ settings, suite }: Exchange, params: EcdheParams | undefined): Answer {
  if (params === undefined) throw fault('internal', suite.name); // `readParams` has given them
  const key = settings.provider.groups.get(params.group as GroupName)?.start();
  if (key === undefined) throw fault('internal', params.group); // we have offered it
  return { share: key.share, secret: ecdhePremaster(key, params.share) };
}

function answerGroup({ settings, suite }: Exchange, params: DheParams | undefined): Answer {
  if (params === undefined) throw fault('internal', suite.name); // `readParams` has given them
  const key = startDhe(settings.provider, params, settings.leastDhBits ?? LEAST_DH_BITS);
  return { share: key.share, secret: dhePremaster(key, params.share) };
}

/** 112 bits of security (NIST SP 800-57). */
const LEAST_DH_BITS = 2048;

function encryptSecret(
  { settings, suite, sent }: Exchange,
  key: PublicKey | undefined,
): { readonly encrypted: Uint8Array; readonly secret: Uint8Array } {
  if (key?.encrypt === undefined) throw fault('wrongCertificateType', suite.name);
  const secret = makeRsaPremaster(settings.provider, sent.hello.legacyVersion);
  return { encrypted: key.encrypt(secret), secret };
}

/** RFC 4279 section 5.3: the program knows by the hint, or without it. */
function sharedKey({ settings }: Exchange, hint: Uint8Array | undefined): SharedKey {
  const shared = settings.pskClient?.(hint?.length === 0 ? undefined : hint);
  if (shared === undefined) throw fault('noSharedKey');
  return shared;
}
