import { expect, type Locator, type Page } from '@playwright/test';
import { hydrated } from './people';

/** The paper and its parts. */
export const document = (page: Page): Locator => page.getByRole('region', { name: 'Document' });
/** Payments and what was refunded and disputed of them. */
export const payments = (page: Page): Locator => document(page).getByRole('table', { name: 'Payments' });

interface Draft {
  customer?: string;
  email?: string;
  /** Of the one line, before tax. */
  price: string;
  /** In percent. */
  taxRate?: '0' | '7' | '19';
}

/** Writes a new invoice with one line, and waits for its page. */
export async function createDraft(
  page: Page,
  { customer = 'Mühle & Sohn', email = 'buero@muehle.example', price, taxRate = '0' }: Draft,
) {
  await page.goto('/invoices/new');
  // Pressed before, the button would send the form as it was written, and the page would begin anew.
  await hydrated(page);
  await page.getByLabel('Customer').fill(customer);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Description').fill('Rye flour, 25 kg');
  await page.getByLabel('Unit price').fill(price);
  await page.getByLabel('Tax rate').selectOption(taxRate);
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
}

/** Presses a button and, in the dialog it opens, fills in fields and presses the button that does it. */
export async function fillIn(page: Page, fields: Record<string, string>, action: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Chooses from "More actions". */
export async function choose(page: Page, item: string): Promise<void> {
  await chooseFor(page, 'More actions', item);
}

/** Chooses from the menu of a part, such as "Actions for payment €40.00 of 12 Nov 2026". */
export async function chooseFor(page: Page, menu: string | RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** The button with the next sensible action. */
export const next = (page: Page, name: string): Locator =>
  page.locator('header').getByRole('button', { name, exact: true });

/** From a draft to an invoice that the customer has. */
export async function finalizeAndSend(page: Page): Promise<void> {
  await next(page, 'Finalize').click();
  await fillIn(page, {}, 'Finalize');
  await next(page, 'Send').click();
  await fillIn(page, {}, 'Send');
  await expect(next(page, 'Record payment')).toBeVisible();
}
