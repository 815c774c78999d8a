import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './people';

/** The lines of a file that pressing the button starts to download, as cells. */
async function fileFrom(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; lines: string[][] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const text = await readFile(await download.path(), 'utf8');
  // The sign by which Excel knows UTF-8.
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text.slice(1).trimEnd().split('\r\n');
  return { name: download.suggestedFilename(), lines: lines.map((line) => cellsOf(line)) };
}

const cellsOf = (line: string): string[] =>
  Array.from(
    line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g),
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );

test('the file has what is filtered, in the chosen columns, and its sums are the totals of the page', async ({
  as,
}) => {
  const page = await as('vera', '/invoices?flags=overdue&currency=EUR&sort=balance');
  const shown = await page.getByRole('rowheader').allTextContents();
  const link = page.getByRole('link', { name: 'Export CSV' });
  const { name, lines } = await fileFrom(page, () => link.click());
  expect(name).toMatch(/^invoices-\d{4}-\d\d-\d\d\.csv$/);
  const [header = [], ...rows] = lines;
  expect(header).toEqual([
    'Number',
    'Customer',
    'Status',
    'Flags',
    'Due',
    'Currency',
    'Total',
    'Balance',
    expect.stringMatching(/^Last change \(.+\)$/),
  ]);
  expect(rows.map(([number]) => number)).toEqual(shown);
  const sum = (column: string) =>
    rows.reduce((cents, row) => cents + Math.round(Number(row[header.indexOf(column)]) * 100), 0);
  const euros = (cents: number) =>
    new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(cents / 100);
  const totals = page.getByRole('list', { name: 'Totals' });
  await expect(totals).toContainText(`${rows.length} invoices`);
  await expect(totals).toContainText(`total ${euros(sum('Total'))}`);
  await expect(totals).toContainText(`open balance ${euros(sum('Balance'))}`);
  await expect(totals).toContainText(`overdue ${euros(sum('Balance'))}`);
});

test('columns are chosen, remembered and put back', async ({ as }) => {
  const page = await as('vera');
  const columns = page.getByRole('button', { name: 'Columns' });
  const header = page.getByRole('columnheader');
  const usual = ['', 'Number', 'Customer', 'Status', 'Due', 'Total', 'Balance', 'Last change'];
  await expect(header).toHaveText(usual);
  await columns.click();
  for (const name of ['Tax', 'Lines', 'Status']) await page.getByRole('menuitemcheckbox', { name }).click();
  await page.keyboard.press('Escape');
  const chosen = ['', 'Number', 'Customer', 'Due', 'Lines', 'Tax', 'Total', 'Balance', 'Last change'];
  await expect(header).toHaveText(chosen);
  await page.reload();
  await expect(header).toHaveText(chosen);
  const { lines } = await fileFrom(page, () => page.getByRole('link', { name: 'Export CSV' }).click());
  expect(lines[0]).toEqual(expect.arrayContaining(['Lines', 'Tax', 'Currency']));
  expect(lines[0]).not.toContain('Status');
  await columns.click();
  await page.getByRole('menuitem', { name: 'Reset to default' }).click();
  await expect(header).toHaveText(usual);
});

test('only who is signed in gets a file, and nonsense is no reason to fail', async ({
  as,
  playwright,
  baseURL,
}) => {
  const stranger = await playwright.request.newContext({ baseURL });
  expect((await stranger.get('/api/invoices/export')).status()).toBe(401);
  await stranger.dispose();
  const page = await as('vera');
  const { request } = page.context();
  const nonsense = await request.get(
    '/api/invoices/export?status=lost&total=x&sort=colour&columns=colour&after=1',
  );
  expect(nonsense.status()).toBe(200);
  expect((await request.post('/api/invoices/export', { form: { selection: '{}' } })).status()).toBe(400);
});
