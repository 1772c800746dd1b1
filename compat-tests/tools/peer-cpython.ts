import { toHex } from '../../lib/bytes/bytes.ts';
import { certificate } from './certs.ts';
import { type Counterpart, Course, type Facts, type Peer, type PeerSettings } from './peers.ts';
import { findPython, Running } from './programs.ts';

/** CPython's `ssl` on a blocking socket, told by lines what to do next (`peer.py`). */
const program = findPython();

export const cpythonPeer: Counterpart = {
  name: program?.version.split(' ').slice(0, 2).join(' ') ?? 'CPython',
  missing: program === undefined ? 'no CPython on PATH or in ~/.pyenv' : undefined,
  choosesSuites13: false,
  updatesKeys: false,
  keepsMacInside: false,

  async serve(settings) {
    const running = start('server', 0, settings);
    return { port: Number(await running.printed(/PORT (\d+)\n/)), ...talk(running) };
  },

  async call(port, settings) {
    return talk(start('client', port, settings));
  },
};

function start(role: 'server' | 'client', port: number, settings: PeerSettings): Running {
  const { version, suite, group, protocols = [], present, demandCertificate = false } = settings;
  const { dhParameters, sharedKey } = settings;
  const told = {
    role,
    port,
    version: version.replace('.', '_'),
    suite: version === 'TLSv1.2' ? suite : undefined,
    group,
    protocols,
    ca: certificate('ca.crt'),
    present: present ?? (role === 'server' ? 'p256.pem' : undefined),
    certs: certificate(''),
    demandCertificate,
    dhParameters,
    identity: sharedKey?.identity,
    key: sharedKey && toHex(sharedKey.key),
  };
  return new Running(program?.path ?? '', ['-u', certificate('../tools/peer.py'), JSON.stringify(told)]);
}

function talk(running: Running): Peer {
  const [sent, received] = [new Course(), new Course()];
  let asked = 0;
  const ask = async (command: string) => {
    running.write(`${command}\n`);
    await running.printed(new RegExp(`(OK ${++asked}\\n)`));
  };
  return {
    async facts() {
      const { version, suite, protocol } = JSON.parse(await running.printed(/FACTS (.*)\n/));
      return { version, suite, protocol: protocol ?? undefined } satisfies Facts;
    },
    send: (length) => ask(`send ${sent.next(length).join(' ')}`),
    received: (length) => ask(`receive ${received.next(length).join(' ')}`),
    close: () => ask('close').then(() => running.ended()),
    closed: () => ask('closed').then(() => running.ended()),
    kill: () => running.kill(),
  };
}
