import type { Page } from '@playwright/test';
import { choose, createDraft, fillIn, finalizeAndSend } from './invoices';
import { expect, hydrated, test } from './people';

const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const box = (page: Page, title: string) =>
  page.getByRole('checkbox', { name: `Select ${title}`, exact: true });

test('single rows, ranges and whole pages are selected, and stay so over pages, orders and a look at a record', async ({
  as,
}) => {
  const page = await as('ana', '/invoices?size=25&sort=number');
  const titles = await page.getByRole('rowheader').allTextContents();
  const [first = '', second = '', third = '', fourth = ''] = titles;
  await box(page, second).check();
  await expect(bar(page)).toContainText('1 selected');
  await box(page, fourth).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('3 selected');
  await expect(box(page, third)).toBeChecked();
  await expect(box(page, first)).not.toBeChecked();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page.getByRole('rowheader').first()).not.toHaveText(first);
  await expect(bar(page)).toContainText('3 selected');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await expect(bar(page)).toContainText('28 selected');
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Invoices');
  await page.goBack();
  await expect(bar(page)).toContainText('28 selected');
  // Other filters are another selection.
  await page.getByRole('searchbox').fill('INV');
  await expect(bar(page)).toBeHidden();
  await page.goBack();
  await bar(page).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(page)).toBeHidden();
});

test('everything that matches is selected at once, and single ones taken out of it', async ({ as }) => {
  // Invoices that were due long ago: no other test writes one meanwhile.
  const longAgo = new Date(Date.now() - 45 * 86_400_000).toISOString().slice(0, 10);
  const page = await as('ana', `/invoices?size=25&due=..${longAgo}`);
  const matching = /of (\d+) invoices/.exec(
    (await page
      .getByText(/ of \d+ invoices/)
      .first()
      .textContent()) ?? '',
  )?.[1];
  const pageBox = page.getByRole('checkbox', { name: 'Select all on this page' });
  await pageBox.check();
  await bar(page)
    .getByRole('button', { name: `Select all ${matching} that match` })
    .click();
  await expect(bar(page)).toContainText(`All ${matching} selected`);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(pageBox).toBeChecked();
  const title = (await page.getByRole('rowheader').first().textContent()) ?? '';
  await box(page, title).uncheck();
  await expect(bar(page)).toContainText(`${Number(matching) - 1} selected`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bar(page).getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^invoices-.*\.csv$/);
});

test('a note goes to all that are selected, once', async ({ as }) => {
  const page = await as('ana');
  const customer = `Bulk ${Date.now()}`;
  for (const price of ['10', '20']) await createDraft(page, { customer, price });
  await page.goto(`/invoices?q=${encodeURIComponent(customer)}`);
  await hydrated(page);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await bar(page).getByRole('button', { name: 'Add note…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The note can be added to all 2 invoices.');
  const add = dialog.getByRole('button', { name: 'Add to 2 invoices' });
  await add.click();
  await expect(dialog.getByText('Write the note.')).toBeVisible();
  await dialog.getByLabel('Note').fill('Asked for a purchase order');
  await add.dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Note added to 2 invoices')).toBeVisible();
  await expect(bar(page)).toBeHidden();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('article').filter({ hasText: 'Asked for a purchase order' })).toHaveCount(1);
});

test('what can’t be reminded of is named with its reason before anything is sent', async ({ as }) => {
  const page = await as('ana');
  const customer = `Bulk ${Date.now()}`;
  await createDraft(page, { customer, price: '10' });
  await page.goto(`/invoices?q=${encodeURIComponent(customer)}`);
  await hydrated(page);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await bar(page).getByRole('button', { name: 'Send reminder…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A reminder can be sent for none of them:');
  await expect(dialog.getByRole('list', { name: 'Left out' })).toContainText(
    /Draft .*(no email address|draft)/,
  );
  await expect(dialog.getByRole('button', { name: 'Send 0 reminders' })).toBeDisabled();
});

test('what changed since the preview is shown again before anything is sent', async ({ as }) => {
  test.slow();
  const page = await as('ana');
  const customer = `Bulk ${Date.now()}`;
  const addresses: string[] = [];
  for (const price of ['10', '20']) {
    await createDraft(page, { customer, price });
    await finalizeAndSend(page);
    addresses.push(new URL(page.url()).pathname);
  }
  await page.goto(`/invoices?q=${encodeURIComponent(customer)}`);
  await hydrated(page);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await bar(page).getByRole('button', { name: 'Send reminder…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('A reminder can be sent for all 2 invoices.');

  const other = await as('mia', addresses[0]);
  await choose(other, 'Void');
  await fillIn(other, { Reason: 'Billed twice' }, 'Void');

  await dialog.getByRole('button', { name: 'Send 2 reminders' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'Something changed meanwhile, so nothing was done yet.',
  );
  await expect(dialog.getByRole('list', { name: 'Left out' })).toContainText('void');
  await dialog.getByRole('button', { name: 'Send 1 reminder' }).click();
  await expect(page.getByText('1 reminder sent')).toBeVisible();
});

test('a viewer sees what could be done and why not, and takes the file', async ({ as }) => {
  const page = await as('vera');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  for (const name of ['Send reminder…', 'Add note…']) {
    const button = bar(page).getByRole('button', { name });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/Your role lets you look at everything/);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bar(page).getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});

test('the keyboard reaches rows and bar, and the bar never covers the focus', async ({ as }) => {
  const page = await as('ana');
  await page.setViewportSize({ width: 360, height: 640 });
  const titles = await page.getByRole('rowheader').allTextContents();
  await box(page, titles[0] ?? '').focus();
  await page.keyboard.press('Space');
  await expect(bar(page)).toBeVisible();
  for (let steps = 0; steps < 16; steps++) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const focus = document.activeElement?.getBoundingClientRect();
      const cover = document.querySelector('[aria-label="Selection"]')?.getBoundingClientRect();
      return (
        focus &&
        cover &&
        !document.activeElement?.closest('[aria-label="Selection"]') &&
        focus.bottom > cover.top
      );
    });
    expect(covered).toBe(false);
  }
});
