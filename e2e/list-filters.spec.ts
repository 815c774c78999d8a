import { expect, hydrated, test } from './people';

const everything = /^\/invoices$/;

test('filters come out of the panel into the address; chips, Back and a copied link agree with them', async ({
  as,
}) => {
  const page = await as('vera');
  const filters = page.getByRole('button', { name: /^Filters/ });
  await filters.click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await panel.getByLabel('Total from').fill('2,000');
  await panel.getByRole('combobox', { name: 'Currency' }).selectOption('EUR');
  await panel.getByLabel('Due', { exact: true }).selectOption({ label: 'Between…' });
  await panel.getByLabel('Due from').fill('2020-01-01');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/total=2000\.\./);
  await expect(page).toHaveURL(/due=2020-01-01\.\./);
  const chips = page.getByRole('list', { name: 'Filters' }).getByRole('button');
  await expect(chips).toHaveText([/Total: from 2000/, /Currency: EUR/, /Due: from 1 Jan 2020/]);
  const rows = page.getByRole('rowheader');
  const shown = await rows.allTextContents();
  expect(shown.length).toBeGreaterThan(0);
  await page.reload();
  await expect(rows).toHaveText(shown);
  const other = await as('ana', page.url());
  await expect(other.getByRole('rowheader')).toHaveText(shown);

  await chips.filter({ hasText: 'Total' }).click();
  await expect(chips).toHaveCount(2);
  await expect(page).not.toHaveURL(/total=/);
  await page.goBack();
  await expect(chips).toHaveCount(3);
  await expect(rows).toHaveText(shown);
  // What was applied together goes together.
  await page.goBack();
  await expect(chips).toHaveCount(0);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toMatch(everything);
  await page.goForward();
  await expect(chips).toHaveCount(3);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(chips).toHaveCount(0);
});

test('a customer is found by a part of the name and stands in the address by id', async ({ as }) => {
  const page = await as('vera');
  await page.getByRole('button', { name: /^Filters/ }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await panel.getByRole('combobox', { name: 'Customer' }).fill('lindqvist');
  await panel
    .getByRole('option', { name: /Lindqvist/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/customer=[0-9a-f-]{36}/);
  await expect(page.getByRole('list', { name: 'Filters' }).getByRole('button')).toHaveText(
    /Customer: Lindqvist/,
  );
  for (const cell of await page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .all())
    await expect(cell).toContainText('Lindqvist');
});

test('who ever changed an invoice is found, not only who did last', async ({ as }) => {
  const page = await as('vera');
  await page.getByRole('button', { name: /^Filters/ }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await panel.getByLabel('Changed by').selectOption({ label: 'Ana Novak' });
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Changed by: Ana Novak');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Changed by' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Changed by' })).toBeVisible();
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows.filter({ hasNotText: 'Ana Novak' })).not.toHaveCount(0);
});

test('what a field can’t mean is said at the field, and nothing is filtered', async ({ as }) => {
  const page = await as('vera');
  await page.getByRole('button', { name: /^Filters/ }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await panel.getByRole('combobox', { name: 'Customer' }).fill('nobody in particular');
  await panel.getByLabel('Balance up to').fill('a lot');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(panel.getByText('Choose a customer from the list, or leave this empty.')).toBeVisible();
  await expect(panel.getByText('Write amounts like 1234.50.')).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  expect(new URL(page.url()).search).toBe('');
});

test('flags of an invoice are beside its statuses in one menu', async ({ as }) => {
  const page = await as('vera');
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Overdue' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/flags=overdue/);
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).not.toHaveCount(0);
  await expect(rows.filter({ hasNotText: 'Overdue' })).toHaveCount(0);
});

test('nonsense in an address is left out and named; the rest of it holds', async ({ as }) => {
  const page = await as(
    'vera',
    '/invoices?status=paid,lost&due=someday&total=1e400..&by=%00&since=x&customer=me',
  );
  await expect(page.getByRole('status').filter({ hasText: 'could not be understood' })).toContainText(
    'status, customer, total, due date, changed by, changed since',
  );
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows.filter({ hasNotText: 'Paid' })).toHaveCount(0);
  await expect(rows).not.toHaveCount(0);
});

test('where nothing matches each filter can be taken away by itself', async ({ as }) => {
  const page = await as('vera', '/invoices?q=INV&status=paid&balance=999999..');
  await expect(page.getByText('No invoice matches')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the filter Balance' }).click();
  await expect(page.getByRole('rowheader')).not.toHaveCount(0);
  await expect(page).toHaveURL(/status=paid/);
});

test('on a phone the filters are a sheet, and the list does not grow wider than the screen', async ({
  as,
}) => {
  const page = await as('vera');
  await page.setViewportSize({ width: 360, height: 780 });
  await page.reload();
  await hydrated(page);
  await page.getByRole('button', { name: /^Filters/ }).click();
  const panel = page.getByRole('dialog', { name: 'Filters' });
  await panel.getByLabel('Due', { exact: true }).selectOption({ label: 'No due date' });
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/due=none/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
