import { expect, test } from '@playwright/test';
import { createDraft, OwnApp } from './own-app';
import { feed } from './record';

let own: OwnApp;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  own = await OwnApp.start();
});
test.afterAll(() => own?.discard());

test('point 38: empty, no match, no permission, loading, partial and failed with a retry are six states, on lists and on a record', async ({
  browser,
}) => {
  test.slow();
  const page = await own.open(browser, 'ana');
  const main = page.locator('main');

  await test.step('empty says what will be here, and how it begins', async () => {
    for (const [path, words, way] of [
      ['/invoices', 'There are no invoices yet', 'New invoice'],
      ['/customers', 'There are no customers yet', 'New customer'],
    ] as const) {
      await page.goto(path);
      await expect(main.getByRole('heading', { name: words })).toBeVisible();
      await expect(main.getByRole('link', { name: way })).toBeVisible();
    }
  });

  await createDraft(page, 'States Ltd');
  const record = new URL(page.url()).pathname;
  await test.step('no match names the way back', async () => {
    for (const [path, words, way] of [
      ['/invoices?q=nobody', 'No invoice matches', 'Clear filters'],
      ['/customers?q=nobody', 'No customer matches', 'Show all customers'],
    ] as const) {
      await page.goto(path);
      await expect(main.getByRole('heading', { name: words })).toBeVisible();
      await expect(main.getByRole('button', { name: way }).first()).toBeVisible();
    }
  });

  await test.step('no permission says whose it is, and whom to ask', async () => {
    const vera = await own.open(browser, 'vera', '/invoices/new');
    await expect(vera.getByText(/Ask an admin for the support role/).first()).toBeVisible();
    await expect(vera.getByRole('button', { name: 'Create draft' })).toHaveCount(0);
    await vera.goto(record);
    const next = vera.getByRole('button', { name: 'Finalize' });
    await expect(next).toBeDisabled();
    await expect(next).toHaveAccessibleDescription(/Your role lets you look/);
    await page.goto('/activity/undo?kind=edit');
    await expect(page.getByText('Only a manager can choose many changes').first()).toBeVisible();
  });

  await test.step('loading shows the outline of what comes, and says so', async () => {
    await own.query(async ({ $client }) => {
      // Whoever reads these waits.
      const lock = await $client.connect();
      await lock.query('BEGIN; LOCK TABLE invoices, events IN ACCESS EXCLUSIVE MODE');
      try {
        const another = await page.context().newPage();
        for (const [each, path, words] of [
          [page, '/invoices', 'Loading the invoices'],
          [another, record, 'Loading'],
        ] as const) {
          await each.goto(`${own.address}${path}`, { waitUntil: 'commit' });
          await expect(each.getByRole('status').filter({ hasText: words })).toBeAttached();
          await expect(each.locator('main [aria-busy="true"]').first()).toBeVisible();
        }
      } finally {
        await lock.query('ROLLBACK');
        lock.release();
      }
    });
    await expect(main.getByRole('rowheader')).toHaveCount(1);
    await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
  });

  await test.step('partial shows what there is, and names what is missing', async () => {
    await page.goto('/invoices?status=lost');
    await expect(main.getByRole('rowheader')).toHaveCount(1);
    await expect(page.getByRole('status').filter({ hasText: 'could not be understood' })).toContainText(
      'status',
    );
  });

  await test.step('failed says why, offers to try again, and what a record has stays', async () => {
    await page.goto(record);
    await expect(feed(page).getByRole('article')).toHaveCount(1);
    const list = await page.context().newPage();
    const other = await page.context().newPage();
    own.killDatabase();
    for (const [each, path] of [
      [list, '/invoices'],
      [other, record],
    ] as const) {
      await each.goto(`${own.address}${path}`);
      const alert = each.getByRole('alert').filter({ hasText: 'The database can’t be reached' });
      await expect(alert).toBeVisible();
      await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
    }
    await expect(page.getByRole('status').filter({ hasText: 'This page is not up to date.' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(feed(page).getByRole('article')).toHaveCount(1);
    // This page would come back by itself, perhaps before anybody presses the button.
    await list.route('**/api/health', (route) => route.abort());
    await own.startDatabase();
    await list.getByRole('button', { name: 'Try again' }).click();
    await expect(list.getByRole('rowheader')).toHaveCount(1);
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
  });
});
