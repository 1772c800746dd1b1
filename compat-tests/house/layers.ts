import { posix } from 'node:path';
import { type Import, type Name, readSource, type Source } from './source.ts';

/**
 * How the rooms of `lib/` may know each other. Everything here is a table; `violations` reads the sources and says,
 * one line each, where a file does not keep to it.
 */
type Reach = 'anything' | 'types';

/** What each room may import of which other; a path with a file in it opens that file alone. */
const ROOMS: Readonly<Record<string, Readonly<Record<string, Reach>>>> = {
  bytes: {},
  wire: { bytes: 'anything' },
  crypto: { bytes: 'anything' },
  // (`crypto/pss-limits.ts` is a rule about keys, in which nothing is computed.)
  tls: {
    bytes: 'anything',
    wire: 'anything',
    'crypto/provider.ts': 'types',
    'crypto/pss-limits.ts': 'anything',
  },
  pki: { bytes: 'anything', 'crypto/provider.ts': 'types', 'crypto/pss-limits.ts': 'anything' },
  host: { bytes: 'anything' },
  ssl: {
    bytes: 'anything',
    wire: 'anything',
    crypto: 'anything',
    tls: 'anything',
    pki: 'anything',
    host: 'anything',
    stream: 'anything',
  },
  'index.ts': { ssl: 'anything' },
  // The loop under every asynchronous adapter, `SSLSocket` among them, which is a name of `ssl`.
  stream: {
    bytes: 'anything',
    'ssl/exceptions.ts': 'anything',
    'ssl/memory-bio.ts': 'types',
    'ssl/object.ts': 'types',
  },
  // The adapters stand where any program stands: on what is public.
  // (`ssl/keywords.ts` and `ssl/buffers.ts` are how calls in Python's shape are read, `ssl/repr.ts` and
  // `ssl/system-errors.ts` how values and the system's errors are worded.)
  pipe: { 'index.ts': 'anything', 'ssl/keywords.ts': 'anything', 'ssl/buffers.ts': 'anything' },
  node: { 'index.ts': 'anything', stream: 'anything' },
  web: { 'index.ts': 'anything', stream: 'anything' },
  asyncio: {
    'index.ts': 'anything',
    'ssl/keywords.ts': 'anything',
    'ssl/buffers.ts': 'anything',
    'ssl/repr.ts': 'anything',
    'ssl/system-errors.ts': 'anything',
    stream: 'anything',
  },
  cli: { 'index.ts': 'anything', bytes: 'anything', wire: 'anything', web: 'anything' },
};

/** Where each package comes in, and nowhere else. */
const PACKAGE_DOORS: Readonly<Record<string, string>> = {
  '@noble/ciphers': 'crypto/portable/noble/',
  '@noble/curves': 'crypto/portable/noble/',
  '@noble/hashes': 'crypto/portable/noble/',
  '@noble/post-quantum': 'crypto/portable/noble/',
  asn1js: 'pki/asn1/',
  pkijs: 'pki/asn1/',
};

/** Rooms that only run where Node's modules are, and import them as any program does. */
const NODE_ROOMS = ['node/', 'asyncio/', 'cli/'];
/** Rooms that run everywhere and ask at run time whether Node's modules are there. */
const BUILTIN_DOORS = ['crypto/native/', 'host/'];
/** Who may look at `process` and `Buffer`; `crypto/choose.ts` reads `PYSSL_CORE`, by way of `globalThis`. */
const HOST_GLOBAL_DOORS = [...NODE_ROOMS, ...BUILTIN_DOORS, 'crypto/choose.ts'];

const ENTRY_POINTS = new Set([
  'index.ts',
  'crypto/index.ts',
  'pipe/index.ts',
  'node/index.ts',
  'web/index.ts',
  'asyncio/index.ts',
]);

/** Where Python is spoken, or spoken to. */
const PYTHON_ROOMS = ['ssl/', 'index.ts', 'stream/', 'pipe/', 'node/', 'web/', 'asyncio/', 'cli/'];

