/** What a peer must not do, state by state: the fault that each gets, and the alert on the wire. */
import test, { type ExecutionContext } from 'ava';
import { concat, EMPTY, fromHex, utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { type FaultName, faultAlerts } from '../../lib/tls/faults.ts';
import type { Outcome } from '../../lib/tls/outcome.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import { alertNumbers } from '../../lib/wire/alert.ts';
import { encodeMessage13, RETRY_RANDOM } from '../../lib/wire/handshake.ts';
import { drain, type End, engineCores, engineEnd, testCredential } from '../tools/engine.ts';
import { Puppet, plainRecord, splitRecords } from '../tools/puppet.ts';
import { encryptingVerifier, engineSettings } from '../tools/settings.ts';

/** A client of ours that has sent its hello, and a puppet that is to answer it. */
function facingServer(core: CryptoProvider, more: Partial<Settings> = {}) {
  const settings = engineSettings('client', core, {
    serverName: 'localhost',
    suites: ['TLS_AES_128_GCM_SHA256'],
    middleboxCompatibility: false,
    protocols: [utf8('h2')],
    ...more,
  });
  const client = engineEnd(settings);
  client.connection.handshake();
  const hello = drain(client).subarray(5);
  const puppet = new Puppet(core, 'server');
  /** Sends a good ServerHello and takes up its keys. */
  const agree = () => {
    const serverHello = puppet.serverHello(hello);
    puppet.agree(hello, serverHello);
    client.incoming.write(plainRecord('handshake', serverHello));
  };
  return { client, puppet, hello, agree };
}

/** A server of ours, and a puppet that has sent a good hello and read the flight that came back. */
function facingClient(core: CryptoProvider, more: Partial<Settings> = {}) {
  const server = engineEnd(
    engineSettings('server', core, {
      credentials: [testCredential(core)],
      middleboxCompatibility: false,
      ...more,
    }),
  );
  const puppet = new Puppet(core, 'client');
  const agree = () => {
    const hello = puppet.clientHello();
    server.incoming.write(plainRecord('handshake', hello));
    server.connection.handshake();
    const [serverHello, ...flight] = splitRecords(drain(server));
    puppet.agree(hello, serverHello.subarray(5));
    for (const record of flight) puppet.transcript.add(puppet.opened(record).fragment);
  };
  return { server, puppet, agree };
}

/** Goes on, and checks the fault, the alert, and that nothing works afterwards. */
function refuses(t: ExecutionContext, end: End, fault: FaultName, read?: Puppet): void {
  const step = () =>
    end.connection.state === 'open' ? (end.connection.read(100) as Outcome) : end.connection.handshake();
  const outcome = step();
  t.like(outcome, { kind: 'fault', fault });
  t.is(end.connection.state, 'ended');
  t.deepEqual(end.connection.handshake(), { kind: 'dead', by: 'us' });
  t.deepEqual(end.connection.write(utf8('x')), { kind: 'dead', by: 'us' });
  const records = splitRecords(drain(end));
  const alert = faultAlerts[fault];
  if (alert === 'silence') {
    t.deepEqual(records, []);
    return;
  }
  const last = records[records.length - 1];
  const content = read === undefined ? last.subarray(5) : read.opened(last).fragment;
  t.deepEqual([...content], [2, alertNumbers[alert]], `alert ${alert}`);
}

/** Each case sets a scene and says how it must end. */
type Case = (t: ExecutionContext, core: CryptoProvider) => void;

const serverHelloCase =
  (fault: FaultName, more: object, extensions: object = {}, settings: Partial<Settings> = {}): Case =>
  (t, core) => {
    const { client, puppet, hello } = facingServer(core, settings);
    client.incoming.write(plainRecord('handshake', puppet.serverHello(hello, more, extensions)));
    refuses(t, client, fault);
  };

const retry = { kind: 'helloRetryRequest', random: RETRY_RANDOM };
const serverHello12 = { kind: 'serverHello12', extensions: {} };

const helloCase =
  (
    fault: FaultName,
    change: Parameters<Puppet['clientHello']>[0],
    extensions: Parameters<Puppet['clientHello']>[1] = {},
    settings: Partial<Settings> = {},
  ): Case =>
  (t, core) => {
    const { server, puppet } = facingClient(core, settings);
    server.incoming.write(plainRecord('handshake', puppet.clientHello(change, extensions)));
    refuses(t, server, fault);
  };

/** After a good ServerHello: what the server sends next, under its handshake keys. */
const flightCase =
  (fault: FaultName, flight: (puppet: Puppet) => Uint8Array, settings: Partial<Settings> = {}): Case =>
  (t, core) => {
    const { client, puppet, agree } = facingServer(core, settings);
    agree();
    client.incoming.write(flight(puppet));
    refuses(t, client, fault, puppet);
  };

/** A server asks for another group, and the client's second hello differs in what must not differ. */
const secondHello =
  (
    fault: FaultName,
    change: Parameters<Puppet['clientHello']>[0],
    extensions: Parameters<Puppet['clientHello']>[1] = {},
    settings: Partial<Settings> = {},
    first: Parameters<Puppet['clientHello']>[1] = {},
  ): Case =>
  (t, core) => {
    const { server, puppet } = facingClient(core, { groups: ['secp256r1'], ...settings });
    const same = { random: new Uint8Array(32) };
    server.incoming.write(plainRecord('handshake', puppet.clientHello(same, first)));
    t.is(server.connection.handshake().kind, 'want');
    drain(server);
    server.incoming.write(plainRecord('handshake', puppet.clientHello({ ...same, ...change }, extensions)));
    refuses(t, server, fault);
  };

const REFUSING: Settings['verifier'] = {
  judge: () => ({ accepted: false, alert: 'unknown_ca', reason: 'no friend of ours' }),
};

/** The base point of P-256: a server takes what is on the curve. */
const P256_SHARE = {
  key_share: [
    {
      group: 'secp256r1' as const,
      keyExchange: fromHex(
        '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
          '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
      ),
    },
  ],
};

const DHE_MODE = { psk_key_exchange_modes: ['psk_dhe_ke' as const] };
const psks = (identities: number, binders: number) => ({
  identities: Array.from({ length: identities }, () => ({ identity: utf8('name'), obfuscatedTicketAge: 0 })),
  binders: Array.from({ length: binders }, () => new Uint8Array(32)),
});

const encryptedExtensions = (puppet: Puppet, extensions = {}) =>
  puppet.message('encrypted_extensions', { extensions });

/** All that a server says under its handshake keys, rightly. */
const serverFlight = (puppet: Puppet): Uint8Array =>
  puppet.sealed(
    'handshake',
    encryptedExtensions(puppet),
    puppet.certificate(),
    puppet.certificateVerify(),
    puppet.finished(),
  );

/** After the server's flight: what the client sends next, under its handshake keys. */
const answerCase =
  (fault: FaultName, flight: (puppet: Puppet) => Uint8Array, settings: Partial<Settings> = {}): Case =>
  (t, core) => {
    const { server, puppet, agree } = facingClient(core, settings);
    agree();
    server.incoming.write(flight(puppet));
    const outcome = server.connection.handshake();
    t.like(outcome, { kind: 'fault', fault });
    t.is(server.connection.state, 'ended');
    t.true(drain(server).length > 0, 'an alert went out');
  };

/** A connection that is open at the client: what the server sends next, under its application keys. */
const openCase =
  (fault: FaultName, records: (puppet: Puppet) => Uint8Array): Case =>
  (t, core) => {
    const { client, puppet, agree } = facingServer(core);
    agree();
    client.incoming.write(serverFlight(puppet));
    t.is(client.connection.handshake().kind, 'done');
    drain(client);
    puppet.connect();
    client.incoming.write(records(puppet));
    let outcome = client.connection.read(100);
    while (outcome instanceof Uint8Array) outcome = client.connection.read(100);
    t.like(outcome, { kind: 'fault', fault });
    t.deepEqual(client.connection.read(100), { kind: 'dead', by: 'us' });
  };

const keyUpdate = (requestUpdate: number) => encodeMessage13('key_update', { requestUpdate });
const plainKeyShare = (group: 'x25519' | 'secp256r1', length: number) => ({
  group,
  keyExchange: new Uint8Array(length),
});

/** A message that ends with its extensions, `at` its block's length, with one more behind the others. */
const extended = (message: Uint8Array, at: number, extension: string) => {
  const whole = concat(message, fromHex(extension));
  const view = new DataView(whole.buffer);
  view.setUint16(at, whole.length - at - 2);
  view.setUint16(2, whole.length - 4);
  return whole;
};

/** The same of a ServerHello without a session ID. */
const extendedHello =
  (fault: FaultName, extension: string, more: object = {}, extensions: object = {}): Case =>
  (t, core) => {
    const { client, puppet, hello } = facingServer(core, { versions: ['TLSv1.3', 'TLSv1.2'] });
    const answer = extended(puppet.serverHello(hello, more, extensions), 42, extension);
    client.incoming.write(plainRecord('handshake', answer));
    refuses(t, client, fault);
  };

/** A ticket with these bytes for its block of extensions. */
const ticketWith = (extensions: string) => {
  const block = fromHex(extensions);
  const body = concat(
    fromHex('0000003c' + '00000000' + '00' + '0001aa'),
    Uint8Array.of(0, block.length),
    block,
  );
  return concat(Uint8Array.of(4, 0, 0, body.length), body);
};

const cases: Readonly<Record<string, Case>> = {
  // --- before anything is said
  'a client without a version': (t, core) => {
    const client = engineEnd(engineSettings('client', core, { versions: [] }));
    t.like(client.connection.handshake(), { kind: 'fault', fault: 'noVersionsEnabled' });
  },
  'a client without a group for its shares': (t, core) => {
    const client = engineEnd(engineSettings('client', core, { groups: [] }));
    t.like(client.connection.handshake(), { kind: 'fault', fault: 'noGroupsEnabled' });
  },
  'a client without a suite for its version': (t, core) => {
    const suites = ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] as const;
    const client = engineEnd(engineSettings('client', core, { suites }));
    t.like(client.connection.handshake(), { kind: 'fault', fault: 'noSuitesEnabled' });
  },

  // --- records, before there are keys
  'an HTTP request': (t, core) => {
    const { server } = facingClient(core);
    server.incoming.write(utf8('GET / HTTP/1.1\r\n'));
    refuses(t, server, 'httpRequest');
  },
  'a request to a proxy': (t, core) => {
    const { server } = facingClient(core);
    server.incoming.write(utf8('CONNECT x:443 HTTP/1.1\r\n'));
    refuses(t, server, 'httpsProxyRequest');
  },
  'something that is not TLS': (t, core) => {
    const { client } = facingServer(core);
    client.incoming.write(utf8('HTTP/1.1 400 Bad Request'));
    refuses(t, client, 'notTls');
  },
  'a hello in the form of SSL 2.0': (t, core) => {
    const { server } = facingClient(core);
    server.incoming.write(fromHex('802e0100020015000000100100'));
    refuses(t, server, 'sslv2Hello');
  },
  'a record of more than 2^14 bytes': (t, core) => {
    const { server } = facingClient(core);
    server.incoming.write(fromHex('1603014001'));
    refuses(t, server, 'recordTooLong');
  },
  'a record type that there is not': (t, core) => {
    const { client } = facingServer(core);
    client.incoming.write(fromHex('1903030001ff'));
    refuses(t, client, 'unexpectedMessage');
  },
  'data before the handshake': (t, core) => {
    const { client } = facingServer(core);
    client.incoming.write(plainRecord('application_data', utf8('x')));
    refuses(t, client, 'unexpectedMessage');
  },
  'a change_cipher_spec before any hello': (t, core) => {
    const { server } = facingClient(core);
    server.incoming.write(plainRecord('change_cipher_spec', Uint8Array.of(1)));
    refuses(t, server, 'unexpectedMessage');
  },
  'an alert before any hello': (t, core) => {
    const { server } = facingClient(core);
    server.incoming.write(plainRecord('alert', Uint8Array.of(2, 40)));
    refuses(t, server, 'unexpectedMessage');
  },
  'an alert of three bytes': (t, core) => {
    const { client } = facingServer(core);
    client.incoming.write(plainRecord('alert', Uint8Array.of(2, 40, 0)));
    refuses(t, client, 'malformedAlert');
  },
  'an alert of a level that there is not': (t, core) => {
    const { client } = facingServer(core);
    client.incoming.write(plainRecord('alert', Uint8Array.of(3, 40)));
    refuses(t, client, 'unknownAlertLevel');
  },
  'warnings without end': (t, core) => {
    const { client } = facingServer(core);
    for (let i = 0; i < 6; i++) client.incoming.write(plainRecord('alert', Uint8Array.of(1, 112)));
    refuses(t, client, 'tooManyWarnings');
  },
  'empty records without end': (t, core) => {
    const { client } = facingServer(core);
    for (let i = 0; i < 33; i++) client.incoming.write(plainRecord('handshake', EMPTY));
    refuses(t, client, 'tooManyUselessRecords');
  },
  'a message that says it is huge': (t, core) => {
    const { server } = facingClient(core);
    server.incoming.write(plainRecord('handshake', fromHex('01ffffff')));
    refuses(t, server, 'messageTooLong');
  },
  'a message that does not close': (t, core) => {
    const { server, puppet } = facingClient(core);
    const hello = puppet.clientHello().slice(0, -1);
    hello[3]--;
    hello[2] -= hello[3] === 255 ? 1 : 0;
    server.incoming.write(plainRecord('handshake', hello));
    refuses(t, server, 'lengthMismatch');
  },
  'data between the halves of a message': (t, core) => {
    const { client, puppet, hello } = facingServer(core);
    const message = puppet.serverHello(hello);
    client.incoming.write(plainRecord('handshake', message.subarray(0, 20)));
    client.incoming.write(plainRecord('application_data', utf8('x')));
    refuses(t, client, 'unexpectedRecord');
  },

  // --- the ServerHello
  'a ServerHello to a server': (t, core) => {
    const { server, puppet } = facingClient(core);
    server.incoming.write(plainRecord('handshake', puppet.serverHello(puppet.clientHello())));
    refuses(t, server, 'unexpectedMessage');
  },
  'a ClientHello to a client': (t, core) => {
    const { client, puppet } = facingServer(core);
    client.incoming.write(plainRecord('handshake', puppet.clientHello()));
    refuses(t, client, 'unexpectedMessage');
  },
  'a suite that was not offered': serverHelloCase('wrongSuiteSelected', {
    cipherSuite: 'TLS_AES_256_GCM_SHA384',
  }),
  'a suite that nobody knows': serverHelloCase('unknownSuiteSelected', { cipherSuite: '0x1304' }),
  'a session ID that is not ours': serverHelloCase('wrongSessionIdEcho', {
    legacySessionIdEcho: Uint8Array.of(1),
  }),
  'a compression': serverHelloCase('badCompression', { legacyCompressionMethod: 1 }),
  'another legacy version': serverHelloCase('wrongLegacyVersion', { legacyVersion: 0x0302 }),
  'a version that was not offered': serverHelloCase(
    'wrongVersionSelected',
    {},
    { supported_versions: 'TLSv1.2' },
  ),
  'TLS 1.3 where only TLS 1.2 was offered': serverHelloCase(
    'wrongVersionSelected',
    {},
    {},
    { versions: ['TLSv1.2'], suites: ['TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'] },
  ),
  'no key share': serverHelloCase('missingKeyShare', {}, { key_share: undefined }),
  'a key share of another group': serverHelloCase(
    'wrongGroupSelected',
    {},
    { key_share: plainKeyShare('secp256r1', 65) },
  ),
  'a key share of zeros': serverHelloCase('badKeyShare', {}, { key_share: plainKeyShare('x25519', 32) }),
  'a key share of another length': serverHelloCase(
    'badKeyShare',
    {},
    { key_share: plainKeyShare('x25519', 31) },
  ),
  'a PSK that was not offered': serverHelloCase('unsolicitedExtension', {}, { pre_shared_key: 0 }),
  'an extension of another message in a ServerHello': extendedHello('misplacedExtension', '00100000'),
  'an extension in a ServerHello that nobody knows': extendedHello('unsolicitedExtension', 'fafa0000'),
  'an extension of another message in a retry': extendedHello('misplacedExtension', '002900020000', retry, {
    key_share: 'secp256r1',
  }),
  'an extension in a retry that nobody knows': extendedHello('unsolicitedExtension', 'fafa0000', retry, {
    key_share: 'secp256r1',
  }),
  'TLS 1.2 from a server that could do better': serverHelloCase('downgrade', {
    ...serverHello12,
    random: concat(new Uint8Array(24), fromHex('444f574e47524401')),
  }),
  'TLS 1.1 from a server that could do better': serverHelloCase('downgrade', {
    ...serverHello12,
    legacyVersion: 0x0302,
    random: concat(new Uint8Array(24), fromHex('444f574e47524400')),
  }),
  'TLS 1.2 where it is not enabled': serverHelloCase('unsupportedVersion', serverHello12),
  'a retry for nothing': serverHelloCase('retryWithoutChange', retry, { key_share: undefined }),
  'a retry for the share that is there': serverHelloCase('retryWithoutChange', retry, {
    key_share: 'x25519',
  }),
  'a retry for a group that was not offered': serverHelloCase('wrongGroupSelected', retry, {
    key_share: 'ffdhe8192',
  }),
  'a second retry': (t, core) => {
    const { client, puppet, hello } = facingServer(core);
    const request = puppet.serverHello(hello, retry, { key_share: undefined, cookie: utf8('crumb') });
    client.incoming.write(plainRecord('handshake', request));
    client.incoming.write(plainRecord('handshake', request));
    refuses(t, client, 'secondRetry');
  },
  'another suite after a retry': (t, core) => {
    const { client, puppet, hello } = facingServer(core, {
      suites: ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'],
    });
    client.incoming.write(
      plainRecord('handshake', puppet.serverHello(hello, retry, { key_share: undefined, cookie: utf8('c') })),
    );
    client.incoming.write(
      plainRecord('handshake', puppet.serverHello(hello, { cipherSuite: 'TLS_AES_256_GCM_SHA384' })),
    );
    refuses(t, client, 'wrongSuiteSelected');
  },
  'TLS 1.2 after a retry': (t, core) => {
    const { client, puppet, hello } = facingServer(core, { versions: ['TLSv1.3', 'TLSv1.2'] });
    const request = puppet.serverHello(hello, retry, { key_share: undefined, cookie: utf8('crumb') });
    client.incoming.write(plainRecord('handshake', request));
    client.incoming.write(plainRecord('handshake', puppet.serverHello(hello, serverHello12)));
    refuses(t, client, 'wrongVersionSelected');
  },
  'bytes behind a ServerHello in its record': (t, core) => {
    const { client, puppet, hello } = facingServer(core);
    client.incoming.write(plainRecord('handshake', concat(puppet.serverHello(hello), fromHex('0800'))));
    refuses(t, client, 'notOnRecordBoundary');
  },

  // --- the ClientHello
  'no version that we have': helloCase('unsupportedVersion', {}, { supported_versions: ['TLSv1.2'] }),
  'a hello of TLS 1.2': helloCase('unsupportedVersion', {}, { supported_versions: undefined }),
  'a hello that speaks of SSL 3.0': helloCase('badLegacyVersion', { legacyVersion: 0x0300 }),
  'no suite that we have': helloCase('noSharedSuite', { cipherSuites: ['0x1304'] }),
  'a server that has nothing to show': helloCase(
    'noSharedScheme',
    {},
    {},
    { credentials: [], answerName: () => ({ kind: 'accepted', settings: undefined }) },
  ),
  'compression in a hello': helloCase('badCompression', { legacyCompressionMethods: Uint8Array.of(1, 0) }),
  'no groups': helloCase('missingSupportedGroups', {}, { supported_groups: undefined }),
  'no key shares': helloCase('missingKeyShare', {}, { key_share: undefined }),
  'no signature schemes': helloCase('missingSignatureAlgorithms', {}, { signature_algorithms: undefined }),
  'no scheme that we can sign with': helloCase('noSharedScheme', {}, { signature_algorithms: ['ed448'] }),
  'a share of a group that is not offered': helloCase(
    'badKeyShare',
    {},
    { key_share: [plainKeyShare('x25519', 32)], supported_groups: ['secp256r1'] },
  ),
  'a share of zeros': helloCase('badKeyShare', {}, { key_share: [plainKeyShare('x25519', 32)] }),
  'a point that is not on its curve': helloCase(
    'badKeyShare',
    {},
    {
      key_share: [{ group: 'secp256r1', keyExchange: concat(Uint8Array.of(4), new Uint8Array(64).fill(1)) }],
    },
  ),
  'two host names': helloCase(
    'badServerName',
    {},
    {
      server_name: [
        { nameType: 0, hostName: utf8('a') },
        { nameType: 0, hostName: utf8('b') },
      ],
    },
  ),
  'a host name with a NUL': helloCase(
    'badServerName',
    {},
    { server_name: [{ nameType: 0, hostName: utf8('a\0b') }] },
  ),
  'a PSK that is not the last extension': (t, core) => {
    const { server, puppet } = facingClient(core);
    const hello = extended(
      puppet.clientHello({}, { ...DHE_MODE, pre_shared_key: psks(1, 1) }),
      45,
      'fafa0000',
    );
    server.incoming.write(plainRecord('handshake', hello));
    refuses(t, server, 'pskNotLast');
  },
  'a PSK without modes': helloCase('missingPskModes', {}, { pre_shared_key: psks(1, 1) }),
  'more PSKs than binders': helloCase('badPskBinderCount', {}, { ...DHE_MODE, pre_shared_key: psks(2, 1) }),
  'more binders than PSKs': helloCase('badPskBinderCount', {}, { ...DHE_MODE, pre_shared_key: psks(1, 2) }),
  'a second hello for another version': secondHello(
    'helloChangedAfterRetry',
    {},
    { supported_versions: ['TLSv1.2'] },
    { versions: ['TLSv1.3', 'TLSv1.2'] },
  ),
  'a second hello with early data': secondHello('helloChangedAfterRetry', {}, { early_data: true }),
  'a second hello with other suites': secondHello('helloChangedAfterRetry', {
    cipherSuites: ['TLS_AES_128_GCM_SHA256', '0x1304'],
  }),
  'a second hello with another session ID': secondHello('helloChangedAfterRetry', {
    legacySessionId: Uint8Array.of(1),
  }),
  'a second hello with compression': secondHello('badCompression', {
    legacyCompressionMethods: Uint8Array.of(0, 1),
  }),
  'a second hello with a cookie that nobody gave': secondHello(
    'cookieMismatch',
    {},
    { cookie: utf8('crumb') },
  ),
  'a second hello with a share of a better group, but not of the one that was asked for': secondHello(
    'wrongGroupSelected',
    {},
    { supported_groups: ['x25519', 'secp256r1'] },
    { groups: ['secp256r1', 'x25519'] },
    { supported_groups: ['secp256r1'], key_share: [] },
  ),
  'a second hello without the share': (t, core) => {
    const { server, puppet } = facingClient(core, { groups: ['secp256r1'] });
    const hello = puppet.clientHello();
    server.incoming.write(plainRecord('handshake', hello));
    server.incoming.write(plainRecord('handshake', hello));
    refuses(t, server, 'badKeyShare');
  },
  'a second hello with another random': (t, core) => {
    const { server, puppet } = facingClient(core, { groups: ['secp256r1'] });
    server.incoming.write(plainRecord('handshake', puppet.clientHello()));
    server.incoming.write(plainRecord('handshake', puppet.clientHello()));
    refuses(t, server, 'helloChangedAfterRetry');
  },
  'a second hello with another name': (t, core) => {
    const { server, puppet } = facingClient(core, { groups: ['secp256r1'] });
    const named = (name: string) => ({ server_name: [{ nameType: 0, hostName: utf8(name) }] });
    const same = { random: new Uint8Array(32) };
    server.incoming.write(plainRecord('handshake', puppet.clientHello(same, named('one.example'))));
    server.incoming.write(plainRecord('handshake', puppet.clientHello(same, named('two.example'))));
    refuses(t, server, 'helloChangedAfterRetry');
  },
  'a second hello without the cookie': (t, core) => {
    const { server, puppet } = facingClient(core, { requireCookie: true });
    const hello = puppet.clientHello();
    server.incoming.write(plainRecord('handshake', hello));
    server.incoming.write(plainRecord('handshake', hello));
    refuses(t, server, 'cookieMismatch');
  },

  // --- the server's flight
  'a tampered record': flightCase('badRecordMac', (puppet) => {
    const record = puppet.sealed('handshake', encryptedExtensions(puppet));
    record[record.length - 1] ^= 1;
    return record;
  }),
  'a record shorter than its tag': flightCase('badRecordMac', () => fromHex('170303000500000000aa')),
  'a record that is padding alone': flightCase('missingContentType', (puppet) =>
    // A type that there is not is written as 0, which is what padding is.
    puppet.sealed('padding' as never, EMPTY),
  ),
  'an empty protected handshake record': flightCase('emptyFragment', (puppet) =>
    puppet.sealed('handshake', EMPTY),
  ),
  'a protected change_cipher_spec': flightCase('badRecordType', (puppet) =>
    puppet.sealed('change_cipher_spec', Uint8Array.of(1)),
  ),
  'a change_cipher_spec of other bytes': flightCase('badChangeCipherSpec', () =>
    plainRecord('change_cipher_spec', Uint8Array.of(2)),
  ),
  'an unprotected message among protected ones': flightCase('badRecordType', (puppet) =>
    plainRecord('handshake', encryptedExtensions(puppet)),
  ),
  'an unprotected alert among protected records': flightCase('badRecordType', () =>
    plainRecord('alert', Uint8Array.of(2, 40)),
  ),
  'data in the handshake': flightCase('unexpectedRecord', (puppet) =>
    puppet.sealed('application_data', utf8('x')),
  ),
  'a Certificate before EncryptedExtensions': flightCase('unexpectedMessage', (puppet) =>
    puppet.sealed('handshake', puppet.certificate()),
  ),
  'a Finished right after the hellos': flightCase('unexpectedMessage', (puppet) =>
    puppet.sealed('handshake', puppet.finished()),
  ),
  'a Finished without a certificate': flightCase('unexpectedMessage', (puppet) =>
    puppet.sealed('handshake', encryptedExtensions(puppet), puppet.finished()),
  ),
  'a Finished without a signature': flightCase('unexpectedMessage', (puppet) =>
    puppet.sealed('handshake', encryptedExtensions(puppet), puppet.certificate(), puppet.finished()),
  ),
  'an extension nobody asked for': flightCase(
    'unsolicitedExtension',
    (puppet) =>
      puppet.sealed(
        'handshake',
        encryptedExtensions(puppet, { application_layer_protocol_negotiation: [utf8('h2')] }),
      ),
    { protocols: [] },
  ),
  'an extension in the wrong message': flightCase('misplacedExtension', (puppet) =>
    puppet.sealed('handshake', fromHex('080000060004002d0000')),
  ),
  'an extension in the wrong message, and not asked for either': flightCase('misplacedExtension', (puppet) =>
    puppet.sealed('handshake', extended(encryptedExtensions(puppet), 4, '00310000')),
  ),
  'an extension that nobody knows': flightCase('unsolicitedExtension', (puppet) =>
    puppet.sealed('handshake', extended(encryptedExtensions(puppet), 4, 'fafa0000')),
  ),
  'a protocol that was not offered': flightCase('badProtocolName', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet, { application_layer_protocol_negotiation: [utf8('spdy')] }),
    ),
  ),
  'two protocols': flightCase('badProtocolName', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet, { application_layer_protocol_negotiation: [utf8('h2'), utf8('h2')] }),
    ),
  ),
  'no certificate in the Certificate': flightCase('emptyCertificateMessage', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      puppet.message('certificate', { certificateRequestContext: EMPTY, certificateList: [] }),
    ),
  ),
  'a context that nobody gave': flightCase('badCertificateContext', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      puppet.message('certificate', { certificateRequestContext: Uint8Array.of(1), certificateList: [] }),
    ),
  ),
  'a stapled response nobody asked for': flightCase('unsolicitedExtension', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      puppet.message('certificate', {
        certificateRequestContext: EMPTY,
        certificateList: [
          {
            certData: Uint8Array.of(1),
            extensions: { status_request: { statusType: 1, response: Uint8Array.of(1) } },
          },
        ],
      }),
    ),
  ),
  'a request without schemes': flightCase('missingSignatureAlgorithms', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      puppet.message('certificate_request', { certificateRequestContext: EMPTY, extensions: {} }),
    ),
  ),
  'a request with a context in the handshake': flightCase('badCertificateContext', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      puppet.message('certificate_request', {
        certificateRequestContext: Uint8Array.of(1),
        extensions: { signature_algorithms: ['ecdsa_secp256r1_sha256'] },
      }),
    ),
  ),
  'an extension of another message in a request': flightCase('misplacedExtension', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      fromHex('0d00000f00000c000d0004000204030033' + '0000'),
    ),
  ),
  'an extension of another message beside a certificate': flightCase('misplacedExtension', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      fromHex('0b00000e' + '00' + '00000a' + '000001aa' + '0004' + '00100000'),
    ),
  ),
  'an extension that nobody knows beside a certificate': flightCase('unsolicitedExtension', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      fromHex('0b00000e' + '00' + '00000a' + '000001aa' + '0004' + 'fafa0000'),
    ),
  ),
  'a signature over something else': flightCase('badSignature', (puppet) => {
    const flight = [encryptedExtensions(puppet), puppet.certificate()];
    return puppet.sealed(
      'handshake',
      ...flight,
      puppet.certificateVerify(({ algorithm, signature }) => {
        const forged = signature.slice();
        forged[forged.length - 1] ^= 1;
        return { algorithm, signature: forged };
      }),
    );
  }),
  'no signature at all': flightCase('badSignature', (puppet) => {
    const flight = [encryptedExtensions(puppet), puppet.certificate()];
    return puppet.sealed(
      'handshake',
      ...flight,
      puppet.certificateVerify(({ algorithm }) => ({ algorithm, signature: EMPTY })),
    );
  }),
  'a scheme that does not fit the key': flightCase('wrongSchemeUsed', (puppet) => {
    const flight = [encryptedExtensions(puppet), puppet.certificate()];
    return puppet.sealed(
      'handshake',
      ...flight,
      puppet.certificateVerify(({ signature }) => ({ algorithm: 'ed25519', signature })),
    );
  }),
  'a scheme that was not offered': flightCase(
    'wrongSchemeUsed',
    (puppet) =>
      puppet.sealed(
        'handshake',
        encryptedExtensions(puppet),
        puppet.certificate(),
        puppet.certificateVerify(),
      ),
    { schemes: ['ed25519', 'rsa_pss_rsae_sha256'] },
  ),
  'PKCS#1 v1.5 in the handshake': flightCase('wrongSchemeUsed', (puppet) => {
    const flight = [encryptedExtensions(puppet), puppet.certificate()];
    return puppet.sealed(
      'handshake',
      ...flight,
      puppet.certificateVerify(({ signature }) => ({ algorithm: 'rsa_pkcs1_sha256', signature })),
    );
  }),
  'a certificate that the verifier refuses': (t, core) => {
    const { client, puppet, agree } = facingServer(core, { verifier: REFUSING });
    agree();
    client.incoming.write(puppet.sealed('handshake', encryptedExtensions(puppet), puppet.certificate()));
    t.deepEqual(client.connection.handshake(), { kind: 'refused', reason: 'no friend of ours' });
    t.deepEqual(client.connection.handshake(), { kind: 'dead', by: 'us' });
    const { fragment } = puppet.opened(splitRecords(drain(client)).at(-1) as Uint8Array);
    t.deepEqual([...fragment], [2, alertNumbers.unknown_ca]);
  },
  'a certificate whose key may not sign': (t, core) =>
    flightCase(
      'keyMayNotSign',
      (puppet) =>
        puppet.sealed(
          'handshake',
          encryptedExtensions(puppet),
          puppet.certificate(),
          puppet.certificateVerify(),
        ),
      { verifier: encryptingVerifier(core) },
    )(t, core),
  'a wrong Finished': flightCase('badFinished', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      puppet.certificate(),
      puppet.certificateVerify(),
      puppet.message('finished', new Uint8Array(32)),
    ),
  ),
  'a Finished of another length': flightCase('badFinishedLength', (puppet) =>
    puppet.sealed(
      'handshake',
      encryptedExtensions(puppet),
      puppet.certificate(),
      puppet.certificateVerify(),
      puppet.message('finished', new Uint8Array(31)),
    ),
  ),

  // --- the client's flight
  'a wrong Finished from a client': answerCase('badFinished', (puppet) =>
    puppet.sealed('handshake', puppet.message('finished', new Uint8Array(32))),
  ),
  'a Finished where a certificate was asked for': answerCase(
    'unexpectedMessage',
    (puppet) => puppet.sealed('handshake', puppet.finished()),
    { clientCertificate: 'optional' },
  ),
  'no certificate where one must be': answerCase(
    'certificateMissing',
    (puppet) =>
      puppet.sealed(
        'handshake',
        puppet.message('certificate', { certificateRequestContext: EMPTY, certificateList: [] }),
      ),
    { clientCertificate: 'required' },
  ),
  'a certificate without a signature': answerCase(
    'unexpectedMessage',
    (puppet) => puppet.sealed('handshake', puppet.certificate(), puppet.finished()),
    { clientCertificate: 'optional' },
  ),
  'a client whose key may not sign': (t, core) =>
    answerCase(
      'keyMayNotSign',
      (puppet) => puppet.sealed('handshake', puppet.certificate(), puppet.certificateVerify()),
      { clientCertificate: 'optional', verifier: encryptingVerifier(core) },
    )(t, core),
  'a certificate that nobody asked for': answerCase('unexpectedMessage', (puppet) =>
    puppet.sealed('handshake', puppet.certificate()),
  ),
  'data before the Finished': answerCase('unexpectedRecord', (puppet) =>
    puppet.sealed('application_data', utf8('x')),
  ),
  'bytes behind the Finished in its record': answerCase('notOnRecordBoundary', (puppet) =>
    puppet.sealed('handshake', concat(puppet.finished(), fromHex('1800'))),
  ),

  // --- an open connection
  'a hello on an open connection': openCase('unexpectedMessage', (puppet) =>
    puppet.sealed('handshake', puppet.clientHello()),
  ),
  'a Finished on an open connection': openCase('unexpectedMessage', (puppet) =>
    puppet.sealed('handshake', new Uint8Array([20, 0, 0, 32, ...new Uint8Array(32)])),
  ),
  'a key update of another value': openCase('badKeyUpdate', (puppet) =>
    puppet.sealed('handshake', keyUpdate(2)),
  ),
  'a message in the same record as a key update': openCase('notOnRecordBoundary', (puppet) =>
    puppet.sealed('handshake', concat(keyUpdate(0), keyUpdate(0))),
  ),
  'data within a message': openCase('unexpectedRecord', (puppet) =>
    concat(
      puppet.sealed('handshake', keyUpdate(0).subarray(0, 3)),
      puppet.sealed('application_data', utf8('x')),
    ),
  ),
  'a change_cipher_spec on an open connection': openCase('badRecordType', () =>
    plainRecord('change_cipher_spec', Uint8Array.of(1)),
  ),
  'a replayed record': openCase('badRecordMac', (puppet) => {
    const record = puppet.sealed('application_data', utf8('x'));
    return concat(record, record);
  }),
  'records in another order': openCase('badRecordMac', (puppet) => {
    const [first, second] = [
      puppet.sealed('application_data', utf8('1')),
      puppet.sealed('application_data', utf8('2')),
    ];
    return concat(second, first);
  }),
  'a record longer than protection makes it': openCase('encryptedTooLong', () => fromHex('1703034101')),
  'a record under another version': openCase('wrongRecordVersion', () => fromHex('1704030020')),
  'a protected record of version 3.1': openCase('wrongProtectedVersion', () => fromHex('1703010020')),
  'an empty record': openCase('badRecordMac', () => fromHex('1703030000')),
  'an extension of another message in a ticket': openCase('misplacedExtension', (puppet) =>
    puppet.sealed('handshake', ticketWith('00330000')),
  ),
  'an unprotected record of an early version': openCase('badRecordType', () => fromHex('16030100020000')),
  'tickets without end': openCase('tooManyTickets', (puppet) => {
    const ticket = encodeMessage13('new_session_ticket', {
      ticketLifetime: 60,
      ticketAgeAdd: 0,
      ticketNonce: EMPTY,
      ticket: Uint8Array.of(1),
      extensions: {},
    });
    return puppet.sealed('handshake', ...Array.from({ length: 65 }, () => ticket));
  }),
  'empty data without end': openCase('tooManyUselessRecords', (puppet) =>
    puppet.sealed('application_data', ...Array.from({ length: 33 }, () => EMPTY)),
  ),
};

