/**
 * A key that nobody can copy: WebCrypto keeps it, in a thread of its own (`key-keeper.mjs`), and gives out signatures
 * only. A signer has to answer at once, WebCrypto takes its time; so whoever asks waits for the other thread. A hardware
 * module or an agent is asked in the same way, most of them without a thread in between.
 *
 * Run it: `npx tsx examples/signer.ts`.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as ssl from '../lib/index.ts';
import { EXAMPLE_ROOT, LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './certificates.ts';

interface Request {
  readonly message: Uint8Array;
  /** Where the answer is put, and in `length` how long it is: 0 until it is there, less than that where there is none. */
  readonly signature: Uint8Array;
  readonly length: Int32Array;
}

class ThreadSigner implements ssl.Signer {
  readonly sigalgs = 'ECDSA+SHA256';
  readonly #thread: Worker;

  constructor(thread: Worker) {
    this.#thread = thread;
  }

  sign(sigalg: string, message: Uint8Array): Uint8Array {
    console.log(`asked for ${sigalg}`);
    const signature = new Uint8Array(new SharedArrayBuffer(MAX_SIGNATURE));
    const length = new Int32Array(new SharedArrayBuffer(4));
    this.#thread.postMessage({ message, signature, length } satisfies Request);
    if (Atomics.wait(length, 0, 0, PATIENCE) === 'timed-out' || length[0] < 0)
      throw new Error('the keeper of the key does not sign');
    return signature.slice(0, length[0]);
  }
}

const MAX_SIGNATURE = 72;
const PATIENCE = 10_000;

const thread = new Worker(new URL('key-keeper.mjs', import.meta.url), { workerData: LOCALHOST_KEY });
await once(thread, 'message'); // it is ready

const server_context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
server_context.load_cert_chain({ certdata: LOCALHOST_CERTIFICATE, signer: new ThreadSigner(thread) });
const client_context = ssl.create_default_context({ cadata: EXAMPLE_ROOT });

const [to_server, to_client] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
const client = client_context.wrap_bio(to_client, to_server, { server_hostname: 'localhost' });
const server = server_context.wrap_bio(to_server, to_client, { server_side: true });
for (let flight = 0; flight < 2; flight++)
  for (const end of [client, server])
    try {
      end.do_handshake();
    } catch (error) {
      if (!(error instanceof ssl.SSLWantReadError)) throw error;
    }
console.log(`${client.version()}, signed with ${client.server_sigalg()}`);
await thread.terminate();
