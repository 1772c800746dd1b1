/** The traces of RFC 8448: every secret, every record, and the client's side of the handshake, to the byte. */
import { readFileSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { concat, EMPTY, equal, fromHex, toHex } from '../../lib/bytes/bytes.ts';
import { ByteQueue } from '../../lib/bytes/queue.ts';
import { native } from '../../lib/crypto/native/provider.ts';
import { portable } from '../../lib/crypto/portable/provider.ts';
import type { CryptoProvider, GroupAlgorithm, GroupName, PrivateKey } from '../../lib/crypto/provider.ts';
import { Connection } from '../../lib/tls/connection.ts';
import { deriveSecret } from '../../lib/tls/keys/hkdf.ts';
import { EarlyStage, finishedMac, ticketPsk, trafficKeys } from '../../lib/tls/keys/schedule13.ts';
import { Transcript } from '../../lib/tls/keys/transcript.ts';
import type { Credential } from '../../lib/tls/peer.ts';
import { ReadHalf13, WriteHalf13 } from '../../lib/tls/record/half13.ts';
import { decodeMessage13 } from '../../lib/wire/handshake.ts';
import type { ContentType } from '../../lib/wire/record.ts';
import { engineSettings } from '../tools/settings.ts';

interface Step {
  readonly from: 'client' | 'server';
  readonly epoch?: 'plain' | 'early' | 'handshake' | 'application';
  readonly type?: string;
  readonly inner_type?: ContentType;
  readonly record: string;
  readonly plaintext?: string;
  readonly messages?: readonly { readonly name: string; readonly bytes: string }[];
}

interface Trace {
  readonly section: number | string;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly key_exchange: {
    readonly group: GroupName;
    readonly client_private: string;
    readonly server_public: string;
  };
  readonly secrets: Readonly<Record<string, string>>;
}

const { traces } = JSON.parse(readFileSync(new URL('../vectors/rfc8448.json', import.meta.url), 'utf8')) as {
  traces: Trace[];
};

const AES_128_GCM = { key: 16, iv: 12 };

/** What a complete provider has. */
function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the provider lacks what the trace needs');
  return value;
}

/** The messages of a trace in order, with the side that sent each. */
function messagesOf(trace: Trace): { from: string; name: string; bytes: Uint8Array }[] {
  return trace.steps.flatMap(({ from, messages = [] }) =>
    messages.map(({ name, bytes }) => ({ from, name, bytes: fromHex(bytes) })),
  );
}

function contentOf(step: Step): Uint8Array {
  return step.plaintext !== undefined
    ? fromHex(step.plaintext)
    : concat(...(step.messages ?? []).map(({ bytes }) => fromHex(bytes)));
}

