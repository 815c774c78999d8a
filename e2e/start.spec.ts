import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { discardEmbeddedPostgres, findEmbeddedPostgres } from '../scripts/embedded-postgres';
import { freePort } from '../scripts/port';
import { temporaryFolder } from '../scripts/throwaway-postgres';
import { wrongInAnyLook } from './axe';

/** `npm start` as an operator runs it, on a data folder of this test's own. */
async function start(
  environment: Record<string, string>,
): Promise<{ app: ChildProcess; address: string; said: string }> {
  const app = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, DATABASE_URL: '', MIGRATION_DATABASE_URL: '', ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    app.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      const match = /Retrace runs at (http\S+)/.exec(said);
      if (match?.[1]) found(match[1]);
    });
    app.once('exit', (code) => failed(new Error(`The app ended with ${code}.\n${said}`)));
  });
  return { app, address, said };
}

async function stop(app: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(app, 'exit');
  app.kill(signal);
  const [code] = await ended;
  return code;
}

test('npm start without demo data: the first visit creates the first admin, once; both signals stop app and database; the data stays', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const dataDir = temporaryFolder();
  const environment = { RETRACE_DATA_DIR: dataDir, RETRACE_DEMO: '0', PORT: String(await freePort()) };
  try {
    const first = await start(environment);
    await page.goto(first.address);
    await expect(page).toHaveURL(/\/setup/);
    await test.step('point 39: the page that makes the first admin', async () => {
      expect(await wrongInAnyLook(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 720 });
    });
    await page.getByLabel('Name').fill('Olga Admin');
    await page.getByLabel('Email').fill('olga@example.com');
    await page.getByLabel('Password').fill('a long enough password');
    await page.locator('main button[type=submit], button[type=submit]').first().click();
    await expect(page).toHaveURL(/\/invoices/);
    await expect(page.getByText('There are no invoices yet')).toBeVisible();
    const another = await browser.newPage();
    await another.goto(`${first.address}/setup`);
    await expect(another).toHaveURL(/\/sign-in/);
    await another.close();
    expect((await page.request.get(`${first.address}/api/health`)).status()).toBe(200);
    expect(await stop(first.app, 'SIGTERM')).toBe(0);
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();

    const second = await start(environment);
    expect(second.said).not.toMatch(/build|initial|Making/i);
    await page.goto(`${second.address}/invoices`);
    await expect(page.getByText('Olga Admin')).toBeVisible();
    // A terminal sends Ctrl+C to everyone, and npm passes it on: it comes twice.
    second.app.kill('SIGINT');
    expect(await stop(second.app, 'SIGINT')).toBe(0);
    expect(await findEmbeddedPostgres(dataDir)).toBeUndefined();
    expect(existsSync(join(dataDir, 'passwords.json'))).toBe(true);
  } finally {
    await discardEmbeddedPostgres(dataDir);
  }
});

test('a PORT that was given and is taken is a clear error', async ({ baseURL }) => {
  const dataDir = temporaryFolder();
  const taken = new URL(baseURL ?? '').port;
  const refused = await start({ RETRACE_DATA_DIR: dataDir, PORT: taken }).catch(
    (error: Error) => error.message,
  );
  expect(refused).toContain('The app ended with 1.');
});
