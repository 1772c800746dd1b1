/** Everything that Python calls deprecated, and some things that it does not: what each is told with, here and there. */
import { spawnSync } from 'node:child_process';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { findPython } from '../tools/programs.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const server = () => new ssl.SSLContext(SERVER);
const object = () => server().wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), true);

/** The same in either language. */
const acts: readonly (readonly [python: string, here: () => unknown])[] = [
  ['ssl.SSLContext()', () => new ssl.SSLContext()],
  ['ssl.SSLContext(ssl.PROTOCOL_TLS)', () => new ssl.SSLContext(ssl.PROTOCOL_TLS)],
  ['ssl.SSLContext(ssl.PROTOCOL_SSLv23)', () => new ssl.SSLContext(ssl.PROTOCOL_SSLv23)],
  ['ssl.SSLContext(ssl.PROTOCOL_TLSv1)', () => new ssl.SSLContext(ssl.PROTOCOL_TLSv1)],
  ['ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)', () => new ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)],
  ['ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)', () => new ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)],
  ['ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)', () => new ssl.SSLContext(CLIENT)],
  ['server()', server],
  ['ssl.create_default_context()', () => ssl.create_default_context()],
  ['ssl._create_unverified_context()', () => ssl._create_unverified_context()],
  ['ssl._create_stdlib_context()', () => ssl._create_stdlib_context()],
  [
    'ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)',
    () => ssl.create_default_context(ssl.Purpose.CLIENT_AUTH),
  ],
  ...(['OP_NO_SSLv2', 'OP_NO_SSLv3', 'OP_NO_TLSv1', 'OP_NO_TLSv1_3', 'OP_NO_TICKET', 'OP_ALL'] as const).map(
    (name) =>
      [
        `s = server(); s.options |= ssl.${name}`,
        () => {
          server().options |= ssl.Options[name];
        },
      ] as const,
  ),
  [
    's = server(); s.options = 0; s.options = ssl.OP_NO_SSLv3',
    () => {
      const context = server();
      context.options = 0;
      context.options = ssl.OP_NO_SSLv3;
    },
  ],
  ...(['minimum_version', 'maximum_version'] as const).flatMap((attribute) =>
    (
      ['SSLv3', 'TLSv1', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3', 'MINIMUM_SUPPORTED', 'MAXIMUM_SUPPORTED'] as const
    ).map(
      (version) =>
        [
          `s = server(); s.${attribute} = ssl.TLSVersion.${version}`,
          () => {
            server()[attribute] = ssl.TLSVersion[version];
          },
        ] as const,
    ),
  ),
  ['server().set_npn_protocols(["x"])', () => server().set_npn_protocols(['x'])],
  ['server().set_npn_protocols([""])', () => server().set_npn_protocols([''])],
  ['server().set_npn_protocols(5)', () => server().set_npn_protocols(5 as unknown as string[])],
  ['server().set_alpn_protocols(["x"])', () => server().set_alpn_protocols(['x'])],
  ['wrapped().selected_npn_protocol()', () => object().selected_npn_protocol()],
  ['wrapped().selected_alpn_protocol()', () => object().selected_alpn_protocol()],
  ['server().set_servername_callback(None)', () => server().set_servername_callback(null)],
  ['ssl.RAND_add("x", 1.0)', () => ssl.RAND_add('x', 1)],
  ['server().set_ecdh_curve("prime256v1")', () => server().set_ecdh_curve('prime256v1')],
];

const PROGRAM = `
import json, ssl, sys, warnings
server = lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
wrapped = lambda: server().wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), True)
answers = []
for act in json.load(sys.stdin):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            exec(act)
            raised = None
        except Exception as error:
            raised = str(error)
    answers.append([[str(each.message) for each in told if each.category is DeprecationWarning], raised])
print(json.dumps(answers))`;

test('the same is deprecated, in the same words, and told once', async (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: no CPython on this machine to compare with');
    t.pass();
    return;
  }
  const { stdout, stderr, status } = spawnSync(python.path, ['-c', PROGRAM], {
    input: JSON.stringify(acts.map(([source]) => source)),
    encoding: 'utf8',
  });
  t.is(status, 0, stderr);
  const theirs = JSON.parse(stdout) as [string[], string | null][];

  const told: string[] = [];
  const listen = ({ name, message }: Error) => {
    if (name === 'DeprecationWarning') told.push(message);
  };
  process.on('warning', listen);
  for (const [index, [source, act]] of acts.entries()) {
    let raised: string | null = null;
    try {
      act();
    } catch (error) {
      raised = (error as Error).message;
    }
    t.is(raised, theirs[index][1], source);
    await new Promise((resolve) => setImmediate(resolve));
    // Each text comes once: what this act adds is what CPython told it with, less what was told before.
    const expected = new Set(theirs.slice(0, index + 1).flatMap(([texts]) => texts));
    t.deepEqual(told, [...expected], source);
  }
  process.off('warning', listen);
  t.true(told.length >= 10);
});
