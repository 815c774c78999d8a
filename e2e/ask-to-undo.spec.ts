import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createDraft, document, fillIn, finalizeAndSend, next } from './invoices';
import { type As, expect, test } from './people';
import { feed, openMenu } from './record';

/** An invoice on which Bob recorded a payment as event 4, open before Ana. */
async function paidToBob(as: As): Promise<{ ana: Page; path: string }> {
  const bob = await as('bob');
  await createDraft(bob, { price: '80' });
  await finalizeAndSend(bob);
  await next(bob, 'Record payment').click();
  await fillIn(bob, { Amount: '30' }, 'Record payment');
  await expect(document(bob)).toContainText('Balance due€50.00');
  const path = new URL(bob.url()).pathname;
  return { ana: await as('ana', path), path };
}

/** From the menu of Bob's payment, which is not Ana's to undo. */
async function ask(page: Page, reason: string): Promise<void> {
  const menu = await openMenu(page, 4);
  await menu.getByRole('menuitem', { name: 'Undo this change' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Only Bob Ekdahl or a manager can undo it');
  await dialog.getByRole('button', { name: 'Ask a manager to undo it' }).click();
  await expect(dialog).toHaveAccessibleName('Ask to undo: payment €30.00');
  await expect(dialog).toContainText('Nothing is done before a manager agrees');
  await expect(dialog).toContainText('no money moves');
  await dialog.getByRole('button', { name: 'Ask a manager' }).click();
  await expect(dialog).toContainText('Say why');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Ask a manager' }).dblclick();
  await expect(dialog).toBeHidden();
}

test('support asks to have a colleague’s payment undone; a manager looks at it and agrees: both names stand in the history', async ({
  as,
}) => {
  const { ana, path } = await paidToBob(as);
  await ask(ana, 'It belongs to another customer.');
  await expect(feed(ana).getByRole('article').first()).toContainText(
    'asked for approval of the undo of payment €30.00 by Bob Ekdahl',
  );
  await expect(document(ana)).toContainText('Balance due€50.00');
  await expect(ana.getByRole('button', { name: 'Approve', exact: true }).first()).toBeDisabled();

  const mia = await as('mia', path);
  await expect(document(mia)).toContainText('Ana Novak asks for approval of the undo of payment €30.00');
  await expect(document(mia)).toContainText('It belongs to another customer.');
  await document(mia).getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = mia.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('Approve the undo of payment €30.00 by Bob Ekdahl');
  await expect(dialog).toContainText('One event is added to the history');
  await expect(dialog).toContainText('no money moves');
  await dialog.getByRole('button', { name: 'Approve' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(document(mia)).toContainText('Balance due€80.00');
  await mia.reload();
  await expect(feed(mia).getByRole('article')).toHaveCount(7);
  const row = (index: number) => feed(mia).getByRole('article').nth(index);
  await expect(row(0)).toContainText('approved Ana Novak’s request');
  await expect(row(1)).toContainText('Mia Torres undid Bob Ekdahl’s change');
  await expect(row(1)).toContainText('Asked for by Ana Novak: It belongs to another customer.');
});

test('a manager declines: nothing is undone, and whoever asked can see why', async ({ as }) => {
  const { ana, path } = await paidToBob(as);
  await ask(ana, 'I think it is wrong.');
  const mia = await as('mia', path);
  await document(mia).getByRole('button', { name: 'Decline' }).click();
  await fillIn(mia, { Reason: 'It is right: see the bank statement.' }, 'Decline');
  await expect(document(mia)).toContainText('Balance due€50.00');
  await ana.reload();
  await expect(feed(ana).getByRole('article').first()).toContainText('declined Ana Novak’s request');
  await expect(feed(ana).getByRole('article').first()).toContainText('see the bank statement');
});
