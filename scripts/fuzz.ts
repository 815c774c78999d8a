import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { reportFailure } from './failure';

// `npm run fuzz`: the laws of undo over as many random histories as somebody has time for.
const usage = 'Usage: npm run fuzz [-- --runs <histories for each law, 10000> --seed <whole number>]';
const { runs, seed } = readArguments();
console.log(`Every law over ${runs} histories, seed ${seed}.`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'laws.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, RETRACE_HISTORIES: String(runs), RETRACE_PROPERTY_SEED: String(seed) },
  },
);
if (status !== 0) {
  console.error(
    `A law was broken. Again: npm run fuzz -- --runs ${runs} --seed ${seed}\n` +
      'Once it is mended, pin its counterexample in lib/invoice/testing/pinned.ts.',
  );
}
process.exit(status ?? 1);

function readArguments(): { runs: number; seed: number } {
  try {
    const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
    return {
      runs: whole('runs', values.runs ?? '10000', 1, 100_000_000),
      seed: whole('seed', values.seed ?? String(randomInt(2 ** 31)), -(2 ** 31), 2 ** 31 - 1),
    };
  } catch (error) {
    reportFailure(error);
    console.error(usage);
    process.exit(2);
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Error(`--${name} is "${text}"; expected a whole number from ${least} to ${most}.`);
}
