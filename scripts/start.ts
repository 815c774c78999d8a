import { existsSync } from 'node:fs';
import { connect } from '@/db/client';
import { demoPassword, demoPeople } from '@/lib/demo-people';
import { parseSettings, type Settings } from '@/lib/settings';
import { type AppServer, startAppServer } from './app-server';
import { buildIfChanged } from './build';
import { loadDemo } from './demo';
import { reportFailure } from './failure';
import { writeFirstRecords } from './first-records';
import { type OpenDatabase, openDatabase, prepareDatabase } from './open-database';
import { choosePort } from './port';
import { claimApp } from './running-app';
import { Stopped, shutdownSignal } from './shutdown';

const mode = process.argv.includes('--dev') ? 'dev' : 'start';
const signal = shutdownSignal();
const log = (line: string) => console.log(line);

try {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = parseSettings(process.env);
  // Asked early, so that a taken port is known before the database starts and the app is built.
  await choosePort(settings);
  log(settings.databaseUrl ? 'Using the database in DATABASE_URL.' : 'Starting PostgreSQL.');
  const database = await openDatabase(settings, log, { keepRunning: true });
  try {
    await runOn(database, settings);
  } finally {
    await database.release();
  }
  log('Stopped.');
} catch (error) {
  if (error instanceof Stopped) log('Stopped.');
  else {
    reportFailure(error);
    process.exitCode = 1;
  }
}
// Nothing is left to do; a forgotten timer must not keep the terminal waiting.
process.exit();

async function runOn(database: OpenDatabase, settings: Settings): Promise<void> {
  const claim = database.superuserUrl && (await claimApp(database.superuserUrl, settings.dataDir));
  try {
    signal.throwIfAborted();
    const secret = await prepareDatabase(database, log);
    await loadRecords(database, settings);
    signal.throwIfAborted();
    if (mode === 'start') await buildIfChanged({ log, signal });
    signal.throwIfAborted();

    const port = await choosePort(settings);
    if (port !== settings.port) log(`Port ${settings.port} is taken; using ${port}.`);
    const app = await startAppServer({
      mode,
      host: settings.host,
      port,
      env: {
        ...process.env,
        DATABASE_URL: database.appUrl,
        RETRACE_AUTH_SECRET: secret,
        RETRACE_URL: settings.publicUrl ?? '',
        // The sign-in page offers the demo people where there are any.
        RETRACE_DEMO: settings.demo ? '1' : '0',
      },
      signal,
    });
    if (claim) await claim.announce(app.address);
    greet(app, settings);
    await untilEnd(app, settings);
  } finally {
    if (claim) await claim.release();
  }
}

async function loadRecords(database: OpenDatabase, settings: Settings): Promise<void> {
  const db = connect(database.appUrl, { max: 2, applicationName: 'retrace: first records' });
  try {
    if (settings.demo) await loadDemo(db, { log });
    await writeFirstRecords(db, log);
  } finally {
    await db.$client.end();
  }
}

function greet(app: AppServer, settings: Settings): void {
  log(`\nRetrace runs at ${app.address}  (Ctrl+C stops it)`);
  if (!settings.demo) return;
  log(`Demo sign-ins, password ${demoPassword}:`);
  for (const { email, name, role } of demoPeople) log(`  ${email.padEnd(18)} ${name}, ${role}`);
}

/** Until we are told to stop, or the app ends by itself, which it should not. */
async function untilEnd(app: AppServer, settings: Settings): Promise<void> {
  const told = new Promise<'told'>((done) => {
    if (signal.aborted) done('told');
    signal.addEventListener('abort', () => done('told'));
  });
  const end = await Promise.race([app.ended, told]);
  if (end !== 'told') throw new Error(`The app ended with exit code ${end}; see above.`);
  log(`\nStopping the app${settings.databaseUrl ? '' : ', then the database'}.`);
  await app.stop();
}
