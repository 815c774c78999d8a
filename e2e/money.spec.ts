import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  choose,
  chooseFor,
  createDraft,
  document,
  fillIn,
  finalizeAndSend,
  next,
  payments,
} from './invoices';
import { expect, test } from './people';
import { banner, feed, slider } from './record';

const newest = (page: Page) => feed(page).getByRole('article').first();
const status = (page: Page, text: string) => page.locator('header').getByText(text, { exact: true });

test('a payment fails, is tried again, and comes in', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '100' });
  await finalizeAndSend(page);

  await choose(page, 'Record failed payment');
  await fillIn(page, { 'Why it failed': 'insufficient_funds', Detail: 'Code 51' }, 'Record failed payment');
  await expect(payments(page)).toContainText('Insufficient funds: Code 51');
  await expect(status(page, 'Open')).toBeVisible();

  await next(page, 'Retry payment').click();
  await fillIn(page, {}, 'Retry payment');
  await expect(payments(page)).toContainText('Tried again');
  await page.getByRole('button', { name: /^Actions for failed payment €100\.00/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Retry payment' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await next(page, 'Record payment').click();
  await fillIn(page, { 'Paid by': 'card' }, 'Record payment');
  await expect(status(page, 'Paid')).toBeVisible();
  await next(page, 'Send receipt').click();
  await fillIn(page, { Message: 'Thank you.' }, 'Send receipt');
  await expect(document(page)).toContainText('Receipt to buero@muehle.example');
  await expect(page.locator('header').getByRole('button', { name: 'Send receipt' })).toBeHidden();
});

test('a part is paid, a part of it refunded with a reason, and the refund reaches the customer', async ({
  as,
}) => {
  const page = await as('ana');
  await createDraft(page, { price: '100' });
  await finalizeAndSend(page);
  await next(page, 'Record payment').click();
  await fillIn(page, { Amount: '60', Reference: 'RF18' }, 'Record payment');
  await expect(status(page, 'Partially paid')).toBeVisible();
  await expect(document(page)).toContainText('Balance due€40.00');

  await chooseFor(page, /^Actions for payment €60\.00/, 'Refund');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('owed again');
  await expect(dialog.getByLabel('Amount')).toHaveValue('60.00');
  await dialog.getByLabel('Amount').fill('60.01');
  await dialog.getByLabel('Reason').fill('Two bags were torn.');
  await dialog.getByRole('button', { name: 'Issue refund' }).click();
  await expect(dialog).toContainText('At most €60.00 of this payment can be refunded.');
  await expect(dialog.getByLabel('Amount')).toBeFocused();
  await dialog.getByLabel('Amount').fill('15');
  await dialog.getByLabel('Reason').fill('');
  await dialog.getByRole('button', { name: 'Issue refund' }).click();
  await expect(dialog).toContainText('Say why, in a few words.');
  await fillIn(page, { Reason: 'Two bags were torn.' }, 'Issue refund');
  await expect(newest(page)).toContainText('Two bags were torn.');
  await expect(document(page)).toContainText('Balance due€55.00');
  await expect(payments(page)).toContainText('On its way');

  await chooseFor(page, /^Actions for refund €15\.00/, 'Mark as settled');
  await fillIn(page, {}, 'Mark as settled');
  await expect(payments(page)).toContainText('Settled');

  await test.step('the moment before shows it on its way, and what the settling changed is marked', async () => {
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(banner(page)).toBeVisible();
    await expect(payments(page).getByRole('row', { name: /Refund \(added here\)/ })).toBeVisible();
    await expect(payments(page)).not.toContainText('Settled');
    await expect(document(page)).toContainText('Balance due€55.00, was €40.00');
  });
});

