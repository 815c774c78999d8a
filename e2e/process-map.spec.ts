import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { wrongInAnyLook } from './axe';
import { expect, test } from './people';

/** The map as of yesterday: the specs beside this one make records today. */
const map = (parameters = '') =>
  `/analytics/process-map?workflow=invoice&asOf=${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}${parameters}`;

const drawing = (page: Page) => page.getByRole('region', { name: 'Drawing of the map' });
const paths = (page: Page) => page.getByRole('table', { name: 'Paths of the map' });

/** The numbers of the drawing's paths, and those of the table beside it. */
async function numbers(page: Page, column: number): Promise<{ drawn: string[]; listed: string[] }> {
  const drawn = await drawing(page)
    .getByRole('link', { name: / to .+: .+, show the records$/ })
    .allInnerTexts();
  const listed = await paths(page)
    .locator('tbody tr')
    .evaluateAll(
      (rows, at) => rows.map((row) => row.children[at]?.querySelector('a')?.firstChild?.textContent ?? ''),
      column,
    );
  return { drawn: drawn.sort(), listed: listed.sort() };
}

/** The boxes of the drawing with their numbers, and those of the table beside it. */
async function activityNumbers(page: Page): Promise<{ drawn: string[]; listed: string[] }> {
  const drawn = await drawing(page)
    .getByRole('link', { name: /^[^:]+ times, show the records$/ })
    .evaluateAll((boxes) =>
      boxes.flatMap((box) => [...box.children].map((part) => part.firstChild?.textContent ?? '')),
    );
  const listed = await page
    .getByRole('table', { name: 'Activities of the map' })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.flatMap((row) => [
        row.children[0]?.textContent ?? '',
        row.querySelector('a')?.firstChild?.textContent ?? '',
      ]),
    );
  return { drawn: drawn.sort(), listed: listed.sort() };
}

/** The texts of an SVG file. */
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) => text);

test('the map shows what its sliders keep, with the same numbers in the table, and each leads to its records', async ({
  as,
}) => {
  const page = await as('vera', map());
  await expect(drawing(page).getByRole('link', { name: /^Invoice created \d/ })).toBeVisible();
  const both = await numbers(page, 2);
  expect(both.drawn.length).toBeGreaterThan(5);
  expect(both.drawn).toEqual(both.listed);
  const boxes = await activityNumbers(page);
  expect(boxes.drawn.length).toBeGreaterThan(3);
  expect(boxes.drawn).toEqual(boxes.listed);
  // The picture that is saved has the same boxes and numbers; and its title, the start and the end.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the process map as SVG' }).click(),
  ]);
  const letters = texts(await readFile(await download.path(), 'utf8'));
  for (const text of [...both.drawn, ...boxes.drawn]) expect(letters).toContain(text);
  expect(letters).toHaveLength(1 + 2 + boxes.drawn.length + both.drawn.length);

  const activities = page.getByRole('slider', { name: 'Activities' });
  await activities.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/activities=0/);
  await expect(activities).toHaveAttribute('aria-valuetext', /^0 %: \d+ of \d+$/);
  await expect(page.getByText(/^\d+ of \d+ activities, \d+ of \d+ paths$/)).toBeVisible();
  await page.reload();
  await expect(activities).toHaveValue('0');
  // It still begins and ends.
  await expect(
    drawing(page)
      .getByRole('link', { name: /^Start to / })
      .first(),
  ).toBeVisible();
  await expect(
    drawing(page)
      .getByRole('link', { name: / to end: / })
      .first(),
  ).toBeVisible();

  const begin = drawing(page).getByRole('link', { name: /^Start to Invoice created: / });
  const count = ((await begin.textContent()) ?? '').trim();
  await begin.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Began with: Invoice created' })).toBeVisible();
  await expect(
    page.getByText(new RegExp(`^The newest 200 of ${count}$|^${count}, newest first$`)),
  ).toBeVisible();
});

test('median times stand on the paths, and a variant leads to the records that took it', async ({ as }) => {
  const page = await as('vera', map('&activities=40&paths=20'));
  await page.getByRole('link', { name: 'Median times' }).click();
  await expect(page).toHaveURL(/show=times/);
  await expect(paths(page).getByRole('columnheader', { name: 'Median time' })).toBeVisible();
  const medians = await paths(page)
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => row.children[4]?.textContent ?? '').filter((text) => text !== '–'),
    );
  expect(medians.length).toBeGreaterThan(0);
  for (const median of medians) {
    await expect(drawing(page).getByText(median, { exact: true }).first()).toBeAttached();
  }
  const variant = page.getByRole('table', { name: 'Variants' }).getByRole('row').nth(1);
  const count = Number((await variant.getByRole('link').textContent())?.match(/\d+/)?.[0]);
  await variant.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'The invoices that took this way' })).toBeVisible();
  await expect(
    page.getByRole('region', { name: /^Table of The invoices/ }).getByRole('rowheader'),
  ).toHaveCount(count);
});

test('the map passes in every look', async ({ as }) => {
  test.slow();
  const page = await as('vera', map('&activities=30&paths=10'));
  await expect(drawing(page).getByRole('link').first()).toBeVisible();
  expect(await wrongInAnyLook(page)).toEqual([]);
});
