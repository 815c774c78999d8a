import { violations, wrongInAnyLook } from './axe';
import { command, foundIn, openPalette } from './palette';
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
  await test.step('items are added and taken away by keyboard, and added up before anything is sent', async () => {
    const items = page.getByRole('region', { name: 'Items' });
    const field = (name: string, row: number) => items.getByRole('textbox', { name, exact: true }).nth(row);
    await field('Item', 0).fill(`Rye flour ${mark}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await page.keyboard.press('Tab');
    await page.keyboard.type('24.5');
    await page.keyboard.press('Tab');
    await expect(field('Price', 0)).toHaveValue('24.50');
    await expect(items.getByRole('button', { name: 'Remove item 1' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(field('Item', 1)).toBeFocused();
    await page.keyboard.type('Baking tray');
    await field('Price', 1).fill('tin');
    await items.getByRole('button', { name: 'Add item' }).click();
    await page.getByRole('button', { name: 'Place order' }).click();
    await expect(page.getByText('Choose a customer from the suggestions, or add them first.')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Customer' })).toBeFocused();
    await expect(items.getByText('Write an amount like 1234.50.')).toHaveCount(2);
    await field('Price', 1).fill('19');
    await items.getByRole('button', { name: 'Remove item 3' }).focus();
    await page.keyboard.press('Enter');
    await expect(items.getByRole('button', { name: 'Add item' })).toBeFocused();
    await expect(items.getByText('Total').locator('..')).toContainText('€117.00');
    expect(await wrongInAnyLook(page)).toEqual([]);
  });
  await page.getByRole('combobox', { name: 'Customer' }).fill(customer);
  await page.getByRole('option', { name: customer }).click();
  await page.getByRole('button', { name: 'Place order' }).click();
  const heading = page.getByRole('heading', { level: 1, name: /^ORD-/ });
  await expect(heading).toBeVisible();
  await expect(feed(page)).toContainText('2 items, €117.00');
  const number = (await heading.textContent()) ?? '';

  const dialog = page.getByRole('dialog');
  // Pressed twice it is done once, though by then another step stands on the button.
  await page.getByRole('button', { name: 'Pack', exact: true }).dblclick({ delay: 100 });
  await expect(feed(page).getByRole('article')).toHaveCount(2);
  await expect(dialog).toHaveCount(0);
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
  await expect(details).toContainText('Total €117.00');
  await expect(page.getByText('Return requested').first()).toBeVisible();

  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(banner(page)).toContainText('after event 1 of 5');
  await expect(details).not.toContainText('DHL');
  await page.getByRole('button', { name: 'Return to now' }).click();

  // Nothing moved for the request; for the delivery and the shipping goods did, which asks for a reason.
  await undoButton(page).click();
  await expect(details).not.toContainText('Wet bags');
  for (const gone of ['Delivered', 'DHL']) {
    await expect(details).toContainText(gone);
    await undoButton(page).click();
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(dialog).toContainText('Say why');
    await dialog.getByLabel('Reason').fill('It never left the house');
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(details).not.toContainText(gone);
  }
  await test.step('the palette offers the same of an order as of an invoice, and finds it from anywhere', async () => {
    const undo = (await undoButton(page).textContent())?.replace('Ctrl Z', '') ?? '';
    expect(undo).toMatch(/^Undo: /);
    await openPalette(page);
    await expect(command(page, undo)).toBeVisible();
    await expect(command(page, /^Redo: shipping/)).toBeVisible();
    await page.keyboard.type('ship');
    await expect(command(page, 'Ship')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto('/activity');
    await openPalette(page);
    await page.keyboard.type(number);
    await expect(foundIn(page, 'Orders')).toHaveAccessibleDescription(`${customer} · Packed`);
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(number);
  });
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
