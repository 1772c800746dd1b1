/**
 * A shim for BoringSSL's test runner ("BoGo"): the program that the runner starts for each of its tests. Flags say what
 * it is and what it shall see; it connects to the runner, shakes hands, and sends back what it reads, every bit turned.
 * Status 0 is for a conversation that went as told, 1 for one that did not, with the reason on stderr, and 89 for what
 * it has not (`bogo.json` lists what it should not be asked for).
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { connect } from 'node:net';
import * as ssl from 'pyssl';
import { contextOf, describe } from './context.ts';
import { Expectations } from './expectations.ts';
import { type Flags, readFlags } from './flags.ts';
import { Wire } from './wire.ts';

const UNIMPLEMENTED = 89;

function unimplemented(what: string): never {
  writeSync(2, `not for this shim: ${what}\n`);
  process.exit(UNIMPLEMENTED);
}

async function main(): Promise<void> {
  const { initial, resume } = readFlags(process.argv.slice(2), unimplemented);
  if (initial.has('is-handshaker-supported')) {
    writeSync(1, 'No\n');
    return;
  }
  const first = contextOf(initial, unimplemented);
  const isServer = initial.has('server');
  // What a server of the same context would have in common with the first, another has by its ticket keys.
  const another = initial.equals(resume) ? first : contextOf(resume, unimplemented);
  if (isServer && another !== first) for (const each of [first, another]) each.set_ticket_keys([TICKET_KEY]);
  let session = await converse(first, initial, false, null);
  for (let nth = 0; nth < (initial.number('resume-count') ?? 0); nth++) {
    // Python's sessions belong to a context, and go to another as bytes.
    if (another !== first && session !== null) session = ssl.SSLSession.from_bytes(session.to_bytes());
    session = (await converse(another, resume, true, session)) ?? session;
  }
}

const TICKET_KEY = Buffer.alloc(48, 'ticket key');

/** One connection; what a client may go on with. */
async function converse(
  context: ssl.SSLContext,
  flags: Flags,
  isResumption: boolean,
  session: ssl.SSLSession | null,
): Promise<ssl.SSLSession | null> {
  const isServer = flags.has('server');
  const socket = connect({
    port: flags.number('port') ?? 0,
    host: flags.has('ipv6') ? '::1' : '127.0.0.1',
    noDelay: true,
    allowHalfOpen: true,
  });
  await once(socket, 'connect');
  const id = Buffer.alloc(8);
  id.writeBigUInt64LE(BigInt(flags.text('shim-id') ?? '0'));
  socket.write(id);

  const wire = new Wire(socket, flags.has('async'));
  const expectations = new Expectations(context, flags, isResumption);
  const object = context.wrap_bio(
    wire.incoming,
    wire.outgoing,
    isServer,
    flags.text('host-name') ?? null,
    isServer ? null : session,
  );
  try {
    await talk(object, wire, flags, () => expectations.check(object));
    const kept = isServer ? null : object.session;
    await wire.finish();
    return kept;
  } catch (error) {
    await wire.finish();
    throw error;
  }
}

async function talk(object: ssl.SSLObject, wire: Wire, flags: Flags, check: () => void): Promise<void> {
  const isImplicit = flags.has('implicit-handshake');
  const write = (data: Uint8Array) => wire.retry(() => object.write(data));
  if (!isImplicit) {
    await wire.retry(() => object.do_handshake());
    check();
  }
  if (flags.has('no-op-extra-handshake')) await wire.retry(() => object.do_handshake());
  const exporting = flags.number('export-keying-material');
  if (exporting !== undefined) await write(exported(object, flags, exporting));
  if (flags.has('tls-unique')) await write(object.get_channel_binding('tls-unique') ?? new Uint8Array());
  if (flags.has('key-update')) object.update_keys();
  if (flags.has('shim-writes-first')) await write(Buffer.from('hello'));
  if (!flags.has('shim-shuts-down')) await echo(object, wire, flags, isImplicit ? check : () => {});
  if (flags.has('check-close-notify')) await wire.retry(() => object.unwrap());
  else if (flags.has('shim-shuts-down')) await wire.say(() => object.unwrap());
}

/** Sends back what comes, turned, until the peer is done. */
async function echo(object: ssl.SSLObject, wire: Wire, flags: Flags, first: () => void): Promise<void> {
  const size = flags.number('read-size') ?? 512;
  for (let nth = 0; ; nth++) {
    if (flags.has('key-update-before-read')) object.update_keys();
    const data = await wire.read(object, size);
    if (nth === 0) first();
    if (data.length === 0) return;
    if (flags.has('use-exporter-between-reads')) object.export_keying_material('some label', 42, null);
    const turned = data.map((byte) => byte ^ 0xff);
    await wire.retry(() => object.write(turned));
  }
}

function exported(object: ssl.SSLObject, flags: Flags, length: number): Uint8Array {
  const context = flags.has('use-export-context')
    ? Buffer.from(flags.text('export-context') ?? '', 'latin1')
    : null;
  return object.export_keying_material(flags.text('export-label') ?? '', length, context);
}

main().catch((error) => {
  writeSync(2, `${describe(error)}\n`);
  process.exitCode = 1;
});
