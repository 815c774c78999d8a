import { type Browser, expect, type Page, test } from '@playwright/test';
import { createDraft, fillInvoice, OwnApp } from './own-app';
import { hydrated } from './people';
import { feed, undoButton } from './record';

let own: OwnApp;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  own = await OwnApp.start();
});
test.afterAll(() => own?.discard());

const away = (page: Page) => page.getByRole('alert').filter({ hasText: 'The database can’t be reached' });
const behind = (page: Page) => page.getByRole('status').filter({ hasText: 'This page is not up to date.' });

/** Puts a mark on the document, which a reload would take away. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-mark', ''));
const expectNoReload = (page: Page) => expect(page.locator('html[data-mark]')).toHaveCount(1);

async function draftOf(browser: Browser, customer: string): Promise<Page> {
  const page = await own.open(browser, 'ana');
  await createDraft(page, customer);
  return page;
}

test('health: 200 with version, latency and lag; 503 with the reason, within three seconds, when the database hangs or is gone', async ({
  request,
}) => {
  const health = `${own.address}/api/health`;
  const well = await request.get(health);
  expect(well.status()).toBe(200);
  expect(well.headers()['cache-control']).toBe('no-store');
  expect(await well.json()).toEqual({
    status: 'ok',
    database: { version: expect.stringMatching(/^\d+\.\d+/), latencyMs: expect.any(Number) },
    lag: { seconds: 0, events: 0, cause: null },
  });
  await own.whileFrozen(async () => {
    const since = Date.now();
    const hung = await request.get(health);
    expect(Date.now() - since).toBeLessThan(3000);
    expect(hung.status()).toBe(503);
    expect(await hung.json()).toEqual({
      status: 'unavailable',
      reason: 'The database does not answer in time.',
    });
  });
  await expect.poll(async () => (await request.get(health)).status()).toBe(200);
  own.killDatabase();
  const gone = await request.get(health);
  expect(gone.status()).toBe(503);
  // Whichever it notices first: that the connection it had is cut, or that there is none to be had.
  expect((await gone.json()).reason).toMatch(
    /^The (?:database (?:takes no connections|does not answer)|connection to the database was lost)/,
  );
  await own.startDatabase();
  await expect.poll(async () => (await request.get(health)).status()).toBe(200);
});

test('every page says that the database is away, and comes back by itself without a reload', async ({
  browser,
}) => {
  const record = await draftOf(browser, 'Away and back');
  const path = new URL(record.url()).pathname;
  const visitor = await browser.newPage();
  own.killDatabase();
  const pages = new Map([[visitor, '/sign-in']]);
  for (const each of ['/invoices', '/invoices/new', path]) pages.set(await record.context().newPage(), each);
  for (const [page, at] of pages) {
    const answer = await page.goto(`${own.address}${at}`);
    expect(answer?.status(), at).toBe(500);
    await expect(away(page), at).toBeVisible();
    await mark(page);
  }
  await own.startDatabase();
  for (const [page, at] of pages) {
    await expect(away(page), at).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 }), at).not.toHaveText('This page could not be loaded');
    await expectNoReload(page);
  }
  await visitor.close();
});

test('a page that is gone to while the database hangs says so, with the navigation in place, and comes by itself', async ({
  browser,
}) => {
  await draftOf(browser, 'Slow Motion Ltd');
  const page = await own.open(browser, 'bob');
  await own.whileFrozen(async () => {
    await page
      .getByRole('row', { name: /Slow Motion/ })
      .getByRole('link')
      .click();
    await expect(away(page)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('link', { name: 'Invoices', exact: true })).toBeVisible();
    await mark(page);
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /, { timeout: 20_000 });
  await expectNoReload(page);
});

test('case 34: an open record goes on showing what it has, says that it is behind, refuses writes in words, and catches up', async ({
  browser,
}) => {
  const page = await draftOf(browser, 'Open Record GmbH');
  await expect(behind(page)).toBeHidden();
  const before = await own.eventCount();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Memo').fill('Typed while the database was away');

  own.killDatabase();
  const save = dialog.getByRole('button', { name: 'Save' });
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText('The database could not be reached');
  await expect(save).toBeEnabled();
  await expect(dialog.getByLabel('Memo')).toHaveValue('Typed while the database was away');
  await expect(
    page.getByRole('status', { includeHidden: true }).filter({ hasText: 'The database can’t be reached' }),
  ).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Document', includeHidden: true })).toContainText(
    'Open Record GmbH',
  );

  await own.startDatabase();
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(behind(page)).toBeHidden();
  await expect(page.getByRole('region', { name: 'Document' })).toContainText(
    'Typed while the database was away',
  );
  expect(await own.eventCount()).toBe(before + 1);

  await test.step('undo is refused in words too, nothing is half done, and the button works again', async () => {
    await expect(undoButton(page)).toBeEnabled();
    own.killDatabase();
    await undoButton(page).click();
    await expect(page.getByText('The database could not be reached, so nothing was changed.')).toBeVisible();
    await expect(feed(page).getByRole('article')).toHaveCount(2);
    await own.startDatabase();
    await expect(behind(page)).toBeHidden();
    expect(await own.eventCount()).toBe(before + 1);
    await undoButton(page).click();
    await expect(feed(page).getByRole('article')).toHaveCount(3);
    await expect.poll(() => own.eventCount()).toBe(before + 2);
  });
});

test('a new invoice keeps what was typed, and is made once when the database is back', async ({
  browser,
}) => {
  const page = await own.open(browser, 'ana', '/invoices/new');
  const before = await own.eventCount();
  await fillInvoice(page, 'Typed once');
  own.killDatabase();
  const create = page.getByRole('button', { name: 'Create draft' });
  await create.click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'The database could not be reached' }),
  ).toBeVisible();
  await expect(page.getByLabel('Customer')).toHaveValue('Typed once');
  await own.startDatabase();
  await create.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
  expect(await own.eventCount()).toBe(before + 1);
});

test('a write whose answer is lost with the database says that it is not certain; sent again it is made once', async ({
  browser,
}) => {
  const page = await own.open(browser, 'ana', '/invoices/new');
  const before = await own.eventCount();
  await fillInvoice(page, 'Answer lost');
  const create = page.getByRole('button', { name: 'Create draft' });
  await own.query(async ({ $client }) => {
    const lock = await $client.connect();
    lock.on('error', () => undefined);
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE invoices IN SHARE ROW EXCLUSIVE MODE');
    await create.click();
    await expect
      .poll(async () => (await $client.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount)
      .toBe(1);
    // The server is gone in the middle of it.
    own.killDatabase();
    lock.release(true);
  });
  await expect(page.getByRole('alert').filter({ hasText: 'it is not certain' })).toBeVisible();
  await own.startDatabase();
  await create.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
  expect(await own.eventCount()).toBe(before + 1);
});

test('signing in says that the database is away, keeps the email, and works again afterwards', async ({
  browser,
}) => {
  const page = await browser.newPage();
  await page.goto(`${own.address}/sign-in`);
  await hydrated(page);
  await page.getByLabel('Email').fill('ana@example.com');
  await page.getByLabel('Password').fill('retrace-demo');
  own.killDatabase();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'The database could not be reached' }),
  ).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('ana@example.com');
  await own.startDatabase();
  await page.getByLabel('Password').fill('retrace-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/invoices/);
  await page.close();
});
