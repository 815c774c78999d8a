import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { wrongInAnyLook } from './axe';
import { expect, test } from './people';

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 });
const figure = (page: Page, name: string) => page.getByRole('figure', { name });

/** The text of a file that a press on a button saves. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return {
    name: (download as Download).suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}

test('what follows on what: each number leads to as many records, and the address holds the question', async ({
  as,
}) => {
  // The specs beside this one make records today.
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const page = await as('vera', `/analytics/explorer?asOf=${yesterday}`);
  await expect(
    page.getByText(/^Payment failed was followed by payment received within 14 days in /),
  ).toBeVisible();
  await page.getByLabel('Within days').fill('30');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/days=30/);
  const answer = page.getByText(/ within 30 days in [\d.]+ % of cases: \d+ of \d+/);
  await expect(answer).toBeVisible();
  await page.reload();
  await expect(answer).toBeVisible();

  const link = page.getByRole('link', { name: /Not followed in time$/ });
  const count = Number((await link.textContent())?.match(/\d+/)?.[0]);
  expect(count).toBeGreaterThan(0);
  await link.click();
  await expect(
    heading(page, 'Payment failed, not followed by payment received within 30 days'),
  ).toBeVisible();
  const rows = page.getByRole('region', { name: /^Table of Payment failed, not/ }).getByRole('rowheader');
  await expect(rows).toHaveCount(count);
  await rows.first().getByRole('link').click();
  // As it was when the payment failed.
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}\?version=\d+/);
  await page.goBack();
  await expect(rows).toHaveCount(count);
});

test('a chart is read mark by mark from the keyboard, as a table, and saved as CSV and SVG', async ({
  as,
}) => {
  const title = 'How far they came';
  const page = await as(
    'vera',
    '/analytics/explorer?ask=funnel&step1=invoice_finalized&step2=invoice_sent&step3=payment_received',
  );
  const marks = page.getByRole('slider', { name: `Marks of ${title}` });
  await expect(figure(page, title).locator('.recharts-bar-rectangle')).toHaveCount(3);
  await marks.focus();
  await page.keyboard.press('End');
  await expect(marks).toHaveAttribute(
    'aria-valuetext',
    /^3\. Payment received: [\d.]+ %, between [\d.]+ % and [\d.]+ %, \d+ of \d+$/,
  );
  const svg = await saved(page, `Save ${title} as SVG`);
  expect(svg.name).toBe('how-far-they-came.svg');
  // Its letters come along, and no colour is left to a style sheet.
  expect(svg.text).toContain('@font-face');
  expect(svg.text).not.toMatch(/var\(|light-dark/);
  const csv = await saved(page, `Save ${title} as CSV`);
  expect(csv.text).toMatch(/^\uFEFFStep,Of those that began,From,To,Invoices\r\n1\. Invoice finalized,1,/);

  await figure(page, title).getByRole('switch', { name: 'Show as table' }).check();
  const table = page.getByRole('table', { name: title });
  await expect(table.getByRole('row')).toHaveCount(4);
  await table.getByRole('row').last().getByRole('link').click();
  await expect(heading(page, 'Payment received, as step 3')).toBeVisible();
});

test('a number that counts none leads to no list, and is said to be none', async ({ as }) => {
  const page = await as('vera');
  for (const ask of ['follows', 'funnel', 'between', 'who']) {
    await page.goto(`/analytics/explorer?ask=${ask}&from=1990-01-01&to=1990-02-01`);
    await expect(page.getByRole('main').getByRole('status').first()).toBeVisible();
    await expect(page.getByRole('link', { name: /show the records/ }), ask).toHaveCount(0);
  }
});

test('the Explorer is found by everybody in every look, and what it can’t read is named', async ({ as }) => {
  test.slow();
  const page = await as('vera', '/analytics/explorer?ask=between&show=never&least=soon');
  await expect(page.getByText(/could not be understood and was left out: the records to list/)).toBeVisible();
  await expect(figure(page, 'How long it took').locator('.recharts-bar-rectangle').first()).toBeVisible();
  expect(await wrongInAnyLook(page)).toEqual([]);
});
