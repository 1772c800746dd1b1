import { spawnSync } from 'node:child_process';
import test from 'ava';
import { fromLatin1 } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import {
  bitString,
  boolean,
  context,
  element,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  setOf,
} from '../tools/der-writer.ts';
import { subjectPublicKeyInfo } from '../tools/key-provider.ts';
import { algorithmIdentifier, nameDer, signed, usualRecipe } from '../tools/make-certificate.ts';
import { thrown } from '../tools/pair.ts';
import { findPython } from '../tools/programs.ts';
import { testKey } from '../tools/test-keys.ts';

/**
 * Certificates with one oddity of form each, loaded to be trusted here and in CPython. What RFC 5280 or DER (X.690
 * section 10) forbid is refused here, whatever OpenSSL reads; what OpenSSL does not read is not read here.
 */
const key = testKey('secp256r1', 'strict');
const recipe = usualRecipe(key);
const algorithm = algorithmIdentifier(recipe, key);
const ecPublicKey = oid('1.2.840.10045.2.1');
const bits = bitString('point' in key.publicKey.parts ? key.publicKey.parts.point : new Uint8Array(0));
const utcTime = (text: string) => element(0x17, fromLatin1(text));
const constraints = (critical: Uint8Array, value: Uint8Array = sequence(boolean(true))) =>
  sequence(oid('2.5.29.19'), critical, octetString(value));

interface Parts {
  readonly version?: Uint8Array;
  readonly serial?: Uint8Array;
  readonly name?: Uint8Array;
  readonly validity?: Uint8Array;
  readonly keyInfo?: Uint8Array;
  readonly behindKey?: readonly Uint8Array[];
  readonly extensions?: readonly Uint8Array[];
  /** In place of a right one. */
  readonly signature?: Uint8Array;
}

function certificate(parts: Parts = {}): Uint8Array {
  const name = parts.name ?? nameDer('CN=localhost');
  const tbs = sequence(
    parts.version ?? context(0, 'constructed', integer(2)),
    parts.serial ?? integer(7),
    algorithm,
    name,
    parts.validity ?? sequence(utcTime('200101000000Z'), utcTime('450101000000Z')),
    name,
    parts.keyInfo ?? subjectPublicKeyInfo(key.publicKey.parts),
    ...(parts.behindKey ?? []),
    context(3, 'constructed', sequence(...(parts.extensions ?? [constraints(boolean(true))]))),
  );
  return parts.signature === undefined
    ? signed(tbs, algorithm, key, recipe)
    : sequence(tbs, algorithm, parts.signature);
}

const withAlgorithm = (parameters: Uint8Array) => {
  const odd = sequence(ecPublicKey, parameters);
  return certificate({ keyInfo: sequence(odd, bits) });
};
const version = (value: Uint8Array) => certificate({ version: context(0, 'constructed', value) });
const named = (...rdns: readonly Uint8Array[]) => certificate({ name: sequence(...rdns) });
const commonName = (value: Uint8Array) => named(element(0x31, sequence(oid('2.5.4.3'), value)));
const flag = (byte: number) => element(0x01, Uint8Array.of(byte));
const usual = certificate();

/** Read by both. */
const FINE: Readonly<Record<string, Uint8Array>> = {
  usual,
  'a serial number of zero': certificate({ serial: integer(0) }),
  'a negative serial number': certificate({ serial: element(0x02, Uint8Array.of(0x80)) }),
  'a serial number of 200 bytes': certificate({ serial: element(0x02, new Uint8Array(200).fill(0x7f)) }),
  'an empty name': named(),
  'an extension that is not what it says': certificate({
    extensions: [constraints(boolean(true), nothing())],
  }),
  'a critical FALSE that is written out': certificate({ extensions: [constraints(boolean(false))] }),
  'an extension twice': certificate({ extensions: [constraints(boolean(true)), constraints(boolean(true))] }),
  'times that are no times': certificate({ validity: sequence(utcTime('x'), utcTime('')) }),
  'unique identifiers': certificate({
    behindKey: [context(1, 'primitive', Uint8Array.of(0, 1)), context(2, 'primitive', Uint8Array.of(0))],
  }),
};