function keySchedule(t: ExecutionContext, provider: CryptoProvider, trace: Trace): void {
  const hash = present(provider.hashes.get('sha256'));
  const group = present(provider.groups.get(trace.key_exchange.group));
  const expected = trace.secrets;
  let met = 0;
  const meets = (name: string, value: Uint8Array) => {
    if (expected[name] === undefined) return;
    met++;
    t.is(toHex(value), expected[name], name);
  };

  const psk = expected.psk === undefined ? undefined : fromHex(expected.psk);
  const early = new EarlyStage(hash, psk);
  meets('early_secret', early.secret);
  meets('derived_from_early', deriveSecret(hash, early.secret, 'derived', hash.digest(EMPTY)));
  const messages = messagesOf(trace);
  if (psk !== undefined) {
    meets('psk', psk);
    const hello = messages[0].bytes;
    const bindersLength = 2 + 1 + hash.outputLength;
    const truncated = hash.digest(hello.subarray(0, hello.length - bindersLength));
    meets('truncated_client_hello_hash', truncated);
    meets('res_binder_key', early.binderKey('res binder'));
    meets('binder', finishedMac(hash, early.binderKey('res binder'), truncated));
    const helloHash = hash.digest(hello);
    const earlyTraffic = deriveSecret(hash, early.secret, 'c e traffic', helloHash);
    meets('client_early_traffic_secret', earlyTraffic);
    meets('early_exporter_master_secret', deriveSecret(hash, early.secret, 'e exp master', helloHash));
    const earlyKeys = trafficKeys(hash, earlyTraffic, AES_128_GCM);
    meets('client_early_key', earlyKeys.key);
    meets('client_early_iv', earlyKeys.iv);
  }
  const shared = present(
    group.start(fromHex(trace.key_exchange.client_private)).agree(fromHex(trace.key_exchange.server_public)),
  );
  meets('ecdhe_shared_secret', shared);
  const stage = early.handshake(shared);
  meets('handshake_secret', stage.secret);
  meets('derived_from_handshake', deriveSecret(hash, stage.secret, 'derived', hash.digest(EMPTY)));

  // The transcript, message by message; a secret hangs off the hash where its name says.
  const transcript = new Transcript();
  const isRetry = (index: number) => {
    const { name, bytes } = messages[index];
    if (name !== 'server_hello') return false;
    const message = decodeMessage13(bytes);
    return message.type === 'server_hello' && message.body.kind === 'helloRetryRequest';
  };
  const secrets: Record<string, Uint8Array> = {};
  for (let i = 0; i < messages.length; i++) {
    const { from, name, bytes } = messages[i];
    if (name === 'new_session_ticket') break;
    if (isRetry(i)) transcript.retry(hash);
    transcript.add(bytes);
    if (name === 'server_hello' && !isRetry(i)) {
      transcript.choose(hash);
      meets('hash_client_hello_to_server_hello', transcript.hash);
      secrets.client_handshake = stage.clientTraffic(transcript.hash);
      secrets.server_handshake = stage.serverTraffic(transcript.hash);
      meets('client_handshake_traffic_secret', secrets.client_handshake);
      meets('server_handshake_traffic_secret', secrets.server_handshake);
    }
    if (name === 'finished' && from === 'server') {
      const master = stage.master();
      meets('master_secret', master.secret);
      meets('hash_client_hello_to_server_finished', transcript.hash);
      secrets.client_application = master.clientTraffic(transcript.hash);
      secrets.server_application = master.serverTraffic(transcript.hash);
      meets('client_application_traffic_secret_0', secrets.client_application);
      meets('server_application_traffic_secret_0', secrets.server_application);
      meets('exporter_master_secret', master.exporter(transcript.hash));
      secrets.master = master.secret.slice();
    }
    if (name === 'finished' && from === 'client') {
      meets('hash_client_hello_to_client_finished', transcript.hash);
      const resumption = deriveSecret(hash, secrets.master, 'res master', transcript.hash);
      meets('resumption_master_secret', resumption);
      if (expected.ticket_nonce !== undefined) {
        meets('ticket_nonce', fromHex(expected.ticket_nonce));
        meets('resumption_psk', ticketPsk(hash, resumption, fromHex(expected.ticket_nonce)));
      }
    }
  }
  for (const epoch of ['handshake', 'application']) {
    for (const from of ['client', 'server']) {
      const { key, iv } = trafficKeys(hash, secrets[`${from}_${epoch}`], AES_128_GCM);
      meets(`${from}_${epoch}_key`, key);
      meets(`${from}_${epoch}_iv`, iv);
    }
  }
  const finishedKey = (secret: Uint8Array) => finishedKeyOf(provider, secret);
  meets('server_finished_key', finishedKey(secrets.server_handshake));
  meets('client_finished_key', finishedKey(secrets.client_handshake));
  if (expected.binder_finished_key !== undefined && psk !== undefined) {
    meets('binder_finished_key', finishedKey(new EarlyStage(hash, psk).binderKey('res binder')));
  }
  t.is(met, Object.keys(expected).length, 'every secret of the trace was met');
}

/** RFC 8446 section 4.4.4, spelled out again so that the trace's own finished keys can be met. */
function finishedKeyOf(provider: CryptoProvider, secret: Uint8Array): Uint8Array {
  const hash = present(provider.hashes.get('sha256'));
  const info = concat(
    Uint8Array.of(0, 32, 14),
    new TextEncoder().encode('tls13 finished'),
    Uint8Array.of(0, 1),
  );
  return hash.hmac(secret, info);
}

