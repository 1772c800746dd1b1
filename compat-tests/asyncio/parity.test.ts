import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { findPython } from '../tools/programs.ts';
import { parity } from './parity.ts';

const all = Object.entries(parity).flatMap(([Class, tests]) =>
  Object.entries(tests).map(([name, where]) => ({ full: `${Class}.${name}`, name, where })),
);

/** The classes whose tests CPython's own sources list, and where. */
const SCRIPT = `
import ast, json, os, test
folder = os.path.join(os.path.dirname(test.__file__), "test_asyncio")
wanted = {"SslProtoHandshakeTests", "BaseStartTLS", "TestSSL", "StreamTests"}
found = []
for name in "test_sslproto.py", "test_ssl.py", "test_streams.py":
    with open(os.path.join(folder, name)) as source:
        for node in ast.parse(source.read()).body:
            if isinstance(node, ast.ClassDef) and node.name in wanted:
                found += [f"{node.name}.{part.name}" for part in node.body
                          if isinstance(part, ast.FunctionDef) and part.name.startswith("test_")]
print(json.dumps(found))
`;

test("each of CPython's tests is accounted for", (t) => {
  const python = findPython();
  const answer = python && spawnSync(python.path, ['-c', SCRIPT], { encoding: 'utf8' });
  if (answer === undefined || answer.status !== 0) {
    t.log('skipped: no CPython with its tests here');
    t.pass();
    return;
  }
  const known = new Set(all.map(({ full }) => full));
  t.deepEqual(
    (JSON.parse(answer.stdout) as string[]).filter((full) => !known.has(full)),
    [],
  );
});

test('what is said to be ported is in its file', (t) => {
  for (const { full, name, where } of all) {
    if (!('ported' in where)) continue;
    const source = readFileSync(fileURLToPath(new URL(where.ported, import.meta.url)), 'utf8');
    // Some stand in a table of names, or are told apart by what follows the name.
    const [stem, last] = [name.slice(0, name.lastIndexOf('_')), name.slice(name.lastIndexOf('_') + 1)];
    const inTable = source.includes(`${stem}_\${name}`) && source.includes(`'${last}'`);
    t.true(source.includes(full) || source.includes(`'${name}'`) || inTable, `${full} in ${where.ported}`);
  }
});

test('what is not ported has a reason', (t) => {
  for (const { full, where } of all) if ('reason' in where) t.true(where.reason.length > 10, full);
  const ported = all.filter(({ where }) => 'ported' in where).length;
  t.log(`${ported} of ${all.length} are ported`);
});
