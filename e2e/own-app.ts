import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, expect, type Page } from '@playwright/test';
import { Client } from 'pg';
import { connect, type Database } from '../db/client';
import { migrate } from '../db/migrate';
import { createPerson } from '../db/people';
import { demoPassword, demoPeople } from '../lib/demo-people';
import { serverProcesses } from '../scripts/crash-test/server-processes';
import {
  discardEmbeddedPostgres,
  type EmbeddedPostgres,
  openEmbeddedPostgres,
} from '../scripts/embedded-postgres';
import { freePort } from '../scripts/port';
import { childrenOf } from '../scripts/postgres/processes';
import { temporaryFolder } from '../scripts/throwaway-postgres';
import { type DemoPerson, hydrated, signedIn } from './people';

/**
 * Retrace on a port and a database server of a test's own, so that both can be killed and started again without harm to
 * anybody else. The demo people are there, and no record.
 */
export class OwnApp {
  private app: ChildProcess | undefined;
  private readonly pages: Page[] = [];

  private constructor(
    readonly address: string,
    private readonly dataDir: string,
    private server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnApp> {
    const dataDir = temporaryFolder();
    const server = await openEmbeddedPostgres({ dataDir, log: () => undefined });
    const own = new OwnApp(`http://127.0.0.1:${await freePort()}`, dataDir, server);
    const { ownerUrl: migrationUrl, appUrl } = server;
    await migrate({ migrationUrl, appUrl, log: () => undefined });
    await own.query((db) =>
      Promise.all(demoPeople.map((person) => createPerson(db, { ...person, password: demoPassword }))),
    );
    await own.startApp();
    return own;
  }

  /** Starts the app as an operator does, on the same database and port as before. */
  async startApp(): Promise<void> {
    const app = spawn(process.execPath, ['scripts/start.mjs'], {
      env: {
        ...process.env,
        DATABASE_URL: this.server.appUrl,
        MIGRATION_DATABASE_URL: this.server.ownerUrl,
        RETRACE_DEMO: '0',
        PORT: new URL(this.address).port,
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.app = app;
    let said = '';
    await new Promise<void>((started, failed) => {
      const listen = (chunk: Buffer) => {
        said += chunk;
        if (said.includes('Retrace runs at')) started();
      };
      app.stdout.on('data', listen);
      app.stderr.on('data', listen);
      app.once('exit', (code) => failed(new Error(`The app ended with ${code}.\n${said}`)));
    });
  }

  /** kill -9 of everything that `npm start` started, but the database. */
  async killApp(): Promise<void> {
    const { app } = this;
    if (!app?.pid || app.exitCode !== null || app.signalCode !== null) return;
    const ended = once(app, 'exit');
    // The app itself before its starter, or the starter would go on to tidy up.
    const all = [app.pid, ...childrenOf(app.pid)];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await ended;
  }

  killDatabase(): void {
    serverProcesses(this.server.folder).kill();
  }

  /** As whoever looks after the server would; on the same port, with everything that was committed. */
  async startDatabase(): Promise<void> {
    this.server = await openEmbeddedPostgres({ dataDir: this.dataDir, log: () => undefined });
  }

  /** Ends one connection of whoever's, in the middle of what it does. */
  async endConnection(pid: number): Promise<void> {
    const client = new Client({ connectionString: this.server.superuserUrl });
    await client.connect();
    await client.query('SELECT pg_terminate_backend($1)', [pid]);
    await client.end();
  }

  /** The database hangs while this runs. */
  async whileFrozen<T>(run: () => Promise<T>): Promise<T> {
    const server = serverProcesses(this.server.folder);
    server.freeze();
    try {
      return await run();
    } finally {
      server.thaw();
    }
  }

  /** Asks the database directly, as the owner of the tables. */
  async query<T>(run: (db: Database) => Promise<T>): Promise<T> {
    const db = connect(this.server.ownerUrl, { max: 4, applicationName: 'retrace: e2e' });
    try {
      return await run(db);
    } finally {
      await db.$client.end();
    }
  }

  /** Opens a browser of a demo person's own, signed in. */
  async open(browser: Browser, person: DemoPerson, path = '/invoices'): Promise<Page> {
    const page = await signedIn(browser, this.address, person);
    this.pages.push(page);
    await page.goto(path);
    await hydrated(page);
    return page;
  }

  /** Of all invoices. */
  async eventCount(): Promise<number> {
    return this.query(async ({ $client }) => {
      const { rows } = await $client.query<{ count: number }>(
        "SELECT count(*)::int FROM events WHERE workflow = 'invoice'",
      );
      return rows[0]?.count ?? 0;
    });
  }

  /** Closes the browsers, stops the app and removes the database. */
  async discard(): Promise<void> {
    for (const page of this.pages) await page.context().close();
    await this.killApp();
    await discardEmbeddedPostgres(this.dataDir);
  }
}

/** Fills in the form for a new invoice, which must be open, with the least that it needs. */
export async function fillInvoice(page: Page, customer: string): Promise<void> {
  await page.getByLabel('Customer').fill(customer);
  await page.getByLabel('Description').fill('Rye flour, 25 kg');
  await page.getByLabel('Unit price').fill('31');
}

/** Creates a draft and stays on its page. */
export async function createDraft(page: Page, customer: string): Promise<void> {
  await page.goto('/invoices/new');
  await hydrated(page);
  await fillInvoice(page, customer);
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
}
