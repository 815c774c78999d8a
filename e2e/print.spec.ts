import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { readPdf } from '../test/read-pdf';
import { createDraft } from './invoices';
import { expect, test } from './people';
import { banner } from './record';

/** The file that pressing something starts to download. */
async function fileFrom(page: Page, press: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Of a CSV file without line breaks in its cells. */
const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
const objectsOf = (bytes: Buffer): Record<string, unknown>[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const numbersShown = (page: Page): Promise<string[]> => page.getByRole('rowheader').allTextContents();

test('point 40: files of the list honour filters and as-of and name the zone, and no cell begins a formula', async ({
  as,
}) => {
  // Two invoices are written by hand first.
  test.slow();
  const page = await as('ana');
  const mark = `point40-${Date.now()}`;
  await createDraft(page, { customer: `=cmd|${mark}`, email: '+sum@example.com', price: '12' });
  await createDraft(page, { customer: `@cmd|${mark}`, email: '-sum@example.com', price: '12' });
  await page.goto(`/invoices?q=${mark}&sort=customer`);
  const link = page.getByRole('link', { name: 'Export CSV' });
  const now = await fileFrom(page, link);
  expect(now.name).toMatch(/^invoices-\d{4}-\d\d-\d\d\.csv$/);
  expect(linesOf(now.bytes)[0]).toContain('Last change (Europe/Berlin)');
  const address = (await link.getAttribute('href'))?.replace(/columns=[^&]*/, 'columns=customer.email');
  const file = await page.context().request.get(address ?? '');
  expect(linesOf(await file.body())).toEqual([
    'Number,Customer,Email',
    expect.stringMatching(/,'@cmd\|point40-\d+,'-sum@example\.com$/),
    expect.stringMatching(/,'=cmd\|point40-\d+,'\+sum@example\.com$/),
  ]);
  const json = await fileFrom(page, page.getByRole('link', { name: 'Export as JSON Lines' }));
  expect(json.name).toMatch(/\.jsonl$/);
  expect(objectsOf(json.bytes)).toHaveLength(2);

  await test.step('of the past: what was then, and which moment that is', async () => {
    await page.goto('/invoices?asOf=2026-11-10&status=open,partially_paid&currency=EUR&sort=total&size=100');
    await expect(banner(page)).toBeVisible();
    const shown = await numbersShown(page);
    expect(shown.length).toBeGreaterThan(3);
    const csv = await fileFrom(page, page.getByRole('link', { name: 'Export CSV' }));
    expect(csv.name).toBe('invoices-as-of-2026-11-10.csv');
    const [head = '', ...rows] = linesOf(csv.bytes);
    expect(head.endsWith('As of (Europe/Berlin)')).toBe(true);
    expect(rows.slice(0, shown.length).map((row) => row.split(',')[0])).toEqual(shown);
    for (const row of rows) expect(row.endsWith(',2026-11-10 23:59:59')).toBe(true);
    const lines = await fileFrom(page, page.getByRole('link', { name: 'Export as JSON Lines' }));
    for (const row of objectsOf(lines.bytes))
      expect(row).toMatchObject({ asOf: '2026-11-10T22:59:59.999999Z', currency: 'EUR', exponent: 2 });
  });

  await test.step('on paper: the rows, the filters and the moment with its zone, nothing to press', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(banner(page)).toContainText('Europe/Berlin');
    await expect(page.getByRole('navigation')).toHaveCount(0);
    for (const gone of ['Columns', 'Return to now'])
      await expect(page.getByRole('button', { name: gone })).toBeHidden();
    await expect(page.getByRole('link', { name: 'Export CSV' })).toBeHidden();
    await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Open');
    const times = await page.getByRole('table').locator('time[datetime*=T]').allTextContents();
    for (const time of times) expect(time).toMatch(/^\d+ \w+ 2026, [\d:]{8} CES?T$/);
    expect(await numbersShown(page)).not.toHaveLength(0);
  });
});

test('point 40: an invoice of the past goes on paper as it was then, with the moment and its zone', async ({
  as,
}) => {
  const { id, number } = stories.lastPayment;
  const page = await as('vera', `/invoices/${id}?version=6`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Print', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/invoices/${id}/print\\?version=6$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Invoice ${number}`);
  const asOf = /As of \d+ \w+ \d{4}, [\d:]{8} CES?T, Europe\/Berlin \(version 6 of \d+\)/;
  await expect(page.getByText(asOf)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await test.step('as PDF with the same words', async () => {
    const values = await page.locator('article :is(td, dd)').allTextContents();
    const amounts = values.filter((value) => value.includes('€'));
    expect(amounts.length).toBeGreaterThan(4);
    const pdf = await fileFrom(page, page.getByRole('link', { name: 'Download PDF' }));
    expect(pdf.name).toMatch(new RegExp(`^${number}-as-of-\\d{4}-\\d\\d-\\d\\d\\.pdf$`));
    const { pages, title } = await readPdf(pdf.bytes);
    expect(title).toBe(`Invoice ${number}`);
    const text = pages.join('\n');
    expect(text).toMatch(asOf);
    for (const amount of amounts) expect(text).toContain(amount);
  });

  await test.step('its history up to then, on paper and as a file, and nothing later', async () => {
    await page.getByRole('link', { name: 'Show history' }).click();
    const rows = page.getByRole('table', { name: 'History' }).getByRole('rowheader');
    await expect(rows).toHaveText(['1', '2', '3', '4', '5', '6']);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(asOf)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    const { request } = page.context();
    const csv = await request.get(`/api/records/${id}/export?version=6`);
    expect(csv.headers()['content-disposition']).toContain(`${number}-history-as-of-`);
    expect(linesOf(await csv.body())[0]).toContain('Time (Europe/Berlin)');
    const jsonl = objectsOf(
      await (await request.get(`/api/records/${id}/export?version=6&format=jsonl`)).body(),
    );
    expect(jsonl.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test('only who is signed in gets a paper or a file, and what makes no sense is told', async ({
  as,
  playwright,
  baseURL,
}) => {
  const { id } = stories.lastPayment;
  const addresses = [`/api/invoices/${id}/pdf`, `/api/records/${id}/export`, '/api/customers/export'];
  const stranger = await playwright.request.newContext({ baseURL });
  for (const address of addresses) expect((await stranger.get(address)).status()).toBe(401);
  const away = await stranger.get(`/invoices/${id}/print`, { maxRedirects: 0 });
  expect(away.status()).toBe(307);
  await stranger.dispose();
  const page = await as('vera', `/invoices/${id}/print?asOf=2020-01-01`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/did not exist yet$/);
  const { request } = page.context();
  const nonsense = {
    pdf: ['version=x', 'version=0', 'asOf=then', 'part=all', 'paper=a0'],
    export: ['version=x', 'version=0', 'asOf=then', 'format=xml'],
  };
  for (const query of nonsense.pdf)
    expect((await request.get(`/api/invoices/${id}/pdf?${query}`)).status(), query).toBe(400);
  for (const query of nonsense.export)
    expect((await request.get(`/api/records/${id}/export?${query}`)).status(), query).toBe(400);
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect((await request.get(`/api/invoices/${nobody}/pdf`)).status()).toBe(404);
  expect((await request.get(`/invoices/${nobody}/print`)).status()).toBe(404);
});
