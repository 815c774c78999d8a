import { expect, test } from './people';
import { feed, redoButton, undoButton } from './record';

test('a new colleague’s first hour: a draft, a wrong price taken back, finalized, sent, paid', async ({
  as,
}) => {
  const page = await as('sam', '/invoices');
  const document = page.getByRole('region', { name: 'Document' });
  const newest = feed(page).getByRole('article').first();

  await test.step('creates an invoice for a customer nobody has written to before', async () => {
    await page.getByRole('link', { name: 'New invoice' }).click();
    await page.getByLabel('Customer').fill('Café Ersttag');
    await page.getByLabel('Email').fill('rechnung@ersttag.example');
    await page.getByLabel('Description').fill('Espresso beans, 1 kg');
    await page.getByLabel('Quantity').fill('12');
    await page.getByLabel('Unit price').fill('18.90');
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft [0-9A-F]{8}$/);
  });

  await test.step('adds two lines, the second with a price that is a hundred times too high', async () => {
    for (const [description, price] of [
      ['Paper filters, 1,000 pieces', '15.90'],
      ['Delivery', '1850'],
    ] as const) {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Add line' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Description').fill(description);
      await dialog.getByLabel('Unit price').fill(price);
      await dialog.getByRole('button', { name: 'Add line' }).click();
      await expect(dialog).toBeHidden();
      await expect(document.getByRole('rowheader', { name: description })).toBeVisible();
    }
    await expect(document).toContainText('€1,850.00');
  });

  await test.step('sees the total, presses Undo, and the line is gone', async () => {
    await expect(undoButton(page)).toHaveText(/^Undo: added line “Delivery”/);
    await undoButton(page).click();
    await expect(document.getByRole('rowheader', { name: 'Delivery' })).toBeHidden();
    await expect(redoButton(page)).toBeEnabled();
  });

  await test.step('adds it again with the right price; both attempts stay in the history', async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Add line' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Description').fill('Delivery');
    await dialog.getByLabel('Unit price').fill('18.50');
    await dialog.getByRole('button', { name: 'Add line' }).click();
    await expect(document).toContainText('€18.50');
    await expect(feed(page).getByRole('article', { name: /added the line “Delivery”/ })).toHaveCount(3);
  });

  await test.step('finalizes: it gets its number', async () => {
    await page.getByRole('button', { name: 'Finalize' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^INV-\d+$/);
  });

  await test.step('sends it to the customer', async () => {
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('dialog').getByLabel('To')).toHaveValue('rechnung@ersttag.example');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await expect(newest).toContainText('sent the invoice to rechnung@ersttag.example');
  });

  await test.step('records the payment that came in', async () => {
    await page.getByRole('button', { name: 'Record payment' }).click();
    // 12 × 18.90 + 15.90 + 18.50, each with 19 %.
    await expect(page.getByRole('dialog').getByLabel('Amount')).toHaveValue('310.83');
    await page.getByRole('dialog').getByRole('button', { name: 'Record payment' }).click();
    await expect(page.getByText('Paid', { exact: true })).toBeVisible();
    await expect(newest).toContainText('recorded a payment of €310.83');
  });

  await test.step('and finds it again in the list, by the customer', async () => {
    await page.getByRole('link', { name: 'Invoices' }).first().click();
    await page.getByRole('searchbox').fill('ersttag');
    await expect(page.getByRole('row', { name: /Café Ersttag/ })).toContainText('Paid');
  });
});
