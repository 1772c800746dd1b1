/**
 * A peer that says whatever a test wants it to say: it knows the records, the key schedule and the messages of TLS 1.2,
 * and follows no rules. Which suite it speaks is the test's choice, and so is every premaster secret.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ByteQueue } from '../../lib/bytes/queue.ts';
import type { CryptoProvider, HashAlgorithm, KeyShare } from '../../lib/crypto/provider.ts';
import { chooseSigning12, signParams } from '../../lib/tls/authenticate12.ts';
import { readHalf12, writeHalf12 } from '../../lib/tls/keys/halves12.ts';
import {
  extendedMasterSecret,
  masterSecret,
  trafficKeys12,
  verifyData,
} from '../../lib/tls/keys/schedule12.ts';
import { Transcript } from '../../lib/tls/keys/transcript.ts';
import type { Credential } from '../../lib/tls/peer.ts';
import type { ReadHalf, WriteHalf } from '../../lib/tls/record/half.ts';
import { type Suite12, suiteRow12 } from '../../lib/tls/suites12.ts';
import { encode } from '../../lib/wire/codec.ts';
import type { ClientHello, ServerHello12 } from '../../lib/wire/handshake.ts';
import {
  type Body12,
  decodeMessage12,
  ecdheParams,
  encodeMessage12,
  type Message12,
  type MessageName12,
  serverKeyExchanges,
} from '../../lib/wire/handshake12.ts';
import { type ContentType, contentTypeName, contentTypes } from '../../lib/wire/record.ts';
import type { SuiteName } from '../../lib/wire/registries.ts';
import { testCredential } from './engine.ts';
import { plainRecord, splitRecords } from './puppet.ts';

const rsaPem = readFileSync(new URL('../certs/rsa2048.pem', import.meta.url), 'utf8');

/** The RSA test certificate by itself, with its key. */
export function rsaCredential(core: CryptoProvider): Credential {
  const jwk = createPrivateKey(rsaPem).export({ format: 'jwk' });
  const part = (name: 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi') =>
    new Uint8Array(Buffer.from(jwk[name] ?? '', 'base64url'));
  const key = core.keys.get('rsa')?.privateKey({
    type: 'rsa',
    modulus: part('n'),
    exponent: part('e'),
    privateExponent: part('d'),
    prime1: part('p'),
    prime2: part('q'),
    exponent1: part('dp'),
    exponent2: part('dq'),
    coefficient: part('qi'),
  });
  return {
    chain: [new Uint8Array(new X509Certificate(rsaPem).raw)],
    key: present(key, 'the RSA key'),
    pss: undefined,
  };
}

export class Puppet12 {
  readonly core: CryptoProvider;
  readonly role: 'client' | 'server';
  readonly suite: Suite12;
  readonly transcript = new Transcript();
  /** Its part of an ECDHE exchange. */
  readonly share: KeyShare;
  /** What both hellos settle; a test may say otherwise before `agree`. */
  extendedMasterSecret = false;
  encryptThenMac = false;
  readonly #hash: HashAlgorithm;
  readonly randoms = { client: new Uint8Array(32), server: new Uint8Array(32) };
  #master: Uint8Array | undefined;
  #read: ReadHalf | undefined;
  #write: WriteHalf | undefined;

  constructor(core: CryptoProvider, role: 'client' | 'server', suite: SuiteName) {
    this.core = core;
    this.role = role;
    this.suite = present(suiteRow12(suite), suite);
    this.#hash = present(core.hashes.get(this.suite.hash), this.suite.hash);
    this.share = present(core.groups.get('x25519'), 'x25519').start();
    this.transcript.remember();
    this.transcript.choose(this.#hash);
  }

  /** A hello that any server of the suite takes; `more` replaces fields, `extensions` single extensions. */
  clientHello(more: Partial<ClientHello> = {}, extensions: ClientHello['extensions'] = {}): Uint8Array {
    return this.message('client_hello', {
      legacyVersion: 0x0303,
      random: this.core.random(32),
      legacySessionId: new Uint8Array(0),
      cipherSuites: [this.suite.name],
      legacyCompressionMethods: Uint8Array.of(0),
      extensions: {
        renegotiation_info: new Uint8Array(0),
        supported_groups: ['x25519', 'secp256r1'],
        signature_algorithms: ['ecdsa_secp256r1_sha256', 'rsa_pkcs1_sha256'],
        extended_master_secret: true,
        ...extensions,
      },
      ...more,
    });
  }

  /** The answer to a hello that any client takes. */
  serverHello(more: Partial<ServerHello12> = {}, extensions: ServerHello12['extensions'] = {}): Uint8Array {
    return this.message('server_hello', {
      kind: 'serverHello12',
      legacyVersion: 0x0303,
      random: this.core.random(32),
      legacySessionIdEcho: new Uint8Array(0),
      cipherSuite: this.suite.name,
      legacyCompressionMethod: 0,
      extensions: {
        renegotiation_info: new Uint8Array(0),
        extended_master_secret: true,
        ...extensions,
      },
      ...more,
    });
  }

  certificate(): Uint8Array {
    return this.message('certificate', { certificateList: this.#credential.chain });
  }

  /** ECDHE parameters, signed; `change` falsifies the body when all is done. */
  serverKeyExchange(
    change: (body: Body12<'server_key_exchange'>) => Uint8Array = (body) => body,
  ): Uint8Array {
    const params = { curveType: 3, group: 'x25519' as const, share: this.share.share };
    const scheme = this.suite.authentication === 'rsa' ? 'rsa_pkcs1_sha256' : 'ecdsa_secp256r1_sha256';
    const kinds = [this.suite.authentication];
    const choice = present(chooseSigning12([this.#credential], [scheme], [scheme], kinds), scheme);
    const signed = signParams(choice, this.randoms, encode(ecdheParams, params));
    return this.message(
      'server_key_exchange',
      change(encode(serverKeyExchanges.ecdhe, { params, ...signed })),
    );
  }

  get #credential(): Credential {
    return this.suite.authentication === 'rsa' ? rsaCredential(this.core) : testCredential(this.core);
  }

  /** A message, which goes into the transcript and can be put into records. */
  message<N extends MessageName12>(type: N, body: Body12<N>): Uint8Array {
    const bytes = encodeMessage12(type, body);
    this.#note(decodeMessage12(bytes));
    return bytes;
  }

  /** Unprotected records of the other side: their messages, which go into the transcript. */
  hear(records: Uint8Array): Message12[] {
    const messages: Message12[] = [];
    for (const record of splitRecords(records)) {
      if (record[0] !== contentTypes.handshake) throw new Error(`a record of type ${record[0]}`);
      for (let at = 5; at < record.length; ) {
        const end = at + 4 + record[at + 1] * 65536 + record[at + 2] * 256 + record[at + 3];
        messages.push(decodeMessage12(record.slice(at, end)));
        at = end;
      }
    }
    for (const message of messages) this.#note(message);
    return messages;
  }

  #note(message: Message12): void {
    this.transcript.add(message.bytes);
    if (message.type === 'client_hello') this.randoms.client.set(message.body.random);
    if (message.type !== 'server_hello' || message.body.kind !== 'serverHello12') return;
    this.randoms.server.set(message.body.random);
    this.extendedMasterSecret = message.body.extensions.extended_master_secret === true;
    this.encryptThenMac = message.body.extensions.encrypt_then_mac === true;
  }

  /** Makes the keys of this premaster secret; the transcript ends with ClientKeyExchange. */
  agree(premaster: Uint8Array): void {
    const { core, suite, transcript } = this;
    this.#master = this.extendedMasterSecret
      ? extendedMasterSecret(this.#hash, premaster.slice(), transcript.hash)
      : masterSecret(this.#hash, premaster.slice(), this.randoms);
    const keys = trafficKeys12(this.#hash, this.#master, this.randoms, suite.protection);
    const [own, theirs] = this.role === 'client' ? [keys.client, keys.server] : [keys.server, keys.client];
    this.#write = writeHalf12(core, suite, own, this.encryptThenMac);
    this.#read = readHalf12(core, suite, theirs, this.encryptThenMac);
  }

  /** Our Finished; `change` falsifies it. */
  finished(change: (data: Uint8Array) => Uint8Array = (data) => data): Uint8Array {
    const master = present(this.#master, 'keys');
    return this.message('finished', change(verifyData(this.#hash, master, this.role, this.transcript.hash)));
  }

  changeCipherSpec(): Uint8Array {
    return plainRecord('change_cipher_spec', Uint8Array.of(1));
  }

  /** Records under the present keys. */
  sealed(type: ContentType, ...contents: readonly Uint8Array[]): Uint8Array {
    const queue = new ByteQueue();
    for (const content of contents) present(this.#write, 'keys').seal(type, content, queue);
    return queue.read(queue.length);
  }

  /** What is in a record that was sealed for us. */
  opened(record: Uint8Array): { readonly type: ContentType; readonly fragment: Uint8Array } {
    const type = present(contentTypeName(record[0]), 'a type of record');
    return present(this.#read, 'keys').open(type, record.subarray(0, 5), record.subarray(5));
  }
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what} yet`);
  return value;
}
