import type { Page } from '@playwright/test';
import { fillInvoice } from './own-app';
import { type As, expect, test } from './people';
import { eventCount, feed } from './record';

/** A name that no other run and no other test has. */
const unique = (what: string) => `${what} ${crypto.randomUUID().slice(0, 8)}`;

const create = (page: Page) => page.getByRole('button', { name: 'Create draft' });
const isDraft = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);

/** The list has exactly one invoice of this customer. */
async function expectOne(as: As, customer: string): Promise<void> {
  const list = await as('vera', `/invoices?q=${encodeURIComponent(customer)}`);
  await expect(list.getByRole('rowheader')).toHaveCount(1);
}

async function openDraft(as: As, customer: string): Promise<Page> {
  const page = await as('ana', '/invoices/new');
  await fillInvoice(page, customer);
  await create(page).click();
  await isDraft(page);
  return page;
}

async function openDialog(page: Page, item: string) {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The page after a reload, which has it from the server, has so many events. */
async function expectEvents(page: Page, count: number): Promise<void> {
  await page.reload();
  await expect(feed(page).getByRole('article')).toHaveCount(count);
}

test.describe('a new invoice', () => {
  test('Enter twice, and a double click, make one', async ({ as }) => {
    const page = await as('ana', '/invoices/new');
    const customer = unique('Enter twice');
    await fillInvoice(page, customer);
    await page.getByLabel('Unit price').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await isDraft(page);
    await expectOne(as, customer);
  });

  test('a request that arrives twice makes one', async ({ as }) => {
    const page = await as('ana', '/invoices/new');
    const customer = unique('Twice on the wire');
    await page.route('**/invoices/new', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const [response] = await Promise.all([route.fetch(), route.fetch()]);
      return route.fulfill({ response });
    });
    await fillInvoice(page, customer);
    await create(page).click();
    await isDraft(page);
    await expectOne(as, customer);
  });

  test('an answer that got lost, and the same again: one', async ({ as }) => {
    const page = await as('ana', '/invoices/new');
    const customer = unique('Answer lost');
    await fillInvoice(page, customer);
    let lost = false;
    await page.route('**/invoices/new', async (route) => {
      if (route.request().method() !== 'POST' || lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    await create(page).click();
    await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer' })).toBeVisible();
    await create(page).click();
    await isDraft(page);
    await expectOne(as, customer);
  });

  test('sent offline, then online again: one', async ({ as }) => {
    const page = await as('ana', '/invoices/new');
    const customer = unique('Offline');
    await fillInvoice(page, customer);
    await page.context().setOffline(true);
    await create(page).click();
    await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer' })).toBeVisible();
    await expect(page.getByLabel('Customer', { exact: true })).toHaveValue(customer);
    await page.context().setOffline(false);
    await create(page).click();
    await isDraft(page);
    await expectOne(as, customer);
  });

  test('Back after it was made shows an empty form, so that nothing is sent again unnoticed', async ({
    as,
  }) => {
    const customer = unique('Back again');
    const page = await openDraft(as, customer);
    await page.goBack();
    await expect(page.getByLabel('Customer', { exact: true })).toHaveValue('');
    await create(page).click();
    await expect(page.getByText('Name the customer.')).toBeVisible();
    await page.goForward();
    await isDraft(page);
    // With the browser's own memory of what was typed, too.
    await page.reload();
    await isDraft(page);
    await page.goBack();
    await expect(page.getByLabel('Customer', { exact: true })).toHaveValue('');
    await expectOne(as, customer);
  });

  test('a reload while it is sent does not send it again', async ({ as }) => {
    const page = await as('ana', '/invoices/new');
    const customer = unique('Reloaded');
    await fillInvoice(page, customer);
    let sent = 0;
    await page.route('**/invoices/new', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      sent++;
      await route.fetch();
      // The page that asked is gone.
      await page.reload();
    });
    await create(page).click();
    await expect(page.getByLabel('Customer', { exact: true })).toHaveValue('');
    expect(sent).toBe(1);
    await expectOne(as, customer);
  });
});

test.describe('a form on a record', () => {
  test('point 28: a double click, and Enter twice, are one event', async ({ as }) => {
    const page = await openDraft(as, unique('Dialogs'));
    const dialog = await openDialog(page, 'Edit details');
    await dialog.getByLabel('Memo').fill('Double click');
    await dialog.getByRole('button', { name: 'Save' }).dblclick();
    await expect(dialog).toBeHidden();
    const line = await openDialog(page, 'Add line');
    await line.getByLabel('Description').fill('Delivery');
    await line.getByLabel('Unit price').fill('10');
    // On the field itself: a menu that closes late may have given the focus back to its button.
    await line.getByLabel('Unit price').press('Enter');
    await page.keyboard.press('Enter');
    await expect(line).toBeHidden();
    await expectEvents(page, 3);
  });

  test('the same form sent from two tabs is one event; the second tab reads what happened', async ({
    as,
  }) => {
    const customer = unique('Two tabs');
    const first = await openDraft(as, customer);
    const second = await first.context().newPage();
    await second.goto(first.url());
    expect(await eventCount(second)).toBe(1);
    const one = await openDialog(first, 'Add line');
    const two = await openDialog(second, 'Add line');
    for (const dialog of [one, two]) {
      await dialog.getByLabel('Description').fill('Delivery');
      await dialog.getByLabel('Unit price').fill('10');
    }
    await one.getByRole('button', { name: 'Add line' }).click();
    await expect(one).toBeHidden();
    await two.getByRole('button', { name: 'Add line' }).click();
    await expect(two.getByRole('alert')).toContainText('You had not seen that yet');
    await second.getByRole('button', { name: 'Cancel' }).click();
    await expectEvents(second, 2);
    await expectEvents(first, 2);
  });

  test('finalized from two tabs: one event, one number', async ({ as }) => {
    const first = await openDraft(as, unique('Finalized twice'));
    const second = await first.context().newPage();
    await second.goto(first.url());
    const pages = [first, second];
    for (const page of pages) {
      await page.getByRole('button', { name: 'Finalize' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    }
    for (const page of pages)
      await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click();
    await expect(first.getByRole('dialog')).toBeHidden();
    await expect(second.getByRole('dialog').getByRole('alert')).toBeVisible();
    await expectEvents(second, 2);
  });

  test('an answer that got lost, and the same again: one event', async ({ as }) => {
    const page = await openDraft(as, unique('Lost on a record'));
    const dialog = await openDialog(page, 'Add line');
    await dialog.getByLabel('Description').fill('Delivery');
    await dialog.getByLabel('Unit price').fill('10');
    let lost = false;
    await page.route('**/invoices/**', async (route) => {
      if (route.request().method() !== 'POST' || lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    await dialog.getByRole('button', { name: 'Add line' }).click();
    await expect(dialog.getByRole('alert')).toContainText('The server could not be reached');
    await dialog.getByRole('button', { name: 'Add line' }).click();
    await expect(dialog).toBeHidden();
    await expectEvents(page, 2);
  });
});
