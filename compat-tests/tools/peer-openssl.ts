import { toHex } from '../../lib/bytes/bytes.ts';
import { certificate } from './certs.ts';
import type { Counterpart, Facts, Peer, PeerSettings } from './peers.ts';
import { Course, payloadText } from './peers.ts';
import { findOpenssl, Running } from './programs.ts';

/** `openssl s_server` and `openssl s_client`, driven through their standard input. */
const program = findOpenssl();

export const opensslPeer: Counterpart = {
  name: program?.version.split(' ').slice(0, 2).join(' ') ?? 'openssl',
  missing: program === undefined ? 'no openssl on PATH' : undefined,
  choosesSuites13: true,
  updatesKeys: true,
  keepsMacInside: true,

  async serve(settings) {
    const { present = 'p256.pem', protocols = [] } = settings;
    const args = ['s_server', '-accept', '127.0.0.1:0', '-naccept', '1', '-cert', certificate(present)];
    // `-cert` takes the leaf and leaves the rest of the file.
    if (present === 'chain.pem') args.push('-cert_chain', certificate('inter.crt'));
    args.push('-key', certificate(present), ...common(settings));
    if (protocols.length > 0) args.push('-alpn', protocols.join(','));
    if (settings.dhParameters !== undefined) args.push('-dhparam', certificate(settings.dhParameters));
    if (settings.demandCertificate) args.push('-Verify', '3', '-verify_return_error');
    const running = new Running(program?.path ?? '', args, KEYS_CHANGED);
    const port = Number(await running.printed(/ACCEPT [^\n]*:(\d+)\n/));
    return {
      port,
      ...talk(running, (sofar) => serverFacts(sofar, settings)),
      closed: () => running.printed(/(DONE\n)/).then(() => running.ended()),
    };
  },

  async call(port, settings) {
    const { present, protocols = [] } = settings;
    const args = [
      's_client',
      '-connect',
      `127.0.0.1:${port}`,
      '-servername',
      'localhost',
      '-verify_return_error',
    ];
    args.push('-verify_hostname', 'localhost', ...common(settings));
    if (present !== undefined) args.push('-cert', certificate(present), '-key', certificate(present));
    if (protocols.length > 0) args.push('-alpn', protocols.join(','));
    const running = new Running(program?.path ?? '', args, KEYS_CHANGED);
    return {
      ...talk(running, clientFacts),
      closed: () => running.printed(/(closed\n)/).then(() => running.ended()),
    };
  },
};

function common({ version, suite, group, sharedKey, macInside }: PeerSettings): string[] {
  const args = ['-CAfile', certificate('ca.crt'), version === 'TLSv1.3' ? '-tls1_3' : '-tls1_2'];
  if (suite !== undefined) args.push(version === 'TLSv1.3' ? '-ciphersuites' : '-cipher', suite);
  if (group !== undefined) args.push('-groups', group);
  if (sharedKey !== undefined) args.push('-psk_identity', sharedKey.identity, '-psk', toHex(sharedKey.key));
  if (macInside) args.push('-no_etm');
  return args;
}

function talk(running: Running, facts: (running: Running) => Promise<Facts>): Omit<Peer, 'closed'> {
  const [sent, received] = [new Course(), new Course()];
  return {
    facts: () => facts(running),
    send: async (length) => running.write(payloadText(...sent.next(length))),
    received: (length) => running.printedText(payloadText(...received.next(length))),
    updateKeys: async (ask) => {
      running.write(ask ? 'K\n' : 'k\n');
      await running.printed(/(KEYUPDATE|SSL_do_handshake -> 1)/);
    },
    async close() {
      running.write('Q\n'); // ends the connection and the program
      await running.ended();
    },
    kill: () => running.kill(),
  };
}

/** What the client, and the server, print then. */
const KEYS_CHANGED = /KEYUPDATE\n|SSL_do_handshake -> 1\n/g;

/** What a server has printed by its last line about the handshake; the version it leaves out. */
async function serverFacts(running: Running, { version }: PeerSettings): Promise<Facts> {
  const suite = await running.printed(/CIPHER is (\S+)\nSecure Renegotiation/);
  return { version, suite, protocol: running.find(/ALPN protocols selected: (\S+)/) };
}

/** A client prints the summary, and a line of dashes behind it. */
async function clientFacts(running: Running): Promise<Facts> {
  await running.printed(/(Verify return code: 0 )/);
  return {
    // In TLS 1.2 the session is there at once, and the line before it names the version that the suite was born in.
    version: running.find(/Protocol {2}: (TLSv[\d.]+)/) ?? running.find(/New, (TLSv[\d.]+)/) ?? '',
    suite: running.find(/Cipher is (\S+)/) ?? '',
    protocol: running.find(/ALPN protocol: (\S+)/),
  };
}
