import AxeBuilder from '@axe-core/playwright';
import { choose, chooseFor, createDraft, document, fillIn, next } from './invoices';
import { expect, test } from './people';
import { banner, eventCount, feed, slider, undoButton } from './record';

test('discounts come off before tax, and go again', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '100', taxRate: '19' });
  await choose(page, 'Grant discount');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Grant discount' }).click();
  await expect(dialog).toContainText('Say what the discount is for.');
  await expect(dialog).toContainText('Write a percentage like');
  await fillIn(page, { Description: 'Regular customer', Percent: '10' }, 'Grant discount');
  await expect(document(page)).toContainText('Regular customer, 10 %−€10.00');
  await expect(document(page)).toContainText('Total€107.10');

  await choose(page, 'Grant discount');
  await dialog.getByLabel('Description').fill('Late delivery');
  await dialog.getByLabel('Kind').selectOption('amount');
  await dialog.getByLabel('Amount').fill('200');
  await dialog.getByRole('button', { name: 'Grant discount' }).click();
  await expect(dialog).toContainText('more than the lines come to');
  await fillIn(page, { Amount: '5' }, 'Grant discount');
  await expect(document(page)).toContainText('Late delivery−€5.00');
  await expect(document(page)).toContainText('Total€101.15');

  await chooseFor(page, 'Actions for the discount Regular customer', 'Withdraw discount');
  await expect(document(page)).toContainText('Total€113.05');
  await undoButton(page).click();
  await expect(document(page)).toContainText('Total€101.15');

  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(banner(page)).toBeVisible();
  await expect(document(page)).toContainText('Regular customer, 10 % (removed here)');
});

test('a draft goes to another customer, with their details', async ({ as }) => {
  const page = await as('bob');
  await createDraft(page, { customer: 'Bäckerei Anfang', price: '100' });
  await createDraft(page, { customer: 'Bäckerei Ende', price: '100' });
  await choose(page, 'Edit customer');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Customer').fill('Bäckerei Anf');
  await dialog
    .getByRole('option', { name: /Bäckerei Anfang/ })
    .first()
    .click();
  await expect(dialog.getByLabel('Email')).toHaveValue('buero@muehle.example');
  await dialog.getByLabel('Email').fill('not an address');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Write an email address like');
  await fillIn(page, { Email: 'anfang@example.com', 'Tax id': 'DE 1', Reason: 'Wrong one.' }, 'Save');
  await expect(document(page)).toContainText('Bäckerei Anfang');
  await expect(document(page)).toContainText('Tax id DE 1');
  await expect(feed(page).getByRole('article').first()).toContainText('Wrong one.');
});

test('a draft changes its currency; figures stay, and one that the currency can’t hold is named', async ({
  as,
}) => {
  const page = await as('ana');
  await createDraft(page, { price: '12.50' });
  await choose(page, 'Change currency');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Currency').selectOption('JPY');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('“Rye flour, 25 kg” costs 12.50, which is no amount in JPY.');
  await fillIn(page, { Currency: 'KWD' }, 'Save');
  await expect(document(page)).toContainText('KWD 12.500');
  await expect(document(page)).toContainText('CurrencyKWD');
});

test('a double click on "Duplicate as draft" makes one copy, which leads back to its original', async ({
  as,
}) => {
  const page = await as('ana');
  const customer = `Doppelt ${Date.now()}`;
  await createDraft(page, { customer, price: '100', taxRate: '7' });
  await choose(page, 'Grant discount');
  await fillIn(page, { Description: 'Opening', Percent: '10' }, 'Grant discount');
  await choose(page, 'Discard draft');
  await fillIn(page, {}, 'Discard');
  const original = await page.getByRole('heading', { level: 1 }).textContent();
  const address = page.url();

  await next(page, 'Duplicate as draft').dblclick();
  await expect(page.getByText(`This draft is a copy of ${original}.`)).toBeVisible();
  await expect(page).not.toHaveURL(address);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(original ?? '');
  await expect(document(page)).toContainText('Total€96.30');
  await expect(document(page)).toContainText('Opening, 10 %');
  // One operation, although it is two events.
  expect(await eventCount(page)).toBe(2);
  await undoButton(page).click();
  await expect(page.locator('header').getByText('Discarded')).toBeVisible();
  await document(page)
    .getByRole('link', { name: original ?? '' })
    .click();
  await expect(page).toHaveURL(address);

  const list = await as('vera', `/invoices?q=${encodeURIComponent(customer)}`);
  await expect(list.getByRole('row', { name: new RegExp(customer) })).toHaveCount(2);
});

test('a note is added with the keyboard alone, and withdrawn', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '1' });
  await page.getByRole('button', { name: 'More actions' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type('Add note');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Note')).toBeFocused();
  await page.keyboard.type('Call before noon.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(document(page)).toContainText('Call before noon.');
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
  await chooseFor(page, 'Actions for Ana Novak’s note', 'Withdraw note');
  await expect(document(page)).not.toContainText('Call before noon.');
});

test('Enter sends a form, Escape leaves it and gives the focus back', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '1' });
  await choose(page, 'Change way of payment');
  await page.getByRole('dialog').getByLabel('Paid by').selectOption('card');
  await page.getByRole('dialog').getByLabel('Card or account').fill('Visa ending in 4242');
  await page.keyboard.press('Enter');
  await expect(document(page)).toContainText('Card, Visa ending in 4242');
  await choose(page, 'Grant discount');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
});

const ofDraft = [
  'Add line',
  'Grant discount',
  'Edit details',
  'Change currency',
  'Edit customer',
  'Change way of payment',
  'Add note',
  'Discard draft',
];
const ofOpen = [
  'Record payment',
  'Record failed payment',
  'Issue credit note',
  'Write off',
  'Send',
  'Send reminder',
  'Void',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no form of an invoice has a violation, ${colorScheme}`, async ({ as }) => {
    // Twenty forms, each looked at by axe.
    test.slow();
    const page = await as('ana');
    await page.emulateMedia({ colorScheme });
    const look = async (form: string) => {
      await expect(page.getByRole('dialog')).toBeVisible();
      // What is fading away has no colours to judge.
      await expect(page.locator('[role="menu"]')).toHaveCount(0);
      // Nor has a toast that comes or goes meanwhile.
      const { violations } = await new AxeBuilder({ page }).exclude('[data-sonner-toaster]').analyze();
      expect(violations.map(({ id, nodes }) => `${form}: ${id}, ${nodes[0]?.target.join(' ')}`)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    };
    await createDraft(page, { price: '100' });
    for (const form of ofDraft) {
      await choose(page, form);
      await look(form);
    }
    await next(page, 'Finalize').click();
    await fillIn(page, {}, 'Finalize');
    for (const form of ofOpen) {
      if (form === 'Send') await next(page, form).click();
      else await choose(page, form);
      await look(form);
    }
    await choose(page, 'Record payment');
    await fillIn(page, { Amount: '50' }, 'Record payment');
    for (const form of ['Refund', 'Record dispute']) {
      await choose(page, form);
      await look(form);
    }
  });
}
