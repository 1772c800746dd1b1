/** The first flights, byte by byte beside CPython's: what is random is blotted out, all else must be the same. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { fromHex, toHex } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import { decodeMessage13, encodeMessage13 } from '../../lib/wire/handshake.ts';
import { certificate } from '../tools/certs.ts';
import { cores } from '../tools/pair.ts';
import { findPython } from '../tools/programs.ts';
import { splitRecords } from '../tools/puppet.ts';
import { call, carryOut, make, name, type Step, set, type Value } from './transcript.ts';

const python = findPython();
const script = fileURLToPath(new URL('transcript.py', import.meta.url));
const { TLSv1_2, TLSv1_3 } = ssl.TLSVersion;

const NO_TICKET = ssl.OP_ALL + ssl.OP_NO_TICKET;

/** What each is told: the client's context, the server's context, and the name that the client asks for. */
const cases: Readonly<Record<string, readonly [Step[], Step[]?, Value?]>> = {
  'as it comes': [[]],
  'TLS 1.2 at most': [[set('c', 'maximum_version', TLSv1_2)]],
  'TLS 1.3 at least': [[set('c', 'minimum_version', TLSv1_3)]],
  'a server of TLS 1.2': [[], [set('s', 'maximum_version', TLSv1_2)]],
  'no name': [[set('c', 'check_hostname', false)], [], null],
  'an address': [[], [], '127.0.0.1'],
  protocols: [
    [call('c', 'set_alpn_protocols', [['h2', 'http/1.1']])],
    [set('s', 'maximum_version', TLSv1_2), call('s', 'set_alpn_protocols', [['http/1.1']])],
  ],
  'one curve': [[call('c', 'set_ecdh_curve', ['secp384r1'])], [set('s', 'maximum_version', TLSv1_2)]],
  'one curve, TLS 1.2': [
    [call('c', 'set_ecdh_curve', ['secp384r1']), set('c', 'maximum_version', TLSv1_2)],
    [],
  ],
  'no tickets': [[set('c', 'options', NO_TICKET)], [set('s', 'maximum_version', TLSv1_2)]],
  'a server without tickets': [[], [set('s', 'maximum_version', TLSv1_2), set('s', 'options', NO_TICKET)]],
  'RSA key exchange': [
    [set('c', 'maximum_version', TLSv1_2), call('c', 'set_ciphers', ['AES128-GCM-SHA256'])],
    [call('s', 'set_ciphers', ['AES128-GCM-SHA256'])],
  ],
  'AES-CBC': [
    [call('c', 'set_ciphers', ['ECDHE-RSA-AES128-SHA256'])],
    [set('s', 'maximum_version', TLSv1_2), call('s', 'set_ciphers', ['ECDHE-RSA-AES128-SHA256'])],
  ],
  'security level 1': [[call('c', 'set_ciphers', ['@SECLEVEL=1:ECDHE+AESGCM'])]],
  'security level 3': [[call('c', 'set_ciphers', ['@SECLEVEL=3:ECDHE+AESGCM:AES256-SHA'])]],
  'a client certificate, TLS 1.2': [
    [],
    [set('s', 'maximum_version', TLSv1_2), set('s', 'verify_mode', ssl.CERT_OPTIONAL)],
  ],
};

function stepsOf([client, server = [], hostname = 'localhost']: (typeof cases)[string]): Step[] {
  return [
    make('SSLContext', [ssl.PROTOCOL_TLS_CLIENT], 'c'),
    make('SSLContext', [ssl.PROTOCOL_TLS_SERVER], 's'),
    call('c', 'load_verify_locations', [certificate('ca.crt')]),
    call('s', 'load_cert_chain', [certificate('rsa2048.pem')]),
    ...client,
    ...server,
    ...['c-in', 'c-out', 's-in', 's-out'].map((bio) => make('MemoryBIO', [], bio)),
    call('c', 'wrap_bio', [name('c-in'), name('c-out'), false, hostname], {}, 'client'),
    call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
    call('client', 'do_handshake'),
    call('c-out', 'read', [], {}, 'hello'),
    call('s-in', 'write', [name('hello')]),
    call('server', 'do_handshake'),
    call('s-out', 'read'),
  ];
}

/** Where the flights stand among the answers, from the end. */
const HELLO = 4;
const FLIGHT = 1;

/** The handshake messages in the clear of a flight, without what is drawn at random. */
function blotted(answer: Value): string[] {
  const flight = fromHex(String((answer as { bytes: string }).bytes));
  const told: string[] = [];
  for (const record of splitRecords(flight)) {
    if (record[0] !== 22) break;
    told.push(`record ${toHex(record.subarray(0, 3))}`);
    const type = record[5];
    // Certificates are the same file; key exchanges are random but for their head; the rest is told whole.
    if (type === 1 || type === 2) told.push(toHex(blotHello(record.subarray(5))));
    else if (type === 12) told.push(toHex(record.subarray(5, 13)));
    else told.push(toHex(record.subarray(5)));
  }
  return told;
}

function blotHello(message: Uint8Array): Uint8Array {
  const { type, body } = decodeMessage13(message);
  const blot = (data: Uint8Array) => new Uint8Array(data.length);
  if (type === 'client_hello') {
    const { key_share } = body.extensions;
    const shares = key_share?.map((share) => ({ ...share, keyExchange: blot(share.keyExchange) }));
    const extensions = { ...body.extensions, key_share: shares };
    const legacySessionId = blot(body.legacySessionId);
    return encodeMessage13(type, { ...body, random: blot(body.random), legacySessionId, extensions });
  }
  if (type !== 'server_hello') throw new Error('a hello');
  const { key_share } = body.extensions as { key_share?: { group: string; keyExchange: Uint8Array } };
  const extensions = {
    ...body.extensions,
    key_share: key_share && { ...key_share, keyExchange: blot(key_share.keyExchange) },
  };
  const blank = {
    random: blot(body.random),
    legacySessionIdEcho: blot(body.legacySessionIdEcho),
    extensions,
  };
  return encodeMessage13(type, { ...body, ...blank } as never);
}

for (const [title, told] of Object.entries(cases)) {
  for (const core of cores) {
    test(`${title} (${core.name})`, (t) => {
      if (python === undefined) {
        t.pass('no CPython on this machine to compare with');
        t.log('skipped: no CPython on this machine to compare with');
        return;
      }
      const steps = stepsOf(told);
      const { stdout, stderr, status } = spawnSync(python.path, [script], {
        input: JSON.stringify(steps),
        encoding: 'utf8',
      });
      t.is(status, 0, stderr);
      const theirs = JSON.parse(stdout) as Value[];
      const ours = carryOut(steps, (made) => {
        if (made instanceof ssl.SSLContext) made.crypto = core;
      });
      for (const back of [HELLO, FLIGHT]) {
        const at = steps.length - back;
        t.deepEqual(blotted(ours[at]), blotted(theirs[at]));
      }
    });
  }
}
