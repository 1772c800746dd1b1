/** Two HTTPS clients for `https-server.ts`: Node's own `https` with an agent of ours, and Python's `SSLSocket`. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { Socket } from 'node:net';
import * as ssl from '../lib/index.ts';
import { SSLAgent } from '../lib/node/index.ts';
import { EXAMPLE_ROOT } from './certificates.ts';

const port = Number(process.argv[2] ?? 8443);
const context = ssl.create_default_context({ cadata: EXAMPLE_ROOT });

const request = get({ host: 'localhost', port, path: '/from-node', agent: new SSLAgent(context) });
const [response] = (await once(request, 'response')) as [IncomingMessage];
for await (const part of response) process.stdout.write(part);

const socket = context.wrap_socket(new Socket(), { server_hostname: 'localhost' });
await socket.connect(['localhost', port]);
console.log(socket.version(), socket.cipher());
await socket.sendall(new TextEncoder().encode('GET /from-python HTTP/1.0\r\n\r\n'));
for (let part = await socket.recv(); part.length > 0; part = await socket.recv()) process.stdout.write(part);
await socket.close();
