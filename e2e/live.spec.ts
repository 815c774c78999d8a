import type { Page } from '@playwright/test';
import { createDraft, document } from './invoices';
import { expect, test } from './people';
import { editDetails, feed } from './record';

/** Counts what the page is told of a record, by version, and how often it asks. */
const asksForEvents = (page: Page) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/events\?after=/.test(request.url())) asked.push(request.url());
  });
  return asked;
};

test('what another person changes shows at once, without being asked for again and again', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '10' });
  const path = new URL(ana.url()).pathname;
  const bob = await as('bob', path);
  const told = bob.waitForResponse((response) => response.url().includes('/api/live') && response.ok());
  await bob.reload();
  await told;
  const asked = asksForEvents(bob);
  await editDetails(ana, { Memo: 'Told at once' });
  // Sooner than the page would have asked by itself.
  await expect(document(bob)).toContainText('Told at once', { timeout: 4000 });
  expect(asked.length).toBeLessThan(3);
  await expect(feed(bob).getByRole('article')).toHaveCount(2);
});

test('two tabs share one connection, and the second goes on when the first closes', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '10' });
  const path = new URL(ana.url()).pathname;
  const first = await as('bob', path);
  const context = first.context();
  const connections: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/live')) connections.push(request.url());
  });
  const second = await context.newPage();
  await second.goto(path);
  await expect(document(second)).toBeVisible();
  await editDetails(ana, { Memo: 'For both' });
  for (const tab of [first, second]) await expect(document(tab)).toContainText('For both', { timeout: 4000 });
  expect(connections).toEqual([]);
  const takenOver = context.waitForEvent('request', (request) => request.url().includes('/api/live'));
  await first.close();
  // It says where the other one was.
  expect((await takenOver).url()).toMatch(/\/api\/live\?after=\d+\.\d+$/);
  await editDetails(ana, { Memo: 'For the one that is left' });
  await expect(document(second)).toContainText('For the one that is left', { timeout: 4000 });
});

test('point 37: offline and online again leaves no gap and nothing twice', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '10' });
  const path = new URL(ana.url()).pathname;
  const bob = await as('bob', path);
  await bob.context().setOffline(true);
  for (const text of ['One', 'Two', 'Three']) await editDetails(ana, { Memo: text });
  await bob.context().setOffline(false);
  await expect(document(bob)).toContainText('Three', { timeout: 15_000 });
  await editDetails(ana, { Memo: 'Four' });
  await expect(document(bob)).toContainText('Four', { timeout: 8000 });
  const versions = await feed(bob)
    .getByRole('article')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-version')));
  expect(versions).toEqual(['5', '4', '3', '2', '1']);
});

test('who else has the record open is shown, and goes when they go', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '10' });
  const path = new URL(ana.url()).pathname;
  const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
  const bob = await as('bob', path);
  await expect(said(bob, 'Ana Novak has this open too')).toBeAttached();
  await expect(said(ana, 'Bob Ekdahl has this open too')).toBeAttached();
  await expect(ana.getByTitle('Bob Ekdahl has this open too').filter({ visible: true })).toBeVisible();
  await bob.goto('/invoices');
  await expect(said(ana, 'Bob Ekdahl')).toHaveCount(0);
});

test('is closed to whoever is not signed in', async ({ page }) => {
  const response = await page.request.get('/api/live');
  expect(response.status()).toBe(401);
});
