/** A process of its own that takes a session and a ticket key by its input, and says whether the session goes on. */
import { readFileSync } from 'node:fs';
import * as ssl from '../../lib/index.ts';
import { certificate } from './certs.ts';

interface Input extends Record<'session' | 'key' | 'ticketKey', number[]> {
  readonly version: number;
}

const input = JSON.parse(readFileSync(0, 'utf8')) as Input;

const serverContext = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
serverContext.load_cert_chain(certificate('p256.pem'));
serverContext.set_ticket_keys([Uint8Array.from(input.ticketKey)]);
const clientContext = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
clientContext.maximum_version = input.version;
clientContext.load_verify_locations(certificate('ca.crt'));

const session = ssl.SSLSession.from_bytes(Uint8Array.from(input.session), Uint8Array.from(input.key));
const [toClient, toServer] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
const client = clientContext.wrap_bio(toClient, toServer, false, 'localhost', session);
const server = serverContext.wrap_bio(toServer, toClient, true);

for (const end of [client, server, client, server]) {
  try {
    end.do_handshake();
  } catch (error) {
    if (!(error instanceof ssl.SSLWantReadError)) throw error;
  }
}
process.stdout.write(
  JSON.stringify({
    client: client.session_reused,
    server: server.session_reused,
    version: client.version(),
  }),
);
