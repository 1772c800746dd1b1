/**
 * What a peer must not do in TLS 1.2, once more: told to CPython and to this package by the same puppet, and both must
 * name the same reason and send the same alert.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { concat, EMPTY, fromHex, utf8 } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { cores } from '../tools/pair.ts';
import { findPython } from '../tools/programs.ts';
import { plainRecord, splitRecords } from '../tools/puppet.ts';
import { SigningPuppet12 } from '../tools/signing-puppet12.ts';

const python = findPython();
const script = fileURLToPath(new URL('end.py', import.meta.url));

interface Told {
  readonly role: 'client' | 'server';
  readonly set?: { readonly [attribute: string]: number };
  readonly call?: readonly (readonly [string, readonly unknown[]])[];
}

interface Answer {
  readonly bytes: Uint8Array;
  /** The reason of what was raised. */
  readonly error: string | null;
}

/** One end under test: each turn it is given bytes, goes on as far as it can, and says what came of it. */
interface End {
  begin(told: Told): Promise<Answer>;
  feed(bytes: Uint8Array): Promise<Answer>;
}

/** CPython in a process of its own, one for all cases. */
class PythonEnd implements End {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #interface: Interface;

  constructor(path: string) {
    this.#child = spawn(path, [script]);
    this.#interface = createInterface(this.#child.stdout);
    this.#lines = this.#interface[Symbol.asyncIterator]();
  }

  begin(told: Told): Promise<Answer> {
    return this.#ask(told);
  }

  feed(bytes: Uint8Array): Promise<Answer> {
    return this.#ask({ bytes: Buffer.from(bytes).toString('hex') });
  }

  async #ask(question: object): Promise<Answer> {
    this.#child.stdin.write(`${JSON.stringify(question)}\n`);
    const { value } = await this.#lines.next();
    if (value === undefined) throw new Error('CPython has ended');
    const { bytes, error } = JSON.parse(value) as { bytes: string; error: string | null };
    return { bytes: fromHex(bytes), error };
  }

  end(): void {
    this.#interface.close();
    this.#child.kill();
  }
}

class OurEnd implements End {
  readonly #crypto: ssl.SSLContext['crypto'];
  readonly #incoming = new ssl.MemoryBIO();
  readonly #outgoing = new ssl.MemoryBIO();
  #object: ssl.SSLObject | undefined;

  constructor(crypto: ssl.SSLContext['crypto']) {
    this.#crypto = crypto;
  }

  async begin({ role, set = {}, call = [] }: Told): Promise<Answer> {
    const isServer = role === 'server';
    const context = new ssl.SSLContext(isServer ? ssl.PROTOCOL_TLS_SERVER : ssl.PROTOCOL_TLS_CLIENT);
    context.crypto = this.#crypto;
    if (!isServer) {
      context.check_hostname = false;
      context.verify_mode = ssl.CERT_NONE;
    }
    Object.assign(context, set);
    for (const [method, args] of call) Reflect.apply(Reflect.get(context, method), context, args);
    this.#object = context.wrap_bio(this.#incoming, this.#outgoing, isServer);
    return this.feed(EMPTY);
  }

  async feed(bytes: Uint8Array): Promise<Answer> {
    this.#incoming.write(bytes);
    let error: string | null = null;
    try {
      this.#object?.do_handshake();
      this.#object?.read(1);
    } catch (raised) {
      if (!(raised instanceof ssl.SSLError)) throw raised;
      if (!(raised instanceof ssl.SSLWantReadError)) error = raised.reason ?? raised.name;
    }
    return { bytes: this.#outgoing.read(), error };
  }
}

const CCS = plainRecord('change_cipher_spec', Uint8Array.of(1));
const plain = (...messages: readonly Uint8Array[]) =>
  concat(...messages.map((message) => plainRecord('handshake', message)));
const flip = (bytes: Uint8Array) => bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte));

/** How a case ends: the reason, and the alert, if one was sent. */
interface Ending {
  readonly error: string | null;
  readonly alert: readonly number[] | undefined;
}