test('more than is owed is taken with a warning, and the next thing to do is to refund the rest', async ({
  as,
}) => {
  const page = await as('ana');
  await createDraft(page, { price: '100' });
  await finalizeAndSend(page);
  await next(page, 'Record payment').click();
  await page.getByRole('dialog').getByLabel('Amount').fill('120');
  await expect(page.getByRole('dialog')).toContainText('€20.00 more than is owed');
  await fillIn(page, {}, 'Record payment');
  await expect(document(page)).toContainText('Overpaid by€20.00');
  await next(page, 'Refund').click();
  await expect(page.getByRole('dialog')).toContainText('for good');
  await expect(page.getByRole('dialog').getByLabel('Amount')).toHaveValue('20.00');
  await fillIn(page, { Reason: 'Paid too much.' }, 'Issue refund');
  await expect(document(page)).toContainText('Balance due€0.00');
  await chooseFor(page, /^Actions for refund €20\.00/, 'Cancel refund');
  await fillIn(page, { Reason: 'They keep it as credit.' }, 'Cancel refund');
  await expect(document(page)).toContainText('Overpaid by€20.00');
});

test('a credit note takes its amount off with tax, and can be voided', async ({ as }) => {
  const page = await as('bob');
  await createDraft(page, { price: '100', taxRate: '19' });
  await finalizeAndSend(page);
  await choose(page, 'Issue credit note');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Amount').fill('23.80');
  await expect(dialog.getByRole('row', { name: /19 %/ })).toContainText('€20.00€3.80');
  await fillIn(page, { Reason: 'A bag less.' }, 'Issue credit note');
  const notes = document(page).getByRole('table', { name: 'Credit notes' });
  await expect(notes).toContainText('With €3.80 tax at 19 %');
  await expect(document(page)).toContainText('Balance due€95.20');
  await chooseFor(page, /^Actions for credit note/, 'Void credit note');
  await fillIn(page, { Reason: 'Wrong customer.' }, 'Void credit note');
  await expect(notes).toBeHidden();
  await expect(document(page)).toContainText('Balance due€119.00');
});

test('a dispute that is lost opens the paid invoice again', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '100' });
  await finalizeAndSend(page);
  await next(page, 'Record payment').click();
  await fillIn(page, {}, 'Record payment');
  await choose(page, 'Record dispute');
  await fillIn(page, { 'What the customer says': 'duplicate', Reference: 'dp_1' }, 'Record dispute');
  await expect(status(page, 'Disputed')).toBeVisible();
  await expect(status(page, 'Paid')).toBeVisible();
  await chooseFor(page, /^Actions for dispute €100\.00/, 'Mark as lost');
  await fillIn(page, {}, 'Mark as lost');
  await expect(status(page, 'Disputed')).toBeHidden();
  await expect(status(page, 'Open')).toBeVisible();
  await expect(payments(page)).toContainText('Charged back · dp_1');
  await expect(document(page)).toContainText('Balance due€100.00');
});

test('an invoice is written off, and the write-off is reversed', async ({ as }) => {
  const page = await as('mia');
  await createDraft(page, { price: '100' });
  await finalizeAndSend(page);
  await choose(page, 'Write off');
  await fillIn(page, { Reason: 'They are bankrupt.' }, 'Write off');
  await expect(status(page, 'Uncollectible')).toBeVisible();
  await expect(next(page, 'Record payment')).toBeVisible();
  await choose(page, 'Reverse write-off');
  await fillIn(page, { Reason: 'The insolvency plan pays a part.' }, 'Reverse write-off');
  await expect(status(page, 'Open')).toBeVisible();
  await expect(newest(page)).toContainText('The insolvency plan pays a part.');
});

test('above the company’s limit a refund needs a second person: Ana asks, Mia approves, both are named', async ({
  as,
}) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '1800' });
  await finalizeAndSend(ana);
  await next(ana, 'Record payment').click();
  await fillIn(ana, {}, 'Record payment');

  await test.step('the form says beforehand that it becomes a request', async () => {
    await choose(ana, 'Refund');
    const dialog = ana.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('40');
    await expect(dialog.getByRole('button', { name: 'Issue refund' })).toBeVisible();
    await dialog.getByLabel('Amount').fill('1500');
    await expect(dialog).toContainText(/Refunds above €[\d,.]+ need a second person/);
    await fillIn(ana, { Reason: 'They cancelled in time.' }, 'Ask for approval');
    await expect(status(ana, 'Awaiting approval')).toBeVisible();
    await expect(payments(ana)).not.toContainText('Refund');
  });

  await test.step('Ana cannot approve her own request', async () => {
    const approve = document(ana).getByRole('button', { name: 'Approve' });
    await expect(approve).toBeDisabled();
    await expect(document(ana)).toContainText('Ana Novak asks for approval of a refund of €1,500.00');
    await expect(ana.locator('header').getByRole('button', { name: 'Approve' })).toBeHidden();
  });

  await test.step('Mia sees it as the next thing to do, and approves', async () => {
    const mia = await as('mia', ana.url());
    await next(mia, 'Approve').click();
    await expect(mia.getByRole('dialog')).toContainText('They cancelled in time.');
    await fillIn(mia, {}, 'Approve');
    await expect(status(mia, 'Awaiting approval')).toBeHidden();
    await expect(payments(mia)).toContainText('On its way');
    await expect(feed(mia).getByRole('article', { name: /^Ana Novak asked for approval/ })).toBeVisible();
    await expect(
      feed(mia).getByRole('article', { name: /^Mia Torres approved Ana Novak’s request/ }),
    ).toBeVisible();
  });
});

