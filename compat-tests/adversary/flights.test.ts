import type { ExecutionContext } from 'ava';
import test from 'ava';
import fc from 'fast-check';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import {
  type ContextSettings,
  clientContext,
  connected,
  type End,
  forEachCore,
  type Pair,
  pair,
  serverContext,
  thrown,
} from '../tools/pair.ts';
import { split } from './records.ts';

/**
 * Handshakes with one flight spoilt. Whatever was done to it: both ends come to rest, neither raises anything but
 * the SSLError family, not both believe that all is well with different words in their ears, and an end that has
 * failed stays so.
 */
const RUNS = Number(process.env.PYSSL_ADVERSARY_RUNS ?? 150);

type Spoil =
  | { readonly kind: 'flip'; readonly at: number; readonly mask: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'drop' | 'twice' | 'swap'; readonly at: number };

/** Positions are shares of a length, since the lengths are not known yet. */
const position = fc.integer({ min: 0, max: 9999 });

const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: position, mask: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: position }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: position,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'twice' as const, 'swap' as const), at: position }),
);

/** Which flight is spoilt: the first two of the client, the first of the server (and its tickets). */
const flight = fc.record({
  from: fc.constantFrom('client' as const, 'server' as const),
  index: fc.integer({ min: 0, max: 1 }),
});

/** Both ends of one kind of handshake. */
interface Scene {
  readonly client: ssl.SSLContext;
  readonly server: ssl.SSLContext;
  /** What the client wants to go on with. */
  readonly session?: ssl.SSLSession | null;
}

const SCENES: Readonly<Record<string, (core: CryptoProvider) => Scene>> = {
  'TLS 1.3 or 1.2': (core) => ({ client: clientContext(core), server: serverContext(core) }),
  'TLS 1.3, session': (core) => {
    const scene = { client: clientContext(core), server: serverContext(core) };
    return { ...scene, session: connected(scene).client.object.session };
  },
  'TLS 1.3, client certificate': (core) => ({
    client: clientContext(core, { present: 'client.pem' }),
    server: serverContext(core, { verify: true }),
  }),
  'TLS 1.3, shared key': (core) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    client.set_psk_client_callback(() => ['id', Uint8Array.of(1, 2, 3)]);
    server.set_psk_server_callback((name) => Uint8Array.from(name === 'id' ? [1, 2, 3] : []));
    server.set_ciphersuites('TLS_AES_128_GCM_SHA256');
    return { client, server };
  },
  'TLS 1.2, ECDHE': (core) => scene12(core, 'ECDHE-ECDSA-AES128-GCM-SHA256'),
  'TLS 1.2, RSA': (core) => scene12(core, 'AES128-SHA', { present: 'rsa2048.pem' }),
  'TLS 1.2, client certificate': (core) =>
    scene12(core, 'ECDHE-ECDSA-AES256-SHA384', { verify: true }, { present: 'client.pem' }),
  'TLS 1.2, session': (core) => {
    const scene = scene12(core, 'ECDHE-ECDSA-CHACHA20-POLY1305');
    return { ...scene, session: connected(scene).client.object.session };
  },
};

function scene12(
  core: CryptoProvider,
  suite: string,
  ofServer: ContextSettings = {},
  ofClient: ContextSettings = {},
): Scene {
  const set = (context: ssl.SSLContext) => {
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2;
    context.set_ciphers(suite);
  };
  return {
    client: clientContext(core, { ...ofClient, set }),
    server: serverContext(core, { ...ofServer, set }),
  };
}

