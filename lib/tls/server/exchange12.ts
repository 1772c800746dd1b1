/**
 * A server's part in the key exchange of TLS 1.2: what it says in ServerKeyExchange, and what it makes of the client's
 * answer (RFC 5246 sections 7.4.3 and 7.4.7, RFC 8422 section 5, RFC 4279, RFC 5489).
 */
import { EMPTY } from '../../bytes/bytes.ts';
import type { CryptoProvider, KeyShare } from '../../crypto/provider.ts';
import { type Codec, decode, encode } from '../../wire/codec.ts';
import {
  type ClientKeyExchange,
  clientKeyExchanges,
  type DheParams,
  dheParams,
  type EcdheParams,
  ecdheParams,
  type KeyExchange12,
  serverKeyExchanges,
} from '../../wire/handshake12.ts';
import { signParams } from '../authenticate12.ts';
import { fault } from '../faults.ts';
import {
  decryptRsaPremaster,
  dhePremaster,
  ecdhePremaster,
  pskPremaster,
  startDhe,
} from '../keys/exchange12.ts';
import type { Randoms } from '../keys/schedule12.ts';
import type { SharedKeys } from '../settings.ts';
import type { Terms } from './choose12.ts';

export interface ServerExchange {
  /** Of ServerKeyExchange; `undefined` where there is nothing to say. */
  readonly body: Uint8Array | undefined;
  /** Our own key, where it was made for this exchange; `finish` wipes it. */
  readonly key?: KeyShare;
  /** The premaster secret that the body of a ClientKeyExchange leads to. */
  finish(answer: Uint8Array): Uint8Array;
}

/** Begins the exchange of these terms. `offeredVersion` is that of the ClientHello. */
export function beginExchange(
  terms: Terms,
  provider: CryptoProvider,
  randoms: Randoms,
  offeredVersion: number,
): ServerExchange {
  const { suite, credential, keys } = terms;
  const decrypt = (encrypted: Uint8Array): Uint8Array => {
    if (credential === undefined) throw fault('internal', suite.name); // `chooseTerms` has looked
    return decryptRsaPremaster(provider, credential.key, encrypted, offeredVersion);
  };
  const hint = keys?.hint;
  switch (suite.exchange) {
    case 'ecdhe': {
      const { key, params } = startCurve(terms, provider);
      const signature = sign(terms, randoms, encode(ecdheParams, params));
      return {
        key,
        body: encode(serverKeyExchanges.ecdhe, { params, ...signature }),
        finish: (answer) => ecdhePremaster(key, read('ecdhe', answer).share),
      };
    }
    case 'dhe': {
      const { key, params } = startGroup(terms, provider);
      const signature = sign(terms, randoms, encode(dheParams, params));
      return {
        key,
        body: encode(serverKeyExchanges.dhe, { params, ...signature }),
        finish: (answer) => dhePremaster(key, read('dhe', answer).share),
      };
    }
    case 'rsa':
      return { body: undefined, finish: (answer) => decrypt(read('rsa', answer).encrypted) };
    case 'psk':
      return {
        body: hintOnly(hint),
        finish: (answer) => pskPremaster(keyOf(keys, read('psk', answer).identity)),
      };
    case 'ecdhe_psk': {
      const { key, params } = startCurve(terms, provider);
      return {
        key,
        body: encode(serverKeyExchanges.ecdhe_psk, { hint: hint ?? EMPTY, params }),
        finish: (answer) => {
          const { identity, share } = read('ecdhe_psk', answer);
          return pskPremaster(keyOf(keys, identity), ecdhePremaster(key, share));
        },
      };
    }
    case 'dhe_psk': {
      const { key, params } = startGroup(terms, provider);
      return {
        key,
        body: encode(serverKeyExchanges.dhe_psk, { hint: hint ?? EMPTY, params }),
        finish: (answer) => {
          const { identity, share } = read('dhe_psk', answer);
          return pskPremaster(keyOf(keys, identity), dhePremaster(key, share));
        },
      };
    }
    case 'rsa_psk':
      return {
        body: hintOnly(hint),
        finish: (answer) => {
          const { identity, encrypted } = read('rsa_psk', answer);
          return pskPremaster(keyOf(keys, identity), decrypt(encrypted));
        },
      };
  }
}

function read<K extends KeyExchange12>(exchange: K, answer: Uint8Array): ClientKeyExchange<K> {
  const codec = clientKeyExchanges[exchange] as unknown as Codec<ClientKeyExchange<K>>;
  return decode(codec, answer, 'client_key_exchange');
}

function startCurve(
  { suite, curve }: Terms,
  provider: CryptoProvider,
): { readonly key: KeyShare; readonly params: EcdheParams } {
  const key = curve && provider.groups.get(curve)?.start();
  if (curve === undefined || key === undefined) throw fault('internal', suite.name); // `chooseTerms` has looked
  return { key, params: { curveType: NAMED_CURVE, group: curve, share: key.share } };
}

const NAMED_CURVE = 3;

/** Our own group, which whoever configured it found strong enough. */
function startGroup(
  { suite, dhParameters }: Terms,
  provider: CryptoProvider,
): { readonly key: KeyShare; readonly params: DheParams } {
  if (dhParameters === undefined) throw fault('internal', suite.name); // `chooseTerms` has looked
  const group = { prime: dhParameters.p, generator: dhParameters.g };
  const key = startDhe(provider, group, 0);
  return { key, params: { ...group, share: key.share } };
}

function sign({ suite, signing }: Terms, randoms: Randoms, params: Uint8Array) {
  if (signing === undefined) throw fault('internal', suite.name); // `chooseTerms` has looked
  return signParams(signing, randoms, params);
}

/** RFC 4279 section 2: without a hint there is no message. */
function hintOnly(hint: Uint8Array | undefined): Uint8Array | undefined {
  return hint === undefined ? undefined : encode(serverKeyExchanges.psk, { hint });
}

function keyOf(keys: SharedKeys | undefined, identity: Uint8Array): Uint8Array {
  const key = keys?.find(identity);
  if (key === undefined) throw fault('unknownPskIdentity');
  return key;
}
