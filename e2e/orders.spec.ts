import { violations } from './axe';
import { expect, test } from './people';
import { banner, feed, slider, undoButton } from './record';

test('an order goes out and comes back, each step is undone in its turn, and the list shows it as of then', async ({
  as,
}) => {
  const page = await as('ana', '/customers/new');
  const mark = Date.now().toString(36);
  const customer = `Hafenbäckerei ${mark}`;
  await page.getByLabel('Name').fill(customer);
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: customer })).toBeVisible();

  await page.goto('/orders/new');
  await page.getByLabel('Item').fill(`Rye flour ${mark}`);
  await page.getByLabel('Price').fill('24.50');
  await page.getByLabel('Count').fill('4');
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByText('Choose a customer from the suggestions, or add them first.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Customer' }).fill(customer);
  await page.getByRole('option', { name: customer }).click();
  await page.getByRole('button', { name: 'Place order' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^ORD-/ })).toBeVisible();
  await expect(feed(page)).toContainText('1 item, €98.00');

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Pack', exact: true }).click();
  await expect(feed(page).getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  await dialog.getByLabel('Carrier').fill('DHL');
  await dialog.getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Record delivery' }).click();
  await dialog.getByRole('button', { name: 'Record delivery' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Request return' }).click();
  await dialog.getByLabel('Why it comes back').fill('Wet bags');
  await dialog.getByRole('button', { name: 'Request return' }).click();
  await expect(dialog).toHaveCount(0);
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details).toContainText('Wet bags');
  await expect(page.getByText('Return requested').first()).toBeVisible();

  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(banner(page)).toContainText('after event 1 of 5');
  await expect(details).not.toContainText('DHL');
  await page.getByRole('button', { name: 'Return to now' }).click();

  for (const gone of ['Wet bags', 'Delivered', 'DHL']) {
    await expect(details).toContainText(gone);
    await undoButton(page).click();
    await expect(details).not.toContainText(gone);
  }
  expect(await violations(page, 'main')).toEqual([]);

  await page.goto(`/orders?q=${mark}`);
  const row = page.getByRole('row').filter({ hasText: customer });
  await expect(row).toContainText('Packed');
  await page.getByLabel('Status').selectOption('Shipped');
  await expect(page.getByRole('heading', { name: 'No order matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.goto(`/orders?q=${mark}&asOf=2020-01-01&sense=known`);
  await expect(banner(page)).toContainText('as known then');
  await expect(page.getByRole('heading', { name: 'No order matches' })).toBeVisible();
});
