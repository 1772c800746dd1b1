/**
 * Trust on first use, as ssh has it: a certificate that no authority vouches for is taken when it is met for the first
 * time, and from then on only that one. `verify_callback` has the last word on a certificate; what this program
 * lets it say is what makes it safe: it accepts bytes that it knows, or knows nothing of, and never a kind of fault.
 *
 * Run it: `npx tsx examples/known-hosts.ts`.
 */
import * as ssl from '../lib/index.ts';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './certificates.ts';

/** What ssh keeps in a file. */
const known_hosts = new Map<string, Uint8Array>();

function visit(host: string, server_context: ssl.SSLContext): string {
  let certificate: Uint8Array | undefined;
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  context.verify_callback = (_object, { verify_code, chain: [leaf] }) => {
    if (verify_code === 0) return null; // an authority of ours vouches for it
    certificate = leaf;
    const known = known_hosts.get(host);
    return known === undefined || equal(known, leaf) ? 'accept' : APPLICATION_VERIFICATION;
  };
  try {
    shakeHands(context, server_context, host);
  } catch (error) {
    if (error instanceof ssl.SSLCertVerificationError) return `refused: ${error.verify_message}`;
    throw error;
  }
  // Only now has the server shown that it holds the key: in the callback it had only said whose certificate it shows.
  const is_new = certificate !== undefined && !known_hosts.has(host);
  if (certificate !== undefined) known_hosts.set(host, certificate);
  return is_new ? 'met for the first time' : 'known';
}

/** OpenSSL's verify code for what a program itself has against a certificate. */
const APPLICATION_VERIFICATION = 50;

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function shakeHands(client_context: ssl.SSLContext, server_context: ssl.SSLContext, host: string): void {
  const [to_server, to_client] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
  const client = client_context.wrap_bio(to_client, to_server, { server_hostname: host });
  const server = server_context.wrap_bio(to_server, to_client, { server_side: true });
  for (let flight = 0; flight < 2; flight++)
    for (const end of [client, server])
      try {
        end.do_handshake();
      } catch (error) {
        if (!(error instanceof ssl.SSLWantReadError)) throw error;
      }
}

const server_context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
server_context.load_cert_chain({ certdata: LOCALHOST_CERTIFICATE, keydata: LOCALHOST_KEY });
const impostor_context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
impostor_context.load_cert_chain('examples/certs/server.pem');

console.log('a server:', visit('localhost', server_context));
console.log('again:', visit('localhost', server_context));
console.log('another in its place:', visit('localhost', impostor_context));
