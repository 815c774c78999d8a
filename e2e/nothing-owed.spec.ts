import { choose, createDraft, document, fillIn, finalizeAndSend, next } from './invoices';
import { expect, test } from './people';

/** Invoices that nobody owes anything on, although nobody paid them as they are: of nothing, and paid too much. */

test('an invoice of nothing is sent like any other, and no receipt is offered for it', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '0' });
  await next(page, 'Finalize').click();
  await fillIn(page, {}, 'Finalize');
  await next(page, 'Send').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Records that the invoice goes to the customer now');
  await expect(dialog.getByLabel('What', { exact: true })).toBeHidden();
  await fillIn(page, {}, 'Send');
  await expect(document(page)).toContainText('Invoice to buero@muehle.example');
  await expect(page.locator('header').getByRole('button', { name: /^Send/ })).toBeHidden();
  await choose(page, 'Send again');
  await fillIn(page, {}, 'Send');
  await expect(document(page)).not.toContainText('Receipt to');
});

test('paid too much is a flag on the page and in the list; the invoice can still be sent, and a receipt too', async ({
  as,
}) => {
  const page = await as('ana');
  const customer = `Zuviel ${Date.now().toString(36)}`;
  await createDraft(page, { customer, price: '100' });
  await next(page, 'Finalize').click();
  await fillIn(page, {}, 'Finalize');
  await choose(page, 'Record payment');
  await fillIn(page, { Amount: '120' }, 'Record payment');
  await expect(page.locator('header').getByText('Overpaid', { exact: true })).toBeVisible();
  await expect(next(page, 'Refund')).toBeVisible();
  await choose(page, 'Send');
  await fillIn(page, {}, 'Send');
  await expect(document(page)).toContainText('Invoice to buero@muehle.example');
  await choose(page, 'Send receipt');
  await fillIn(page, { What: 'receipt' }, 'Send receipt');
  await expect(document(page)).toContainText('Receipt to buero@muehle.example');
  await choose(page, 'Send receipt');
  await fillIn(page, { What: 'invoice' }, 'Send');
  await expect(document(page).getByText('Invoice to buero@muehle.example')).toHaveCount(2);

  await page.goto(`/invoices?flags=overpaid&q=${encodeURIComponent(customer)}`);
  const row = page.getByRole('row').filter({ hasText: customer });
  await expect(row).toContainText('PaidOverpaid');
});

test('of an open invoice the flag is gone, and no receipt is offered', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '100' });
  await finalizeAndSend(page);
  await expect(page.locator('header').getByText('Overpaid', { exact: true })).toBeHidden();
  await choose(page, 'Send again');
  await expect(page.getByRole('dialog').getByLabel('What', { exact: true })).toBeHidden();
});