function ending({ bytes, error }: Answer, reader?: SigningPuppet12): Ending {
  const records = splitRecords(bytes);
  const last = records[records.length - 1];
  if (last === undefined || last[0] !== 21) return { error, alert: undefined };
  return { error, alert: [...(reader === undefined ? last.subarray(5) : reader.opened(last).fragment)] };
}

type Case = (end: End) => Promise<Ending>;
type Puppeteer = (puppet: SigningPuppet12) => Uint8Array;

const SUITES = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256';
const CLIENT: Told = {
  role: 'client',
  set: { maximum_version: ssl.TLSVersion.TLSv1_2 },
  call: [
    ['set_ciphers', [SUITES]],
    ['set_alpn_protocols', [['h2']]],
  ],
};

const puppetOf = (role: 'client' | 'server') => new SigningPuppet12(cores[0], role);

const serverHello =
  (more: object, extensions: object = {}, told: Told = CLIENT): Case =>
  async (end) => {
    const puppet = puppetOf('server');
    const { bytes } = await end.begin(told);
    return ending(await end.feed(plain(puppet.answer(bytes.subarray(5), more, extensions))));
  };

/** After a good ServerHello: what comes next, in the clear. */
const serverFlight =
  (flight: Puppeteer, told: Told = CLIENT): Case =>
  async (end) => {
    const puppet = puppetOf('server');
    const { bytes } = await end.begin(told);
    return ending(await end.feed(concat(plain(puppet.answer(bytes.subarray(5))), flight(puppet))));
  };

/** After the client's flight: what comes instead of the server's last. */
const lastFlight =
  (flight: Puppeteer, extensions: object = {}): Case =>
  async (end) => {
    const puppet = puppetOf('server');
    const { bytes } = await end.begin(CLIENT);
    const hello = puppet.answer(bytes.subarray(5), {}, extensions);
    const first = plain(hello, puppet.certificate(), puppet.serverKeyExchange(), puppet.serverHelloDone());
    const answer = await end.feed(first);
    let isSealed = false;
    for (const record of splitRecords(answer.bytes)) {
      if (record[0] === 20) isSealed = true;
      else if (isSealed) puppet.heard(puppet.opened(record).fragment);
      else {
        puppet.heard(record.subarray(5));
        if (record[5] === 16) puppet.agreeWith(record.subarray(5));
      }
    }
    return ending(await end.feed(flight(puppet)), puppet);
  };

const SERVER: Told = {
  role: 'server',
  set: { maximum_version: ssl.TLSVersion.TLSv1_2 },
  call: [
    ['load_cert_chain', [certificate('p256.pem')]],
    ['set_ciphers', ['ECDHE-ECDSA-AES128-GCM-SHA256']],
  ],
};

const clientHello =
  (
    more: Parameters<SigningPuppet12['clientHello']>[0],
    extensions: Parameters<SigningPuppet12['clientHello']>[1] = {},
    told: Told = SERVER,
  ): Case =>
  async (end) => {
    const puppet = puppetOf('client');
    await end.begin(told);
    return ending(await end.feed(plain(puppet.clientHello(more, extensions))));
  };

/** After the server's flight: what comes instead of the client's. */
const clientFlight =
  (flight: (puppet: SigningPuppet12, exchange: () => Uint8Array) => Uint8Array, told: Told = SERVER): Case =>
  async (end) => {
    const puppet = puppetOf('client');
    await end.begin(told);
    const { bytes } = await end.feed(plain(puppet.clientHello()));
    let keyExchange = EMPTY;
    for (const record of splitRecords(bytes)) {
      if (record[5] === 12) keyExchange = record.subarray(5);
      puppet.heard(record.subarray(5));
    }
    const exchange = () => {
      const message = puppet.clientKeyExchange();
      puppet.agreeWith(keyExchange);
      return message;
    };
    return ending(await end.feed(flight(puppet, exchange)));
  };

const required: Told = { ...SERVER, set: { ...SERVER.set, verify_mode: ssl.CERT_REQUIRED } };