/** Files by their path below `lib/`, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

export function violations(sources: Sources): string[] {
  const read = new Map([...sources].map(([path, text]) => [path, readSource(text)]));
  return [
    ...[...read].flatMap(([path, source]) => [
      ...source.imports.flatMap((imported) => importFaults(path, imported, sources)),
      ...reExportFaults(path, source),
      ...nameFaults(path, source),
    ]),
    ...cycles(read),
  ];
}

function importFaults(path: string, imported: Import, sources: Sources): string[] {
  const { specifier } = imported;
  const fault = (words: string) => [`${path}: ${words} ('${specifier}')`];
  if (specifier.startsWith('node:')) {
    if (isIn(path, NODE_ROOMS)) return [];
    if (!isIn(path, BUILTIN_DOORS)) return fault('a module of Node outside its doors');
    return imported.typeOnly ? [] : fault('a static import of Node, which a browser cannot load');
  }
  if (!specifier.startsWith('.')) {
    const door = PACKAGE_DOORS[packageName(specifier)];
    if (door === undefined) return fault('a package without a door');
    return path.startsWith(door) ? [] : fault(`a package outside its door, ${door}`);
  }
  const target = posix.join(posix.dirname(path), specifier);
  if (!sources.has(target)) return fault('an import of no file in lib/ (own files end in .ts)');
  if (roomOf(target) === roomOf(path)) return [];
  const reach = ROOMS[roomOf(path)]?.[roomOf(target)] ?? ROOMS[roomOf(path)]?.[target];
  if (reach === undefined) return fault(`room ${roomOf(path)} does not know room ${roomOf(target)}`);
  return reach === 'types' && !imported.typeOnly ? fault('only the types of this file may be imported') : [];
}

function reExportFaults(path: string, source: Source): string[] {
  if (ENTRY_POINTS.has(path)) return [];
  const imported = new Set(source.imports.flatMap((each) => each.names));
  return [
    ...source.imports
      .filter((each) => each.reExport)
      .map((each) => `${path}: hands on names of '${each.specifier}'`),
    ...source.exportLists.filter((name) => imported.has(name)).map((name) => `${path}: hands on '${name}'`),
  ];
}

function nameFaults(path: string, source: Source): string[] {
  const foreign = new Set(
    source.imports
      .filter((each) => !each.specifier.startsWith('.'))
      .flatMap((each) => [...each.names, ...each.originals]),
  );
  return source.names.flatMap((name) => {
    const fault = (words: string) => [`${path}:${name.line}: ${words} '${name.text}'`];
    if (name.text === 'getBuiltinModule' && !isIn(path, BUILTIN_DOORS)) return fault('a door to Node by');
    if (isHostGlobal(name) && !isIn(path, HOST_GLOBAL_DOORS)) return fault("the host's global");
    if (isSnakeCase(name.text) && isOwnName(name) && !isIn(path, PYTHON_ROOMS) && !foreign.has(name.text)) {
      return fault('a name in snake_case below ssl/,');
    }
    return [];
  });
}

function isHostGlobal({ text, before, after }: Name): boolean {
  if (text !== 'Buffer' && text !== 'process') return false;
  return /\bglobalThis\??\.$/.test(before) || (!before.endsWith('.') && !/^\??:/.test(after));
}

function isSnakeCase(text: string): boolean {
  return /^#?[a-z][A-Za-z0-9]*_\w/.test(text);
}

/**
 * The protocol's words are data, and stand as keys (`close_notify: 0`) and behind a dot. A name that stands by
 * itself is one that the file gave.
 */
function isOwnName({ before, after }: Name): boolean {
  return !/(^|[^.])\.$/.test(before) && !/^\??:/.test(after);
}

/** Files that need each other's values before either is there. */
function cycles(sources: ReadonlyMap<string, Source>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path))
      found.push(`a circle of imports: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
    if (trail.includes(path) || done.has(path)) return;
    for (const { specifier, typeOnly, dynamic } of sources.get(path)?.imports ?? []) {
      if (specifier.startsWith('.') && !typeOnly && !dynamic) {
        visit(posix.join(posix.dirname(path), specifier), [...trail, path]);
      }
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return found;
}

function roomOf(path: string): string {
  return path.split('/')[0];
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)));
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
