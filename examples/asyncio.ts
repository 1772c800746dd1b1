/**
 * Python's asyncio streams: a server that answers lines in capitals, and a client. As in a mail server, the
 * connection begins in the clear and is encrypted when the client asks for it.
 *
 * Run it: `npx tsx examples/asyncio.ts`.
 */
import { open_connection, type StreamReader, type StreamWriter, start_server } from '../lib/asyncio/index.ts';
import { create_default_context, Purpose } from '../lib/index.ts';
import { EXAMPLE_ROOT, LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './certificates.ts';

const server_context = create_default_context(Purpose.CLIENT_AUTH);
server_context.load_cert_chain({ certdata: LOCALHOST_CERTIFICATE, keydata: LOCALHOST_KEY });

async function serve(reader: StreamReader, writer: StreamWriter): Promise<void> {
  for await (const bytes of reader) {
    const line = new TextDecoder().decode(bytes);
    writer.write(new TextEncoder().encode(line === 'STARTTLS\n' ? 'go ahead\n' : line.toUpperCase()));
    await writer.drain();
    if (line === 'STARTTLS\n') await writer.start_tls(server_context);
  }
  writer.close();
}

const server = await start_server(serve, '127.0.0.1', 0);
const [host, port] = server.sockets[0].getsockname() as [string, number];

const [reader, writer] = await open_connection(host, port);

async function ask(text: string): Promise<void> {
  writer.write(new TextEncoder().encode(`${text}\n`));
  const answer = new TextDecoder().decode(await reader.readline()).trimEnd();
  const cipher = writer.get_extra_info('cipher')?.[0] ?? 'in the clear';
  console.log(`${text} -> ${answer} (${cipher})`);
}

await ask('hello');
await ask('STARTTLS');
await writer.start_tls(create_default_context({ cadata: EXAMPLE_ROOT }), { server_hostname: 'localhost' });
await ask('hello again');

writer.close();
await writer.wait_closed();
server.close();
await server.wait_closed();