const cases: Readonly<Record<string, Case>> = {
  'TLS 1.1': serverHello({ legacyVersion: 0x0302 }),
  'a suite that nobody knows': serverHello({ cipherSuite: '0x1234' }),
  'a suite that was not offered': serverHello({ cipherSuite: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384' }),
  'a suite of TLS 1.3': serverHello({ cipherSuite: 'TLS_AES_128_GCM_SHA256' }),
  compression: serverHello({ legacyCompressionMethod: 1 }),
  'no word of secure renegotiation': serverHello({}, { renegotiation_info: undefined }),
  'an extension that was not asked for': serverHello({}, { status_request: true }),
  'no certificate at all': serverFlight((puppet) => plain(puppet.serverKeyExchange())),
  'a certificate message without certificates': serverFlight((puppet) =>
    plain(puppet.message('certificate', { certificateList: [] })),
  ),
  'a certificate of another kind than the suite': async (end) => {
    const puppet = puppetOf('server');
    const { bytes } = await end.begin(CLIENT);
    const cipherSuite = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
    const hello = puppet.answer(bytes.subarray(5), { cipherSuite });
    return ending(await end.feed(plain(hello, puppet.certificate())));
  },
  'parameters left out': serverFlight((puppet) => plain(puppet.certificate(), puppet.serverHelloDone())),
  'parameters twice': serverFlight((puppet) =>
    plain(puppet.certificate(), puppet.serverKeyExchange(), puppet.serverKeyExchange()),
  ),
  'parameters that nobody has signed': serverFlight((puppet) =>
    plain(
      puppet.certificate(),
      puppet.forged((body) => ({ ...body, signature: flip(body.signature) })),
    ),
  ),
  'parameters changed after they were signed': serverFlight((puppet) =>
    plain(
      puppet.certificate(),
      puppet.forged((body) => ({ ...body, params: { ...body.params, share: flip(body.params.share) } })),
    ),
  ),
  'a signature scheme for other keys': serverFlight((puppet) =>
    plain(
      puppet.certificate(),
      puppet.forged((body) => ({ ...body, algorithm: 'rsa_pss_rsae_sha256' })),
    ),
  ),
  'a curve that was not offered': serverFlight((puppet) => plain(puppet.certificate(), puppet.signed({})), {
    ...CLIENT,
    call: [...(CLIENT.call ?? []), ['set_ecdh_curve', ['prime256v1']]],
  }),
  'a point that is too short': serverFlight((puppet) =>
    plain(puppet.certificate(), puppet.signed({ share: Uint8Array.of(4, 1) }), puppet.serverHelloDone()),
  ),
  'parameters cut short': serverFlight((puppet) =>
    plain(puppet.certificate(), puppet.message('server_key_exchange', Uint8Array.of(3, 0, 29, 32))),
  ),
  'a second certificate request': serverFlight((puppet) =>
    plain(
      puppet.certificate(),
      puppet.serverKeyExchange(),
      puppet.certificateRequest(),
      puppet.certificateRequest(),
    ),
  ),
  'a Finished in the middle': serverFlight((puppet) =>
    plain(puppet.certificate(), puppet.message('finished', new Uint8Array(12))),
  ),
  'a change_cipher_spec before the certificate': serverFlight(() => CCS),
  'a change_cipher_spec before the parameters': serverFlight((puppet) =>
    concat(plain(puppet.certificate()), CCS),
  ),
  'a change_cipher_spec before ServerHelloDone': serverFlight((puppet) =>
    concat(plain(puppet.certificate(), puppet.serverKeyExchange()), CCS),
  ),
  'application data in the middle': serverFlight(() => plainRecord('application_data', utf8('x'))),
  'a Finished in the clear': lastFlight((puppet) => plain(puppet.finished())),
  'a change_cipher_spec of two bytes': lastFlight(() =>
    plainRecord('change_cipher_spec', Uint8Array.of(1, 1)),
  ),
  'a change_cipher_spec of another kind': lastFlight(() =>
    plainRecord('change_cipher_spec', Uint8Array.of(2)),
  ),
  'a ticket that was not announced': lastFlight((puppet) =>
    plain(puppet.message('new_session_ticket', { ticketLifetimeHint: 1, ticket: utf8('ticket') })),
  ),
  'a ticket that was announced and does not come': lastFlight(() => CCS, { session_ticket: true }),
  'a Finished that does not fit': lastFlight((puppet) =>
    concat(CCS, puppet.sealed('handshake', puppet.finished(flip))),
  ),
  'a Finished that is too long': lastFlight((puppet) =>
    concat(CCS, puppet.sealed('handshake', concat(fromHex('1400000d'), new Uint8Array(13)))),
  ),
  'application data instead of Finished': lastFlight((puppet) =>
    concat(CCS, puppet.sealed('application_data', utf8('x'))),
  ),
  'a record that was tampered with': lastFlight((puppet) =>
    concat(CCS, flip(puppet.sealed('handshake', puppet.finished()))),
  ),

  'a hello without null compression': clientHello({ legacyCompressionMethods: Uint8Array.of(1) }),
  'a hello that knows of a handshake before it': clientHello({}, { renegotiation_info: new Uint8Array(12) }),
  'a hello of TLS 1.1': clientHello({ legacyVersion: 0x0302 }),
  'a hello that fell back without need': clientHello(
    { cipherSuites: ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'TLS_FALLBACK_SCSV'] },
    {},
    { ...SERVER, set: {} },
  ),
  'a hello whose suites are not ours': clientHello({
    cipherSuites: ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
  }),
  'a hello without curves for its suite': clientHello({}, { supported_groups: undefined }),
  'a hello whose curves are not ours': clientHello({}, { supported_groups: ['ffdhe2048'] }),
  'a hello whose schemes our key does not have': clientHello(
    {},
    {
      signature_algorithms: ['rsa_pss_rsae_sha256'],
    },
  ),
  'a hello without schemes, which would mean SHA-1': clientHello({}, { signature_algorithms: undefined }),
  'a second hello': clientFlight((puppet) => plain(puppet.clientHello())),
  'a certificate that nobody asked for': clientFlight((puppet) => plain(puppet.certificate())),
  'no answer to a certificate request': clientFlight((_, exchange) => plain(exchange()), required),
  'an empty answer to a certificate request': clientFlight(
    (puppet) => plain(puppet.message('certificate', { certificateList: [] })),
    required,
  ),
  'a certificate that is not trusted': clientFlight((puppet) => plain(puppet.certificate()), required),
  'a signature without a certificate': clientFlight((puppet, exchange) =>
    plain(exchange(), puppet.certificateVerify()),
  ),
  'data before the key exchange': clientFlight(() => plainRecord('application_data', utf8('x'))),
  'a key exchange cut short': clientFlight((puppet) =>
    plain(puppet.message('client_key_exchange', Uint8Array.of(32, 1))),
  ),
  'a key exchange with more behind it': clientFlight((puppet) =>
    plain(puppet.message('client_key_exchange', concat(Uint8Array.of(1, 1), new Uint8Array(40)))),
  ),
  'a change_cipher_spec before the key exchange': clientFlight(() => CCS),
  'a Finished from a client in the clear': clientFlight((puppet, exchange) =>
    concat(plain(exchange()), plain(puppet.finished())),
  ),
  'a Finished from a client that does not fit': clientFlight((puppet, exchange) =>
    concat(plain(exchange()), CCS, puppet.sealed('handshake', puppet.finished(flip))),
  ),
  'data before the Finished of a client': clientFlight((puppet, exchange) =>
    concat(plain(exchange()), CCS, puppet.sealed('application_data', utf8('x'))),
  ),
  'a Finished under other keys': clientFlight((puppet, exchange) => {
    const message = exchange();
    puppet.agree(new Uint8Array(32));
    return concat(plain(message), CCS, puppet.sealed('handshake', puppet.finished()));
  }),
};

for (const [title, run] of Object.entries(cases)) {
  test.serial(title, async (t) => {
    if (python === undefined) {
      t.pass('no CPython on this machine to compare with');
      t.log('skipped: no CPython on this machine to compare with');
      return;
    }
    const end = new PythonEnd(python.path);
    t.teardown(() => end.end());
    const theirs = await run(end);
    t.not(theirs.error, null);
    for (const core of cores) t.deepEqual(await run(new OurEnd(core)), theirs, core.name);
  });
}
