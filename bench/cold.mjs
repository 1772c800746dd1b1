// One process, one handshake, from the built package: for the cold start row.
import { fileURLToPath } from 'node:url';
import * as ssl from 'pyssl';

const file = (name) => fileURLToPath(new URL(`../compat-tests/certs/${name}`, import.meta.url));
const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
context.load_verify_locations(file('ca.crt'));
const serverContext = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
serverContext.load_cert_chain(file('p256.pem'));

const [toClient, fromClient] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
const [toServer, fromServer] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
const client = context.wrap_bio(toClient, fromClient, false, 'localhost');
const server = serverContext.wrap_bio(toServer, fromServer, true);
const done = new Set();
while (done.size < 2) {
  for (const end of [client, server]) {
    try {
      end.do_handshake();
      done.add(end);
    } catch (error) {
      if (!(error instanceof ssl.SSLWantReadError)) throw error;
    }
    toServer.write(fromClient.read());
    toClient.write(fromServer.read());
  }
}
