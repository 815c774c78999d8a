import type { Page } from '@playwright/test';
import { choose, createDraft, document, fillIn } from './invoices';
import { OwnApp } from './own-app';
import { expect, test } from './people';
import { feed, slider } from './record';

/** What somebody else does while a form is open: the currency that the form's figures were meant in is another now. */

const dialog = (page: Page) => page.getByRole('dialog');

test('a price typed while somebody changes the currency is never saved in the new one unseen', async ({
  as,
}) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '100' });
  const bob = await as('bob', new URL(ana.url()).pathname);

  await choose(ana, 'Add line');
  await dialog(ana).getByLabel('Description').fill('Yeast');
  await dialog(ana).getByLabel('Unit price').fill('12.34');
  await choose(bob, 'Change currency');
  await fillIn(bob, { Currency: 'JPY' }, 'Save');

  const send = dialog(ana).getByRole('button', { name: 'Add line' });
  await send.click();
  const price = dialog(ana).getByLabel('Unit price');
  await expect(price).toHaveAccessibleDescription(
    /Bob Ekdahl changed the currency to JPY .* this amount was written in EUR, so nothing was changed/,
  );
  await expect(dialog(ana).getByText('JPY', { exact: true })).toBeVisible();

  // Pressed again without a look, it is still no amount in yen.
  await send.click();
  await expect(price).toHaveAccessibleDescription(/JPY has no decimals; this amount has 2/);
  await price.fill('1500');
  await send.click();
  await expect(dialog(ana)).toBeHidden();
  await expect(document(ana)).toContainText('¥1,600');
  await expect(document(bob)).toContainText('¥1,600');
});

test('what was not typed follows: a changed line offers its price in the new currency', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '100' });
  const bob = await as('bob', new URL(ana.url()).pathname);
  await document(ana).getByRole('button', { name: 'Actions for Rye flour, 25 kg' }).click();
  await ana.getByRole('menuitem', { name: 'Change' }).click();
  await dialog(ana).getByLabel('Description').fill('Rye flour, 20 kg');
  await expect(dialog(ana).getByLabel('Unit price')).toHaveValue('100.00');
  await choose(bob, 'Change currency');
  await fillIn(bob, { Currency: 'JPY' }, 'Save');
  // The page behind the form has it already; what the form then hopes for is not taken for what became of it.
  await expect(ana.locator('main')).toContainText('JPY');

  await dialog(ana).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(ana).getByRole('alert')).toContainText('You had not seen that yet');
  await expect(dialog(ana).getByLabel('Unit price')).toHaveValue('100');
  await expect(dialog(ana).getByLabel('Description')).toHaveValue('Rye flour, 20 kg');
  await dialog(ana).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(ana)).toBeHidden();
  await expect(document(ana)).toContainText('Rye flour, 20 kg');
  await expect(document(ana)).toContainText('¥100');
});

test('the limit for approval is never saved in a currency that its form did not show', async ({
  browser,
}) => {
  // The company's currency is everybody's, so these two have a company of their own.
  test.setTimeout(180_000);
  const own = await OwnApp.start();
  try {
    const mia = await own.open(browser, 'mia', '/settings');
    const otto = await own.open(browser, 'otto', '/settings');
    const edit = (page: Page) => page.getByRole('button', { name: 'Edit money' }).click();
    const save = (page: Page) => dialog(page).getByRole('button', { name: 'Save' }).click();
    await edit(mia);
    const limit = dialog(mia).getByLabel('Approval above');
    await limit.fill('777.50');
    await edit(otto);
    await dialog(otto).getByLabel('Currency').selectOption('JPY');
    await dialog(otto).getByLabel('Approval above').fill('60000');
    await save(otto);
    await expect(dialog(otto)).toBeHidden();

    await save(mia);
    await expect(limit).toHaveAccessibleDescription(/Otto Brandt .* this amount was written in EUR/);
    await expect(dialog(mia).getByLabel('Currency')).toHaveValue('JPY');
    await save(mia);
    await expect(limit).toHaveAccessibleDescription(/JPY has no decimals/);
    await limit.fill('70000');
    await save(mia);
    await expect(dialog(mia)).toBeHidden();
    const money = mia.getByRole('region', { name: 'Money' });
    await expect(money).toContainText('¥70,000');

    // Currency and limit were one event: no limit was ever in force that nobody set.
    await expect(feed(mia).getByRole('article')).toHaveCount(3);
    await slider(mia).press('ArrowLeft');
    await expect(money).toContainText('was EUR→now JPY');
    await expect(money).toContainText('now ¥60,000');
    await slider(mia).press('ArrowLeft');
    await expect(money).toContainText('no limit');
  } finally {
    await own.discard();
  }
});
