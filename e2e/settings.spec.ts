import { expect, test } from './people';
import { banner, feed, slider, undoButton } from './record';

test('a manager changes a setting, sees it as it was, and takes it back', async ({ as }) => {
  const page = await as('mia', '/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Company' })).toBeVisible();
  await expect(feed(page)).toContainText('set up the company as');
  const before = await feed(page).getByRole('article').count();
  const section = page.getByRole('region', { name: 'Credit note numbers' });

  await page.getByRole('button', { name: 'Edit credit note numbers' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Prefix').fill('Gut schrift');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Use letters, digits and signs without spaces');
  await dialog.getByLabel('Prefix').fill('INV-0');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Prefix')).toHaveAccessibleDescription(/could come to the same number/);
  await dialog.getByLabel('Prefix').fill('GS-');
  await dialog.getByLabel('Digits').fill('6');
  await expect(dialog).toContainText('GS-000042');
  await dialog.getByLabel('Reason').fill('Our accountant asked for it');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(section).toContainText('They look like GS-000001');
  await expect(feed(page)).toContainText('changed the credit note numbers to GS-000001');
  await expect(feed(page)).toContainText('Our accountant asked for it');

  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(banner(page)).toBeVisible();
  await expect(section).not.toContainText('GS-');
  await expect(page.getByRole('button', { name: 'Edit credit note numbers' })).toBeDisabled();
  await page.getByRole('button', { name: 'Return to now' }).click();

  await undoButton(page).click();
  await expect(section).not.toContainText('GS-');
  await expect(feed(page).getByRole('article')).toHaveCount(before + 2);
});

test('what is settled is what everyone sees from then on', async ({ as }) => {
  const mia = await as('mia', '/settings');
  const ana = await as('ana', '/settings');
  const taxId = `DE${Date.now()}`;
  await mia.getByRole('button', { name: 'Edit company details' }).click();
  await mia.getByRole('dialog').getByLabel('Tax id').fill(taxId);
  await mia.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(mia.getByRole('dialog')).toBeHidden();
  await expect(ana.getByRole('region', { name: 'Company details' })).toContainText(taxId);
  await mia.reload();
  await expect(mia.getByRole('region', { name: 'Company details' })).toContainText(taxId);
});

test('who may not change the settings sees them, and why not', async ({ as }) => {
  const page = await as('ana', '/settings');
  const edit = page.getByRole('button', { name: 'Edit company details' });
  await expect(edit).toBeDisabled();
  await edit.focus();
  await expect(page.getByText('managers and admins may change them').filter({ visible: true })).toBeVisible();
});

test('a number that went back to its draft is in the report, with who and why', async ({ as }) => {
  const page = await as('mia', '/invoices/new');
  const name = `Lücke ${Date.now().toString(36)}`;
  await page.getByLabel('Customer').fill(name);
  await page.getByLabel('Description').fill('Flour');
  await page.getByLabel('Price').fill('100');
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Finalize' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^INV-\d+$/);
  const number = (await heading.textContent()) ?? '';
  await undoButton(page).click();
  await expect(heading).toHaveText(/^Draft /);

  await page.goto('/settings');
  await page.getByRole('link', { name: 'Number gaps' }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: number }) });
  await expect(row).toContainText('Mia Torres took back the finalization');
  await expect(row).toContainText('The draft keeps it');
  await row.getByRole('link', { name: `the invoice for ${name}` }).click();
  await expect(heading).toHaveText(/^Draft /);
});
