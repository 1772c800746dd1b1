/** Every public name says what it is: a doc comment stands before each export of the module, and each member of its classes. */
import { readFileSync } from 'node:fs';
import test from 'ava';

const lib = new URL('../../lib/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, lib), 'utf8');

/** The files that `index.ts` hands names on from, with the names; none for all of them. */
function exported(): Map<string, readonly string[] | undefined> {
  const found = new Map<string, readonly string[] | undefined>();
  for (const [, list, path] of read('index.ts').matchAll(
    /^export (?:type )?(\*|\{[^}]*\}) from '\.\/(.*?)';/gm,
  )) {
    const names = list === '*' ? undefined : list.match(/\b(?!type\b|as\b)\w+/g)?.map(String);
    found.set(path, found.get(path) ?? names);
  }
  return found;
}

/** Lines that give a name, at the outside or in a class, without a comment above. Destructured members have theirs. */
function silent(path: string, names: readonly string[] | undefined): string[] {
  const lines = read(path).split('\n');
  const found: string[] = [];
  let inClass = false;
  let before = '';
  for (const [index, line] of lines.entries()) {
    const outer = /^export (?:abstract )?(class|function|const|interface|type) (\w+)/.exec(line);
    const inner = /^ {2}(?:static |override |readonly |get |set )*([a-z_]\w*)(?:\(|: |\?:)/.exec(line);
    const opened = /^(export )?(?:abstract )?class (\w+)/.exec(line);
    if (line === '}') inClass = false;
    if (opened !== null) inClass = opened[1] !== undefined && (names?.includes(opened[2]) ?? true);
    const name = outer?.[2] ?? (inClass ? inner?.[1] : undefined);
    if (name === undefined || name === before || name === 'constructor') continue;
    before = name;
    if (outer !== null && names !== undefined && !names.includes(name)) continue;
    if (!/\*\/$/.test(commentAbove(lines, index)) && !isOverride(line))
      found.push(`${path}:${index + 1}: ${name}`);
  }
  return found;
}

function commentAbove(lines: readonly string[], index: number): string {
  let at = index - 1;
  while (at >= 0 && (lines[at].trim() === '' || /^\s*\/\//.test(lines[at]))) at--;
  return lines[at]?.trim() ?? '';
}

/** What it overrides has the comment. */
function isOverride(line: string): boolean {
  return /\boverride\b/.test(line);
}

/** Members that stand together under one comment, and the seam to C, which programs have no use for. */
const TOGETHER = [
  'shortname',
  'longname',
  'strerror',
  '_set_alpn_protocols',
  '_host_flags',
  '_real_close',
  'toString',
];

const CLASSES = ['ContextPolicy', 'ContextTrust', 'ContextStore', 'ContextCallbacks'];

test('every public name has a doc comment', (t) => {
  const files = [...exported()];
  t.true(files.length > 20);
  // What `SSLContext` and `SSLSocket` extend is as public as they are.
  const parents = ['context-policy', 'context-trust', 'context-store', 'context-callbacks'].map(
    (file): [string, readonly string[]] => [`ssl/${file}.ts`, CLASSES],
  );
  const found = [...files, ...parents].flatMap(([path, names]) => silent(path, names));
  t.deepEqual(
    found.filter((each) => !TOGETHER.some((name) => each.endsWith(` ${name}`))),
    [],
  );
});