function records(t: ExecutionContext, provider: CryptoProvider, trace: Trace): void {
  const aead = present(provider.aeads.get('aes_128_gcm'));
  const halves = new Map<string, { read: ReadHalf13; write: WriteHalf13 }>();
  let count = 0;
  for (const step of trace.steps) {
    if (step.epoch === undefined || step.epoch === 'plain' || step.inner_type === undefined) continue;
    const name = `${step.from}_${step.epoch}`;
    let half = halves.get(name);
    if (half === undefined) {
      const keys = { key: fromHex(trace.secrets[`${name}_key`]), iv: fromHex(trace.secrets[`${name}_iv`]) };
      half = {
        read: new ReadHalf13(aead, keys),
        write: new WriteHalf13(aead, keys, { recordLimit: 100, paddingBlock: 1 }),
      };
      halves.set(name, half);
    }
    const record = fromHex(step.record);
    const opened = half.read.open('application_data', record.subarray(0, 5), record.subarray(5));
    t.is(opened.type, step.inner_type);
    t.is(toHex(opened.fragment), toHex(contentOf(step)));
    const queue = new ByteQueue();
    half.write.seal(opened.type, opened.fragment, queue);
    t.is(toHex(queue.read(record.length + 1)), step.record);
    count++;
  }
  t.true(count >= 4, `${count} protected records`);
}

/** A provider whose one group starts with the trace's private key. */
function withPrivateKey(provider: CryptoProvider, name: GroupName, privateKey: Uint8Array): CryptoProvider {
  const groups = new Map<GroupName, GroupAlgorithm>(provider.groups);
  const group = provider.groups.get(name);
  if (group !== undefined) groups.set(name, { ...group, start: () => group.start(privateKey) });
  return { ...provider, groups };
}

/** Section 6: the client's chain and signature, as the trace has them. */
function clientCredential(trace: Trace): Credential[] {
  const messages = messagesOf(trace).filter(({ from }) => from === 'client');
  const certificate = messages.find(({ name }) => name === 'certificate');
  const verify = messages.find(({ name }) => name === 'certificate_verify');
  if (certificate === undefined || verify === undefined) return [];
  const chain = decodeMessage13(certificate.bytes);
  const signature = decodeMessage13(verify.bytes);
  if (chain.type !== 'certificate' || signature.type !== 'certificate_verify') return [];
  const key = { type: 'rsa', bits: 1024, sign: () => signature.body.signature } as unknown as PrivateKey;
  return [{ chain: chain.body.certificateList.map(({ certData }) => certData), key, pss: undefined }];
}

function client(t: ExecutionContext, provider: CryptoProvider, trace: Trace): void {
  const { group, client_private: privateKey } = trace.key_exchange;
  const hellos = messagesOf(trace).filter(({ from, name }) => from === 'client' && name === 'client_hello');
  let sent = 0;
  const incoming = new ByteQueue();
  const outgoing = new ByteQueue();
  const connection = new Connection(
    engineSettings('client', withPrivateKey(provider, group, fromHex(privateKey)), {
      suites: ['TLS_AES_128_GCM_SHA256'],
      middleboxCompatibility: trace.steps.some(({ type }) => type === 'change_cipher_spec'),
      gatherFlights: true,
      credentials: clientCredential(trace),
      rewriteClientHello: () => hellos[sent++].bytes,
    }),
    { queue: incoming, ended: false },
    outgoing,
  );
  connection.handshake();
  for (const step of trace.steps) {
    const record = fromHex(step.record);
    if (step.from === 'server') {
      incoming.write(record);
      if (step.epoch !== 'application') connection.handshake();
      else if (step.inner_type === 'application_data') t.deepEqual(connection.read(1000), contentOf(step));
      else if (step.inner_type === 'alert') t.is((connection.read(1000) as { kind: string }).kind, 'closed');
      else t.is((connection.read(1000) as { kind: string }).kind, 'want');
      continue;
    }
    if (step.epoch === 'application' && step.inner_type === 'application_data')
      connection.write(contentOf(step));
    if (step.epoch === 'application' && step.inner_type === 'alert') connection.close();
    const ours = outgoing.read(record.length);
    t.true(equal(ours, record), `${step.epoch} ${step.type ?? step.inner_type}: ${toHex(ours)}`);
  }
  t.is(outgoing.length, 0, 'nothing more was sent');
  t.is(connection.negotiated.version, 'TLSv1.3');
  t.true(connection.closeReceived);
}

const providers: readonly (CryptoProvider | undefined)[] = [portable, native];
for (const provider of providers) {
  if (provider === undefined) continue;
  for (const trace of traces) {
    const title = `section ${trace.section}, ${provider.name}`;
    test(`the key schedule: ${title}`, keySchedule, provider, trace);
    test(`every record opens and seals again: ${title}`, records, provider, trace);
    // Section 4 resumes with early data, which no pyssl client sends.
    if (Number(trace.section) !== 4)
      test(`the client sends the recorded flights: ${title}`, client, provider, trace);
  }
}
