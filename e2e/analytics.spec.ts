import type { Page } from '@playwright/test';
import { violations, wrongInAnyLook } from './axe';
import { choose, createDraft, fillIn, finalizeAndSend } from './invoices';
import { expect, hydrated, test } from './people';
import { undoButton } from './record';

const answer = (page: Page) => page.getByRole('main').getByRole('status').first();
const row = (page: Page, table: string, name: string | RegExp) =>
  page.getByRole('table', { name: table, exact: true }).getByRole('row', { name });

test('a manager opens a question, narrows it, and follows a number to its records as they were', async ({
  as,
}) => {
  const page = await as('mia', '/analytics');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Analytics');
  await page.getByRole('link', { name: 'Which workflow causes most refunds?', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which workflow causes most refunds?');
  await expect(answer(page)).toContainText('Phone order causes most refunds');
  await expect(answer(page)).toContainText('highest rate');

  await page.getByLabel('Records').selectOption('invoice');
  await page.getByLabel('Count undone events too').check();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/workflow=invoice.*undone=1/);
  await expect(page.getByText('Undone events are counted too')).toBeVisible();

  const refunded = row(page, 'By business path', /^Phone order/).getByRole('link', {
    name: 'records refunded',
  });
  const count = Number.parseInt((await refunded.textContent()) ?? '', 10);
  expect(count).toBeGreaterThan(5);
  await refunded.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Records refunded, business path “Phone order”',
  );
  const records = page.getByRole('table', { name: 'Records' }).getByRole('rowheader').getByRole('link');
  await expect(records).toHaveCount(count);
  const name = (await records.first().textContent()) ?? '';
  await records.first().click();
  await expect(page).toHaveURL(/\/invoices\/.*version=\d+/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await page.goBack();
  await page.goBack();
  await expect(page.getByLabel('Count undone events too')).toBeChecked();
});

test('a failed payment and what was done about it is counted at once, and not while it is undone', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const page = await as('mia');
  const customer = `Fährhaus ${Date.now().toString(36)}`;
  await createDraft(page, { customer, price: '80.00' });
  await finalizeAndSend(page);
  await choose(page, 'Record failed payment');
  await fillIn(page, { 'Why it failed': 'insufficient_funds' }, 'Record failed payment');
  await choose(page, 'Add note');
  await fillIn(page, { Note: 'They will transfer it' }, 'Add note');
  await choose(page, 'Record payment');
  await fillIn(page, {}, 'Record payment');
  await expect(page.getByText('Paid', { exact: true })).toBeVisible();
  const record = page.url();

  const asked = `/analytics/failed-payments?customer=${encodeURIComponent(customer)}&days=3`;
  const note = row(page, 'By action', /^Note added/);
  // The consumer is at most about a second behind.
  const counted = async (address: string, cells: readonly string[]) =>
    expect(async () => {
      await page.goto(address);
      await expect(note.getByRole('cell').nth(0)).toContainText(cells[0] ?? '', { timeout: 3000 });
      await expect(note.getByRole('cell').nth(1)).toContainText(cells[1] ?? '', { timeout: 3000 });
    }).toPass({ timeout: 45_000 });
  await counted(asked, ['1', '1']);
  await expect(answer(page)).toContainText('This is association, not proof');

  await page.goto(record);
  await hydrated(page);
  await undoButton(page).click();
  await fillIn(page, { Reason: 'It was another invoice' }, 'Undo');
  await counted(asked, ['1', '0']);
  await counted(`${asked}&undone=1`, ['1', '1']);
});

test('an admin rebuilds the analytics while the old numbers stay; others may look', async ({ as }) => {
  const page = await as('otto', '/admin/projections');
  await expect(page.getByText('Checkpoint', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Rebuild' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: /rebuild (has begun|is under way)/ }),
  ).toBeVisible();
  await expect(page.getByText('Last rebuilt').locator('xpath=following-sibling::dd')).not.toHaveText(
    'Never',
    {
      timeout: 30_000,
    },
  );
  const other = await as('ana', '/admin/projections');
  await expect(other.getByRole('button', { name: 'Rebuild' })).toHaveAttribute('aria-disabled', 'true');
});

test('every page of the analytics is accessible, the questions in every look', async ({ as }) => {
  test.setTimeout(240_000);
  const page = await as('priya', '/analytics/refunds');
  await expect(
    page.getByRole('figure').first().getByRole('img').or(page.locator('figure svg')).first(),
  ).toBeVisible();
  expect(await wrongInAnyLook(page)).toEqual([]);
  for (const path of [
    '/analytics',
    '/analytics/failed-payments',
    '/analytics/churn',
    '/analytics/undo',
    '/analytics/outcomes',
    '/analytics/records?of=failed-payments&only=done',
    '/admin/projections',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations(page), path).toEqual([]);
  }
});
