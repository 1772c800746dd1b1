/**
 * A handshake in memory, step by step: what Python's documentation calls "Memory BIO Support". Two `SSLObject`s, four
 * `MemoryBIO`s and no network; whoever moves the bytes between them is the transport, and here that is this program.
 *
 * `npm start` runs it. Read `shakeHands` first.
 */
import * as ssl from '../lib/index.ts';
import { EXAMPLE_ROOT, LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './certificates.ts';

interface End {
  readonly name: string;
  readonly object: ssl.SSLObject;
  readonly incoming: ssl.MemoryBIO;
  readonly outgoing: ssl.MemoryBIO;
}

function main(): void {
  const server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
  server_context.load_cert_chain({ certdata: LOCALHOST_CERTIFICATE, keydata: LOCALHOST_KEY });
  server_context.set_alpn_protocols(['echo/1']);

  const client_context = ssl.create_default_context({ cadata: EXAMPLE_ROOT });
  client_context.set_alpn_protocols(['echo/2', 'echo/1']);

  const client = wrap('client', client_context, { server_hostname: 'localhost' });
  const server = wrap('server', server_context, { server_side: true });

  say('The handshake\n');
  shakeHands(client, server);
  say('\nWhat they agreed on\n');
  describe(client.object);
  say('\nAn echo\n');
  echo(client, server);
  say('\nThe close\n');
  close(client, server);
}

function wrap(name: string, context: ssl.SSLContext, keywords: ssl.WrapKeywords): End {
  const incoming = new ssl.MemoryBIO();
  const outgoing = new ssl.MemoryBIO();
  return { name, object: context.wrap_bio(incoming, outgoing, keywords), incoming, outgoing };
}

/** Each end goes on until it wants to read; then the other one's bytes are carried over, and it is called again. */
function shakeHands(client: End, server: End): void {
  const step = (end: End) =>
    attempt(`${end.name}.do_handshake()`, () => end.object.do_handshake(), client, server);
  step(client);
  transfer(client, server);
  step(server);
  transfer(server, client);
  step(client);
  transfer(client, server);
  step(server);
  transfer(server, client);
}

function describe(client: ssl.SSLObject): void {
  const certificate = client.getpeercert();
  say(`  version()                 ${client.version()}`);
  say(`  cipher()                  ${client.cipher()?.join(', ')}`);
  say(`  selected_alpn_protocol()  ${client.selected_alpn_protocol()}`);
  say(`  getpeercert().subject     ${JSON.stringify(certificate?.subject)}`);
  say(`               .subjectAltName ${JSON.stringify(certificate?.subjectAltName)}`);
  say(`               .notAfter  ${certificate?.notAfter}`);
}

function echo(client: End, server: End): void {
  const text = new TextEncoder().encode('Hello over four buffers');
  attempt('client.write(...)', () => client.object.write(text), client, server);
  transfer(client, server);
  const request = attempt('server.read()', () => server.object.read(), client, server);
  if (request !== undefined) attempt('server.write(...)', () => server.object.write(request), client, server);
  transfer(server, client);
  attempt('client.read()', () => client.object.read(), client, server);
}

/** `unwrap()` says that this end is done, and wants to read until the other one has said so as well. */
function close(client: End, server: End): void {
  attempt('client.unwrap()', () => client.object.unwrap(), client, server);
  transfer(client, server);
  attempt('server.read()', () => server.object.read(), client, server);
  attempt('server.unwrap()', () => server.object.unwrap(), client, server);
  transfer(server, client);
  attempt('client.unwrap()', () => client.object.unwrap(), client, server);
}

function transfer(from: End, to: End): void {
  to.incoming.write(from.outgoing.read());
}

/** Makes a call and prints what came of it, with the bytes that wait in each buffer afterwards. */
function attempt<Result>(what: string, call: () => Result, client: End, server: End): Result | undefined {
  let result: Result | undefined;
  let told: string;
  try {
    result = call();
    told = `returned ${shown(result)}`;
  } catch (error) {
    if (!(error instanceof ssl.SSLWantReadError)) throw error;
    told = 'raised SSLWantReadError';
  }
  const waiting = [client, server].map(
    ({ name, incoming, outgoing }) =>
      `${name} in ${String(incoming.pending).padStart(3)} out ${String(outgoing.pending).padStart(4)}`,
  );
  say(`  ${what.padEnd(22)} ${told.padEnd(36)} ${waiting.join(' | ')}`);
  return result;
}

function shown(result: unknown): string {
  if (result instanceof Uint8Array) return `b'${new TextDecoder().decode(result)}'`;
  return result === undefined || result === null ? 'None' : String(result);
}

function say(line: string): void {
  console.log(line);
}

main();
