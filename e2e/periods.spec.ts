import AxeBuilder from '@axe-core/playwright';
import { createDraft, document, fillIn, finalizeAndSend, next } from './invoices';
import { expect, test } from './people';
import { feed, openMenu, slider, undoButton } from './record';

/** Long before anything that other tests record, which go on at the same time. */
const closedDay = '2019-03-31';

test('case 50: a payment of a closed period is not taken back: what can be done instead is offered, and a manager reopens it', async ({
  as,
}) => {
  const ana = await as('ana');
  await createDraft(ana, { price: '100' });
  await finalizeAndSend(ana);
  await next(ana, 'Record payment').click();
  await fillIn(ana, { Amount: '40', 'Received on': '2019-03-15' }, 'Record payment');
  const mia = await as('mia', '/settings/periods');

  await test.step('Mia closes March 2019; her closing stands in the history', async () => {
    await expect(mia.getByRole('heading', { level: 1 })).toHaveText('Accounting periods');
    await mia.getByRole('button', { name: 'Close a period' }).click();
    await fillIn(mia, { 'Closed through': closedDay, Reason: 'March is done.' }, 'Close period');
    await expect(mia.getByRole('heading', { name: 'Closed through 31 Mar 2019' })).toBeVisible();
    await expect(feed(mia).getByRole('article').first()).toContainText(
      'closed the books through 31 Mar 2019',
    );
    await expect(feed(mia).getByRole('article').first()).toContainText('March is done.');
    expect((await new AxeBuilder({ page: mia }).analyze()).violations).toEqual([]);
  });

  await test.step('Ana’s Undo stops there and says why; so does the form', async () => {
    await ana.reload();
    const menu = await openMenu(ana, 4);
    await menu.getByRole('menuitem', { name: 'Undo this change' }).focus();
    await ana.keyboard.press('Enter');
    const dialog = ana.getByRole('dialog');
    await expect(dialog).toContainText('15 Mar 2019, and the books are closed through 31 Mar 2019');
    await expect(dialog.getByRole('button', { name: 'Issue a refund' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Issue a credit note' }).click();
    await expect(ana.getByRole('dialog', { name: /credit note/i })).toBeVisible();
    await ana.keyboard.press('Escape');

    await next(ana, 'Record payment').click();
    const form = ana.getByRole('dialog');
    await form.getByLabel('Received on').fill('2019-03-31');
    await form.getByRole('button', { name: 'Record payment' }).click();
    await expect(form).toContainText('the books are closed through 31 Mar 2019');
    await ana.keyboard.press('Escape');
  });

  await test.step('support may look at the periods, not change them', async () => {
    const path = new URL(ana.url()).pathname;
    await ana.goto('/settings/periods');
    const close = ana.getByRole('button', { name: 'Close a period' });
    await expect(close).toBeDisabled();
    await ana.goto(path);
  });

  await test.step('Mia reopens it with Undo, looks at the past, and Ana undoes', async () => {
    await undoButton(mia).click();
    await expect(mia.getByRole('heading', { name: 'All periods are open' })).toBeVisible();
    await slider(mia).press('ArrowLeft');
    await expect(mia.getByRole('heading', { name: 'Closed through 31 Mar 2019' })).toBeVisible();
    await ana.reload();
    const menu = await openMenu(ana, 4);
    await menu.getByRole('menuitem', { name: 'Undo this change' }).click();
    await fillIn(ana, { Reason: 'Of another invoice.' }, 'Undo');
    await expect(document(ana)).toContainText('Balance due€100.00');
  });
});
