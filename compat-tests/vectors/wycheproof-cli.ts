/** `npm run wycheproof -- FILES`: any files of the Wycheproof schema, under every core that this host has. */
import { native, portable } from '../../lib/crypto/index.ts';
import { describe, emptyTally, list, readWycheproof, runWycheproof } from './wycheproof.ts';

const files = process.argv.slice(2).map(readWycheproof);
const summaries = [portable, native].flatMap((provider) => {
  if (!provider) return [];
  const all = emptyTally();
  for (const file of files) {
    const tally = emptyTally();
    runWycheproof(file, provider, tally);
    console.log(describe(`${provider.name} ${file.name}`, tally));
    if (tally.decided.size > 0) console.log(`  acceptable: ${list(tally.decided)}`);
    if (tally.skipped.size > 0) console.log(`  skipped: ${list(tally.skipped)}`);
    for (const line of tally.wrong) console.log(`  wrong: ${line}`);
    runInto(all, tally);
  }
  if (all.wrong.length > 0) process.exitCode = 1;
  return describe(provider.name, all);
});
for (const summary of summaries) console.log(summary);

function runInto(all: ReturnType<typeof emptyTally>, tally: ReturnType<typeof emptyTally>): void {
  all.right += tally.right;
  all.wrong.push(...tally.wrong);
  for (const key of ['decided', 'skipped'] as const) {
    for (const [word, n] of tally[key]) all[key].set(word, (all[key].get(word) ?? 0) + n);
  }
}
