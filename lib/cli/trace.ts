/** `pyssl trace`: two ends in this process, and every record that goes between them, opened. */
import * as ssl from '../index.ts';
import { demoCertificate } from './demo-certificate.ts';
import { applyOptions, contextOptions, type Output, parse, UsageError } from './options.ts';
import { asJson, asText } from './render.ts';
import { Tracer } from './trace-events.ts';

export const traceOptions = {
  ...contextOptions,
  name: { type: 'string', value: 'NAME', help: 'the server name to ask for (localhost)' },
  'client-cert': { type: 'boolean', help: 'the server asks for a certificate, and the client has one' },
  resume: { type: 'boolean', help: 'a second connection resumes the first' },
  data: { type: 'string', value: 'TEXT', help: 'what the client sends when it may (hello)' },
  json: { type: 'boolean', help: 'one JSON object a line, bytes as hex' },
} as const;

export async function trace(args: readonly string[], { print }: Output): Promise<void> {
  const { options, positionals } = parse(traceOptions, args);
  if (positionals.length > 0) throw new UsageError(`what is '${positionals[0]}'?`);

  const { cert, key, ca, ...negotiated } = options;
  const demo = demoCertificate();
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  applyOptions(server, cert === undefined ? negotiated : { ...negotiated, cert, ...(key ? { key } : {}) });
  if (cert === undefined) server.load_cert_chain({ certdata: demo.certificate, keydata: demo.key });

  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const { keylog: _, ...forClient } = negotiated; // one of the two logs is enough
  applyOptions(client, ca === undefined ? forClient : { ...forClient, ca });
  if (ca === undefined) client.load_verify_locations({ cadata: demo.certificate });

  if (options['client-cert']) {
    client.load_cert_chain({ certdata: demo.certificate, keydata: demo.key });
    server.load_verify_locations({ cadata: demo.certificate });
    server.verify_mode = ssl.CERT_REQUIRED;
  }

  const tracer = new Tracer((record) => print(options.json ? asJson(record) : `${asText(record)}\n`));
  const server_hostname = options.name ?? 'localhost';
  const data = new TextEncoder().encode(options.data ?? 'hello');
  let session: ssl.SSLSession | null = null;
  for (let connection = 0; connection < (options.resume ? 2 : 1); connection++) {
    const ends = tracer.run(client, server, { server_hostname, session, data });
    session = ends.client.version() === null ? null : ends.client.session;
    const { client: end } = ends;
    if (!options.json)
      print(`${end.version()}, ${end.cipher()?.[0]}${end.session_reused ? ', resumed' : ''}\n`);
  }
}