forEachCore((core) => {
  for (const [what, scene] of Object.entries(SCENES)) {
    test(`handshakes with one flight spoilt, ${what} (${core.name})`, (t) => {
      const seed = Number(process.env.PYSSL_SEED ?? 20261124);
      t.log(`seed ${seed}, ${RUNS} runs`);
      const ends = scene(core);
      fc.assert(
        fc.property(flight, spoil, (which, how) => {
          let spoilt = false;
          const counts = { client: 0, server: 0 };
          const both = pair({
            ...ends,
            wire: (bytes, from) => {
              if (bytes.length === 0 || from !== which.from || counts[from]++ !== which.index) return bytes;
              const changed = apply(how, bytes);
              spoilt = Buffer.compare(changed, bytes) !== 0;
              return changed;
            },
          });
          both.handshake();
          judge(t, both, spoilt);
        }),
        { numRuns: core.name === 'portable' ? Math.ceil(RUNS / 5) : RUNS, seed },
      );
      t.pass();
    });

    test(`every prefix of the server's first flight, ${what} (${core.name})`, (t) => {
      const ends = scene(core);
      const recorded = firstFlight(ends);
      const step = core.name === 'portable' ? 97 : 13;
      for (let length = 0; length < recorded.length; length += step) {
        const both = pair({
          ...ends,
          // Signatures of ECDSA differ in length: what was recorded may be longer than this flight.
          wire: (bytes, from) =>
            from === 'server' ? bytes.subarray(0, Math.min(length, bytes.length - 1)) : bytes,
        });
        both.handshake();
        t.is(both.client.error, undefined);
        t.false(both.client.done);
        both.client.incoming.write_eof();
        const error = thrown(() => both.client.object.do_handshake());
        t.true(error instanceof ssl.SSLEOFError);
        t.is(error instanceof ssl.SSLError && error.reason, 'UNEXPECTED_EOF_WHILE_READING');
      }
    });
  }
});

function firstFlight(ends: Scene): Uint8Array {
  let first: Uint8Array | undefined;
  const wire = (bytes: Uint8Array, from: 'client' | 'server') => {
    if (from === 'server') first ??= bytes;
    return bytes;
  };
  pair({ ...ends, wire }).handshake();
  if (first === undefined) throw new Error('the server said nothing');
  return first;
}

function apply(how: Spoil, bytes: Uint8Array): Uint8Array {
  const at = Math.floor((how.at / 10_000) * bytes.length);
  const changed = bytes.slice();
  switch (how.kind) {
    case 'flip':
      changed[at] ^= how.mask;
      return changed;
    case 'cut':
      return changed.subarray(0, at);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), how.bytes, bytes.subarray(at)]);
    default: {
      const records = split(bytes);
      const which = Math.floor((how.at / 10_000) * records.length);
      const next = (which + 1) % records.length;
      if (how.kind === 'drop') records.splice(which, 1);
      if (how.kind === 'twice') records.splice(which, 0, records[which]);
      if (how.kind === 'swap') [records[which], records[next]] = [records[next], records[which]];
      return Buffer.concat(records);
    }
  }
}

function judge(t: ExecutionContext, both: Pair, spoilt: boolean): void {
  for (const side of [both.client, both.server]) {
    if (side.error !== undefined) failsForGood(side);
    else if (!spoilt && !side.done) throw new Error(`${side.name} is not done, though nothing was spoilt`);
  }
  // Where both are done, what was spoilt did not belong to the handshake's content: they must understand each other.
  if (both.client.done && both.server.done && both.client.error === undefined) {
    both.client.object.write(Uint8Array.of(42));
    both.transfer(both.client, both.server);
    const heard = thrown(() => t.deepEqual([...both.server.object.read()], [42]));
    if (heard !== undefined && !(heard instanceof ssl.SSLError)) throw heard;
  }
}

function failsForGood({ name, object, incoming, error }: End): void {
  if (!(error instanceof ssl.SSLError) || error instanceof ssl.SSLWantReadError) {
    throw new Error(`${name} raised ${String(error)}`, { cause: error });
  }
  incoming.write(new Uint8Array(32));
  for (const call of [() => object.do_handshake(), () => object.write(Uint8Array.of(1))]) {
    const further = thrown(call);
    const known = further instanceof ssl.SSLEOFError || further instanceof ssl.SSLZeroReturnError;
    if (!known) throw new Error(`${name} raised ${String(further)} after ${String(error)}`);
  }
}
