/** Certificates that are asked for after the handshake, with CPython as server and as client. */
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, forEachCore, serverContext } from '../tools/pair.ts';
import { findPython, Running } from '../tools/programs.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';

const program = findPython();
const bytes = (text: string) => new TextEncoder().encode(text);

interface Told {
  readonly role: 'client' | 'server';
  readonly port?: number;
  readonly present?: string;
  readonly required?: boolean;
}

function python({ role, port = 0, present, required = true }: Told): Running {
  const told = {
    role,
    port,
    required,
    ca: certificate('ca.crt'),
    present: present === undefined ? null : certificate(present),
  };
  const script = certificate('../live/later.py');
  return new Running(program?.path ?? '', ['-u', script, JSON.stringify(told)]);
}

async function says(socket: TlsSocket, word: string, answerLength: number): Promise<string> {
  await socket.write(bytes(word));
  return new TextDecoder().decode(await socket.read(answerLength));
}

forEachCore((core) => {
  const declare = (title: string, body: (t: ExecutionContext) => Promise<void>) =>
    test(`${title} (${core.name})`, async (t) => {
      if (program !== undefined) {
        await body(t);
        return;
      }
      t.log('skipped: no CPython on PATH or in ~/.pyenv');
      t.pass();
    });

  const clientOf = async (peer: Running, present?: string) => {
    const port = Number(await peer.printed(/PORT (\d+)\n/));
    const context = clientContext(core, present === undefined ? {} : { present });
    context.post_handshake_auth = true;
    const socket = new TlsSocket(await dial(port), (incoming, outgoing) =>
      context.wrap_bio(incoming, outgoing, false, 'localhost'),
    );
    await socket.handshake();
    return socket;
  };

  declare('CPython’s server asks ours, twice', async (t) => {
    const peer = python({ role: 'server', present: 'p256.pem' });
    t.teardown(() => peer.kill());
    const socket = await clientOf(peer, 'client.pem');
    t.teardown(() => socket.destroy());
    t.is(await says(socket, 'who', 6), 'nobody');
    for (let round = 0; round < 2; round++) {
      t.is(await says(socket, 'ask', 3), 'ask');
      t.is(await says(socket, 'who', 6), 'client');
    }
    await socket.unwrap();
    await peer.printed(/(DONE)\n/);
  });

  declare('CPython’s server hears from ours that it has no certificate', async (t) => {
    const tolerant = python({ role: 'server', present: 'p256.pem', required: false });
    t.teardown(() => tolerant.kill());
    const socket = await clientOf(tolerant);
    t.teardown(() => socket.destroy());
    t.is(await says(socket, 'ask', 3), 'ask');
    t.is(await says(socket, 'who', 6), 'nobody');

    const strict = python({ role: 'server', present: 'p256.pem' });
    t.teardown(() => strict.kill());
    const other = await clientOf(strict);
    t.teardown(() => other.destroy());
    t.is(await says(other, 'ask', 3), 'ask');
    t.is(await strict.printed(/REASON (\w+)\n/), 'PEER_DID_NOT_RETURN_A_CERTIFICATE');
    const error = await t.throwsAsync(other.read(1), { instanceOf: ssl.SSLError });
    t.is((error as ssl.SSLError).reason, 'TLSV13_ALERT_CERTIFICATE_REQUIRED');
  });

  const serverOf = async (present: string | undefined) => {
    const { port, server, accepted } = await listen();
    const peer = python({ role: 'client', port, ...(present !== undefined && { present }) });
    const context = serverContext(core, { verify: true });
    context.post_handshake_auth = true;
    const socket = new TlsSocket(await accepted, (incoming, outgoing) =>
      context.wrap_bio(incoming, outgoing, true),
    );
    await socket.handshake();
    return { peer, socket, release: () => [socket.destroy(), server.close(), peer.kill()] };
  };

  declare('ours asks CPython’s client, twice', async (t) => {
    const { peer, socket, release } = await serverOf('client.pem');
    t.teardown(release);
    t.is(socket.object.getpeercert(), null);
    for (let round = 0; round < 2; round++) {
      socket.object.verify_client_post_handshake();
      t.is(await says(socket, 'hello', 5), 'hello', 'the request went with it, the answer came before');
      const { subject } = socket.object.getpeercert() as ssl.PeerCertificate;
      t.deepEqual(subject.at(-1), [['commonName', 'client']]);
    }
    t.is(await says(socket, 'who', 4), 'p256');
    await socket.unwrap();
    await peer.printed(/(DONE)\n/);
  });

  declare('CPython’s client has no certificate for ours', async (t) => {
    const { peer, socket, release } = await serverOf(undefined);
    t.teardown(release);
    socket.object.verify_client_post_handshake();
    const error = await t.throwsAsync(says(socket, 'hello', 5), { instanceOf: ssl.SSLError });
    t.is((error as ssl.SSLError).reason, 'PEER_DID_NOT_RETURN_A_CERTIFICATE');
    t.is(await peer.printed(/REASON (\w+)\n/), 'TLSV13_ALERT_CERTIFICATE_REQUIRED');
  });
});
