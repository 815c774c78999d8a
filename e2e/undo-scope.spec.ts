import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createDraft, document, fillIn } from './invoices';
import { expect, hydrated, test } from './people';
import { editDetails, eventCount, feed, redoButton, undoButton, undoFromRow } from './record';

/** Chooses whose changes Undo and Redo take. */
async function take(page: Page, whose: 'My changes' | 'Anyone’s changes'): Promise<void> {
  await page.getByRole('button', { name: /^Whose changes Undo takes/ }).click();
  await page.getByRole('menuitemradio', { name: whose }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
}

const newest = (page: Page) => feed(page).getByRole('article').first();

test('a manager chooses whose changes Undo takes; it is remembered with the person, in any browser', async ({
  as,
}) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '10' });
  const path = new URL(ana.url()).pathname;
  await editDetails(ana, { Memo: 'Urgent' });
  await expect(ana.getByRole('button', { name: /^Whose changes Undo takes/ })).toHaveCount(0);

  const priya = await as('priya', path);
  await take(priya, 'My changes');
  await expect(undoButton(priya)).toBeDisabled();
  await take(priya, 'Anyone’s changes');
  await expect(undoButton(priya)).toHaveAccessibleName(/^Undo: memo/);
  expect((await new AxeBuilder({ page: priya }).analyze()).violations).toEqual([]);

  await test.step('Ctrl+Z takes Ana’s change, with a reason, and Ctrl+Y puts it back', async () => {
    await priya.keyboard.press('Control+z');
    const dialog = priya.getByRole('dialog');
    await expect(dialog).toContainText('Ana Novak');
    await fillIn(priya, { Reason: 'Not urgent.' }, 'Undo');
    await expect(document(priya)).not.toContainText('Urgent');
    await expect(newest(priya)).toContainText('Ana Novak’s change');
    await priya.keyboard.press('Control+y');
    await expect(document(priya)).toContainText('Urgent');
    await expect(redoButton(priya)).toBeDisabled();
  });

  await test.step('another browser of hers knows; back to her own', async () => {
    const elsewhere = await as('priya', path);
    await expect(elsewhere.getByRole('button', { name: 'Whose changes Undo takes: anyone’s' })).toBeVisible();
    await take(elsewhere, 'My changes');
    await expect(elsewhere.getByRole('button', { name: 'Whose changes Undo takes: mine' })).toBeVisible();
    await priya.reload();
    await expect(priya.getByRole('button', { name: 'Whose changes Undo takes: mine' })).toBeVisible();
  });
});

test('case 36: Ctrl+Z on one record of a bulk change asks: here only, or all of them; each does exactly that', async ({
  as,
}) => {
  const ana = await as('ana');
  const customer = `Bulk undo ${Date.now()}`;
  const paths: string[] = [];
  for (const price of ['10', '20', '30']) {
    await createDraft(ana, { customer, price });
    paths.push(new URL(ana.url()).pathname);
  }
  await ana.goto(`/invoices?q=${encodeURIComponent(customer)}`);
  await hydrated(ana);
  await ana.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await ana.getByRole('button', { name: 'Add note…' }).click();
  await fillIn(ana, { Note: 'Wrong customer' }, 'Add to 3 invoices');
  await expect(ana.getByText('Note added to 3 invoices')).toBeVisible();

  await test.step('here only', async () => {
    await ana.goto(`${paths[0]}`);
    await hydrated(ana);
    expect(await eventCount(ana)).toBe(2);
    await ana.keyboard.press('Control+z');
    const dialog = ana.getByRole('dialog');
    await expect(dialog).toContainText('This was done to 3 records at once.');
    await expect(dialog.getByRole('button', { name: 'Here only' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Here only' }).click();
    await expect(dialog).toBeHidden();
    await expect(newest(ana)).toContainText('undid their own change');
    // What was undone here only is put back here only.
    await ana.keyboard.press('Control+y');
    await expect(feed(ana).getByRole('article')).toHaveCount(4);
    await ana.goto(`${paths[1]}`);
    expect(await eventCount(ana)).toBe(2);
  });

  await test.step('all of them, as one operation', async () => {
    await hydrated(ana);
    await ana.keyboard.press('Control+z');
    await ana.getByRole('dialog').getByRole('link', { name: 'All 3…' }).click();
    await expect(ana.getByRole('heading', { level: 1 })).toHaveText('Undo many changes');
    await ana.getByLabel('Reason').fill('It was another customer.');
    await ana.getByRole('button', { name: 'Undo on 3 records', exact: true }).click();
    await expect(ana).toHaveURL(/\/activity\/operations\//);
    for (const [index, path] of paths.entries()) {
      await ana.goto(path);
      await expect(feed(ana).getByRole('article')).toHaveCount(index === 0 ? 5 : 3);
      await expect(newest(ana)).toContainText('undid');
    }
  });
});

test('point 23: in scope mine Ctrl+Z takes back my last change; another person’s only from its own menu', async ({
  as,
}) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '10' });
  const path = new URL(ana.url()).pathname;
  await editDetails(ana, { Memo: 'From Ana' });
  const bob = await as('bob', path);
  await editDetails(bob, { 'Due date': '2027-03-04' });
  await expect(feed(ana).getByRole('article')).toHaveCount(3);
  await ana.keyboard.press('Control+z');
  await expect(document(ana)).not.toContainText('From Ana');
  await expect(document(ana)).toContainText('4 Mar 2027');

  const mia = await as('mia', path);
  await take(mia, 'My changes');
  await mia.keyboard.press('Control+z');
  await expect(mia.getByText('You have nothing to undo here.')).toBeVisible();
  await undoFromRow(mia, 3);
  await fillIn(mia, { Reason: 'Agreed with Bob.' }, 'Undo');
  await expect(document(mia)).not.toContainText('4 Mar 2027');
  await expect(newest(mia)).toContainText('Bob Ekdahl’s change');
});
