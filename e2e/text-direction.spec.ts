import type { Locator, Page } from '@playwright/test';
import { createDraft, document } from './invoices';
import { expect, test } from './people';
import { feed } from './record';

/** What people wrote from right to left, or with characters that turn the direction, stands in our sentences unharmed. */

const override = '\u202E';

/** From left to right, where these words begin in an element; all of them in one line. */
const begins = (element: Locator, words: readonly string[]): Promise<number[]> =>
  element.evaluate((root, wanted) => {
    const walker = window.document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = new Map<string, number>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of wanted) {
        const at = node.textContent?.indexOf(word) ?? -1;
        if (at < 0) continue;
        const range = window.document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        found.set(word, range.getBoundingClientRect().left);
      }
    }
    return wanted.map((word) => found.get(word) ?? Number.NaN);
  }, words);

async function expectInOrder(element: Locator, words: readonly string[]): Promise<void> {
  const places = await begins(element, words);
  expect(
    places.every((place) => !Number.isNaN(place)),
    `${words.join(', ')}: ${places.join(', ')}`,
  ).toBe(true);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
}

const created = (page: Page) =>
  feed(page).getByRole('article').last().getByRole('paragraph').filter({ hasText: 'created' });

for (const [what, customer] of [
  ['an override', `${override}moc.elpmaxe`],
  ['a name in Arabic', 'مطبعة النور ٢٠٢٦'],
] as const) {
  test(`a sentence with ${what} reads on as it was written`, async ({ as }) => {
    const page = await as('ana');
    await page.setViewportSize({ width: 1900, height: 900 });
    await createDraft(page, { customer, price: '10' });
    await expect(created(page)).toContainText('with 1 line');
    // It may break anywhere, but for within a word.
    for (const letters of [
      ['created', 'reated'],
      ['with', 'ith'],
      ['line', 'ine'],
    ])
      await expectInOrder(created(page), letters);

    await page.goto('/activity');
    const row = page
      .getByRole('feed', { name: 'Activity' })
      .getByRole('article')
      .filter({ hasText: customer })
      .filter({ hasText: 'created the invoice' })
      .first();
    await expectInOrder(row.getByRole('paragraph').filter({ hasText: 'created' }), [
      'created',
      'invoice',
      'with',
      'line',
    ]);
  });
}

test('names for assistive technology set apart what people wrote, and only where it is needed', async ({
  as,
}) => {
  const page = await as('ana');
  await createDraft(page, { price: '10' });
  await expect(
    document(page).getByRole('button', { name: 'Actions for Rye flour, 25 kg', exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Add line', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Description').fill(`${override}txet`);
  await dialog.getByLabel('Unit price').fill('1');
  await dialog.getByRole('button', { name: 'Add line' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    document(page).getByRole('button', { name: `Actions for \u2068${override}txet\u2069`, exact: true }),
  ).toBeVisible();
});
