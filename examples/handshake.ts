/**
 * A TLS connection with no network: a client and a server, and four memory BIOs between them. Every call is printed
 * with what it returned or raised, and with the bytes that wait in each BIO afterwards.
 *
 *     npm start
 *
 * How to read the words, as in the documentation of Python's `ssl`: a `MemoryBIO` is a queue of bytes. An `SSLObject`
 * reads from its incoming BIO what came from the network, and writes to its outgoing BIO what has to go there. When
 * it needs more bytes than there are it raises `SSLWantReadError`, and is called again later.
 */
import { fileURLToPath } from 'node:url';
import * as ssl from '../lib/index.ts';

const file = (name: string) => fileURLToPath(new URL(`./certs/${name}`, import.meta.url));
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (words: string) => new TextEncoder().encode(words);

// --- two contexts: what each side has, and what it demands -----------------------------------------------------

const server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
server_context.load_cert_chain(file('server.pem'));
server_context.set_alpn_protocols(['http/1.1']);

// The default for a client: a certificate is required, its chain must lead to a trusted root, and its name must match.
const client_context = ssl.create_default_context({ cafile: file('ca.pem') });
client_context.set_alpn_protocols(['h2', 'http/1.1']);

// --- four BIOs and two objects ---------------------------------------------------------------------------------

const client_in = new ssl.MemoryBIO();
const client_out = new ssl.MemoryBIO();
const server_in = new ssl.MemoryBIO();
const server_out = new ssl.MemoryBIO();
const client = client_context.wrap_bio(client_in, client_out, { server_hostname: 'localhost' });
const server = server_context.wrap_bio(server_in, server_out, { server_side: true });

/** Makes a call, prints what came of it, and returns it; what it raises is printed and swallowed. */
function call<T>(words: string, body: () => T): T | undefined {
  let outcome: string;
  let value: T | undefined;
  try {
    value = body();
    outcome =
      value instanceof Uint8Array ? `'${text(value)}'` : value === null ? 'None' : String(value ?? 'None');
  } catch (error) {
    if (!(error instanceof ssl.SSLError)) throw error;
    outcome = `raised ${error.name}`;
  }
  const waiting = [client_in, client_out, server_in, server_out].map((bio) =>
    String(bio.pending).padStart(6),
  );
  console.log(`${words.padEnd(36)}${outcome.padEnd(26)}${waiting.join(' ')}`);
  return value;
}

/** What a network would do: bytes go from one side's outgoing BIO into the other's incoming one. */
function carry(words: string, from: ssl.MemoryBIO, to: ssl.MemoryBIO): void {
  call(words, () => `${to.write(from.read())} bytes`);
}

function heading(words: string): void {
  console.log(`\n${words.padEnd(62)}${'client'.padStart(13)} ${'server'.padStart(13)}`);
  console.log(`${''.padEnd(62)}${['in', 'out', 'in', 'out'].map((name) => name.padStart(6)).join(' ')}`);
}

// --- the handshake: three flights -------------------------------------------------------------------------------

heading('The handshake: each side says what it has until neither wants more');
call('client.do_handshake()', () => client.do_handshake()); // ClientHello
carry('client -> server', client_out, server_in);
call('server.do_handshake()', () => server.do_handshake()); // ServerHello ... Certificate ... Finished
carry('server -> client', server_out, client_in);
call('client.do_handshake()', () => client.do_handshake()); // chain, name and signature are checked; Finished
carry('client -> server', client_out, server_in);
call('server.do_handshake()', () => server.do_handshake()); // done; two session tickets are sent
carry('server -> client', server_out, client_in);

// --- what they agreed on ------------------------------------------------------------------------------------------

const certificate = client.getpeercert();
const name = certificate?.subject?.flat().find(([key]) => key === 'commonName')?.[1];
const names = certificate?.subjectAltName?.map((entry) => entry.join(':')).join(', ');
console.log(`
What they agreed on
  client.version()                  ${client.version()}
  client.cipher()                   ${client.cipher()?.join(', ')}
  client.selected_alpn_protocol()   ${client.selected_alpn_protocol()}
  client.getpeercert()              ${name}, for ${names}
                                    valid until ${certificate?.notAfter}`);

// --- data, both ways ----------------------------------------------------------------------------------------------

heading('Data: what is written on one side is read on the other');
call("client.write('hello')", () => client.write(bytes('hello')));
call('server.read()', () => server.read());
carry('client -> server', client_out, server_in);
const heard = call('server.read()', () => server.read());
call('server.write(the same, louder)', () =>
  server.write(bytes(text(heard ?? new Uint8Array()).toUpperCase())),
);
carry('server -> client', server_out, client_in);
call('client.read()', () => client.read());

// --- the close: each side says goodbye ------------------------------------------------------------------------------

heading('The close: an end without a goodbye could be an attack');
call('client.unwrap()', () => client.unwrap());
carry('client -> server', client_out, server_in);
call('server.read()', () => server.read());
call('server.unwrap()', () => server.unwrap());
carry('server -> client', server_out, client_in);
call('client.unwrap()', () => client.unwrap());

console.log('\nDone: authenticated, encrypted, closed, and no socket was harmed.');
