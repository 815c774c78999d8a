import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { feed } from './record';

const { doubleCharge } = stories;

test('a customer disputes a double charge: both payments are found, one is refunded, noted, and answered', async ({
  as,
}) => {
  const page = await as('ana');
  const document = page.getByRole('region', { name: 'Document' });
  const newest = feed(page).getByRole('article').first();

  await test.step('Ana finds the invoice by its customer', async () => {
    await page.getByRole('searchbox').fill(doubleCharge.customer);
    await page.getByRole('link', { name: doubleCharge.number }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(doubleCharge.number);
  });

  const payments = document.getByRole('table', { name: 'Payments' });
  const menus = payments.getByRole('button', { name: /^Actions for payment/ });
  await test.step('sees the same payment twice, and in the history who recorded each', async () => {
    await expect(menus).toHaveCount(2);
    const names = await menus.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    const [first, second] = names.map((name) => /^(.*), (ch_\d+)/.exec(name)?.slice(1) ?? []);
    // Of the same amount and day; only the bank's reference tells them apart.
    expect(second?.[0]).toBe(first?.[0]);
    expect(second?.[1]).not.toBe(first?.[1]);
    await expect(feed(page).getByRole('article', { name: /recorded a payment/ })).toHaveCount(2);
  });

  const balance = document.getByText(/^Balance/).locator('..');
  const before = await balance.textContent();
  await test.step('refunds one of them, and says why', async () => {
    await menus.last().click();
    await page.getByRole('menuitem', { name: 'Refund' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('owed again');
    await dialog.getByRole('button', { name: 'Issue refund' }).click();
    await expect(dialog).toContainText('Say why');
    await dialog.getByLabel('Reason').fill('The card was charged twice for the first instalment.');
    await dialog.getByRole('button', { name: 'Issue refund' }).click();
    await expect(dialog).toBeHidden();
    await expect(newest).toContainText('issued a refund of');
    await expect(newest).toContainText('charged twice for the first instalment');
    await expect(payments).toContainText(/on its way/i);
    await expect(balance).not.toHaveText(before ?? '');
  });

  await test.step('leaves a note for her colleagues', async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Add note' }).click();
    await page.getByRole('dialog').getByLabel('Note').fill('Double charge: second payment refunded by card.');
    await page.getByRole('dialog').getByRole('button', { name: 'Add note' }).click();
    await expect(document).toContainText('Double charge: second payment refunded by card.');
  });

  await test.step('and answers the customer', async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Send again' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Message')
      .fill('You are right, and we are sorry: the second charge is on its way back.');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect(dialog).toBeHidden();
    await expect(newest).toContainText('sent the invoice to');
    await expect(document).toContainText('the second charge is on its way back');
  });

  await test.step('a manager sees all of it, and can look at the moment before', async () => {
    const mia = await as('mia', page.url());
    await expect(feed(mia).getByRole('article', { name: /Ana Novak issued a refund/ })).toBeVisible();
    await mia.goto(`${page.url()}?version=${doubleCharge.paymentVersions[1]}`);
    const then = mia.getByRole('region', { name: 'Document' });
    await expect(then.getByRole('table', { name: 'Payments' })).not.toContainText(/on its way/i);
  });
});
