/** What a peer must not do in TLS 1.2, state by state: the fault that each gets, and the alert on the wire. */
import test, { type ExecutionContext } from 'ava';
import { concat, EMPTY, fromHex, utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { type FaultName, faultAlerts } from '../../lib/tls/faults.ts';
import { MAX_USELESS_RECORDS, MAX_WARNINGS } from '../../lib/tls/limits.ts';
import type { Outcome } from '../../lib/tls/outcome.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import { alertNumbers } from '../../lib/wire/alert.ts';
import { drain, type End, engineCores, engineEnd, testCredential } from '../tools/engine.ts';
import { plainRecord, splitRecords } from '../tools/puppet.ts';
import { encryptingVerifier, engineSettings } from '../tools/settings.ts';
import { SIGNING_SUITE, SigningPuppet12 } from '../tools/signing-puppet12.ts';

const CCS = plainRecord('change_cipher_spec', Uint8Array.of(1));
const plain = (...messages: readonly Uint8Array[]) =>
  concat(...messages.map((message) => plainRecord('handshake', message)));

/** A client of ours that has sent its hello, and a puppet that is to answer it. */
function facingServer(core: CryptoProvider, more: Partial<Settings> = {}) {
  const client = engineEnd(
    engineSettings('client', core, {
      serverName: 'localhost',
      versions: ['TLSv1.2'],
      suites: [SIGNING_SUITE, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
      protocols: [utf8('h2')],
      ...more,
    }),
  );
  client.connection.handshake();
  const hello = drain(client).subarray(5);
  const puppet = new SigningPuppet12(core, 'server');
  /** A good flight; then the client's is read, and there are keys. */
  const agree = (extensions: object = {}, asks = false) => {
    const flight = [puppet.answer(hello, {}, extensions), puppet.certificate(), puppet.serverKeyExchange()];
    if (asks) flight.push(puppet.certificateRequest());
    client.incoming.write(plain(...flight, puppet.serverHelloDone()));
    client.connection.handshake();
    readClientFlight(puppet, splitRecords(drain(client)));
  };
  const connect = () => {
    agree();
    client.incoming.write(concat(CCS, puppet.sealed('handshake', puppet.finished())));
    client.connection.handshake();
  };
  return { client, puppet, hello, agree, connect };
}

function readClientFlight(puppet: SigningPuppet12, records: readonly Uint8Array[]): void {
  let isSealed = false;
  for (const record of records) {
    if (record[0] === 20) isSealed = true;
    else if (isSealed) puppet.heard(puppet.opened(record).fragment);
    else {
      puppet.heard(record.subarray(5));
      if (record[5] === CLIENT_KEY_EXCHANGE) puppet.agreeWith(record.subarray(5));
    }
  }
}

const CLIENT_KEY_EXCHANGE = 16;
const SERVER_KEY_EXCHANGE = 12;

/** A server of ours, and a puppet that has sent a good hello and read the flight that came back. */
function facingClient(core: CryptoProvider, more: Partial<Settings> = {}) {
  const server = engineEnd(
    engineSettings('server', core, {
      credentials: [testCredential(core)],
      versions: ['TLSv1.3', 'TLSv1.2'],
      suites: [SIGNING_SUITE],
      ...more,
    }),
  );
  const puppet = new SigningPuppet12(core, 'client');
  let keyExchange: Uint8Array = EMPTY;
  const greet = () => {
    server.incoming.write(plain(puppet.clientHello()));
    server.connection.handshake();
    for (const record of splitRecords(drain(server))) {
      const message = record.subarray(5);
      if (message[0] === SERVER_KEY_EXCHANGE) keyExchange = message;
      puppet.heard(message);
    }
  };
  /** Our ClientKeyExchange, and the keys that follow from it. */
  const exchange = () => {
    const message = puppet.clientKeyExchange();
    puppet.agreeWith(keyExchange);
    return message;
  };
  const connect = () => {
    greet();
    server.incoming.write(plain(exchange()));
    server.incoming.write(concat(CCS, puppet.sealed('handshake', puppet.finished())));
    server.connection.handshake();
    const [, finished] = splitRecords(drain(server));
    puppet.heard(puppet.opened(finished).fragment);
  };
  return { server, puppet, greet, exchange, connect };
}

/** Goes on, and checks the fault, the alert, and that nothing works afterwards. */
function refuses(t: ExecutionContext, end: End, fault: FaultName, reader?: SigningPuppet12): void {
  const outcome = (
    end.connection.state === 'open' ? end.connection.read(100) : end.connection.handshake()
  ) as Outcome;
  t.like(outcome, { kind: 'fault', fault });
  t.is(end.connection.state, 'ended');
  t.deepEqual(end.connection.handshake(), { kind: 'dead', by: 'us' });
  t.deepEqual(end.connection.write(utf8('x')), { kind: 'dead', by: 'us' });
  const records = splitRecords(drain(end));
  const last = records[records.length - 1];
  const sealed = reader === undefined ? undefined : records.map((each) => reader.opened(each).fragment);
  const content = sealed === undefined ? last.subarray(5) : sealed[sealed.length - 1];
  t.deepEqual([...content], [2, alertNumbers[faultAlerts[fault] as keyof typeof alertNumbers]], fault);
}

/** Each case sets a scene and says how it must end. */
type Case = (t: ExecutionContext, core: CryptoProvider) => void;

/** A ServerHello without a session ID, and with one more extension behind the others. */
const extendedHello =
  (fault: FaultName, extension: string): Case =>
  (t, core) => {
    const { client, puppet } = facingServer(core);
    const message = concat(puppet.serverHello(), fromHex(extension));
    const view = new DataView(message.buffer);
    view.setUint16(2, message.length - 4);
    view.setUint16(42, message.length - 44);
    client.incoming.write(plain(message));
    refuses(t, client, fault);
  };

const serverHello =
  (fault: FaultName, more: object, extensions: object = {}, settings: Partial<Settings> = {}): Case =>
  (t, core) => {
    const { client, puppet, hello } = facingServer(core, settings);
    client.incoming.write(plain(puppet.answer(hello, more, extensions)));
    refuses(t, client, fault);
  };

/** After a good ServerHello: what comes next, in the clear. */
const serverFlight =
  (
    fault: FaultName,
    flight: (puppet: SigningPuppet12) => Uint8Array,
    settings: Partial<Settings> = {},
  ): Case =>
  (t, core) => {
    const { client, puppet, hello } = facingServer(core, settings);
    client.incoming.write(plain(puppet.answer(hello)));
    client.incoming.write(flight(puppet));
    refuses(t, client, fault);
  };

/** After the client's flight: what comes instead of the server's last. */
const lastFlight =
  (fault: FaultName, flight: (puppet: SigningPuppet12) => Uint8Array, extensions: object = {}): Case =>
  (t, core) => {
    const { client, puppet, agree } = facingServer(core);
    agree(extensions);
    client.incoming.write(flight(puppet));
    refuses(t, client, fault, puppet);
  };

const clientHello =
  (
    fault: FaultName,
    change: Parameters<SigningPuppet12['clientHello']>[0],
    extensions: Parameters<SigningPuppet12['clientHello']>[1] = {},
    settings: Partial<Settings> = {},
  ): Case =>
  (t, core) => {
    const { server, puppet } = facingClient(core, settings);
    server.incoming.write(plain(puppet.clientHello(change, extensions)));
    refuses(t, server, fault);
  };

type Client = ReturnType<typeof facingClient>;

/** After the server's flight: what comes instead of the client's. */
const clientFlight =
  (fault: FaultName, flight: (client: Client) => Uint8Array, settings: Partial<Settings> = {}): Case =>
  (t, core) => {
    const client = facingClient(core, settings);
    client.greet();
    client.server.incoming.write(flight(client));
    refuses(t, client.server, fault);
  };

const flip = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte));
const required: Partial<Settings> = { clientCertificate: 'required' };
const ZERO_POINT = new Uint8Array(32);

