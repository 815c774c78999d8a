import type { Page } from '@playwright/test';
import { choose, createDraft, document, fillIn, finalizeAndSend, next, payments } from './invoices';
import { expect, test } from './people';
import { feed, redoButton, undoButton } from './record';

/** An invoice over €100.00 that was paid, and €40.00 of it given back. */
async function refunded(page: Page, reason: string): Promise<void> {
  await createDraft(page, { price: '100' });
  await finalizeAndSend(page);
  await next(page, 'Record payment').click();
  await fillIn(page, { Amount: '100' }, 'Record payment');
  await expect(payments(page)).toContainText('€100.00');
  await payments(page)
    .getByRole('button', { name: /^Actions for payment/ })
    .click();
  await page.getByRole('menuitem', { name: 'Refund', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Amount', { exact: true }).fill('40');
  await dialog.getByRole('button', { name: 'Issue refund' }).click();
  await expect(dialog).toContainText('Say why');
  await fillIn(page, { Reason: reason }, 'Issue refund');
}

const newest = (page: Page) => feed(page).getByRole('article').first();

test('point 20: point 31: Undo and Redo name the action; a reason is asked for where money moves, also on Ctrl+Z, and shown in the row', async ({
  as,
}) => {
  const page = await as('ana');
  await refunded(page, 'Two bags were torn.');
  await expect(newest(page).locator('blockquote')).toHaveText('Two bags were torn.');
  await expect(undoButton(page)).toHaveAccessibleName(/^Undo: refund €40\.00/);

  await page.keyboard.press('Control+Z');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('Undo: refund €40.00');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(dialog).toContainText('Say why');
  await fillIn(page, { Reason: 'They were not.' }, 'Undo');
  await expect(newest(page).locator('blockquote')).toHaveText('They were not.');
  await expect(redoButton(page)).toHaveAccessibleName(/^Redo: refund €40\.00/);
  await expect(undoButton(page)).toHaveAccessibleName(/^Undo: payment €100\.00/);
});

test('point 33: differences of lines go by the line: one that goes and comes back leaves the others as they were', async ({
  as,
}) => {
  const page = await as('ana');
  await createDraft(page, { price: '10' });
  for (const item of ['Filters', 'Delivery']) {
    await choose(page, 'Add line');
    await fillIn(page, { Description: item, 'Unit price': '5' }, 'Add line');
  }
  await page.getByRole('button', { name: 'Actions for Rye flour, 25 kg' }).click();
  await page.getByRole('menuitem', { name: 'Remove line', exact: true }).click();
  await expect(feed(page).getByRole('article')).toHaveCount(4);

  const onlyTheOne = async (version: number) => {
    await page.goto(`${new URL(page.url()).pathname}?version=${version}`);
    const row = feed(page).locator(`[data-version="${version}"]`);
    await expect(row).toHaveAttribute('aria-current', 'true');
    // The first of three lines: by its place every line would differ.
    await expect(row.locator('dl > div')).toHaveCount(1);
    await expect(row.locator('dl')).toContainText('Rye flour, 25 kg');
    const lines = document(page).getByRole('row');
    for (const other of ['Filters', 'Delivery'])
      await expect(lines.filter({ hasText: other }).locator('ins, del')).toHaveCount(0);
  };
  await onlyTheOne(4);
  await page.goto(new URL(page.url()).pathname);
  await undoButton(page).click();
  await expect(feed(page).getByRole('article')).toHaveCount(5);
  await onlyTheOne(5);
  const order = await document(page).getByRole('rowheader').allTextContents();
  expect(order.join(' ')).toMatch(/Rye flour.*Filters.*Delivery/);
});
