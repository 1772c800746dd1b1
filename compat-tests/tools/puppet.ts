/**
 * A peer that says whatever a test wants it to say: it knows the records, the key schedule and the messages of TLS 1.3,
 * and follows no rules. It speaks x25519 and TLS_AES_128_GCM_SHA256.
 */
import { ByteQueue } from '../../lib/bytes/queue.ts';
import type { CryptoProvider, HashAlgorithm, KeyShare } from '../../lib/crypto/provider.ts';
import { chooseSigning, signTranscript } from '../../lib/tls/authenticate13.ts';
import {
  EarlyStage,
  finishedMac,
  type HandshakeStage,
  nextTrafficSecret,
  trafficKeys,
} from '../../lib/tls/keys/schedule13.ts';
import { Transcript } from '../../lib/tls/keys/transcript.ts';
import { ReadHalf13, WriteHalf13 } from '../../lib/tls/record/half13.ts';
import { PlainWriteHalf } from '../../lib/tls/record/plain.ts';
import {
  type Body13,
  type ClientHello,
  decodeMessage13,
  encodeMessage13,
  type MessageName13,
} from '../../lib/wire/handshake.ts';
import type { ContentType } from '../../lib/wire/record.ts';
import { testCredential } from './engine.ts';

const SUITE = 'TLS_AES_128_GCM_SHA256';

