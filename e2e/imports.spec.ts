import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violations, wrongInAnyLook } from './axe';
import { foundIn, openPalette } from './palette';
import { expect, test } from './people';
import { banner, feed, slider, undoButton } from './record';

/** A log of its own for each run: the specs share a database. */
const log = (name: string) => `Log ${name} ${Date.now()}`;

const good = [
  'Order no,Step,When,Clerk,Amount',
  'A-1,Received,2026-03-01 09:00,Ines,=12.50',
  'A-1,Checked,2026-03-01 10:30,Omar,',
  'A-2,Received,2026-03-02 08:15,Ines,99.00',
];

async function upload(page: Page, name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`${lines.join('\n')}\n`);
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const column = (page: Page, role: string) => page.getByLabel(role, { exact: true });

test('a log is uploaded, looked at, imported, and found again after a reload', async ({ as }) => {
  test.slow();
  const page = await as('mia', '/imports');
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await upload(page, 'orders.csv', good);

  await test.step('what is in which column is guessed as far as it can be, and the rest is chosen', async () => {
    const rows = page.getByRole('region', { name: 'First rows of the file' }).getByRole('row');
    await expect(rows).toHaveCount(4);
    await expect(column(page, 'Time')).toHaveValue('When');
    await column(page, 'Case').selectOption('Order no');
    await column(page, 'Activity').selectOption('Step');
    await column(page, 'Who or what did it').selectOption('Clerk');
    await column(page, 'Name of the log').fill(log('orders'));
    await expect(page.getByText('The first 3 rows are all right.')).toBeVisible();
    await expect(page.getByText('Received (2), Checked (1)')).toBeVisible();
    expect(await wrongInAnyLook(page)).toEqual([]);
  });

  await page.getByRole('button', { name: 'Start import' }).click();
  const result = page.getByText('3 events of 2 records were added.');
  await expect(result).toBeVisible();
  await page.reload();
  await expect(result).toBeVisible();
  await page.getByRole('link', { name: 'Imports' }).first().click();
  await expect(page.getByRole('row', { name: /orders\.csv/ }).first()).toContainText('Done');
});

test('a case of a log is a record: its own clock, a field put back by undo, found as of any moment', async ({
  as,
}) => {
  const page = await as('mia', '/imports');
  const name = log('claims');
  const claim = `K-${Date.now()}`;
  await upload(page, 'claims.csv', [
    'case id,activity,timestamp,amount',
    `${claim},Filed,2026-03-01T09:00:00+11:00,120.50`,
    `${claim},Settled,2026-03-02T16:45:00+11:00,99.90`,
  ]);
  await column(page, 'Name of the log').fill(name);
  await page.getByRole('button', { name: 'Start import' }).click();
  await expect(page.getByText('2 events of 1 record were added.')).toBeVisible();

  await openPalette(page);
  await page.keyboard.type(claim.toLowerCase());
  await expect(foundIn(page, 'Records')).toHaveAccessibleDescription(`${name} · Settled`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: claim })).toBeVisible();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details).toContainText('99.90');
  // Nobody here lives eleven hours ahead of UTC.
  await expect(feed(page)).toContainText('16:45');
  expect(await violations(page, 'main')).toEqual([]);

  await page.getByRole('button', { name: 'Set a field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Field').fill('amount');
  await dialog.getByLabel('Value').fill('1.00');
  await dialog.getByRole('button', { name: 'Set field' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(details).toContainText('1.00');
  await undoButton(page).click();
  await expect(details).toContainText('99.90');
  await expect(feed(page).getByRole('article')).toHaveCount(4);
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(banner(page)).toContainText('1 Mar 2026, 09:00');
  await expect(details).toContainText('120.50');

  await page.goto(`/records?q=${claim}&asOf=2026-03-01T12:00:00Z`);
  await expect(page.getByRole('row').filter({ hasText: claim })).toContainText('Filed');
});

test('bad rows are named with line and column, and can be put aside into a file', async ({ as }) => {
  const page = await as('mia', '/imports');
  await upload(page, 'bad-rows.csv', [
    'case id,activity,timestamp',
    'C-1,Started,2026-03-01T09:00:00Z',
    'C-1,Ended,yesterday',
  ]);
  await expect(page.getByText('Line 3, column “timestamp”:')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start import' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('checkbox', { name: 'Put bad rows aside' }).check();
  await column(page, 'Name of the log').fill(log('bad rows'));
  await page.getByRole('button', { name: 'Start import' }).click();
  await expect(page.getByText('1 row could not be imported and was put aside.')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Bad rows as CSV' }).click();
  const rejects = await readFile(await (await downloading).path(), 'utf8');
  expect(rejects).toContain('3,timestamp,');
  expect(rejects).toContain('yesterday');
});

test('an import is stopped, and begun anew or gone on with to its end, with what was chosen', async ({
  as,
}) => {
  test.slow();
  const page = await as('mia', '/imports');
  const cases = 20_000;
  const rows = Array.from({ length: cases * 3 }, (_, n) => {
    const at = new Date(Date.UTC(2026, 0, 5) + n * 1000).toISOString();
    return `C-${n % cases},Step ${Math.floor(n / cases)},${at},${n}`;
  });
  await upload(page, 'many.csv', ['case id,activity,timestamp,n', ...rows]);
  const name = log('many');
  await column(page, 'Name of the log').fill(name);
  await page.getByRole('button', { name: 'Start import' }).click();
  await page.getByRole('button', { name: /^(?:Cancel|Stop)$/ }).click();
  // Before anything was written it is begun anew, with what was chosen; after that it goes on.
  const again = page.getByRole('button', { name: /^(?:Start import|Go on with it)$/ });
  await expect(again).toBeVisible();
  if ((await again.textContent())?.includes('Start'))
    await expect(column(page, 'Name of the log')).toHaveValue(name);
  await page.reload();
  await again.click();
  await expect(page.getByText(/of 20,000 records were added\.$/)).toBeVisible({ timeout: 90_000 });
});

test('an export of ours needs no mapping, and what is here already is passed over', async ({ as }) => {
  const page = await as('mia', '/imports');
  const history = await page.request.get('/api/activity/export?format=jsonl&workflow=company');
  const lines = (await history.text()).trimEnd().split('\n');
  await upload(page, 'export.jsonl', lines);
  await expect(page.getByRole('heading', { name: 'An export of Retrace' })).toBeVisible();
  await page.getByRole('button', { name: 'Start import' }).click();
  await expect(page.getByRole('heading', { name: 'The history is here' })).toBeVisible();
  await expect(page.getByText(/^0 events of 1 record were added/)).toBeVisible();
});

test('only managers and admins import, and the server says so too', async ({ as }) => {
  const page = await as('ana');
  await page.goto('/imports');
  await expect(page.getByRole('heading', { name: 'Only managers and admins import files' })).toBeVisible();
  const { request } = page.context();
  expect((await request.post('/api/imports/upload?name=x.csv', { data: 'a,b\n' })).status()).toBe(403);
});

test('Activity and a record are exported as CloudEvents and XES from their menus', async ({ as }) => {
  const page = await as('mia', '/activity?type=company.company_set_up');
  for (const [item, extension, beginning] of [
    ['Export as CloudEvents', /\.cloudevents\.jsonl$/, '{"specversion":"1.0"'],
    ['Export as XES', /\.xes$/, '<?xml version="1.0"'],
  ] as const) {
    await page.getByRole('button', { name: 'More export formats' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(extension);
    expect((await readFile(await download.path(), 'utf8')).startsWith(beginning)).toBe(true);
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
});
