/**
 * npm run build: `dist/` (or `node build.mjs FOLDER`), out of `lib/` and noble: each entry point of package.json a file,
 * and what they share in files beside them. Bundled, because a process that loads two hundred small modules spends more
 * time on finding them than on its first handshake (bench/README.md has the figures). Types come from `npm run typings`.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('./', import.meta.url);
const folder = process.argv[2] ?? fileURLToPath(new URL('dist', root));
const { exports, bin } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const bundled = ['@noble/ciphers', '@noble/curves', '@noble/hashes', '@noble/post-quantum'];
const built = [...Object.values(exports).flatMap((entry) => entry.default ?? []), ...Object.values(bin)];

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
  // Names stay, for errors and stacks; the way back to the sources is in the maps.
  minifyWhitespace: true,
  minifySyntax: true,
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
