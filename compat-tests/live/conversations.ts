/**
 * What is tried with every real counterpart, in both roles and with both providers: written once, over two peers,
 * so that it does not matter which of them is ours.
 */
import type { ExecutionContext } from 'ava';
import test from 'ava';
import { cores } from '../tools/pair.ts';
import { pysslPeer } from '../tools/peer-pyssl.ts';
import type { Counterpart, Peer, PeerSettings, Version } from '../tools/peers.ts';
import { type HeldTo, suites12 } from './suites12.ts';

/** The versions that are tried, with the suites that a counterpart is held to. */
const VERSIONS: readonly { readonly version: Version; readonly suites: readonly HeldTo[] }[] = [
  {
    version: 'TLSv1.3',
    suites: [
      { suite: 'TLS_AES_128_GCM_SHA256' },
      { suite: 'TLS_AES_256_GCM_SHA384' },
      { suite: 'TLS_CHACHA20_POLY1305_SHA256' },
    ],
  },
  { version: 'TLSv1.2', suites: suites12 },
];

type Told = Omit<PeerSettings, 'version'>;

interface Case {
  readonly title: string;
  /** What both sides are told, and then each. */
  readonly both?: Told;
  readonly calling?: Told;
  readonly answering?: Told;
  /** How many bytes go each way. */
  readonly length: number;
  readonly updateKeys?: boolean;
}

const CERTIFICATES = [
  'p384.pem',
  'p521.pem',
  'rsa2048.pem',
  'rsapss.pem',
  'ed25519.pem',
  'ed448.pem',
  'chain.pem',
];

const CASES: readonly Case[] = [
  { title: '1 MiB each way', length: 0x10_0000 },
  { title: 'a group that the client did not guess', answering: { group: 'secp384r1' }, length: 10 },
  { title: 'ALPN', calling: { protocols: ['b', 'a'] }, answering: { protocols: ['a', 'b'] }, length: 10 },
  {
    title: 'a client certificate',
    calling: { present: 'client.pem' },
    answering: { demandCertificate: true },
    length: 10,
  },
  { title: 'new keys', length: 0x8000, updateKeys: true },
  ...CERTIFICATES.map((present) => ({ title: present, answering: { present }, length: 10 })),
];

/** Declares the tests with one counterpart: both roles, every provider. */
export function converse(theirs: Counterpart): void {
  if (theirs.missing !== undefined) {
    test(`conversations with ${theirs.name}`, (t) => {
      t.log(`skipped: ${theirs.missing}`);
      t.pass();
    });
    return;
  }
  for (const core of cores) {
    const ours = pysslPeer(core);
    converseBetween(ours, theirs);
    converseBetween(theirs, ours);
  }
}

/** Declares the tests with one server and one client. */
export function converseBetween(server: Counterpart, client: Counterpart): void {
  for (const { version, suites } of VERSIONS) {
    const chosen = version === 'TLSv1.3' && !server.choosesSuites13 && !client.choosesSuites13 ? [] : suites;
    const heldToOne = chosen
      .filter(({ macInside }) => !macInside || server.keepsMacInside || client.keepsMacInside)
      .map(caseOf);
    for (const each of [...CASES, ...heldToOne]) {
      if (each.updateKeys && (version !== 'TLSv1.3' || !(server.updatesKeys || client.updatesKeys))) continue;
      const all = { ...each.both, ...each.calling, ...each.answering };
      if (server.lacks?.(all) || client.lacks?.(all)) continue;
      const title = `${client.name} to ${server.name}, ${version}: ${each.title}`;
      test.serial(title, (t) => talk(t, { server, client, version, each }));
    }
  }
}

function caseOf({ suite, macInside = false, present, dhParameters, sharedKey }: HeldTo): Case {
  return {
    title: macInside ? `${suite}, MAC inside` : suite,
    both: { suite, macInside, ...(sharedKey && { sharedKey }) },
    answering: { ...(present && { present }), ...(dhParameters && { dhParameters }) },
    length: 0x5000,
  };
}

interface Talk {
  readonly server: Counterpart;
  readonly client: Counterpart;
  readonly version: Version;
  readonly each: Case;
}

async function talk(t: ExecutionContext, { server, client, version, each }: Talk): Promise<void> {
  const { both, answering, calling, length } = each;
  const answer = await server.serve({ version, ...both, ...answering });
  t.teardown(() => answer.kill());
  const call = await client.call(answer.port, { version, ...both, ...calling });
  t.teardown(() => call.kill());

  const [ofClient, ofServer] = await Promise.all([call.facts(), answer.facts()]);
  t.deepEqual(ofClient, ofServer);
  t.is(ofServer.version, version);
  if (both?.suite !== undefined) t.is(ofServer.suite, both.suite);
  // The server's order decides.
  t.is(ofServer.protocol, answering?.protocols?.[0]);

  await exchange(call, answer, length);
  if (each.updateKeys) {
    for (const [mover, other] of [
      [call, answer],
      [answer, call],
    ] as const) {
      if (mover.updateKeys === undefined) continue;
      const updated = mover.updateKeys(true);
      await exchange(other, mover, length);
      await updated;
    }
  }
  await Promise.all([call.close(), answer.closed()]);
}

async function exchange(a: Peer, b: Peer, length: number): Promise<void> {
  await Promise.all([a.send(length), b.received(length)]);
  await Promise.all([b.send(length), a.received(length)]);
}
