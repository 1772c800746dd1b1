/** The key log of a connection, given to Wireshark together with what went over the wire: it reads what was said. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { utf8 } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import { Capture, SERVER_PORT } from '../tools/capture.ts';
import { clientContext, connected, forEachCore, readAll, serverContext } from '../tools/pair.ts';
import { findTshark } from '../tools/programs.ts';

const tshark = findTshark();

const cases = [
  { version: 'TLSv1_3', suite: 'TLS_AES_128_GCM_SHA256', labels: 5, logger: 'client' },
  { version: 'TLSv1_3', suite: 'TLS_CHACHA20_POLY1305_SHA256', labels: 5, logger: 'server' },
  { version: 'TLSv1_2', suite: 'ECDHE-ECDSA-AES128-GCM-SHA256', labels: 1, logger: 'client' },
  { version: 'TLSv1_2', suite: 'ECDHE-ECDSA-AES256-CCM8', labels: 1, logger: 'server' },
  { version: 'TLSv1_2', suite: 'ECDHE-ECDSA-CHACHA20-POLY1305', labels: 1, logger: 'client' },
  { version: 'TLSv1_2', suite: 'ECDHE-ECDSA-AES256-SHA384', labels: 1, logger: 'server' },
  { version: 'TLSv1_2', suite: 'ECDHE-ECDSA-AES128-SHA', labels: 1, logger: 'client' },
] as const;

forEachCore((core) => {
  for (const { version, suite, labels, logger } of cases) {
    test(`Wireshark reads ${suite} by the key log of the ${logger} (${core.name})`, (t) => {
      if (tshark === undefined) {
        t.log('skipped: no tshark on PATH');
        t.pass();
        return;
      }
      const folder = mkdtempSync(join(tmpdir(), 'pyssl-keylog-'));
      t.teardown(() => rmSync(folder, { recursive: true }));
      const log = join(folder, 'keys');
      const file = join(folder, 'capture');

      const set = (name: 'client' | 'server') => (context: ssl.SSLContext) => {
        context.minimum_version = context.maximum_version = ssl.TLSVersion[version];
        if (version === 'TLSv1_3') context.set_ciphersuites(suite);
        else context.set_ciphers(suite);
        if (name === logger) context.keylog_filename = log;
      };
      const capture = new Capture();
      const both = connected({
        client: clientContext(core, { set: set('client') }),
        server: serverContext(core, { set: set('server') }),
        wire: (flight, from) => {
          capture.sent(flight, from);
          return flight;
        },
      });
      t.is(both.client.object.cipher()?.[0], suite);
      const [question, answer] = ['what the client has to say', 'x'.repeat(20_000)];
      both.client.object.write(utf8(question));
      both.transfer(both.client, both.server);
      t.is(readAll(both.server).length, question.length);
      both.server.object.write(utf8(answer));
      both.transfer(both.server, both.client);

      const lines = readFileSync(log, 'utf8').trim().split('\n');
      t.is(lines.filter((line) => !line.startsWith('#')).length, labels, lines.join('\n'));

      writeFileSync(file, capture.file);
      const { stdout, stderr } = spawnSync(
        tshark.path,
        [
          '-r',
          file,
          '-o',
          `tls.keylog_file:${log}`,
          '-d',
          `tcp.port==${SERVER_PORT},tls`,
          '-q',
          '-z',
          'follow,tls,raw,0',
        ],
        { encoding: 'utf8', maxBuffer: 2 ** 24 },
      );
      // Every chunk is a line of hexadecimal, with a tab before those of one side.
      const said = stdout.split('\n').filter((line) => /^\t?(?:[0-9a-f]{2})+$/.test(line));
      const text = Buffer.from(said.map((line) => line.trim()).join(''), 'hex').toString();
      t.is(text, question + answer, stdout + stderr);
    });
  }
});
