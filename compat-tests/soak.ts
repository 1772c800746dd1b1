/**
 * Many handshakes in one process: `npm run soak -- [COUNT]`, 20,000 unless told otherwise, under the native core. Some
 * ways of using key objects hang a Node process after a while, and a leak shows only in numbers: this ends with the
 * count and the growth of the heap, or not at all.
 */
import * as ssl from '../lib/index.ts';
import { certificate } from './tools/certs.ts';

const count = Number(process.argv[2] ?? 20_000);
const client_context = ssl.create_default_context({ cafile: certificate('ca.crt') });
const server_context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
server_context.load_cert_chain(certificate('p256.pem'));

function step(object: ssl.SSLObject): void {
  try {
    object.do_handshake();
  } catch (error) {
    if (!(error instanceof ssl.SSLWantReadError)) throw error;
  }
}

function handshake(): void {
  const [toServer, toClient] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
  const client = client_context.wrap_bio(toClient, toServer, { server_hostname: 'localhost' });
  const server = server_context.wrap_bio(toServer, toClient, { server_side: true });
  for (let flight = 0; flight < 2; flight++) for (const end of [client, server]) step(end);
  if (client.version() !== 'TLSv1.3' || server.version() !== 'TLSv1.3') throw new Error('no handshake');
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

for (let i = 0; i < 500; i++) handshake();
const before = heapInUse();
for (let i = 0; i < count; i++) handshake();
const growth = (heapInUse() - before) / 1024;
console.log(`${count} handshakes, ${growth.toFixed(0)} KiB more on the heap`);
