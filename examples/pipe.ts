/**
 * `SslPipe`: put TLS on a connection, take it off, go on in the clear. Here two pipes stand face to face and this
 * program carries the bytes between them; in yours it is whatever you have that moves bytes.
 *
 * Run it: `npx tsx examples/pipe.ts`.
 */
import { create_default_context, Purpose } from '../lib/index.ts';
import { SslPipe } from '../lib/pipe/index.ts';
import { EXAMPLE_ROOT, LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './certificates.ts';

const server_context = create_default_context(Purpose.CLIENT_AUTH);
server_context.load_cert_chain({ certdata: LOCALHOST_CERTIFICATE, keydata: LOCALHOST_KEY });
const client_context = create_default_context({ cadata: EXAMPLE_ROOT });

const client = new SslPipe(client_context, { server_side: false, server_hostname: 'localhost' });
const server = new SslPipe(server_context, { server_side: true });

/** Carries bytes to and fro until nobody has any left; says what came out for the program on either side. */
function carry(toServer: Uint8Array[], toClient: Uint8Array[] = []): void {
  while (toServer.length + toClient.length > 0) {
    toClient.push(...toServer.splice(0).flatMap((bytes) => feed('server', server, bytes)));
    toServer.push(...toClient.splice(0).flatMap((bytes) => feed('client', client, bytes)));
  }
}

function feed(name: string, pipe: SslPipe, bytes: Uint8Array): Uint8Array[] {
  const [answer, plaintext] = pipe.feed_ssldata(bytes);
  for (const chunk of plaintext) {
    if (chunk.length > 0) console.log(`${name} reads '${new TextDecoder().decode(chunk)}'`);
    // The peer has taken its layer off; so do we.
    else if (pipe.wrapped) answer.push(...pipe.shutdown());
  }
  return answer;
}

const send = (text: string) => carry(client.feed_appdata(new TextEncoder().encode(text))[0]);

send('in the clear');
carry(
  client.do_handshake(() => console.log('client: the handshake is over,', client.ssl_object?.version())),
  server.do_handshake(),
);
send('encrypted');
carry(client.shutdown(() => console.log('client: the layer is off')));
send('in the clear again');
