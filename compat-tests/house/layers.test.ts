import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { violations } from './layers.ts';
import { blank, readSource } from './source.ts';

const lib = fileURLToPath(new URL('../../lib/', import.meta.url));

test('every file of lib/ keeps to its room', (t) => {
  const paths = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const sources = new Map(
    paths.map((path) => [path.split(sep).join('/'), readFileSync(join(lib, path), 'utf8')]),
  );
  t.true(sources.size > 0);
  t.deepEqual(violations(sources), []);
});

/** A lib/ of a few files, in which every import has something to reach. */
const HOUSE: Readonly<Record<string, string>> = {
  'bytes/bytes.ts': 'export const EMPTY = new Uint8Array(0);',
  'wire/codec.ts': "import { EMPTY } from '../bytes/bytes.ts';\nexport const none = EMPTY;",
  'crypto/provider.ts': 'export interface CryptoProvider { readonly name: string }\nexport const x = 1;',
  'tls/engine.ts':
    "import type { CryptoProvider } from '../crypto/provider.ts';\nexport type E = CryptoProvider;",
  'ssl/object.ts': "import { none } from '../wire/codec.ts';\nexport const do_handshake = () => none;",
  'index.ts': "export { do_handshake } from './ssl/object.ts';",
};

const faultsWith = (files: Readonly<Record<string, string>>) =>
  violations(new Map(Object.entries({ ...HOUSE, ...files })));

test('a house in order has no violation', (t) => {
  t.deepEqual(faultsWith({}), []);
});

const CAUGHT: readonly (readonly [why: string, path: string, text: string, expected: RegExp])[] = [
  [
    'a lower room knows a higher one',
    'bytes/up.ts',
    "import { none } from '../wire/codec.ts';",
    /bytes does not know room wire/,
  ],
  ['tls meets pki', 'tls/a.ts', "import { x } from '../pki/b.ts';", /no file in lib|tls does not know/],
  [
    'a value of the provider in tls',
    'tls/a.ts',
    "import { x } from '../crypto/provider.ts';",
    /only the types/,
  ],
  [
    'a value beside a type',
    'tls/a.ts',
    "import { type CryptoProvider, x } from '../crypto/provider.ts';",
    /only the types/,
  ],
  [
    'an adapter reaches behind the public names',
    'node/a.ts',
    "import { none } from '../wire/codec.ts';",
    /node does not know/,
  ],
  [
    'an import over several lines',
    'wire/a.ts',
    "import {\n  do_handshake,\n} from\n  '../ssl/object.ts';",
    /wire does not know/,
  ],
  ['an import at run time', 'wire/a.ts', "const m = await import('../ssl/object.ts');", /wire does not know/],
  ['an import for its effect', 'wire/a.ts', "import '../ssl/object.ts';", /wire does not know/],
  ['an ending that is not .ts', 'wire/a.ts', "import { EMPTY } from '../bytes/bytes.js';", /end in \.ts/],
  [
    'a package outside its door',
    'tls/a.ts',
    "import { sha256 } from '@noble/hashes/sha2.js';",
    /outside its door, crypto\/portable\/noble/,
  ],
  ['a package without a door', 'tls/a.ts', "import leftPad from 'left-pad';", /without a door/],
  ['a module of Node', 'tls/a.ts', "import type { KeyObject } from 'node:crypto';", /outside its doors/],
  [
    'a static import that no browser loads',
    'crypto/native/a.ts',
    "import { createHash } from 'node:crypto';",
    /static import of Node/,
  ],
  [
    'getBuiltinModule elsewhere',
    'tls/a.ts',
    "globalThis.process?.getBuiltinModule('node:fs');",
    /door to Node/,
  ],
  ['Buffer', 'tls/a.ts', 'export const b = Buffer.alloc(1);', /host's global 'Buffer'/],
  [
    'process by way of globalThis',
    'wire/a.ts',
    'export const e = globalThis.process?.env;',
    /host's global 'process'/,
  ],
  ['a file that hands on names', 'wire/a.ts', "export { EMPTY } from '../bytes/bytes.ts';", /hands on names/],
  [
    'the same in two steps',
    'wire/a.ts',
    "import { EMPTY } from '../bytes/bytes.ts';\nexport { EMPTY };",
    /hands on 'EMPTY'/,
  ],
  [
    'a variable in snake_case',
    'tls/a.ts',
    'const key_share = 1;\nexport default key_share;',
    /snake_case.*'key_share'/,
  ],
  ['a method in snake_case', 'pki/a.ts', 'class A { verify_chain() {} }', /snake_case.*'verify_chain'/],
  [
    'a name inside a template',
    'pki/a.ts',
    `export const t = \`\${${'not_after'}}\`;`,
    /snake_case.*'not_after'/,
  ],
  ['a circle', 'wire/codec.ts', "import { a } from './a.ts';\nexport const none = a;", /a circle of imports/],
];

for (const [why, path, text, expected] of CAUGHT) {
  test(`caught: ${why}`, (t) => {
    const circle =
      why === 'a circle' ? { 'wire/a.ts': "import { none } from './codec.ts';\nexport const a = none;" } : {};
    const found = faultsWith({ [path]: text, ...circle });
    t.true(
      found.some((fault) => expected.test(fault)),
      found.join('\n'),
    );
  });
}

test("the protocol's words as data are not taken for names", (t) => {
  const text = `
    /* key_share */ // and close_notify
    export const numbers = { close_notify: 0, optional_one: 1 };
    export interface Ends { readonly role: 'client' | 'server' }
    export interface Words { client_hello?: string; readonly server_hello: string }
    export const zero = numbers.close_notify + 'key_share'.length + 1_000;
    export const pattern = /not_a_name['"]/.test("it's");`;
  t.deepEqual(faultsWith({ 'wire/words.ts': text }), []);
});

test('a third party may name its own things', (t) => {
  const text = "import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';\nexport const kem = ml_kem768;";
  t.deepEqual(faultsWith({ 'crypto/portable/noble/kem.ts': text }), []);
  const renamed = text.replace('{ ml_kem768 }', '{ ml_kem768 as kem768 }').replace('= ml_kem768', '= kem768');
  t.deepEqual(faultsWith({ 'crypto/portable/noble/kem.ts': renamed }), []);
});

test('type-only imports are told from others', (t) => {
  const { imports } = readSource(
    [
      "import type A from './a.ts';",
      "import { type B, type C } from './b.ts';",
      "import { type D, e } from './c.ts';",
      "import type from './d.ts';",
      "export type { F } from './e.ts';",
      "let x: import('./f.ts').G;",
    ].join('\n'),
  );
  t.deepEqual(
    imports.map((each) => [each.specifier, each.typeOnly]),
    [
      ['./a.ts', true],
      ['./b.ts', true],
      ['./c.ts', false],
      ['./d.ts', false],
      ['./e.ts', true],
      ['./f.ts', true],
    ],
  );
});

test('blanking keeps every position', (t) => {
  const text = `a('x//y'); b(\`p\${c('}')}q\`); /* ' */ d(/[/'"]/); e / f; // '\ng`;
  const code = blank(text);
  t.is(code.length, text.length);
  t.deepEqual(code.match(/\w+/g), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});