for (const core of engineCores) {
  for (const [title, body] of Object.entries(cases)) test(`${title}: ${core.name}`, body, core);

  test(`key updates without end: ${core.name}`, (t) => {
    // Two engines, since each update needs the keys of the one before.
    const { client, puppet, agree } = facingServer(core);
    agree();
    client.incoming.write(serverFlight(puppet));
    t.is(client.connection.handshake().kind, 'done');
    puppet.connect();
    for (let i = 0; i < 32; i++) {
      client.incoming.write(puppet.sealed('handshake', keyUpdate(0)));
      puppet.update();
      t.deepEqual(client.connection.read(1), { kind: 'want' });
    }
    client.incoming.write(puppet.sealed('handshake', keyUpdate(0)));
    t.like(client.connection.read(1), { kind: 'fault', fault: 'tooManyKeyUpdates' });
  });

  test(`empty data is counted from the last message on: ${core.name}`, (t) => {
    const { client, puppet, agree } = facingServer(core);
    agree();
    client.incoming.write(fromHex('140303000101'));
    client.incoming.write(serverFlight(puppet));
    t.is(client.connection.handshake().kind, 'done');
    puppet.connect();
    client.incoming.write(puppet.sealed('application_data', ...Array.from({ length: 32 }, () => EMPTY)));
    t.deepEqual(client.connection.read(1), { kind: 'want' });
    client.incoming.write(puppet.sealed('application_data', EMPTY));
    t.like(client.connection.read(1), { kind: 'fault', fault: 'tooManyUselessRecords' });
  });

  test(`a peer that asks for new keys on and on is answered once before data, and once with it: ${core.name}`, (t) => {
    const { server, puppet, agree } = facingClient(core);
    agree();
    server.incoming.write(puppet.finishAsClient());
    t.is(server.connection.handshake().kind, 'done');
    drain(server);
    for (let i = 0; i < 100; i++) {
      server.incoming.write(puppet.sealed('handshake', keyUpdate(1)));
      puppet.update();
      server.incoming.write(puppet.sealed('application_data', utf8('x')));
      t.deepEqual(server.connection.read(1), utf8('x'));
    }
    t.is(splitRecords(drain(server)).length, 1, 'what waits for a peer that does not read does not grow');
    t.is(server.connection.write(utf8('data')), 4);
    t.is(splitRecords(drain(server)).length, 2, 'RFC 8446 section 4.6.3: a key update goes before the data');
    t.is(server.connection.write(utf8('data')), 4);
    t.is(splitRecords(drain(server)).length, 1);
  });

  test(`warnings, compatibility records and HelloRequests are passed over: ${core.name}`, (t) => {
    const { client, puppet, agree } = facingServer(core);
    client.incoming.write(plainRecord('alert', Uint8Array.of(1, 112)));
    client.incoming.write(plainRecord('handshake', fromHex('00000000')));
    t.deepEqual(client.connection.handshake(), { kind: 'want' });
    agree();
    client.incoming.write(plainRecord('change_cipher_spec', Uint8Array.of(1)));
    client.incoming.write(serverFlight(puppet));
    t.deepEqual(client.connection.handshake(), { kind: 'done' });
  });

  test(`extensions that nobody knows are passed over in a request and in a ticket: ${core.name}`, (t) => {
    const { client, puppet, agree } = facingServer(core, { credentials: [] });
    agree();
    const request = fromHex('0d00000f00000c000d000400020403' + 'fafa0000');
    const flight = [encryptedExtensions(puppet), request];
    puppet.transcript.add(request);
    flight.push(puppet.certificate(), puppet.certificateVerify(), puppet.finished());
    client.incoming.write(puppet.sealed('handshake', ...flight));
    t.is(client.connection.handshake().kind, 'done');
    puppet.connect();
    client.incoming.write(puppet.sealed('handshake', ticketWith('fafa0000')));
    t.deepEqual(client.connection.read(1), { kind: 'want' });
    t.is(client.connection.session?.ticket.length, 1);
  });

  test(`every alert that is no goodbye ends the connection: ${core.name}`, (t) => {
    for (const [name, number] of Object.entries(alertNumbers)) {
      const { client } = facingServer(core);
      client.incoming.write(plainRecord('alert', Uint8Array.of(2, number)));
      t.deepEqual(client.connection.handshake(), { kind: 'alert', description: number }, name);
      t.deepEqual(client.connection.handshake(), { kind: 'dead', by: 'alert' });
      t.is(client.outgoing.length, 0);
    }
  });

  test(`a goodbye in the handshake: ${core.name}`, (t) => {
    const { client } = facingServer(core);
    client.incoming.write(plainRecord('alert', Uint8Array.of(1, 0)));
    t.deepEqual(client.connection.handshake(), { kind: 'closed' });
    t.deepEqual(client.connection.handshake(), { kind: 'want' });
    t.deepEqual(client.connection.read(9), { kind: 'closed' });
  });

  test(`early data that was not asked for is passed over, up to a limit: ${core.name}`, (t) => {
    const attempt = (records: number) => {
      const { server, puppet } = facingClient(core);
      const hello = puppet.clientHello({}, { early_data: true });
      server.incoming.write(plainRecord('handshake', hello));
      server.connection.handshake();
      const [serverHello, ...flight] = splitRecords(drain(server));
      for (let i = 0; i < records; i++)
        server.incoming.write(plainRecord('application_data', new Uint8Array(5000)));
      puppet.agree(hello, serverHello.subarray(5));
      for (const record of flight) puppet.transcript.add(puppet.opened(record).fragment);
      server.incoming.write(puppet.sealed('handshake', puppet.finished()));
      return server.connection.handshake();
    };
    t.deepEqual(attempt(3), { kind: 'done' });
    t.like(attempt(4), { kind: 'fault', fault: 'badRecordMac' });
  });

  test(`early data before a second hello is passed over, and the hello is not: ${core.name}`, (t) => {
    const attempt = (records: number) => {
      const { server, puppet } = facingClient(core, { groups: ['secp256r1'] });
      const same = { random: new Uint8Array(32) };
      server.incoming.write(plainRecord('handshake', puppet.clientHello(same, { early_data: true })));
      t.deepEqual(server.connection.handshake(), { kind: 'want' });
      drain(server);
      for (let i = 0; i < records; i++)
        server.incoming.write(plainRecord('application_data', new Uint8Array(5000)));
      server.incoming.write(plainRecord('handshake', puppet.clientHello(same, P256_SHARE)));
      return server.connection.handshake();
    };
    t.deepEqual(attempt(0), { kind: 'want' });
    t.deepEqual(attempt(3), { kind: 'want' });
    t.like(attempt(4), { kind: 'fault', fault: 'unexpectedRecord' });
  });

  test(`what is authentic and wrong is not passed over as early data: ${core.name}`, (t) => {
    const { server, puppet } = facingClient(core);
    const hello = puppet.clientHello({}, { early_data: true });
    server.incoming.write(plainRecord('handshake', hello));
    server.connection.handshake();
    const [serverHello] = splitRecords(drain(server));
    puppet.agree(hello, serverHello.subarray(5));
    server.incoming.write(puppet.sealed('padding' as never, EMPTY));
    t.like(server.connection.handshake(), { kind: 'fault', fault: 'missingContentType' });
  });

  test(`data while our goodbye waits for theirs is a fault: ${core.name}`, (t) => {
    const { client, puppet, agree } = facingServer(core);
    agree();
    client.incoming.write(serverFlight(puppet));
    client.connection.handshake();
    puppet.connect();
    client.incoming.write(puppet.sealed('application_data', utf8('unread')));
    t.like(client.connection.close(), { kind: 'fault', fault: 'applicationDataAfterClose' });
    t.deepEqual(client.connection.close(), { kind: 'dead', by: 'us' });
  });
}
