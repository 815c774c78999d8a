import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../child-process';
import { describeFailure } from '../failure';
import type { Counts } from './counts';

/** What a step gets to work with. */
export interface StepContext {
  /** A file for the output of the step's programs; shown only when the step fails. */
  output: number;
  /** A folder for reports, removed afterwards. */
  folder: string;
  signal: AbortSignal;
  /** Runs an installed program; throws when it fails. `path` starts in node_modules. */
  node(path: string, args: string[], env?: Record<string, string>): Promise<void>;
}

export interface Step {
  name: string;
  /** After this many minutes the step has failed. */
  minutes: number;
  /** Part of `npm test -- --quick`. */
  quick: boolean;
  /** A step without which this one makes no sense. */
  needs?: string;
  /** Counts of the tests within; a step without any counts as one. */
  run(context: StepContext): Promise<void>;
  counts?(folder: string): Counts;
}

/** Runs a step, prints one line about it, and its output if it failed. */
export async function runStep(step: Step, stopped: AbortSignal): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'retrace-step-'));
  const outputFile = join(folder, 'output.txt');
  const output = openSync(outputFile, 'a');
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(step.minutes * 60_000)]);
  const context: StepContext = {
    output,
    folder,
    signal,
    node: async (path, args, env = {}) => {
      const code = await run(process.execPath, [path, ...args], {
        env: { ...process.env, ...env },
        signal,
        stdio: ['ignore', output, output],
      });
      if (code !== 0) throw new Error(`${[path, ...args].join(' ')} ended with exit code ${code}.`);
    },
  };
  const since = Date.now();
  let failure: unknown;
  try {
    await step.run(context);
  } catch (error) {
    failure = error;
  } finally {
    closeSync(output);
  }
  const counts = step.counts?.(folder) ?? { passed: 0, failed: 0 };
  // A step that failed although none of its tests did, or none was found, has failed as a whole.
  if (failure && counts.failed === 0) counts.failed = 1;
  if (!step.counts && !failure) counts.passed = 1;

  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  const tests = step.counts ? `  ${counts.passed} passed, ${counts.failed} failed` : '';
  console.log(`${counts.failed ? 'FAIL' : 'ok  '} ${step.name.padEnd(22)} ${seconds.padStart(6)} s${tests}`);
  for (const test of counts.flaky ?? []) console.log(`     passed at the second try only: ${test}`);
  if (counts.failed) {
    console.log(readFileSync(outputFile, 'utf8').trimEnd());
    if (failure) console.log(describeFailure(failure));
  }
  rmSync(folder, { recursive: true, force: true });
  return counts;
}