test('a request can be declined with a reason, or withdrawn by who made it', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '1800' });
  await finalizeAndSend(ana);
  for (const reason of ['First try.', 'Second try.']) {
    await choose(ana, 'Issue credit note');
    await fillIn(ana, { Reason: reason }, 'Ask for approval');
    await expect(document(ana)).toContainText(reason);
    if (reason === 'First try.') {
      await document(ana).getByRole('button', { name: 'Withdraw request' }).click();
      await fillIn(ana, {}, 'Withdraw request');
      await expect(document(ana).getByRole('button', { name: 'Withdraw request' })).toBeHidden();
    }
  }
  const mia = await as('mia', ana.url());
  await document(mia).getByRole('button', { name: 'Decline' }).click();
  await fillIn(mia, { Reason: 'Not without a call first.' }, 'Decline');
  await expect(newest(mia)).toContainText('Not without a call first.');
  await expect(status(mia, 'Awaiting approval')).toBeHidden();
});

test('a form that comes too late says why, and offers what can be done instead', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '100' });
  await finalizeAndSend(ana);
  await choose(ana, 'Void');
  await ana.getByRole('dialog').getByLabel('Reason').fill('Written to the wrong customer.');
  const bob = await as('bob', ana.url());
  await next(bob, 'Record payment').click();
  await fillIn(bob, {}, 'Record payment');
  const dialog = ana.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Void' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This invoice has a payment, so it can’t be voided.');
  await dialog.getByRole('button', { name: 'Issue a credit note' }).click();
  await expect(ana.getByRole('dialog', { name: 'Issue credit note' })).toBeVisible();
  await fillIn(ana, { Reason: 'Written to the wrong customer.' }, 'Issue credit note');
  await expect(document(ana)).toContainText('Overpaid by€100.00');
});

test('all parts together have no violation and stick out nowhere, now and in the past', async ({ as }) => {
  test.slow();
  const page = await as('ana');
  await createDraft(page, { price: '1800', taxRate: '19' });
  await choose(page, 'Grant discount');
  await fillIn(page, { Description: 'Regular customer', Percent: '5' }, 'Grant discount');
  const address = page.url();
  await finalizeAndSend(page);
  await choose(page, 'Record failed payment');
  await fillIn(page, { Detail: 'x'.repeat(60) }, 'Record failed payment');
  await choose(page, 'Record payment');
  await fillIn(page, { Amount: '1900', Reference: 'y'.repeat(60) }, 'Record payment');
  await choose(page, 'Refund');
  await fillIn(page, { Amount: '5', Reason: 'Torn.' }, 'Issue refund');
  await choose(page, 'Record dispute');
  await fillIn(page, { Amount: '10' }, 'Record dispute');
  await choose(page, 'Issue credit note');
  await fillIn(page, { Amount: '20', Reason: 'Torn.' }, 'Issue credit note');
  await choose(page, 'Add note');
  await fillIn(page, { Note: 'z'.repeat(100) }, 'Add note');
  await choose(page, 'Refund');
  await fillIn(page, { Amount: '1500', Reason: 'They cancelled.' }, 'Ask for approval');

  for (const path of [address, `${address}?version=7`]) {
    await page.goto(path);
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await expect(payments(page)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
      const content = await page.evaluate(() => window.document.documentElement.scrollWidth);
      expect(content).toBeLessThanOrEqual(width);
    }
  }
});
