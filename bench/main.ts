import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { reportFailure } from '@/scripts/failure';
import { Stopped, shutdownSignal } from '@/scripts/shutdown';
import { analyticsLines, analyticsTargetsOf, measureAnalytics } from './analytics';
import { measureAsOf } from './as-of';
import { asOfTargets } from './as-of-targets';
import { measureBatches } from './batch';
import { batchTargets } from './batch-targets';
import { bareInsert } from './contestants/bare-insert';
import { emmett } from './contestants/emmett';
import { messageDb } from './contestants/message-db';
import { retrace } from './contestants/retrace';
import { further, measureFold } from './fold';
import { measureFoldInBrowser } from './fold-in-browser';
import { measureImport } from './import';
import { importLines, importTargets } from './import-targets';
import { longInvoice } from './long-invoice';
import { type Leg, measure } from './measure';
import { type BenchOptions, parseOptions, usage } from './options';
import { resultsOf, targetsOf } from './results';
import { type BenchServer, openBenchServer } from './server';
import { asOfLines, batchLines, foldIsInBudget, foldLines, sentencesOf, tableOf } from './table';

/** Events of each batch that is taken back. */
const batchSizes = [1000, 5000, 10_000];

// `npm run bench`: see README.md beside this file. Exit codes: 0 done, 1 failed or a target missed, 2 not understood.
const options = readOptions();
const signal = shutdownSignal();
try {
  const report = await reportFor(options);
  mkdirSync(dirname(options.json), { recursive: true });
  writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\nThe same as JSON: ${options.json}`);
  const { targets, fold } = report;
  const met = targets.every((target) => target.met) && Object.values(fold).every(foldIsInBudget);
  process.exitCode = met ? 0 : 1;
} catch (error) {
  reportFailure(error);
  process.exitCode = error instanceof Stopped ? 130 : 1;
}
process.exit();

async function reportFor(options: BenchOptions) {
  const measuredAt = new Date().toISOString();
  if (options.foldOnly) return { measuredAt, targets: [], fold: await runFold(options.events) };
  if (options.asOfOnly) return { measuredAt, ...(await runAsOfOnly(options.invoices)), fold: {} };
  if (options.analyticsOnly) return { measuredAt, ...(await runAnalyticsOnly(options.acts)), fold: {} };
  if (options.importOnly) return { measuredAt, ...(await runImportOnly(options.rows)), fold: {} };
  return run(options);
}

/** The import of a log, on a server of its own. */
async function runImportOnly(rows: number) {
  const server = await openBenchServer(process.env);
  try {
    console.log(machineLine(machineFacts(server)));
    return await runImport(server, rows);
  } finally {
    await server.close();
  }
}

async function runImport(server: BenchServer, rows: number) {
  const measured = await measureImport(server.createDatabase, server.settle, { rows, rounds: 3 });
  const targets = importTargets(measured);
  console.log(`\n${importLines(measured).join('\n')}`);
  for (const { sentence } of targets) console.log(sentence);
  return { import: measured, targets };
}

/** The analytics, on a server of their own. */
async function runAnalyticsOnly(acts: number) {
  const server = await openBenchServer(process.env);
  try {
    console.log(machineLine(machineFacts(server)));
    return await runAnalytics(server, acts);
  } finally {
    await server.close();
  }
}

async function runAnalytics(server: BenchServer, acts: number) {
  const analytics = await measureAnalytics(await server.createDatabase('analytics'), acts);
  const targets = analyticsTargetsOf(analytics);
  console.log(`\n${analyticsLines(analytics).join('\n')}`);
  for (const { sentence } of targets) console.log(sentence);
  return { analytics, targets };
}

/** The lists of past moments, on a server of their own. */
async function runAsOfOnly(invoices: number) {
  const server = await openBenchServer(process.env);
  try {
    console.log(machineLine(machineFacts(server)));
    const { asOf, targets } = await runAsOf(server, invoices);
    return { asOf, targets };
  } finally {
    await server.close();
  }
}

async function runAsOf(server: BenchServer, invoices: number) {
  const asOf = await measureAsOf(await server.createDatabase('as_of'), invoices);
  const targets = asOfTargets(asOf);
  console.log(`\n${asOfLines(asOf, invoices).join('\n')}`);
  for (const { sentence } of targets) console.log(sentence);
  return { asOf, targets };
}

async function run({ runs, limit, pool, atOnce, events, invoices, acts, rows }: BenchOptions) {
  const server = await openBenchServer(process.env);
  try {
    const machine = machineFacts(server);
    console.log(machineLine(machine));
    const each = 'seconds' in limit ? `${limit.seconds} s` : `${limit.commands} commands`;
    console.log(
      `${runs} runs of ${each} after a warm-up, ${atOnce} commands at once over ${pool} connections, in turns.\n`,
    );
    const legs = await measure([retrace, emmett, messageDb, bareInsert], {
      runs,
      limit,
      pool,
      atOnce,
      signal,
      createDatabase: server.createDatabase,
      settle: server.settle,
      onLeg: ({ title }, run, leg) =>
        console.error(`  run ${run}  ${title.padEnd(11)} ${Math.round(perSecond(leg))}/s`),
    });
    const results = resultsOf(legs);
    const targets = targetsOf(results);
    console.log(`\n${tableOf(results)}\n`);
    for (const sentence of sentencesOf(targets, results)) console.log(sentence);
    const fold = await runFold(events);
    const batches = await measureBatches(await server.createDatabase('batches'), batchSizes);
    const ofBatches = batchTargets(batches);
    console.log(`\n${batchLines(batches).join('\n')}`);
    for (const { sentence } of ofBatches) console.log(sentence);
    const past = await runAsOf(server, invoices);
    const log = await runImport(server, rows);
    const counted = await runAnalytics(server, acts);
    return {
      measuredAt: new Date().toISOString(),
      machine,
      options: { runs, ...limit, pool, atOnce },
      results,
      targets,
      fold,
      batches,
      batchTargets: ofBatches,
      asOf: past.asOf,
      asOfTargets: past.targets,
      import: log.import,
      importTargets: log.targets,
      analytics: counted.analytics,
      analyticsTargets: counted.targets,
    };
  } finally {
    await server.close();
  }
}

/** Medians of many rounds: the first ones are slow, until the engine knows the code. */
async function runFold(events: number) {
  const rounds = 25;
  const log = longInvoice(events + further);
  const fold = { node: measureFold(log, rounds), chromium: await measureFoldInBrowser(log, rounds) };
  console.log(`\n${foldLines(fold.node, fold.chromium).join('\n')}`);
  return fold;
}

function perSecond({ commands, milliseconds }: Leg): number {
  return (commands * 1000) / milliseconds;
}

function machineFacts({ version, settings }: BenchServer) {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    postgres: version,
    postgresSettings: settings,
  };
}

function machineLine({ cores, node, postgres, postgresSettings }: ReturnType<typeof machineFacts>): string {
  const { fsync, synchronous_commit: commit } = postgresSettings;
  return `${cores} cores, Node ${node}, PostgreSQL ${postgres} (fsync ${fsync}, synchronous_commit ${commit})`;
}

function readOptions(): BenchOptions {
  try {
    const parsed = parseOptions(process.argv.slice(2));
    if (parsed !== 'help') return parsed;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    reportFailure(error);
    console.error(usage);
    process.exit(2);
  }
}
