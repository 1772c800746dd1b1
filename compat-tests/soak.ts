/**
 * Many handshakes in one process: `npm run soak -- [COUNT]`, under the native core: 20,000 full ones of TLS 1.3 unless told
 * otherwise, and a quarter as many of each other kind. Some ways of using key objects hang a Node process after a while,
 * and a leak shows only in numbers: this ends with the counts and the growth of the heap, or not at all.
 */
import * as ssl from '../lib/index.ts';
import { certificate } from './tools/certs.ts';

interface Kind {
  readonly version: 'TLSv1.2' | 'TLSv1.3';
  readonly resumed: boolean;
}

const count = Number(process.argv[2] ?? 20_000);
const kinds: readonly (Kind & { readonly share: number })[] = [
  { version: 'TLSv1.3', resumed: false, share: 1 },
  { version: 'TLSv1.3', resumed: true, share: 1 / 4 },
  { version: 'TLSv1.2', resumed: false, share: 1 / 4 },
  { version: 'TLSv1.2', resumed: true, share: 1 / 4 },
];

for (const kind of kinds) {
  const handshake = prepare(kind);
  const rounds = Math.ceil(count * kind.share);
  for (let i = 0; i < 500; i++) handshake();
  const before = heapInUse();
  for (let i = 0; i < rounds; i++) handshake();
  const growth = (heapInUse() - before) / 1024;
  const what = `${kind.version}, ${kind.resumed ? 'resumed' : 'full'}`;
  console.log(`${what}: ${rounds} handshakes, ${growth.toFixed(0)} KiB more on the heap`);
}

/** Contexts of this kind, and a function that has them shake hands; the session goes from each handshake to the next. */
function prepare({ version, resumed }: Kind): () => void {
  const clients = ssl.create_default_context({ cafile: certificate('ca.crt') });
  const servers = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  servers.load_cert_chain(certificate('p256.pem'));
  clients.maximum_version = version === 'TLSv1.3' ? ssl.TLSVersion.TLSv1_3 : ssl.TLSVersion.TLSv1_2;
  let session: ssl.SSLSession | null = null;

  return () => {
    const [toServer, toClient] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
    const client = clients.wrap_bio(toClient, toServer, { server_hostname: 'localhost', session });
    const server = servers.wrap_bio(toServer, toClient, { server_side: true });
    for (let done = false; !done; ) {
      const clientDone = attempt(() => client.do_handshake());
      done = attempt(() => server.do_handshake()) && clientDone;
    }
    if (client.version() !== version || server.version() !== version) throw new Error('no handshake');
    if (client.session_reused !== (session !== null)) throw new Error('not resumed');
    if (!resumed) return;
    attempt(() => void client.read(1)); // tickets of TLS 1.3 come behind the handshake
    session = client.session;
  };
}

function attempt(call: () => void): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (error instanceof ssl.SSLWantReadError) return false;
    throw error;
  }
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
