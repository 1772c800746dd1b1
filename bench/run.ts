/**
 * npm run bench [-- --only ROW] [--core native|portable] [--seconds N] [--slices N]
 *
 * Each row is measured in slices, the contenders taking turns, so that a machine that slows down slows all of them;
 * of each contender's slices the best and the median are kept. See README.md beside this file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { native, portable } from 'pyssl/crypto';
import { chart } from './chart.ts';
import { type Contender, type HandshakeKind, SUITES } from './contender.ts';
import { cpython } from './cpython.ts';
import { nodeTls } from './node-tls.ts';
import { pyssl } from './pyssl.ts';
import { makeRoots } from './roots.ts';

export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly lowerIsBetter: boolean;
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Figure {
  readonly best: number;
  readonly median: number;
}

interface Plan {
  readonly name: string;
  readonly unit: string;
  readonly lowerIsBetter?: boolean;
  readonly measure: (contender: Contender, seconds: number) => Promise<number | undefined> | undefined;
}

const PLANS: readonly Plan[] = [
  ...handshakes('TLSv1.3'),
  ...handshakes('TLSv1.2'),
  ...SUITES.flatMap((suite) =>
    [0x10_0000, 0x4000, 1024, 100].map(
      (size): Plan => ({
        name: `bulk ${suite} ${size} B`,
        unit: 'MB/s',
        measure: (c, seconds) => c.bulk(suite, size, seconds),
      }),
    ),
  ),
  ...[1, 10, 100].map(
    (size): Plan => ({
      name: `queue ${size} MB`,
      unit: 'rounds/s',
      measure: (c, seconds) => c.queue?.(size, seconds),
    }),
  ),
  { name: 'load 150 roots', unit: 'contexts/s', measure: (c, seconds) => c.roots(roots, seconds) },
  { name: 'socket request', unit: 'requests/s', measure: (c, seconds) => c.sockets?.requests(seconds) },
  { name: 'socket connection', unit: 'requests/s', measure: (c, seconds) => c.sockets?.connections(seconds) },
  { name: 'socket bulk', unit: 'MB/s', measure: (c, seconds) => c.sockets?.bulk(seconds) },
  { name: 'idle pair', unit: 'bytes', lowerIsBetter: true, measure: (c) => c.idle?.(200) },
  { name: 'cold start', unit: 'ms', lowerIsBetter: true, measure: (c) => c.cold?.() },
];

function handshakes(version: HandshakeKind['version']): Plan[] {
  const row = (name: string, certificate: string, resumed: boolean): Plan => ({
    name: `handshake ${version} ${name}`,
    unit: 'pairs/s',
    measure: (c, seconds) => c.handshake({ version, certificate, resumed }, seconds),
  });
  return [
    row('ECDSA P-256', 'p256.pem', false),
    row('RSA-2048', 'rsa2048.pem', false),
    row('resumed', 'p256.pem', true),
  ];
}

const WARM_UP: HandshakeKind = { version: 'TLSv1.3', certificate: 'p256.pem', resumed: false };
const WARM_UP_SECONDS = 2;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    core: { type: 'string', default: '' },
    seconds: { type: 'string', default: '0.4' },
    slices: { type: 'string', default: '5' },
  },
});

const cores = [native, portable].filter((core) => core !== undefined);
const ours = cores.filter(({ name }) => values.core === '' || name === values.core).map(pyssl);
const { roots, removeRoots } = makeRoots(150);
const contenders = [...ours, cpython(), nodeTls()].filter((contender) => contender !== undefined);
const rows: Row[] = [];
try {
  // Code that runs for the first time is what the cold start measures; here everybody has run for a while.
  for (const contender of contenders) await contender.handshake(WARM_UP, WARM_UP_SECONDS);
  for (const plan of PLANS.filter(({ name }) => name.includes(values.only))) {
    const row = await measure(plan, Number(values.seconds), Number(values.slices));
    rows.push(row);
    console.log(describe(row));
  }
} finally {
  for (const contender of contenders) contender.end();
  removeRoots();
}
if (values.only === '' && values.core === '') keep();

async function measure(plan: Plan, seconds: number, slices: number): Promise<Row> {
  const taken = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let slice = 0; slice < slices; slice++) {
    for (const contender of contenders) {
      const figure = await plan.measure(contender, seconds);
      if (figure !== undefined) taken.get(contender.name)?.push(figure);
    }
  }
  const { name, unit, lowerIsBetter = false } = plan;
  const figures = [...taken]
    .filter(([, all]) => all.length > 0)
    .map(([who, all]) => [who, summary(all, lowerIsBetter)]);
  return { name, unit, lowerIsBetter, figures: Object.fromEntries(figures) };
}

function summary(all: readonly number[], lowerIsBetter: boolean): Figure {
  const sorted = [...all].sort((a, b) => (lowerIsBetter ? a - b : b - a));
  return { best: sorted[0], median: sorted[Math.floor(sorted.length / 2)] };
}

/** Figures, and behind each of ours what it is as a multiple of CPython's best. */
function describe({ name, unit, figures }: Row): string {
  const [, measured] = Object.entries(figures).find(([who]) => who.startsWith('CPython')) ?? [];
  const columns = Object.entries(figures).map(([who, { best, median }]) => {
    const ratio =
      measured === undefined || who.startsWith('CPython') ? '' : ` (x${short(best / measured.best)})`;
    return `  ${who.padEnd(18)} ${short(best).padStart(9)} best ${short(median).padStart(9)} median${ratio}`;
  });
  return [`${name}, ${unit}`, ...columns].join('\n');
}

function short(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}

function keep(): void {
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const machine = {
    node: process.versions.node,
    openssl: process.versions.openssl,
    cpu: cpus()[0]?.model ?? '',
  };
  writeFileSync(`${folder}latest.json`, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
  writeFileSync(fileURLToPath(new URL('./chart.svg', import.meta.url)), chart(rows));
}
