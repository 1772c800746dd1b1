/** What `npm run build` makes is what programs get: every name of the sources, one state behind all entry points. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import test from 'ava';
import { portable } from '../../lib/crypto/portable/provider.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports, bin, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, { default: string } | string>;
  bin: Record<string, string>;
  version: string;
};
const entries = Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : entry.default));

const parent = mkdtempSync(join(tmpdir(), 'pyssl-'));
const folder = join(parent, 'dist');
test.after.always(() => rmSync(parent, { recursive: true }));

test.before((t) => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'build.mjs'), folder], {
    encoding: 'utf8',
  });
  t.is(status, 0, stderr);
  writeFileSync(join(parent, 'package.json'), '{ "type": "module" }');
});

const load = (path: string): Promise<Record<string, unknown>> => import(pathToFileURL(path).href);
const built = (entry: string) => join(folder, entry.replace('./dist/', ''));

for (const entry of entries) {
  test(`${entry} has the names of its source`, async (t) => {
    const source = join(root, entry.replace('./dist/', 'lib/').replace(/\.js$/, '.ts'));
    t.deepEqual(Object.keys(await load(built(entry))), Object.keys(await load(source)));
  });
}

test('entry points share their classes and their cores', async (t) => {
  const [ssl, crypto] = await Promise.all(
    ['./dist/index.js', './dist/crypto/index.js'].map((entry) => load(built(entry))),
  );
  const context = new (ssl.SSLContext as new (protocol: unknown) => { crypto: unknown })(
    ssl.PROTOCOL_TLS_CLIENT,
  );
  t.is(context.crypto, (crypto.defaultProvider as () => unknown)());
  t.is((ssl.SSLWantReadError as { name: string }).name, 'SSLWantReadError', 'names are not shortened');
});

test('the portable core is whole, and noble is not evaluated before it is asked for', (t) => {
  const script = join(root, 'compat-tests/house/built-core.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  t.regex(stdout, /^\{/, stderr.slice(-2000));
  const { byLoading, touched, worked } = JSON.parse(stdout);
  t.is(byLoading, 0);
  t.true(touched > 0, 'the count shows what it is to show');
  const { groups, hashes, aeads, keys } = portable;
  const names = [groups, hashes, aeads, keys].flatMap((entries): string[] => [...entries.keys()]);
  t.deepEqual(worked, [...names.filter((name) => name !== 'rsa'), 'pbkdf2', 'scrypt']);
});

test('nothing is imported but what was built', (t) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  t.true(files.length > entries.length);
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    const specifiers = [...text.matchAll(/(?:^|;|\n)(?:import|export)\b[^'"`;()]*?\bfrom\s*"([^"]+)"/g)].map(
      ([, specifier]) => specifier,
    );
    if (entries.some((entry) => built(entry) === join(folder, name))) t.true(specifiers.length > 0, name);
    for (const specifier of specifiers) t.regex(specifier, /^(\.|node:)/, name);
  }
});

test('an error that nobody catches fits a screen: its line is one that can be shown', (t) => {
  const source = `import { SSLContext } from ${JSON.stringify(pathToFileURL(built('./dist/index.js')).href)};
    new SSLContext(99);`;
  const args = ['--input-type=module', '--eval', source];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  t.is(status, 1);
  t.regex(stderr, /ValueError: /);
  t.true(stderr.length < 4000, `${stderr.length} characters`);
});

test('the command runs', (t) => {
  const { status, stdout } = spawnSync(process.execPath, [built(Object.values(bin)[0]), '--version'], {
    encoding: 'utf8',
  });
  t.is(status, 0);
  t.true(stdout.includes(version));
});

test('what is bundled keeps its licence', (t) => {
  const text = readFileSync(join(folder, 'LICENSES.txt'), 'utf8');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.js.map'));
  const packages = new Set(
    sources.flatMap((name) =>
      (JSON.parse(readFileSync(join(folder, name), 'utf8')).sources as string[]).flatMap(
        (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
      ),
    ),
  );
  t.true(packages.size > 0);
  for (const name of packages) t.regex(text, new RegExp(`^${name} \\d`, 'm'));
});
