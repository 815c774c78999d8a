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

test('on a phone the answer comes first, and the filters are a button with what is set beside it', async ({
  as,
}) => {
  const page = await as('mia');
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/analytics/refunds?from=2026-01-01&undone=1&paths=last');
  const [button, from] = [page.getByRole('button', { name: 'Filters (2)' }), page.getByLabel('From')];
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(from).toBeHidden();
  await expect(page.getByRole('figure').first()).toBeInViewport();
  await page.getByRole('link', { name: 'Remove the filter Undone events too' }).click();
  await expect(page).toHaveURL(/^(?!.*undone).*from=2026-01-01.*paths=last/);
  await page.getByRole('button', { name: 'Filters (1)' }).focus();
  await page.keyboard.press('Enter');
  await from.fill('2026-11-05');
  await page.getByLabel('To', { exact: true }).fill('2026-11-01');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  // Folded again, but for what is to be put right.
  await expect(page.getByText('The period ends before it begins')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No payment and no refund' })).toBeVisible();
  await page.getByRole('link', { name: 'Remove the filter To 1 Nov 2026' }).click();
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toHaveAttribute('aria-expanded', 'false');
});

test('refunds are compared by three kinds of paths, each number with as many records behind it', async ({
  as,
}) => {
  test.slow();
  const page = await as('vera', '/analytics/refunds?to=2026-11-20');
  const table = page.getByRole('table', { name: 'By path of events' });
  for (const paths of ['Kinds of events', 'Last 2 events', 'Whole history']) {
    await page
      .getByRole('navigation', { name: 'Paths compared as' })
      .getByRole('link', { name: paths })
      .click();
    await expect(page.getByRole('link', { name: paths })).toHaveAttribute('aria-current', 'true');
    for (const number of [/^\d+ refunded next/, /^\d+ came this way/]) {
      const link = table.getByRole('row').nth(1).getByRole('link', { name: number });
      const count = Number.parseInt((await link.textContent()) ?? '', 10);
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/this (path of events|way)$/);
      await expect(page.getByRole('table', { name: 'Records' }).getByRole('rowheader')).toHaveCount(count);
      await page.getByRole('link', { name: 'Back to the question' }).click();
      await expect(page.getByRole('link', { name: paths })).toHaveAttribute('aria-current', 'true');
    }
  }
});

test('a chart is reached by Tab, and Enter leads from a mark to as many records', async ({ as }) => {
  const title = 'Refunds by business path';
  const page = await as('vera', '/analytics/refunds?workflow=invoice');
  const marks = page.getByRole('slider', { name: `Marks of ${title}` });
  await expect(
    page.getByRole('figure', { name: title }).locator('.recharts-bar-rectangle').first(),
  ).toBeVisible();
  await page.getByRole('button', { name: `Save ${title} as SVG` }).focus();
  await page.keyboard.press('Tab');
  await expect(marks).toBeFocused();
  await page.keyboard.press('End');
  const words = (await marks.getAttribute('aria-valuetext')) ?? '';
  const [, name = '', count = ''] = /^(.*): (\d+)$/.exec(words) ?? [];
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Refunds, business path “${name}”`);
  await expect(page.getByRole('table', { name: 'Records' }).getByRole('rowheader')).toHaveCount(
    Number(count),
  );
});

test('every number of every table stands under a head', async ({ as }) => {
  const page = await as('vera');
  for (const question of ['refunds', 'failed-payments', 'churn', 'undo']) {
    await page.goto(`/analytics/${question}`);
    await expect(page.getByRole('table').first()).toBeVisible();
    const widths = await page
      .locator('main table')
      .evaluateAll((tables) =>
        tables.map((table) => [...table.querySelectorAll('tr')].map(({ children }) => children.length)),
      );
    for (const rows of widths) expect(new Set(rows).size, question).toBe(1);
  }
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
