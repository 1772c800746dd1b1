/**
 * An HTTPS server: Node's own HTTP over pyssl's TLS. Run it, and in another window
 * `npx tsx examples/https-client.ts`.
 */
import { createServer as createHttpServer } from 'node:http';
import * as ssl from '../lib/index.ts';
import { createServer } from '../lib/node/index.ts';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './certificates.ts';

const context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
context.load_cert_chain({ certdata: LOCALHOST_CERTIFICATE, keydata: LOCALHOST_KEY });

const http = createHttpServer((request, response) => {
  response.end(`You asked for ${request.url} over TLS.\n`);
});
const server = createServer(context, (stream) => void http.emit('connection', stream));
server.on('tlsClientError', (error: Error) => console.log('refused:', error.message));
server.listen(Number(process.argv[2] ?? 8443), '127.0.0.1', () =>
  console.log('listening on', server.address()),
);
