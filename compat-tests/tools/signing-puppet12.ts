/** A puppet of TLS 1.2 that also signs and asks: for handshakes with ECDHE and ECDSA, told off message by message. */
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { chooseSigning12, signMessages, signParams } from '../../lib/tls/authenticate12.ts';
import { decode, encode } from '../../lib/wire/codec.ts';
import type { ServerHello12 } from '../../lib/wire/handshake.ts';
import {
  type Body12,
  clientKeyExchanges,
  decodeMessage12,
  ecdheParams,
  type ServerKeyExchange,
  serverKeyExchanges,
} from '../../lib/wire/handshake12.ts';
import { testCredential } from './engine.ts';
import { plainRecord } from './puppet.ts';
import { Puppet12 } from './puppet12.ts';

export const SIGNING_SUITE = 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256';
const SCHEME = 'ecdsa_secp256r1_sha256';

export class SigningPuppet12 extends Puppet12 {
  constructor(core: CryptoProvider, role: 'client' | 'server') {
    super(core, role, SIGNING_SUITE);
  }

  /** One message of the other side's. */
  heard(message: Uint8Array): void {
    this.hear(plainRecord('handshake', message));
  }

  /** The answer to this hello. */
  answer(
    hello: Uint8Array,
    more: Partial<ServerHello12> = {},
    extensions: ServerHello12['extensions'] = {},
  ): Uint8Array {
    this.heard(hello);
    return this.serverHello(more, extensions);
  }

  /** ServerKeyExchange with something changed after it was signed. */
  forged(change: (body: ServerKeyExchange<'ecdhe'>) => ServerKeyExchange<'ecdhe'>): Uint8Array {
    const codec = serverKeyExchanges.ecdhe;
    return this.serverKeyExchange((body) => encode(codec, change(decode(codec, body, 'params'))));
  }

  /** ServerKeyExchange with something changed before it is signed. */
  signed(change: Partial<ServerKeyExchange<'ecdhe'>['params']>): Uint8Array {
    const params = { curveType: 3, group: 'x25519' as const, share: this.share.share, ...change };
    const signature = signParams(this.#signing(), this.randoms, encode(ecdheParams, params));
    return this.message('server_key_exchange', encode(serverKeyExchanges.ecdhe, { params, ...signature }));
  }

  certificateRequest(): Uint8Array {
    return this.message('certificate_request', {
      certificateTypes: ['ecdsa_sign'],
      supportedSignatureAlgorithms: [SCHEME],
      certificateAuthorities: [],
    });
  }

  serverHelloDone(): Uint8Array {
    return this.message('server_hello_done', {});
  }

  clientKeyExchange(share: Uint8Array = this.share.share): Uint8Array {
    return this.message('client_key_exchange', encode(clientKeyExchanges.ecdhe, { share }));
  }

  certificateVerify(
    change: (body: Body12<'certificate_verify'>) => Body12<'certificate_verify'> = (body) => body,
  ): Uint8Array {
    const signed = signMessages(this.#signing(), this.transcript.messages);
    return this.message('certificate_verify', change(signed));
  }

  #signing() {
    const choice = chooseSigning12([testCredential(this.core)], [SCHEME], [SCHEME], ['ecdsa']);
    if (choice === undefined) throw new Error('the test key signs');
    return choice;
  }

  /** Makes the keys with the share in a message of the other side's; the transcript ends with ClientKeyExchange. */
  agreeWith(message: Uint8Array): void {
    const { type, body } = decodeMessage12(message);
    let share: Uint8Array | undefined;
    if (type === 'client_key_exchange') share = decode(clientKeyExchanges.ecdhe, body, type).share;
    if (type === 'server_key_exchange') share = decode(serverKeyExchanges.ecdhe, body, type).params.share;
    const premaster = share && this.share.agree(share);
    if (premaster === undefined) throw new Error('no share in this');
    this.agree(premaster);
  }
}
