/** load_dh_params: what it reads, what it refuses, and how. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import { integer, nothing, sequence } from '../tools/der-writer.ts';

/** A number of so many bits, odd; whether it is prime nobody asks. */
function odd(bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(bits / 8)).fill(0xff);
  if (bits % 8 !== 0) bytes[0] = (1 << (bits % 8)) - 1;
  return bytes;
}

const less = (number: Uint8Array, by: number) => {
  const bytes = number.slice();
  bytes[bytes.length - 1] -= by;
  return bytes;
};

const p = odd(2048);
const pkcs3 = (...items: readonly Uint8Array[]) => pemEncode('DH PARAMETERS', sequence(...items));
const x942 = (...items: readonly Uint8Array[]) => pemEncode('X9.42 DH PARAMETERS', sequence(...items));
const plain = pkcs3(integer(p), integer(2));

function outcome(dhdata: string, level = 2): string {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  context.set_ciphers(`@SECLEVEL=${level}:ALL`);
  try {
    context.load_dh_params({ dhdata });
    return 'loaded';
  } catch (error) {
    const { library, reason, errno } = error as ssl.SSLError;
    return `${library} ${reason} ${errno}`;
  }
}

const START = 'PEM NO_START_LINE 108';
const ASN1 = 'PEM null 524301';
const SMALL = 'SSL DH_KEY_TOO_SMALL 394';
const BAD = 'SSL BAD_DH_VALUE 102';

const cases: readonly (readonly [title: string, text: string, outcome: string, level?: number])[] = [
  ['PKCS #3', plain, 'loaded'],
  ['with the length of private values', pkcs3(integer(p), integer(2), integer(225)), 'loaded'],
  ['X9.42', x942(integer(p), integer(2), integer(odd(256))), 'loaded'],
  ['X9.42 in full', x942(integer(p), integer(2), integer(odd(256)), integer(3), sequence()), 'loaded'],
  ['text around it', `hello\n${plain}bye`, 'loaded'],
  ['another block before it', pemEncode('CERTIFICATE', nothing()) + plain, 'loaded'],
  ['a broken block behind it', `${plain}-----BEGIN X-----\n!`, 'loaded'],
  [
    'bytes behind the sequence',
    pemEncode('DH PARAMETERS', concat(sequence(integer(p), integer(2)), nothing())),
    'loaded',
  ],
  ['nothing', '', START],
  ['text', 'hello', START],
  ['a certificate', pemEncode('CERTIFICATE', nothing()), START],
  ['parameters of DSA', pemEncode('DSA PARAMETERS', nothing()), START],
  ['no end', plain.slice(0, 100), 'PEM BAD_END_LINE 102'],
  [
    'no base64',
    '-----BEGIN DH PARAMETERS-----\n!!!!\n-----END DH PARAMETERS-----\n',
    'PEM BAD_BASE64_DECODE 100',
  ],
  ['no sequence', pemEncode('DH PARAMETERS', integer(5)), ASN1],
  ['a sequence cut short', pemEncode('DH PARAMETERS', Uint8Array.of(0x30, 3, 2, 1)), ASN1],
  ['no generator', pkcs3(integer(p)), ASN1],
  ['a number too many', pkcs3(integer(p), integer(2), integer(225), integer(3)), ASN1],
  ['X9.42 without q', x942(integer(p), integer(2)), ASN1],
  ['2047 bits', pkcs3(integer(odd(2047)), integer(2)), SMALL],
  ['2047 bits at level 1', pkcs3(integer(odd(2047)), integer(2)), 'loaded', 1],
  ['512 bits at level 0', pkcs3(integer(odd(512)), integer(2)), SMALL, 0],
  ['1024 bits at level 0', pkcs3(integer(odd(1024)), integer(2)), 'loaded', 0],
  ['2048 bits at level 3', plain, SMALL, 3],
  ['3072 bits at level 3', pkcs3(integer(odd(3072)), integer(2)), 'loaded', 3],
  ['short private values', pkcs3(integer(p), integer(2), integer(223)), SMALL],
  ['8193 bits', pkcs3(integer(odd(8193)), integer(2)), 'DH MODULUS_TOO_LARGE 103'],
  ['an even modulus', pkcs3(integer(less(p, 1)), integer(2)), BAD],
  ...(
    [
      ['0', 0],
      ['1', 1],
      ['p - 1', less(p, 1)],
      ['p', p],
      ['beyond p', odd(2056)],
    ] as const
  ).map(([title, g]) => [`generator ${title}`, pkcs3(integer(p), integer(g)), BAD] as const),
  ['generator p - 2', pkcs3(integer(p), integer(less(p, 2))), 'loaded'],
];

for (const [title, text, expected, level] of cases) {
  test(`${title}: ${expected}`, (t) => t.is(outcome(text, level), expected));
}

test('files are named in what goes wrong with them', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  try {
    const path = join(folder, 'dh.pem');
    t.throws(() => context.load_dh_params(path), {
      instanceOf: ssl.FileNotFoundError,
      message: `[Errno 2] No such file or directory: '${path}'`,
    });
    t.throws(() => context.load_dh_params(folder), { instanceOf: ssl.IsADirectoryError });
    writeFileSync(path, plain);
    t.notThrows(() => context.load_dh_params(path));
    t.notThrows(() => context.load_dh_params(new TextEncoder().encode(path)));
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const wrong of [null, 5, [], 1.5]) {
    t.throws(() => context.load_dh_params(wrong as unknown as string), {
      instanceOf: TypeError,
      message: /^expected str, bytes or os.PathLike object, not /,
    });
  }
  t.throws(() => context.load_dh_params('a\0'), {
    instanceOf: ssl.ValueError,
    message: 'embedded null byte',
  });
  t.throws(() => context.load_dh_params({ path: 'x' } as never), {
    message: '_SSLContext.load_dh_params() takes no keyword arguments',
  });
});
