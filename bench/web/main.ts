import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { consumeAll } from '@/db/analytics/consumer';
import { connect } from '@/db/client';
import { appendHistory } from '@/db/testing/append-history';
import { buildFolder } from '@/scripts/build';
import { findEmbeddedPostgres } from '@/scripts/embedded-postgres';
import { reportFailure } from '@/scripts/failure';
import { Stopped, shutdownSignal } from '@/scripts/shutdown';
import { type AppUnderTest, startAppUnderTest } from '@/scripts/test-run/app-under-test';
import { findChromium } from '@/scripts/test-run/chromium';
import { readFirstLoads } from '@/scripts/test-run/first-load';
import { people } from '../fold';
import { longInvoice } from '../long-invoice';
import { parseWebOptions, usage, type WebBenchOptions } from './options';
import { judgeDrag, judgePage, judgeRoute, type Row, tableOf, type Visit } from './verdicts';
import { drag, firstRecordOf, type MeasuredPage, visit } from './visit';

// `npm run bench:web`: see README.md in the folder above. Exit codes: 0 done, 1 failed or over a budget, 2 not understood.
const options = readOptions();
const signal = shutdownSignal();
const log = (line: string) => console.error(line);
try {
  const rows = await run(options);
  console.log(tableOf(rows));
  if (options.json) {
    mkdirSync(dirname(options.json), { recursive: true });
    writeFileSync(
      options.json,
      `${JSON.stringify({ measuredAt: new Date().toISOString(), options, rows }, null, 2)}\n`,
    );
  }
  const missed = rows.filter(({ met }) => !met).length;
  console.log(missed === 0 ? '\nEverything is within its budget.' : `\nOver budget: ${missed}.`);
  process.exitCode = missed === 0 ? 0 : 1;
} catch (error) {
  reportFailure(error);
  process.exitCode = error instanceof Stopped ? 130 : 1;
}
process.exit();

async function run({ visits, events, seconds }: WebBenchOptions): Promise<Row[]> {
  const executablePath = findChromium(log);
  log('Starting an app with demo data; it is built first where it is not.');
  const app = await startAppUnderTest(2, signal);
  let browser: Browser | undefined;
  try {
    log(`Writing an invoice of ${events} events.`);
    const long = await writeLongInvoice(app, events);
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const rows: Row[] = [];
    for (const page of await pagesOf(browser, app.address, long, events)) {
      signal.throwIfAborted();
      log(`Measuring ${page.name}.`);
      const made: Visit[] = [];
      for (let round = 0; round < visits; round++) made.push(await visit(browser, app.address, page));
      rows.push(...judgePage(page.name, page.route, made));
    }
    signal.throwIfAborted();
    log('Dragging the slider.');
    rows.push(
      ...judgeDrag(nameOf(events), '/invoices/[id]', await drag(browser, app.address, long, seconds)),
    );
    const measured = new Set(rows.map(({ route }) => route));
    const others = readFirstLoads(buildFolder()).filter(({ route }) => !measured.has(route));
    return [...rows, ...others.map(judgeRoute)];
  } finally {
    await browser?.close();
    await app.stop();
  }
}

function nameOf(events: number): string {
  return `invoice of ${events.toLocaleString('en-US')} events`;
}

async function pagesOf(
  browser: Browser,
  address: string,
  long: string,
  events: number,
): Promise<MeasuredPage[]> {
  // The long one was written last and may head the list.
  const invoice = await firstRecordOf(browser, address, '/invoices?q=INV-2101');
  const customer = await firstRecordOf(browser, address, '/customers');
  return [
    { name: 'invoices', route: '/invoices', path: '/invoices' },
    { name: 'customers', route: '/customers', path: '/customers' },
    { name: 'activity', route: '/activity', path: '/activity' },
    { name: 'time machine', route: '/time-machine', path: '/time-machine' },
    { name: 'an invoice', route: '/invoices/[id]', path: invoice },
    { name: nameOf(events), route: '/invoices/[id]', path: long },
    { name: 'a customer', route: '/customers/[id]', path: customer },
    { name: 'settings', route: '/settings', path: '/settings' },
  ];
}

/** A draft that three people edited for very long, written to the app's own database. @returns its page */
async function writeLongInvoice({ dataDir }: AppUnderTest, events: number): Promise<string> {
  const server = await findEmbeddedPostgres(dataDir);
  if (!server) throw new Error('The database of the app that was just started is not there.');
  const db = connect(server.appUrl, { max: 2, applicationName: 'retrace bench:web' });
  try {
    const id = randomUUID();
    await appendHistory(db, longInvoice(events, people, id));
    // The app would count them for the analytics beside the first pages.
    await consumeAll(db.$client);
    return `/invoices/${id}`;
  } finally {
    await db.$client.end();
  }
}

function readOptions(): WebBenchOptions {
  try {
    const parsed = parseWebOptions(process.argv.slice(2), process.env);
    if (parsed !== 'help') return parsed;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    reportFailure(error);
    console.error(usage);
    process.exit(2);
  }
}