/** Read by neither. */
const BROKEN: Readonly<Record<string, Uint8Array>> = {
  'an integer of no bytes': certificate({ serial: element(0x02) }),
  'an integer with padding': certificate({ serial: element(0x02, Uint8Array.of(0, 1)) }),
  'a boolean of two bytes for parameters': withAlgorithm(element(0x01, Uint8Array.of(1, 1))),
  'an identifier that does not end for parameters': withAlgorithm(element(0x06, Uint8Array.of(0x2a, 0x86))),
  'an identifier with padding for parameters': withAlgorithm(element(0x06, Uint8Array.of(0x2a, 0x80, 1))),
  'an integer of no bytes for parameters': withAlgorithm(element(0x02)),
  'a bit string with nine unused bits for parameters': withAlgorithm(element(0x03, Uint8Array.of(9, 0))),
  'a NULL with something in it': withAlgorithm(element(0x05, Uint8Array.of(0))),
  'two-byte characters and a half': commonName(element(0x1e, Uint8Array.of(0, 0x61, 0))),
  'a name of a kind that is none': commonName(element(0x01, Uint8Array.of(0xff))),
  'UTF-8 that is none': commonName(element(0x0c, Uint8Array.of(0xff))),
  'a SET where a SEQUENCE is due': certificate({ validity: setOf(utcTime('200101000000Z')) }),
  'one time': certificate({ validity: sequence(utcTime('200101000000Z')) }),
  'something behind the signature': signed(sequence(), algorithm, key, recipe, false, [nothing()]),
};

/** Read by OpenSSL alone, each with what forbids it. */
const STRICTER: Readonly<Record<string, Uint8Array>> = {
  'TRUE that is not all ones (X.690 section 11.1)': certificate({ extensions: [constraints(flag(1))] }),
  'an RDN of no attributes (RFC 5280 section 4.1.2.4: SIZE (1..MAX))': named(setOf()),
  'version 4 (RFC 5280 section 4.1)': version(integer(3)),
  'version 0 (RFC 5280 section 4.1)': version(element(0x02, Uint8Array.of(0xff))),
  'a string in parts (X.690 section 10.2)': certificate({
    extensions: [sequence(oid('2.5.29.19'), element(0x24, octetString(sequence(boolean(true)))))],
  }),
  'a length in more bytes than it needs (X.690 section 10.1)': certificate({
    serial: Uint8Array.of(0x02, 0x81, 1, 7),
  }),
  'a signature of broken bytes (RFC 5280 section 4.1.1.3)': certificate({
    signature: element(0x03, Uint8Array.of(1, 2)),
  }),
};

const PROGRAM = `
import ssl, sys
for line in sys.stdin:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=bytes.fromhex(line))
        print(context.cert_store_stats()["x509_ca"], flush=True)
    except ssl.SSLError:
        print("refused", flush=True)
`;

/** How many authorities CPython makes of each, or that it refuses it. */
function inPython(path: string, ders: readonly Uint8Array[]): readonly string[] {
  const input = ders.map((der) => `${Buffer.from(der).toString('hex')}\n`).join('');
  const { status, stdout, stderr } = spawnSync(path, ['-c', PROGRAM], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n');
}

function here(cadata: Uint8Array): string {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const error = thrown(() => context.load_verify_locations({ cadata }));
  if (error === undefined) return String(context.cert_store_stats().x509_ca);
  if (error instanceof ssl.SSLError) return 'refused';
  throw error;
}

const titles = (cases: Readonly<Record<string, Uint8Array>>, answers: readonly string[], is: boolean) =>
  Object.keys(cases).filter((_, i) => (answers[i] === 'refused') === is);

test('odd forms of certificates: which are read', (t) => {
  const answers = (cases: Readonly<Record<string, Uint8Array>>) => Object.values(cases).map(here);
  t.deepEqual(titles(FINE, answers(FINE), true), []);
  t.deepEqual(titles(BROKEN, answers(BROKEN), false), []);
  t.deepEqual(titles(STRICTER, answers(STRICTER), false), []);
});

test('the same in CPython, which is less strict in what is listed, and counts the same authorities', (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython on this machine to compare with');
    t.pass();
    return;
  }
  const answers = (cases: Readonly<Record<string, Uint8Array>>) =>
    inPython(python.path, Object.values(cases));
  t.deepEqual(answers(FINE), Object.values(FINE).map(here), Object.keys(FINE).join('; '));
  t.deepEqual(titles(BROKEN, answers(BROKEN), false), []);
  t.deepEqual(titles(STRICTER, answers(STRICTER), true), []);
});