export class Puppet {
  readonly core: CryptoProvider;
  readonly role: 'client' | 'server';
  readonly transcript = new Transcript();
  readonly share: KeyShare;
  readonly #hash: HashAlgorithm;
  #stage: HandshakeStage | undefined;
  #write: WriteHalf13 | undefined;
  #read: ReadHalf13 | undefined;
  #secrets: { client: Uint8Array; server: Uint8Array } = {
    client: new Uint8Array(0),
    server: new Uint8Array(0),
  };

  constructor(core: CryptoProvider, role: 'client' | 'server') {
    this.core = core;
    this.role = role;
    this.#hash = present(core.hashes.get('sha256'));
    this.share = present(core.groups.get('x25519')).start();
    this.transcript.choose(this.#hash);
  }

  /** A hello that any server takes; `more` replaces fields, `extensions` single extensions. */
  clientHello(more: Partial<ClientHello> = {}, extensions: ClientHello['extensions'] = {}): Uint8Array {
    return encodeMessage13('client_hello', {
      legacyVersion: 0x0303,
      random: this.core.random(32),
      legacySessionId: new Uint8Array(0),
      cipherSuites: [SUITE],
      legacyCompressionMethods: Uint8Array.of(0),
      extensions: {
        supported_versions: ['TLSv1.3'],
        supported_groups: ['x25519', 'secp256r1'],
        signature_algorithms: ['ecdsa_secp256r1_sha256'],
        key_share: [{ group: 'x25519', keyExchange: this.share.share }],
        ...extensions,
      },
      ...more,
    });
  }

  /** The answer to a hello that any client takes; `more` replaces fields. */
  serverHello(hello: Uint8Array, more: object = {}, extensions: object = {}): Uint8Array {
    const message = decodeMessage13(hello);
    if (message.type !== 'client_hello') throw new Error('not a hello');
    return encodeMessage13('server_hello', {
      kind: 'serverHello13',
      legacyVersion: 0x0303,
      random: this.core.random(32),
      legacySessionIdEcho: message.body.legacySessionId,
      cipherSuite: SUITE,
      legacyCompressionMethod: 0,
      extensions: {
        supported_versions: 'TLSv1.3',
        key_share: { group: 'x25519', keyExchange: this.share.share },
        ...extensions,
      },
      ...more,
    } as Body13<'server_hello'>);
  }

  /** Both hellos are known: from here on what is sealed is sealed under the handshake keys. */
  agree(clientHello: Uint8Array, serverHello: Uint8Array): void {
    this.transcript.add(clientHello);
    this.transcript.add(serverHello);
    const shares = [decodeMessage13(clientHello), decodeMessage13(serverHello)] as const;
    const theirs = this.role === 'client' ? shares[1] : shares[0];
    const extension = (theirs.body as { extensions: { key_share?: unknown } }).extensions.key_share;
    const entry = (Array.isArray(extension) ? extension[0] : extension) as { keyExchange: Uint8Array };
    this.#stage = new EarlyStage(this.#hash).handshake(present(this.share.agree(entry.keyExchange)));
    this.#secrets = {
      client: this.#stage.clientTraffic(this.transcript.hash),
      server: this.#stage.serverTraffic(this.transcript.hash),
    };
    this.#useSecrets();
  }

  /** From here on what is sealed is sealed under the application keys. */
  connect(): void {
    const master = present(this.#stage).master();
    const hash = this.transcript.hash;
    this.#secrets = { client: master.clientTraffic(hash), server: master.serverTraffic(hash) };
    this.#useSecrets();
  }

  /** A client's last flight: its Finished, sealed, behind which both have the application keys. */
  finishAsClient(): Uint8Array {
    const message = encodeMessage13(
      'finished',
      finishedMac(this.#hash, this.#secrets.client, this.transcript.hash),
    );
    const sealed = this.sealed('handshake', message);
    this.connect();
    this.transcript.add(message);
    return sealed;
  }

  /** A KeyUpdate of ours was sent: what follows is sealed under the next keys. */
  update(): void {
    this.#secrets[this.role] = nextTrafficSecret(this.#hash, this.#secrets[this.role]);
    this.#useSecrets();
  }

  #useSecrets(): void {
    const aead = present(this.core.aeads.get('aes_128_gcm'));
    const own = this.#secrets[this.role];
    const theirs = this.#secrets[this.role === 'client' ? 'server' : 'client'];
    const keys = (secret: Uint8Array) => trafficKeys(this.#hash, secret, { key: 16, iv: 12 });
    this.#write = new WriteHalf13(aead, keys(own), { recordLimit: 1000, paddingBlock: 1 });
    this.#read = new ReadHalf13(aead, keys(theirs));
  }

  /** A message for the transcript and for `sealed`. */
  message<N extends MessageName13>(type: N, body: Body13<N>): Uint8Array {
    const bytes = encodeMessage13(type, body);
    this.transcript.add(bytes);
    return bytes;
  }

  certificate(certificateRequestContext: Uint8Array = new Uint8Array(0)): Uint8Array {
    const [certData] = testCredential(this.core).chain;
    const certificateList = [{ certData, extensions: {} }];
    return this.message('certificate', { certificateRequestContext, certificateList });
  }

  certificateVerify(
    change: (body: Body13<'certificate_verify'>) => Body13<'certificate_verify'> = (b) => b,
  ): Uint8Array {
    const scheme = 'ecdsa_secp256r1_sha256';
    const choice = present(chooseSigning([testCredential(this.core)], [scheme], [scheme]));
    return this.message(
      'certificate_verify',
      change(signTranscript(this.role, choice, this.transcript.hash)),
    );
  }

  finished(): Uint8Array {
    return this.message('finished', finishedMac(this.#hash, this.#secrets[this.role], this.transcript.hash));
  }

  /** Records under the present keys. */
  sealed(type: ContentType, ...contents: readonly Uint8Array[]): Uint8Array {
    const queue = new ByteQueue();
    for (const content of contents) present(this.#write).seal(type, content, queue);
    return queue.read(queue.length);
  }

  /** What is in a record that was sealed for us. */
  opened(record: Uint8Array): { readonly type: ContentType; readonly fragment: Uint8Array } {
    return present(this.#read).open('application_data', record.subarray(0, 5), record.subarray(5));
  }
}

/** Records without protection. */
export function plainRecord(type: ContentType, content: Uint8Array): Uint8Array {
  const queue = new ByteQueue();
  new PlainWriteHalf(0x0303).seal(type, content, queue);
  return queue.read(queue.length);
}

/** The records in a run of bytes. */
export function splitRecords(bytes: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 5 + bytes[at + 3] * 256 + bytes[at + 4];
    records.push(bytes.slice(at, end));
    at = end;
  }
  return records;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there yet');
  return value;
}
