/** Authentication after the handshake (RFC 8446 section 4.6.2), with a peer that keeps to no rules. */
import test, { type ExecutionContext } from 'ava';
import { EMPTY, utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { type FaultName, faultAlerts } from '../../lib/tls/faults.ts';
import { MAX_CERTIFICATE_REQUESTS } from '../../lib/tls/limits.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import { alertNumbers } from '../../lib/wire/alert.ts';
import { decodeMessage13, encodeMessage13, type Message13 } from '../../lib/wire/handshake.ts';
import { drain, type End, engineCores, engineEnd, testCredential } from '../tools/engine.ts';
import { Puppet, plainRecord, splitRecords } from '../tools/puppet.ts';
import { engineSettings } from '../tools/settings.ts';

interface Scene {
  readonly end: End;
  readonly puppet: Puppet;
}

/** A server of ours that is connected with a puppet, which it may ask who it is. */
function server(core: CryptoProvider, more: Partial<Settings> = {}, offers = true): Scene {
  const settings = engineSettings('server', core, {
    credentials: [testCredential(core)],
    middleboxCompatibility: false,
    clientCertificate: 'required',
    postHandshakeAuthentication: true,
    ...more,
  });
  const end = engineEnd(settings);
  const puppet = new Puppet(core, 'client');
  const hello = puppet.clientHello({}, offers ? { post_handshake_auth: true } : {});
  end.incoming.write(plainRecord('handshake', hello));
  end.connection.handshake();
  const [serverHello, ...flight] = splitRecords(drain(end));
  puppet.agree(hello, serverHello.subarray(5));
  for (const record of flight) puppet.transcript.add(puppet.opened(record).fragment);
  end.incoming.write(puppet.finishAsClient());
  end.connection.handshake();
  return { end, puppet };
}

/** What the server asks, as the puppet reads it. */
function asked({ end, puppet }: Scene): Message13<'certificate_request'>['body'] {
  end.connection.askForCertificate();
  end.connection.handshake();
  const { fragment } = puppet.opened(drain(end));
  puppet.transcript.add(fragment);
  const message = decodeMessage13(fragment);
  if (message.type !== 'certificate_request') throw new Error(message.type);
  return message.body;
}

/** A client of ours that is connected with a puppet, which may ask it who it is. */
function client(core: CryptoProvider, more: Partial<Settings> = {}): Scene {
  const settings = engineSettings('client', core, {
    serverName: 'localhost',
    suites: ['TLS_AES_128_GCM_SHA256'],
    middleboxCompatibility: false,
    credentials: [testCredential(core)],
    postHandshakeAuthentication: true,
    ...more,
  });
  const end = engineEnd(settings);
  end.connection.handshake();
  const hello = drain(end).subarray(5);
  const puppet = new Puppet(core, 'server');
  const serverHello = puppet.serverHello(hello);
  puppet.agree(hello, serverHello);
  end.incoming.write(plainRecord('handshake', serverHello));
  const flight = [
    puppet.message('encrypted_extensions', { extensions: {} }),
    puppet.certificate(),
    puppet.certificateVerify(),
    puppet.finished(),
  ];
  end.incoming.write(puppet.sealed('handshake', ...flight));
  end.connection.handshake();
  const finished = puppet.opened(drain(end)).fragment;
  puppet.connect();
  puppet.transcript.add(finished);
  return { end, puppet };
}

const request = (
  context: Uint8Array,
  extensions: object = { signature_algorithms: ['ecdsa_secp256r1_sha256'] },
) => encodeMessage13('certificate_request', { certificateRequestContext: context, extensions });

function refuses(t: ExecutionContext, { end, puppet }: Scene, fault: FaultName): void {
  t.like(end.connection.read(100), { kind: 'fault', fault });
  t.deepEqual(end.connection.read(100), { kind: 'dead', by: 'us' });
  const last = splitRecords(drain(end)).at(-1) as Uint8Array;
  const alert = faultAlerts[fault] as keyof typeof alertNumbers;
  t.deepEqual([...puppet.opened(last).fragment], [2, alertNumbers[alert]]);
}

for (const core of engineCores) {
  const declare = (title: string, body: (t: ExecutionContext) => void) =>
    test(`${title} (${core.name})`, body);

  declare('a client that answers as it should, at any pace', (t) => {
    const scene = server(core);
    const { end, puppet } = scene;
    const { certificateRequestContext: context } = asked(scene);
    t.is(context.length, 32);
    const parts = [puppet.certificate(context), puppet.certificateVerify(), puppet.finished()];
    end.incoming.write(puppet.sealed('application_data', utf8('first this')));
    t.deepEqual(end.connection.read(100), utf8('first this'));
    for (const record of parts.map((part) => puppet.sealed('handshake', part))) {
      t.is(end.connection.negotiated.peerChain, undefined, 'nothing is said before all is checked');
      for (const byte of record) {
        end.incoming.write(Uint8Array.of(byte));
        t.deepEqual(end.connection.read(100), { kind: 'want' });
      }
    }
    t.deepEqual(end.connection.negotiated.peerChain, testCredential(core).chain);
    t.is(end.connection.negotiated.clientScheme, 'ecdsa_secp256r1_sha256');
    t.deepEqual(end.connection.askForCertificate(), { kind: 'done' }, 'it may be asked again');
  });

  /** What an asked client may not do; the transcript is the puppet's own. */
  const answers: Readonly<
    Record<string, readonly [FaultName, (puppet: Puppet, context: Uint8Array) => Uint8Array]>
  > = {
    'an answer to another request': [
      'badCertificateContext',
      (puppet) => puppet.sealed('handshake', puppet.certificate(new Uint8Array(32))),
    ],
    'an answer to no request': [
      'badCertificateContext',
      (puppet) => puppet.sealed('handshake', puppet.certificate()),
    ],
    'no certificate where one is demanded': [
      'certificateMissing',
      (puppet, certificateRequestContext) =>
        puppet.sealed(
          'handshake',
          puppet.message('certificate', { certificateRequestContext, certificateList: [] }),
        ),
    ],
    'data between the messages': [
      'unexpectedRecord',
      (puppet, context) =>
        Buffer.concat([
          puppet.sealed('handshake', puppet.certificate(context)),
          puppet.sealed('application_data', utf8('wedge')),
        ]),
    ],
    'a key update between the messages': [
      'unexpectedMessage',
      (puppet, context) =>
        puppet.sealed(
          'handshake',
          puppet.certificate(context),
          encodeMessage13('key_update', { requestUpdate: 0 }),
        ),
    ],
    'a certificate without a signature': [
      'unexpectedMessage',
      (puppet, context) => puppet.sealed('handshake', puppet.certificate(context), puppet.finished()),
    ],
    'a signature that is wrong': [
      'badSignature',
      (puppet, context) =>
        puppet.sealed(
          'handshake',
          puppet.certificate(context),
          puppet.certificateVerify((body) => ({ ...body, signature: flipped(body.signature) })),
        ),
    ],
    'a signature over the handshake alone': [
      'badSignature',
      (puppet, context) => {
        const early = puppet.certificateVerify();
        return puppet.sealed('handshake', puppet.certificate(context), early);
      },
    ],
    'a Finished that is wrong': [
      'badFinished',
      (puppet, context) =>
        puppet.sealed(
          'handshake',
          puppet.certificate(context),
          puppet.certificateVerify(),
          flipped(puppet.finished()),
        ),
    ],
    'a Finished alone': ['unexpectedMessage', (puppet) => puppet.sealed('handshake', puppet.finished())],
  };
  for (const [title, [fault, flight]] of Object.entries(answers))
    declare(`refused: ${title}`, (t) => {
      const scene = server(core);
      const { certificateRequestContext } = asked(scene);
      scene.end.incoming.write(flight(scene.puppet, certificateRequestContext.slice()));
      refuses(t, scene, fault);
      t.is(scene.end.connection.negotiated.peerChain, undefined);
    });

  declare('refused: a certificate that nobody asked for', (t) => {
    for (const more of [{}, { clientCertificate: 'none' as const }]) {
      const scene = server(core, more);
      scene.end.incoming.write(scene.puppet.sealed('handshake', scene.puppet.certificate()));
      refuses(t, scene, 'unexpectedMessage');
    }
  });

  declare('refused: an answer that is given twice', (t) => {
    const scene = server(core);
    const { puppet, end } = scene;
    const { certificateRequestContext: context } = asked(scene);
    const parts = [puppet.certificate(context.slice()), puppet.certificateVerify(), puppet.finished()];
    end.incoming.write(puppet.sealed('handshake', ...parts, ...parts));
    refuses(t, scene, 'unexpectedMessage');
  });

  declare('no certificate where none is demanded leaves the client a stranger', (t) => {
    const scene = server(core, { clientCertificate: 'optional' });
    const { puppet, end } = scene;
    const { certificateRequestContext } = asked(scene);
    const none = puppet.message('certificate', { certificateRequestContext, certificateList: [] });
    end.incoming.write(puppet.sealed('handshake', none, puppet.finished()));
    t.deepEqual(end.connection.read(100), { kind: 'want' });
    t.deepEqual(end.connection.negotiated.peerChain, []);
    t.is(end.connection.state, 'open');
  });

  declare('when a server can ask', (t) => {
    const misuse = (name: string) => ({ kind: 'misuse', misuse: name });
    const fresh = engineEnd(engineSettings('server', core));
    t.deepEqual(fresh.connection.askForCertificate(), misuse('notTls13'));
    t.deepEqual(server(core, {}, false).end.connection.askForCertificate(), misuse('extensionNotReceived'));
    const { connection } = server(core, { clientCertificate: 'none' }).end;
    t.deepEqual(connection.askForCertificate(), misuse('noVerification'));
    t.deepEqual(client(core).end.connection.askForCertificate(), misuse('notServer'));

    const scene = server(core);
    t.deepEqual(scene.end.connection.askForCertificate(), { kind: 'done' });
    t.is(scene.end.outgoing.length, 0, 'it leaves with the next call');
    t.deepEqual(scene.end.connection.askForCertificate(), misuse('stillInHandshake'));
    t.deepEqual(scene.end.connection.read(1), { kind: 'want' });
    t.true(scene.end.outgoing.length > 0);
    t.deepEqual(scene.end.connection.askForCertificate(), misuse('certificateRequested'));
    scene.end.connection.destroy();
    t.deepEqual(scene.end.connection.askForCertificate(), misuse('stillInHandshake'));
  });

  declare('no two requests are alike', (t) => {
    const contexts = [server(core), server(core)].map((scene) => asked(scene).certificateRequestContext);
    t.notDeepEqual(contexts[0], contexts[1]);
  });

  declare('a client answers under the context that it is given', (t) => {
    for (const credentials of [[], [testCredential(core)]]) {
      const { end, puppet } = client(core, { credentials });
      const asks = request(utf8('who are you'));
      puppet.transcript.add(asks);
      end.incoming.write(puppet.sealed('handshake', asks));
      t.deepEqual(end.connection.read(1), { kind: 'want' });
      const messages = splitRecords(drain(end)).map((record) =>
        decodeMessage13(puppet.opened(record).fragment),
      );
      const names = messages.map(({ type }) => type);
      t.deepEqual(
        names,
        credentials.length === 0
          ? ['certificate', 'finished']
          : ['certificate', 'certificate_verify', 'finished'],
      );
      t.like(messages[0].body, { certificateRequestContext: utf8('who are you') });
      t.is(end.connection.state, 'open');
    }
  });

  declare('refused: a request of a client that has not said that it answers', (t) => {
    const scene = client(core, { postHandshakeAuthentication: false });
    scene.end.incoming.write(scene.puppet.sealed('handshake', request(utf8('x'))));
    refuses(t, scene, 'unexpectedMessage');
  });

  declare('refused: a request that does not say what it takes', (t) => {
    const scene = client(core);
    scene.end.incoming.write(scene.puppet.sealed('handshake', request(utf8('x'), {})));
    refuses(t, scene, 'missingSignatureAlgorithms');
  });

  declare('refused: a flood of requests', (t) => {
    const scene = client(core, { credentials: [] });
    const { end, puppet } = scene;
    for (let number = 0; number < MAX_CERTIFICATE_REQUESTS; number++) {
      end.incoming.write(puppet.sealed('handshake', request(Uint8Array.of(number))));
      t.deepEqual(end.connection.read(1), { kind: 'want' });
      for (const record of splitRecords(drain(end))) puppet.opened(record);
    }
    end.incoming.write(puppet.sealed('handshake', request(utf8('once too often'))));
    refuses(t, scene, 'tooManyCertificateRequests');
  });

  declare('a client that has said goodbye answers nothing', (t) => {
    const { end, puppet } = client(core);
    t.deepEqual(end.connection.close(), { kind: 'want' });
    drain(end);
    end.incoming.write(puppet.sealed('handshake', request(EMPTY)));
    end.incoming.write(puppet.sealed('handshake', encodeMessage13('key_update', { requestUpdate: 1 })));
    t.deepEqual(end.connection.close(), { kind: 'want' });
    t.is(end.outgoing.length, 0, 'nothing follows a close_notify (section 6.1)');
  });
}

function flipped(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  changed[changed.length - 1] ^= 1;
  return changed;
}
