import { expect, test } from './people';
import { banner, eventCount, feed, slider, undoButton } from './record';

test('an invoice from the first word to the last cent: created once, filled in, finalized, sent, paid, and a payment taken back', async ({
  as,
}) => {
  const page = await as('ana', '/invoices/new');
  await test.step('the form says at each field what is missing', async () => {
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByText('Name the customer.')).toBeVisible();
    await expect(page.getByLabel('Customer')).toBeFocused();
  });

  await test.step('a double click on "Create draft" makes one invoice', async () => {
    await page.getByLabel('Customer').fill('Double Click & Söhne');
    await page.getByLabel('Email').fill('orders@double-click.example');
    await page.getByLabel('Description').fill('Rye flour, 25 kg');
    await page.getByLabel('Quantity').fill('2.5');
    await page.getByLabel('Unit price').fill('31');
    await page.getByRole('button', { name: 'Create draft' }).dblclick();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft [0-9A-F]{8}$/);
    expect(await eventCount(page)).toBe(1);
    const list = await as('vera', '/invoices?q=double+click');
    await expect(list.getByRole('row', { name: /Double Click/ })).toHaveCount(1);
  });

  const document = page.getByRole('region', { name: 'Document' });
  await test.step('a line is added, changed, removed, and brought back by Undo', async () => {
    // 19 % of €77.50 is €14.725: half to even.
    await expect(document).toContainText('Total€92.22');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Add line' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Description').fill('Delivery');
    await dialog.getByLabel('Unit price').fill('10.005');
    await dialog.getByRole('button', { name: 'Add line' }).click();
    await expect(dialog).toContainText('EUR has at most 2 decimals; this amount has 3.');
    await dialog.getByLabel('Unit price').fill('10');
    await dialog.getByRole('button', { name: 'Add line' }).click();
    await expect(document.getByRole('rowheader', { name: 'Delivery' })).toBeVisible();
    await page.getByRole('button', { name: 'Actions for Delivery' }).click();
    await page.getByRole('menuitem', { name: 'Remove line' }).click();
    await expect(document.getByRole('rowheader', { name: 'Delivery' })).toBeHidden();
    await undoButton(page).click();
    await expect(document.getByRole('rowheader', { name: 'Delivery' })).toBeVisible();
  });

  await test.step('finalized it gets its number, then it is sent', async () => {
    await page.getByRole('button', { name: 'Finalize' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^INV-\d{4}$/);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByRole('dialog').getByLabel('To')).toHaveValue('orders@double-click.example');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await expect(feed(page).getByRole('article').first()).toContainText(
      'sent the invoice to orders@double-click.example',
    );
  });

  await test.step('a payment is recorded; taking it back asks for the reason and says that no money moves', async () => {
    await page.getByRole('button', { name: 'Record payment' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record payment' }).click();
    await expect(page.getByText('Paid', { exact: true })).toBeVisible();
    await undoButton(page).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('no money moves');
    await dialog.getByLabel('Reason').fill('It was another customer’s transfer.');
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(feed(page).getByRole('article').first()).toContainText(
      'It was another customer’s transfer.',
    );
    await expect(page.getByText('Open', { exact: true })).toBeVisible();
  });

  await test.step('every step can be looked at, with what it changed marked', async () => {
    await slider(page).focus();
    await page.keyboard.press('Home');
    await expect(banner(page)).toContainText('after event 1 of');
    await page.keyboard.press('ArrowRight');
    await expect(document.getByRole('rowheader', { name: 'Delivery (added here)' })).toBeVisible();
  });
});

test('hostile text is stored and shown as it is, or refused at its field', async ({ as }) => {
  const page = await as('bob', '/invoices/new');
  const name = `<img src=x onerror=alert(1)> ' OR 1=1; -- ${'\u202e'}gnp.exe 😀 ${'ا'.repeat(20)}`;
  let alerted = false;
  page.on('dialog', () => {
    alerted = true;
  });
  await page.getByLabel('Customer').fill(name);
  await page.getByLabel('Description').fill('{{7*7}} %00 \\ <script>');
  await page.getByLabel('Unit price').fill('1');
  await page.getByLabel('Memo').fill('x'.repeat(2001));
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByText('Keep this to 2,000 characters.')).toBeVisible();
  await page.getByLabel('Memo').fill('fine');
  await page.getByRole('button', { name: 'Create draft' }).click();
  const document = page.getByRole('region', { name: 'Document' });
  await expect(document).toContainText(name);
  await expect(document).toContainText('{{7*7}} %00 \\ <script>');
  expect(alerted).toBe(false);
});
