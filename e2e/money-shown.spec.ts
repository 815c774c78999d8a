import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { document } from './invoices';
import { expect, test } from './people';

/** Amounts in a column or a figure whose digits are not all as wide as each other. */
const notTabular = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const amount = /^[-+]?(?:[A-Z]{2,3}\s?)?[€$¥]?[\d,]+(?:\.\d+)?$/;
    const money = /[€$¥]|^[-+]?[A-Z]{3}\s/;
    return [...window.document.querySelectorAll('main td, main dd, main td *, main dd *')]
      .filter(({ children, textContent }) => children.length === 0 && amount.test(textContent?.trim() ?? ''))
      .filter(({ textContent }) => money.test(textContent?.trim() ?? ''))
      .filter((element) => !getComputedStyle(element).fontVariantNumeric.includes('tabular-nums'))
      .map(({ textContent }) => textContent ?? '');
  });

test('point 34: money keeps its currency and its decimals, in numerals of one width, and differences their sign', async ({
  as,
}) => {
  const page = await as('vera');
  for (const [story, shape, never] of [
    [stories.yen, /¥[\d,]+(?![\d.,])/, /¥[\d,]+\.\d/],
    [stories.dinar, /KWD\s[\d,]+\.\d{3}(?!\d)/, /KWD\s[\d,]+\.\d{1,2}(?!\d)/],
    [stories.usd, /\$[\d,]+\.\d\d(?!\d)/, /\$[\d,]+(?![\d.,])/],
  ] as const) {
    await page.goto(`/invoices/${story.id}`);
    await expect(document(page)).toContainText(shape);
    await expect(document(page)).not.toContainText(never);
    expect(await notTabular(page)).toEqual([]);
  }
  // The same in a list of all of them, whose totals are of one currency each.
  await page.goto('/invoices?sort=-total&size=25');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  expect(await notTabular(page)).toEqual([]);
  const totals = page.getByRole('list', { name: 'Totals' }).getByRole('listitem');
  for (const sign of ['€', '¥', 'KWD', '$'])
    await expect(totals.filter({ hasText: sign })).not.toHaveCount(0);

  await page.goto('/time-machine?from=2026-11-01T00:00:00.000Z');
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows.first()).toBeVisible();
  const differences = await rows.evaluateAll((all) => all.map((row) => row.lastElementChild?.textContent));
  expect(differences.length).toBeGreaterThan(3);
  for (const difference of differences) expect(difference).toMatch(/^(?:none|[+-](?:[€$¥]|[A-Z]{3}\s).*)$/);
  expect(differences.some((difference) => difference?.startsWith('+'))).toBe(true);
});
