/**
 * npm run build: `dist/` (or `node build.mjs FOLDER`), out of `lib/` and noble: each entry point of package.json a file,
 * and what they share in files beside them. Bundled, because a process that loads two hundred small modules spends more
 * time on finding them than on its first handshake (bench/README.md has the figures). Types come from `npm run typings`.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('./', import.meta.url);
const folder = process.argv[2] ?? fileURLToPath(new URL('dist', root));
const { exports, bin } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const bundled = ['@noble/ciphers', '@noble/curves', '@noble/hashes', '@noble/post-quantum'];
const built = [...Object.values(exports).flatMap((entry) => entry.default ?? []), ...Object.values(bin)];

/**
 * Noble is evaluated where it is first asked for: defining curves takes longer than a handshake by `node:crypto` does. Each
 * file of `noble/` exports one function, with the file's name in camel case. In place of it stands one that `require`s
 * the file when it is called, and what is required esbuild wraps in a function, with all that only it needs.
 */
const later = {
  name: 'later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/noble\/[\w-]+\.ts$/, namespace: 'file' }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      namespace: 'later',
    }));
    onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => {
      const name = basename(path, '.ts').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
      const contents = `let made; export const ${name} = () => (made ??= require(${JSON.stringify(path)}).${name}());`;
      return { contents, resolveDir: dirname(path) };
    });
    // What is wrapped keeps all its imports, and these are large and serve none of what we take.
    onLoad({ filter: /@noble[\\/]curves[\\/]abstract[\\/](frost|oprf|hash-to-curve)\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

rmSync(folder, { recursive: true, force: true });
await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: built.map((path) => path.replace(/^\.\/dist\/(.*)\.js$/, 'lib/$1.ts')),
  outdir: folder,
  outbase: 'lib',
  bundle: true,
  splitting: true,
  chunkNames: 'shared-[hash]',
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  mainFields: ['module', 'main'],
  external: ['node:*'],
  plugins: [later],
  // Names stay, for errors and stacks; the way back to the sources is in the maps.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 140, // of an error that nobody catches, Node shows the line that it comes from
  sourcemap: true,
  legalComments: 'eof',
  logLevel: 'warning',
});

// What is bundled keeps its licence beside it.
const licences = bundled.map((name) => {
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, root), 'utf8'));
  return `${name} ${version}\n\n${readFileSync(new URL(`node_modules/${name}/LICENSE`, root), 'utf8').trim()}\n`;
});
writeFileSync(`${folder}/LICENSES.txt`, licences.join('\n\n'));