const cases: Readonly<Record<string, Case>> = {
  // --- at a client: the ServerHello
  'TLS 1.1': serverHello('unsupportedVersion', { legacyVersion: 0x0302 }),
  'TLS 1.2 to a client that wants better': serverHello(
    'unsupportedVersion',
    {},
    {},
    {
      versions: ['TLSv1.3'],
      suites: ['TLS_AES_128_GCM_SHA256'],
    },
  ),
  'a server that could have done better': serverHello(
    'downgrade',
    { random: concat(new Uint8Array(24), fromHex('444f574e47524401')) },
    {},
    { versions: ['TLSv1.3', 'TLSv1.2'], suites: ['TLS_AES_128_GCM_SHA256', SIGNING_SUITE] },
  ),
  'a suite that nobody knows': serverHello('unknownSuiteSelected', { cipherSuite: '0x1234' }),
  'a suite that was not offered': serverHello('wrongSuiteSelected', {
    cipherSuite: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  }),
  'a suite of TLS 1.3': serverHello('wrongSuiteSelected', { cipherSuite: 'TLS_AES_128_GCM_SHA256' }),
  compression: serverHello('compressionSelected', { legacyCompressionMethod: 1 }),
  'no word of secure renegotiation': serverHello(
    'insecureRenegotiation',
    {},
    { renegotiation_info: undefined },
  ),
  'a handshake before this one': serverHello(
    'renegotiationMismatch',
    {},
    { renegotiation_info: new Uint8Array(12) },
  ),
  'an extension that was not asked for': serverHello('unsolicitedExtension', {}, { status_request: true }),
  'an extension that nobody knows': extendedHello('unsolicitedExtension', 'fafa0000'),
  'an extension of another message': extendedHello('misplacedExtension', '002d0000'),
  'point formats without the one that counts': serverHello(
    'badPointFormats',
    {},
    { ec_point_formats: Uint8Array.of(1, 2) },
  ),
  'a protocol that was not offered': serverHello(
    'badProtocolName',
    {},
    { application_layer_protocol_negotiation: [utf8('h3')] },
  ),

  // --- at a client: the flight after it
  'no certificate at all': serverFlight('unexpectedMessage', (puppet) => plain(puppet.serverKeyExchange())),
  'a certificate message without certificates': serverFlight('emptyCertificateMessage', (puppet) =>
    plain(puppet.message('certificate', { certificateList: [] })),
  ),
  'a certificate of another kind than the suite': (t, core) => {
    const { client, puppet, hello } = facingServer(core);
    const cipherSuite = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';
    client.incoming.write(plain(puppet.answer(hello, { cipherSuite }), puppet.certificate()));
    refuses(t, client, 'wrongCertificateType');
  },
  'parameters left out': serverFlight('unexpectedMessage', (puppet) =>
    plain(puppet.certificate(), puppet.serverHelloDone()),
  ),
  'parameters twice': serverFlight('unexpectedMessage', (puppet) =>
    plain(puppet.certificate(), puppet.serverKeyExchange(), puppet.serverKeyExchange()),
  ),
  'parameters that nobody has signed': serverFlight('badSignature', (puppet) =>
    plain(
      puppet.certificate(),
      puppet.forged((body) => ({ ...body, signature: flip(body.signature) })),
    ),
  ),
  'parameters changed after they were signed': serverFlight('badSignature', (puppet) =>
    plain(
      puppet.certificate(),
      puppet.forged((body) => ({
        ...body,
        params: { ...body.params, share: flip(body.params.share) },
      })),
    ),
  ),
  'a certificate that the verifier refuses': (t, core) => {
    const judge = () => ({ accepted: false, alert: 'unknown_ca', reason: 'no friend of ours' }) as const;
    const { client, puppet, hello } = facingServer(core, { verifier: { judge } });
    client.incoming.write(plain(puppet.answer(hello), puppet.certificate()));
    t.deepEqual(client.connection.handshake(), { kind: 'refused', reason: 'no friend of ours' });
    t.deepEqual([...drain(client).subarray(5)], [2, alertNumbers.unknown_ca]);
  },
  'parameters signed by a key that may not sign': (t, core) =>
    serverFlight('keyMayNotSign', (puppet) => plain(puppet.certificate(), puppet.serverKeyExchange()), {
      verifier: encryptingVerifier(core),
    })(t, core),
  'parameters signed for another connection': serverFlight('badSignature', (puppet) => {
    const certificate = puppet.certificate();
    puppet.randoms.client.fill(0);
    return plain(certificate, puppet.serverKeyExchange());
  }),
  'a signature scheme that was not offered': serverFlight(
    'wrongSchemeUsed',
    (puppet) => plain(puppet.certificate(), puppet.serverKeyExchange()),
    { schemes: ['ecdsa_secp384r1_sha384'] },
  ),
  'a signature scheme that nobody here can check, though it was offered': serverFlight(
    'wrongSchemeUsed',
    (puppet) =>
      plain(
        puppet.certificate(),
        puppet.forged((body) => ({ ...body, algorithm: 'dsa_sha256' })),
      ),
    { schemes: ['ecdsa_secp256r1_sha256', 'dsa_sha256'] },
  ),
  'a signature scheme for other keys': serverFlight('wrongSchemeUsed', (puppet) =>
    plain(
      puppet.certificate(),
      puppet.forged((body) => ({ ...body, algorithm: 'rsa_pss_rsae_sha256' })),
    ),
  ),
  'a curve that was not offered': serverFlight(
    'wrongCurve',
    (puppet) => plain(puppet.certificate(), puppet.signed({})),
    { groups: ['secp256r1'] },
  ),
  'a group that is no curve': serverFlight('wrongCurve', (puppet) =>
    plain(puppet.certificate(), puppet.signed({ group: 'ffdhe2048' })),
  ),
  'a point of small order': serverFlight('badPoint', (puppet) =>
    plain(puppet.certificate(), puppet.signed({ share: ZERO_POINT }), puppet.serverHelloDone()),
  ),
  'parameters cut short': serverFlight('lengthMismatch', (puppet) =>
    plain(puppet.certificate(), puppet.message('server_key_exchange', Uint8Array.of(3, 0, 29, 32))),
  ),
  'a second certificate request': serverFlight('unexpectedMessage', (puppet) =>
    plain(
      puppet.certificate(),
      puppet.serverKeyExchange(),
      puppet.certificateRequest(),
      puppet.certificateRequest(),
    ),
  ),
  'a Finished in the middle': serverFlight('unexpectedMessage', (puppet) =>
    plain(puppet.certificate(), puppet.message('finished', new Uint8Array(12))),
  ),
  'a change_cipher_spec before the certificate': serverFlight('unexpectedMessage', () => CCS),
  'a change_cipher_spec before the parameters': serverFlight('unexpectedMessage', (puppet) =>
    concat(plain(puppet.certificate()), CCS),
  ),
  'a change_cipher_spec before ServerHelloDone': serverFlight('unexpectedMessage', (puppet) =>
    concat(plain(puppet.certificate(), puppet.serverKeyExchange()), CCS),
  ),
  'application data in the middle': serverFlight('unexpectedRecord', () =>
    plainRecord('application_data', utf8('x')),
  ),
  'messages of TLS 1.3': serverFlight('unexpectedMessage', () =>
    plain(fromHex('0800000a0008000a000400020017')),
  ),

  // --- at a client: the server's last flight
  'a Finished in the clear': lastFlight('unexpectedMessage', (puppet) => plain(puppet.finished())),
  'a change_cipher_spec of two bytes': lastFlight('badChangeCipherSpec', () =>
    plainRecord('change_cipher_spec', Uint8Array.of(1, 1)),
  ),
  'a change_cipher_spec of another kind': lastFlight('badChangeCipherSpec', () =>
    plainRecord('change_cipher_spec', Uint8Array.of(2)),
  ),
  'a change_cipher_spec twice': lastFlight('unexpectedMessage', (puppet) =>
    concat(CCS, puppet.sealed('change_cipher_spec', Uint8Array.of(1))),
  ),
  'a change_cipher_spec within a message': serverFlight('unexpectedMessage', () =>
    concat(plainRecord('handshake', fromHex('0b000010')), CCS),
  ),
  'a change_cipher_spec within a message, where one is due': lastFlight('unexpectedRecord', (puppet) =>
    concat(plainRecord('handshake', puppet.finished().subarray(0, 3)), CCS),
  ),
  'a ticket that was not announced': lastFlight('unexpectedMessage', (puppet) =>
    plain(puppet.message('new_session_ticket', { ticketLifetimeHint: 1, ticket: utf8('ticket') })),
  ),
  'a ticket that was announced and does not come': lastFlight('unexpectedMessage', () => CCS, {
    session_ticket: true,
  }),
  'a Finished that does not fit': lastFlight('badFinished', (puppet) =>
    concat(CCS, puppet.sealed('handshake', puppet.finished(flip))),
  ),
  'a Finished that is too long': lastFlight('badFinishedLength', (puppet) =>
    concat(CCS, puppet.sealed('handshake', concat(fromHex('1400000d'), new Uint8Array(13)))),
  ),
  'application data instead of Finished': lastFlight('dataBeforeFinished', (puppet) =>
    concat(CCS, puppet.sealed('application_data', utf8('x'))),
  ),
  'a record that was tampered with': lastFlight('badRecordMac', (puppet) =>
    concat(CCS, flip(puppet.sealed('handshake', puppet.finished()))),
  ),
  'a record in the clear after change_cipher_spec': lastFlight('badRecordMac', (puppet) =>
    concat(CCS, plain(puppet.finished())),
  ),

  // --- at a server: the ClientHello
  'a hello without null compression': clientHello('noNullCompression', {
    legacyCompressionMethods: Uint8Array.of(1),
  }),
  'a hello without the point format that counts': clientHello(
    'badPointFormats',
    {},
    {
      ec_point_formats: Uint8Array.of(1),
    },
  ),
  'a hello that knows of a handshake before it': clientHello(
    'renegotiationMismatch',
    {},
    {
      renegotiation_info: new Uint8Array(12),
    },
  ),
  'a hello of TLS 1.1': clientHello('unsupportedVersion', { legacyVersion: 0x0302 }),
  'a hello that fell back without need': clientHello('fallback', {
    cipherSuites: [SIGNING_SUITE, 'TLS_FALLBACK_SCSV'],
  }),
  'a hello whose suites are not ours': clientHello('noSharedSuite', {
    cipherSuites: ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
  }),
  'a hello without curves for its suite': clientHello('noSharedSuite', {}, { supported_groups: undefined }),
  'a hello whose curves are not ours': clientHello('noSharedSuite', {}, { supported_groups: ['ffdhe2048'] }),
  'a hello whose schemes our key does not have': clientHello(
    'noSharedSuite',
    {},
    {
      signature_algorithms: ['rsa_pss_rsae_sha256'],
    },
  ),
  'a hello without schemes, which would mean SHA-1': clientHello(
    'noSharedSuite',
    {},
    {
      signature_algorithms: undefined,
    },
  ),
  'a key exchange of RSA with a key that cannot': clientHello(
    'noSharedSuite',
    { cipherSuites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] },
    {},
    { suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'] },
  ),
  'shared keys where there are none': clientHello(
    'noSharedSuite',
    { cipherSuites: ['TLS_PSK_WITH_AES_128_GCM_SHA256'] },
    {},
    { suites: ['TLS_PSK_WITH_AES_128_GCM_SHA256'] },
  ),
  'DHE where there is no group': clientHello(
    'noSharedSuite',
    { cipherSuites: ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'] },
    {},
    { suites: ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'] },
  ),

  // --- at a server: the client's flight
  'a second hello': clientFlight('unexpectedMessage', ({ puppet }) => plain(puppet.clientHello())),
  'a certificate that nobody asked for': clientFlight('unexpectedMessage', ({ puppet }) =>
    plain(puppet.certificate()),
  ),
  'no answer to a certificate request': clientFlight(
    'unexpectedMessage',
    ({ exchange }) => plain(exchange()),
    required,
  ),
  'an empty answer to a certificate request': clientFlight(
    'certificateMissing12',
    ({ puppet }) => plain(puppet.message('certificate', { certificateList: [] })),
    required,
  ),
  'a certificate that nobody shows the key of': clientFlight(
    'unexpectedMessage',
    ({ puppet, exchange }) => concat(plain(puppet.certificate(), exchange()), CCS),
    required,
  ),
  'a certificate with a signature that does not fit': clientFlight(
    'badSignature',
    ({ puppet, exchange }) =>
      plain(
        puppet.certificate(),
        exchange(),
        puppet.certificateVerify((body) => ({ ...body, signature: flip(body.signature) })),
      ),
    required,
  ),
  'a certificate with a scheme that was not asked for': clientFlight(
    'wrongSchemeUsed',
    ({ puppet, exchange }) => plain(puppet.certificate(), exchange(), puppet.certificateVerify()),
    { ...required, schemes: ['ed25519'] },
  ),
  'a signature without a certificate': clientFlight('unexpectedMessage', ({ puppet, exchange }) =>
    plain(exchange(), puppet.certificateVerify()),
  ),
  'data before the key exchange': clientFlight('unexpectedRecord', () =>
    plainRecord('application_data', utf8('x')),
  ),
  'a point that is none': clientFlight('badPoint', ({ puppet }) =>
    plain(puppet.clientKeyExchange(ZERO_POINT)),
  ),
  'a point that is too short': clientFlight('badPoint', ({ puppet }) =>
    plain(puppet.clientKeyExchange(Uint8Array.of(4))),
  ),
  'a key exchange cut short': clientFlight('lengthMismatch', ({ puppet }) =>
    plain(puppet.message('client_key_exchange', Uint8Array.of(32, 1))),
  ),
  'a key exchange with more behind it': clientFlight('lengthMismatch', ({ puppet }) =>
    plain(puppet.message('client_key_exchange', Uint8Array.of(1, 1, 1))),
  ),
  'a change_cipher_spec before the key exchange': clientFlight('unexpectedMessage', () => CCS),
  'a Finished from a client in the clear': clientFlight('unexpectedMessage', ({ puppet, exchange }) =>
    concat(plain(exchange()), plain(puppet.finished())),
  ),
  'a Finished from a client that does not fit': clientFlight('badFinished', ({ puppet, exchange }) =>
    concat(plain(exchange()), CCS, puppet.sealed('handshake', puppet.finished(flip))),
  ),
  'data before the Finished of a client': clientFlight('dataBeforeFinished', ({ puppet, exchange }) =>
    concat(plain(exchange()), CCS, puppet.sealed('application_data', utf8('x'))),
  ),
  'a Finished under other keys': clientFlight('badRecordMac', ({ puppet, exchange }) => {
    const message = exchange();
    puppet.agree(new Uint8Array(32));
    return concat(plain(message), CCS, puppet.sealed('handshake', puppet.finished()));
  }),
};

for (const core of engineCores) {
  for (const [title, run] of Object.entries(cases)) test(`${title}: ${core.name}`, (t) => run(t, core));

  test(`the puppets keep to the rules when nobody tells them otherwise: ${core.name}`, (t) => {
    const { client, connect } = facingServer(core);
    connect();
    t.is(client.connection.state, 'open');
    const other = facingClient(core);
    other.connect();
    t.is(other.server.connection.state, 'open');
  });

  // --- an open connection

  test(`a client declines to shake hands anew, and goes on: ${core.name}`, (t) => {
    const { client, puppet, connect } = facingServer(core);
    connect();
    client.incoming.write(puppet.sealed('handshake', fromHex('00000000')));
    client.incoming.write(puppet.sealed('application_data', utf8('ping')));
    t.deepEqual(client.connection.read(9), utf8('ping'));
    const [warning] = splitRecords(drain(client));
    t.deepEqual([...puppet.opened(warning).fragment], [1, alertNumbers.no_renegotiation]);
  });

  test(`a server declines to shake hands anew, and goes on: ${core.name}`, (t) => {
    const { server, puppet, connect } = facingClient(core);
    connect();
    server.incoming.write(puppet.sealed('handshake', puppet.clientHello()));
    server.incoming.write(puppet.sealed('application_data', utf8('ping')));
    t.deepEqual(server.connection.read(9), utf8('ping'));
    const [warning] = splitRecords(drain(server));
    t.deepEqual([...puppet.opened(warning).fragment], [1, alertNumbers.no_renegotiation]);
  });

  test(`and says so once, until it has said something else: ${core.name}`, (t) => {
    const { server, puppet, connect } = facingClient(core);
    connect();
    const ask = () => {
      for (let i = 0; i < 100; i++) {
        server.incoming.write(puppet.sealed('handshake', puppet.clientHello()));
        server.incoming.write(puppet.sealed('application_data', utf8('x')));
        t.deepEqual(server.connection.read(1), utf8('x'));
      }
      return splitRecords(drain(server)).length;
    };
    t.is(ask(), 1);
    server.connection.write(utf8('data'));
    t.is(ask(), 2);
  });

  test(`and says nothing of it behind its close_notify: ${core.name}`, (t) => {
    const { server, puppet, connect } = facingClient(core);
    connect();
    t.is(server.connection.closeSending().kind, 'done');
    t.is(splitRecords(drain(server)).length, 1);
    server.incoming.write(puppet.sealed('handshake', puppet.clientHello()));
    server.incoming.write(puppet.sealed('application_data', utf8('ping')));
    t.deepEqual(server.connection.read(9), utf8('ping'));
    t.deepEqual(drain(server), EMPTY);
  });

  test(`but not without end: ${core.name}`, (t) => {
    const { client, puppet, connect } = facingServer(core);
    connect();
    const requests = Array.from({ length: MAX_USELESS_RECORDS + 1 }, () => fromHex('00000000'));
    client.incoming.write(puppet.sealed('handshake', ...requests));
    refuses(t, client, 'tooManyUselessRecords', puppet);
  });

  test(`a server that is asked to shake hands by a HelloRequest refuses: ${core.name}`, (t) => {
    const { server, puppet, connect } = facingClient(core);
    connect();
    server.incoming.write(puppet.sealed('handshake', fromHex('00000000')));
    refuses(t, server, 'unexpectedMessage', puppet);
  });

  test(`a change_cipher_spec to an open connection: ${core.name}`, (t) => {
    const { client, puppet, connect } = facingServer(core);
    connect();
    client.incoming.write(puppet.sealed('change_cipher_spec', Uint8Array.of(1)));
    refuses(t, client, 'unexpectedMessage', puppet);
  });

  test(`a KeyUpdate, of which TLS 1.2 knows nothing: ${core.name}`, (t) => {
    const { client, puppet, connect } = facingServer(core);
    connect();
    client.incoming.write(puppet.sealed('handshake', fromHex('1800000100')));
    refuses(t, client, 'unexpectedMessage', puppet);
  });

  test(`new keys are not to be had: ${core.name}`, (t) => {
    const { client, connect } = facingServer(core);
    t.like(client.connection.updateKeys(false), { kind: 'misuse', misuse: 'keyUpdateUnavailable' });
    connect();
    t.like(client.connection.updateKeys(false), { kind: 'misuse', misuse: 'notTls13' });
    t.is(client.connection.state, 'open');
  });

  test(`records without contents, again and again: ${core.name}`, (t) => {
    const { client, puppet, connect } = facingServer(core);
    connect();
    client.incoming.write(
      puppet.sealed('application_data', ...Array.from({ length: MAX_USELESS_RECORDS + 1 }, () => EMPTY)),
    );
    refuses(t, client, 'tooManyUselessRecords', puppet);
  });

  test(`warnings, again and again: ${core.name}`, (t) => {
    const { client, puppet, connect } = facingServer(core);
    connect();
    const warnings = Array.from({ length: MAX_WARNINGS + 1 }, () =>
      Uint8Array.of(1, alertNumbers.user_canceled),
    );
    client.incoming.write(puppet.sealed('alert', ...warnings));
    refuses(t, client, 'tooManyWarnings', puppet);
  });

  test(`HelloRequests to a client in its handshake are passed over: ${core.name}`, (t) => {
    const { client, puppet, hello } = facingServer(core);
    const request = fromHex('00000000');
    const flight = [puppet.answer(hello), puppet.certificate(), puppet.serverKeyExchange()];
    client.incoming.write(
      plain(...flight.flatMap((message) => [message, request]), puppet.serverHelloDone()),
    );
    t.deepEqual(client.connection.handshake(), { kind: 'want' });
    readClientFlight(puppet, splitRecords(drain(client)));
    client.incoming.write(concat(plain(request), CCS, puppet.sealed('handshake', puppet.finished())));
    t.deepEqual(client.connection.handshake(), { kind: 'done' });
  });
}
