import { parseArgs } from 'node:util';
import { reportFailure } from './failure';
import { Stopped, shutdownSignal } from './shutdown';
import { runStep } from './test-run/run-step';
import { steps } from './test-run/steps';
import { startThrowawayPostgres } from './throwaway-postgres';

const signal = shutdownSignal();
const total = { passed: 0, failed: 0 };

try {
  const { quick, only } = readArguments();
  const chosen = steps.filter((step) => (only ? step.name.includes(only) : step.quick || !quick));
  isolate();
  process.env.RETRACE_PROPERTY_RUNS ??= quick ? '30' : '300';
  process.env.RETRACE_HISTORIES ??= quick ? '200' : '2000';
  console.log(quick ? 'The quick tests: no build and no browser.' : 'All tests. This takes a few minutes.');

  const needsServer = !process.env.TEST_DATABASE_URL && chosen.some(({ name }) => name === 'database tests');
  const server = needsServer ? await startThrowawayPostgres() : undefined;
  if (server) process.env.TEST_DATABASE_URL = server.superuserUrl;
  try {
    await runSteps(chosen);
  } finally {
    await server?.stop();
  }
} catch (error) {
  if (!(error instanceof Stopped)) total.failed++;
  reportFailure(error);
}
process.exitCode = total.failed || signal.aborted ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit();

async function runSteps(chosen: typeof steps): Promise<void> {
  const failed = new Set<string>();
  for (const step of chosen) {
    signal.throwIfAborted();
    if (step.needs && failed.has(step.needs)) {
      console.log(`FAIL ${step.name}: not run, because "${step.needs}" failed`);
      total.failed++;
      continue;
    }
    const counts = await runStep(step, signal);
    signal.throwIfAborted();
    if (counts.failed) failed.add(step.name);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
}

function readArguments(): { quick: boolean; only?: string | undefined } {
  try {
    const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
    const known = steps.map(({ name }) => name);
    if (values.only && !known.some((name) => name.includes(values.only ?? ''))) {
      throw new Error(`--only ${values.only}: there is no such step. Steps: ${known.join(', ')}.`);
    }
    return { quick: values.quick ?? false, only: values.only };
  } catch (error) {
    reportFailure(error);
    console.error("Usage: npm test [-- --quick | --only <part of a step's name>]");
    process.exit(2);
  }
}

/** The tests run on databases, ports and folders of their own, whatever the environment or .env says. */
function isolate(): void {
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'RETRACE_DATA_DIR', 'PORT', 'HOST']) {
    // Empty, not deleted: an empty variable is not filled from .env.
    process.env[name] = '';
  }
  const environment: Record<string, string | undefined> = process.env;
  delete environment.NODE_ENV;
  process.env.RETRACE_DIST_DIR = '.next-test';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
}
