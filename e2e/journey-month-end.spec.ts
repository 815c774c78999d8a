import { TZDate } from '@date-fns/tz';
import type { APIRequestContext } from '@playwright/test';
import { lastOfMonthBefore } from '../lib/calendar-spans';
import { expect, test } from './people';
import { banner } from './record';

const statuses = ['open', 'partially_paid', 'paid'] as const;

/** The sums of a file's column for each currency, in the smallest unit that its figures show. */
async function sumsOf(
  request: APIRequestContext,
  href: string,
  column: string,
): Promise<Map<string, bigint>> {
  const response = await request.get(href);
  expect(response.ok()).toBe(true);
  const [header = '', ...lines] = (await response.text())
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r\n/);
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
  const names = cells(header);
  const [amountAt, currencyAt] = [names.indexOf(column), names.indexOf('Currency')];
  expect(amountAt, `${column} in ${header}`).toBeGreaterThanOrEqual(0);
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    const row = cells(line);
    const currency = row[currencyAt] ?? '';
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt((row[amountAt] ?? '').replace('.', '') || '0'));
  }
  return sums;
}

/** "€12,345.60" as 1234560. */
const digitsOf = (text: string | null): bigint => BigInt((text ?? '').replace(/[^\d-]/g, '') || '0');

test('month end: as of the last day what was open, overdue and paid; totals equal the file to the cent', async ({
  as,
}) => {
  const page = await as('mia');
  const totals = page.getByRole('list', { name: 'Totals' });
  const today = new TZDate(Date.now(), 'Europe/Berlin').toISOString().slice(0, 10);
  const lastDay = lastOfMonthBefore(today);
  const now = await totals.textContent();

  await test.step('Mia asks for the invoices as of the end of last month', async () => {
    await page.getByRole('button', { name: 'As of' }).click();
    await page.getByRole('menuitem', { name: 'At the end of last month' }).click();
    await expect(page).toHaveURL(new RegExp(`asOf=${lastDay}`));
    await expect(banner(page)).toContainText('Viewing as of the end of');
    await expect(totals).not.toHaveText(now ?? '');
  });

  await test.step('nothing can be changed there, and the page says why', async () => {
    const button = page.getByRole('button', { name: 'New invoice' });
    await expect(button).toBeDisabled();
  });

  const exportLink = page.getByRole('link', { name: 'Export CSV' });
  // Of the first currency: how many, their total, what is open of it, what is overdue.
  const figure = (place: number) => totals.getByRole('listitem').first().getByRole('strong').nth(place);
  const total = () => figure(1);
  for (const status of statuses) {
    await test.step(`${status}: the totals are those of the file`, async () => {
      await page.goto(`/invoices?asOf=${lastDay}&status=${status}&currency=EUR`);
      await expect(total()).toHaveText(/€/);
      const sums = await sumsOf(page.request, (await exportLink.getAttribute('href')) ?? '', 'Total');
      expect([...sums.keys()]).toEqual(['EUR']);
      expect(sums.get('EUR')).toBe(digitsOf(await total().textContent()));
    });
  }

  await test.step('overdue then: judged by the last day, not by today', async () => {
    await page.goto(`/invoices?asOf=${lastDay}&flags=overdue&currency=EUR`);
    const overdue = figure(3);
    const sums = await sumsOf(page.request, (await exportLink.getAttribute('href')) ?? '', 'Balance');
    expect(sums.get('EUR')).toBe(digitsOf(await overdue.textContent()));
  });

  await test.step('a row leads to its invoice at that moment; and back to now', async () => {
    await page.getByRole('rowheader').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}/);
    await page.goBack();
    await page.getByRole('button', { name: 'Return to now' }).click();
    await expect(page).not.toHaveURL(/asOf/);
    await expect(banner(page)).toHaveCount(0);
  });
});
