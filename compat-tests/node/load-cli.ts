/**
 * `npm run load [-- CONNECTIONS]`: the load of `load.ts` at full size. A thousand connections echo at the same time, a
 * slow reader takes 64 MB, and connections are interrupted in three ways after every byte of either side's handshake.
 * Prints what it saw, and how much heap and how many sockets are left.
 */
import { echoing, type Interruption, interrupted, leftBehind, slowReader } from './load.ts';

const connections = Number(process.argv[2] ?? 1000);
/** No handshake here has more bytes in one direction. */
const LONGEST_FLIGHTS = 2200;

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Runs a part, and says what it leaves. */
async function part(what: string, run: () => Promise<string>): Promise<void> {
  const heap = heapInUse();
  const start = performance.now();
  const result = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const left = JSON.stringify(await leftBehind());
  const growth = ((heapInUse() - heap) / 1024).toFixed(0);
  console.log(`${what}: ${result}; ${seconds} s, ${growth} KiB more on the heap, left: ${left}`);
}

process.on('unhandledRejection', (reason) => {
  throw new Error('an unhandled rejection', { cause: reason });
});

await echoing(50, 2); // what is made once is made now
await part(`${connections} connections`, async () => `${await echoing(connections, 5)} came back whole`);
await part(
  `${connections} connections again`,
  async () => `${await echoing(connections, 5)} came back whole`,
);
await part('a slow reader', async () => {
  const { whole, mostWaiting } = await slowReader(64);
  return `${whole ? 'all of it whole' : 'NOT WHOLE'}, at most ${mostWaiting} bytes waited`;
});
for (const how of ['cut', 'reset', 'silence'] satisfies Interruption[]) {
  for (const from of ['client', 'server'] as const) {
    await part(`${how} after every byte of the ${from}`, async () => {
      const seen = new Map<string, number>();
      for (let bytes = 0; bytes < LONGEST_FLIGHTS; bytes += how === 'silence' ? 7 : 1) {
        const { errors, connected } = await interrupted(bytes, from, how);
        const told = connected ? 'connected' : [...errors].sort().join(' and ') || 'NOTHING SAID';
        seen.set(told, (seen.get(told) ?? 0) + 1);
      }
      return [...seen].map(([told, count]) => `${count} ${told}`).join(', ');
    });
  }
}
