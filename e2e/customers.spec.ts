import { expect, test } from './people';
import { banner, feed, redoButton, slider, undoButton } from './record';

/** A name that no other run of this test has used. */
const fresh = (name: string): string => `${name} ${Date.now().toString(36)}`;

test('a customer is added, changed, looked at as they were, and the change undone', async ({ as }) => {
  const page = await as('ana', '/customers');
  const name = fresh('Kiosk am Ufer');
  await page.getByRole('link', { name: 'New customer' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill('kiosk@example.com');
  await page.getByLabel('Address').fill('Uferweg 3\n10999 Berlin');
  await page.getByRole('button', { name: 'Add customer' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(feed(page).getByRole('article')).toHaveCount(1);
  await expect(feed(page)).toContainText(`added the customer ${name}`);

  await page.getByRole('button', { name: 'Edit details' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill('kiosk');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Write an email address like orders@example.com.');
  await dialog.getByLabel('Email').fill('neu@example.com');
  await dialog.getByLabel('Tax id').fill('DE123456789');
  await dialog.getByLabel('Reason').fill('They moved');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details).toContainText('neu@example.com');
  await expect(feed(page)).toContainText('changed the customer’s email address and tax id');

  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(banner(page)).toContainText('after event 1 of 2');
  await expect(details).toContainText('kiosk@example.com');
  await expect(page.getByRole('button', { name: 'Edit details' })).toBeDisabled();
  await page.getByRole('button', { name: 'Return to now' }).click();

  await undoButton(page).click();
  await expect(details).toContainText('kiosk@example.com');
  await redoButton(page).click();
  await expect(details).toContainText('neu@example.com');
});

test('notes, archiving and bringing back are kept in the history', async ({ as }) => {
  const page = await as('ana', '/customers/new');
  const name = fresh('Teestube');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const more = async (label: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: label }).click();
  };
  await more('Add note');
  await page.getByRole('dialog').getByLabel('Note').fill('Pays on Fridays');
  await page.getByRole('dialog').getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('Pays on Fridays');
  await more('Archive');
  await expect(page.getByRole('button', { name: 'Edit details' })).toBeDisabled();
  await more('Bring back');
  await expect(page.getByRole('button', { name: 'Edit details' })).toBeEnabled();
  await expect(feed(page).getByRole('article')).toHaveCount(4);
});

test('whoever a new invoice is for has a page, with what they owe', async ({ as }) => {
  const page = await as('ana', '/invoices/new');
  const name = fresh('Hafenbäckerei');
  await page.getByLabel('Customer').fill(name);
  await page.getByLabel('Description').fill('Flour');
  await page.getByLabel('Price').fill('100');
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(feed(page)).toContainText(`added the customer ${name}`);
  await expect(page.getByRole('table', { name: 'Invoices' }).getByRole('row')).toHaveCount(2);

  await page.goto(`/customers?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('1');
});

test('the list is searched while one types, and says so where nobody matches', async ({ as }) => {
  const page = await as('vera', '/customers');
  await expect(page.getByRole('button', { name: 'New customer' })).toBeDisabled();
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('lindqvist');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await expect(page).toHaveURL(/q=lindqvist/);
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('nobody of this name');
  await expect(page.getByRole('heading', { name: 'No customer matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all customers' }).click();
  await expect(page.getByRole('rowheader').nth(10)).toBeVisible();
});

test('there is a real answer for who does not exist', async ({ as }) => {
  const page = await as('ana');
  for (const id of ['00000000-0000-4000-8000-00000000dead', 'nobody']) {
    expect((await page.goto(`/customers/${id}`))?.status()).toBe(404);
  }
});
