import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { choose, createDraft, document, fillIn, finalizeAndSend, next } from './invoices';
import { expect, test } from './people';
import {
  banner,
  editDetails,
  eventCount,
  feed,
  openMenu,
  redoButton,
  restoreTo,
  slider,
  undoButton,
  undoFromRow,
} from './record';

const ownDraft = async (page: Page): Promise<string> => {
  await createDraft(page, { price: '12.50' });
  return new URL(page.url()).pathname;
};

test('case 4: both changed the due date: refused, names Bob and his event, offers the old value; a manager gets the cascade', async ({
  as,
}) => {
  const ana = await as('ana');
  const path = await ownDraft(ana);
  await editDetails(ana, { 'Due date': '2027-01-10' });
  await editDetails(ana, { 'Due date': '2027-01-20' });
  const bob = await as('bob', path);
  await editDetails(bob, { 'Due date': '2027-02-01' });
  await expect(feed(ana).getByRole('article')).toHaveCount(4);

  await test.step('Ana reads why, goes to the event in the way, and puts her old date back', async () => {
    const dialog = await undoFromRow(ana, 3);
    await expect(dialog).toHaveAccessibleName('Can’t undo: due date');
    await expect(dialog).toContainText('Bob Ekdahl moved the due date to 1 Feb 2027 (event 4');
    await expect(dialog.getByRole('button', { name: /together/ })).toBeHidden();
    await dialog.getByRole('button', { name: /^Event 4/ }).click();
    await expect(dialog).toBeHidden();
    await expect(feed(ana).locator('[data-version="4"] button').first()).toBeFocused();

    await undoFromRow(ana, 3);
    await dialog.getByRole('button', { name: 'Put 10 Jan 2027 back as a new change' }).click();
    await expect(dialog).toBeHidden();
    await expect(document(ana)).toContainText('10 Jan 2027');
    await expect(feed(ana).getByRole('article').first()).toContainText('Put back from event 2');
    await undoButton(ana).click();
    await expect(document(ana)).toContainText('1 Feb 2027');
  });

  await test.step('Mia takes both back together, and then the cascade as a whole', async () => {
    const mia = await as('mia', path);
    const before = await eventCount(mia);
    const dialog = await undoFromRow(mia, 3);
    await dialog.getByRole('button', { name: /^Undo this and .* together$/ }).click();
    await expect(dialog).toHaveAccessibleName(/^Undo \d changes$/);
    const steps = dialog.getByRole('list').first().getByRole('listitem');
    await expect(steps.first()).toContainText('Bob Ekdahl moved the due date to 1 Feb 2027');
    await expect(steps.last()).toContainText('Ana Novak moved the due date to 20 Jan 2027');
    await expect(steps.last()).toContainText('The change you chose');
    await expect(dialog.locator('del')).toContainText('1 Feb 2027');
    await expect(dialog.locator('ins')).toContainText('10 Jan 2027');
    const verb = dialog.getByRole('button', { name: /^Undo \d changes$/ });
    await verb.click();
    await expect(dialog).toContainText('Say why');
    await dialog.getByLabel('Reason').fill('Agreed with both.');
    await verb.dblclick();
    await expect(dialog).toBeHidden();
    await expect(document(mia)).toContainText('10 Jan 2027');
    await mia.reload();
    const after = await eventCount(mia);
    expect(after - before).toBe(2);
    await expect(undoButton(mia)).toBeEnabled();
    await mia.keyboard.press('Control+Z');
    await expect(document(mia)).toContainText('1 Feb 2027');
  });
});

test('point 27: case 12: a line’s addition waits for its change: the dependents are listed, and go with it', async ({
  as,
}) => {
  const page = await as('ana');
  await ownDraft(page);
  await choose(page, 'Add line');
  await fillIn(page, { Description: 'Delivery', 'Unit price': '10' }, 'Add line');
  await page.getByRole('button', { name: 'Actions for Delivery' }).click();
  await page.getByRole('menuitem', { name: 'Change line' }).click();
  await fillIn(page, { 'Unit price': '15' }, 'Save');
  const dialog = await undoFromRow(page, 2);
  await expect(dialog.getByRole('button', { name: /^Event 3/ })).toContainText('changed the price of');
  await dialog.getByRole('button', { name: 'Undo this and the change in its way together' }).click();
  await expect(dialog).toHaveAccessibleName('Undo 2 changes');
  await expect(dialog.getByLabel('Reason')).toBeHidden();
  await dialog.getByRole('button', { name: 'Undo 2 changes' }).click();
  await expect(document(page).getByRole('rowheader', { name: 'Delivery' })).toBeHidden();
  await expect(feed(page).getByRole('article')).toHaveCount(5);
});

test('case 14: case 35: what was sent is not undone: why, with its alternatives; from its row the due date is a new action', async ({
  as,
}) => {
  const page = await as('ana');
  await ownDraft(page);
  await next(page, 'Finalize').click();
  await fillIn(page, {}, 'Finalize');
  await editDetails(page, { 'Due date': '2027-03-01' });
  await next(page, 'Send').click();
  await fillIn(page, {}, 'Send');
  await expect(undoButton(page)).toBeDisabled();
  await page.keyboard.press('Control+Z');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('Can’t undo: sending');
  await expect(dialog).toContainText('The message is out');
  await expect(dialog.getByRole('button', { name: 'Issue a credit note' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Void the invoice' }).click();
  await expect(dialog).toHaveAccessibleName(/^Void/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await undoFromRow(page, 3);
  await expect(dialog).toHaveAccessibleName('Undo: due date');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(document(page)).not.toContainText('1 Mar 2027');
  await expect(undoButton(page)).toBeEnabled();
  await page.keyboard.press('Control+Z');
  await expect(document(page)).toContainText('1 Mar 2027');
});

test('case 17: the creation of a draft is undone by discarding it; of a sent invoice it is refused, void is offered', async ({
  as,
}) => {
  const page = await as('ana');
  await ownDraft(page);
  const dialog = await undoFromRow(page, 1);
  await expect(dialog).toHaveAccessibleName('Undo: creation');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Discarded', { exact: true }).first()).toBeVisible();
  await ownDraft(page);
  await finalizeAndSend(page);
  await undoFromRow(page, 1);
  await expect(dialog).toHaveAccessibleName('Can’t undo: creation');
  await expect(dialog.getByRole('button', { name: 'Void the invoice' })).toBeVisible();
});

test('point 30: case 22: case 30: case 48: a restore from the past is shown exactly, leads back to now, and is undone as a whole', async ({
  as,
}) => {
  const page = await as('ana');
  const path = await ownDraft(page);
  for (const memo of ['one', 'two', 'three']) await editDetails(page, { Memo: memo });
  await editDetails(page, { 'Due date': '2027-05-05' });

  await test.step('what equals the present can’t be restored, and says so', async () => {
    const menu = await openMenu(page, 5);
    await expect(menu.getByRole('menuitem', { name: 'Restore to this point' })).toBeDisabled();
    await expect(menu).toContainText('as it was after event 5 already');
    await page.keyboard.press('Escape');
    // A menu that closes gives the focus back to its button.
    await expect(menu).toBeHidden();
  });

  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveValue('1');
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveValue('2');
  await banner(page).getByRole('button', { name: 'Restore this' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore to event 2' });
  await expect(dialog).toContainText('3 events are added, in this order');
  await expect(dialog.locator('del').first()).toContainText('three');
  await expect(dialog.locator('ins').first()).toContainText('one');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(banner(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(document(page)).toContainText('one');
  await expect(document(page)).not.toContainText('5 May 2027');
  await expect(feed(page).getByRole('article')).toHaveCount(8);
  await page.keyboard.press('Control+Z');
  await expect(document(page)).toContainText('three');
  await expect(document(page)).toContainText('5 May 2027');
  await expect(feed(page).getByRole('article')).toHaveCount(11);

  const vera = await as('vera', `${path}?version=2`);
  await expect(banner(vera)).toBeVisible();
  await expect(banner(vera).getByRole('button', { name: 'Restore this' })).toBeHidden();
});

test('a restore lists what stays and why, and what will still differ', async ({ as }) => {
  const page = await as('ana');
  await ownDraft(page);
  await finalizeAndSend(page);
  await editDetails(page, { Memo: 'After sending' });
  const dialog = await restoreTo(page, 1);
  const stays = dialog.getByRole('region', { name: 'What stays, and why' });
  await expect(stays).toContainText('sent the invoice to');
  await expect(stays).toContainText('The message is out');
  await expect(dialog).toContainText('What will still differ from event 1');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(document(page)).not.toContainText('After sending');
  await expect(page.getByText(/stays? as (it is|they are)/)).toBeVisible();
});

test('case 26: under an open preview an unrelated change is no matter; a related one makes another preview of it', async ({
  as,
}) => {
  const ana = await as('ana');
  const path = await ownDraft(ana);
  await editDetails(ana, { 'Due date': '2027-01-10' });
  await editDetails(ana, { 'Due date': '2027-01-20' });
  const bob = await as('bob', path);

  await test.step('somebody writes the memo', async () => {
    const dialog = await undoFromRow(ana, 3);
    await editDetails(bob, { Memo: 'From Bob' });
    await expect(document(ana).or(ana.locator('[aria-label=Document]')).first()).toContainText('From Bob');
    await expect(dialog).not.toContainText('look again');
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(document(ana)).toContainText('10 Jan 2027');
  });

  await test.step('somebody moves the same date: the preview says so by itself', async () => {
    await editDetails(ana, { 'Due date': '2027-01-25' });
    const dialog = await undoFromRow(ana, 6);
    await expect(dialog).toHaveAccessibleName('Undo: due date');
    await expect(feed(bob).getByRole('article')).toHaveCount(6);
    await editDetails(bob, { 'Due date': '2027-02-02' });
    await expect(dialog.getByRole('status')).toContainText('Bob Ekdahl changed this meanwhile; look again.');
    await expect(dialog).toHaveAccessibleName('Can’t undo: due date');
    await ana.keyboard.press('Escape');
  });

  await test.step('a tab that has not heard of it is refused by the server, and looks again', async () => {
    const before = await eventCount(ana);
    await editDetails(ana, { 'Due date': '2027-03-03' });
    // Deaf until it has asked.
    let asked = false;
    await ana.route('**/api/records/**', (route) => (asked ? route.continue() : route.abort()));
    ana.on('request', (request) => {
      asked ||= request.method() === 'POST';
    });
    const dialog = await undoFromRow(ana, before + 1);
    await expect(feed(bob).getByRole('article')).toHaveCount(before + 1);
    await editDetails(bob, { 'Due date': '2027-04-04' });
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(dialog).toHaveAccessibleName('Can’t undo: due date');
    await expect(dialog).toContainText('Bob Ekdahl moved the due date to 4 Apr 2027');
    await expect(feed(ana).or(ana.locator('[role=feed]')).first().locator('article')).toHaveCount(before + 2);
  });
});

test('the dialog gives the focus back, has no violation, fits 360 px, light and dark', async ({ as }) => {
  const page = await as('mia');
  await ownDraft(page);
  for (const memo of ['one', 'two']) await editDetails(page, { Memo: memo });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 360]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 780 });
      // Where the history moves to the other side of the page, it is another one: its menus close with the old one.
      await page.reload();
      if (width === 360) await page.getByRole('button', { name: 'History', exact: true }).click();
      for (const version of [2, 3]) {
        const dialog = await undoFromRow(page, version);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual(
          [],
        );
        const box = await dialog.boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
        await expect(
          page.getByRole('button', { name: `Actions for event ${version}`, exact: true }),
        ).toBeFocused();
      }
    }
  }
});

test('undone changes fold into one row that can be opened, and stay folded for this browser', async ({
  as,
}) => {
  const page = await as('ana');
  await ownDraft(page);
  await editDetails(page, { Memo: 'for a moment' });
  await undoButton(page).click();
  await expect(redoButton(page)).toBeEnabled();
  await expect(feed(page).getByRole('article')).toHaveCount(3);
  await expect(feed(page).getByRole('link', { name: 'Undo of event 2' })).toBeVisible();
  await feed(page).getByRole('link', { name: 'Undone by Ana Novak, event 3' }).click();
  await expect(feed(page).locator('[data-version="3"] [data-moment]')).toBeFocused();

  await page.getByRole('switch', { name: 'Fold undone changes' }).check();
  await expect(feed(page).getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('switch', { name: 'Fold undone changes' })).toBeEnabled();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Fold undone changes' })).toBeChecked();
  const row = feed(page).getByRole('article').first();
  await expect(row).toContainText('Undone by Ana Novak');
  await row.getByRole('button', { name: '1 folded' }).click();
  await expect(feed(page).getByRole('article')).toHaveCount(3);
  await row.getByRole('button', { name: '1 folded' }).click();
  await row.getByRole('link', { name: 'Undone by Ana Novak, event 3' }).click();
  await page.getByRole('switch', { name: 'Fold undone changes' }).uncheck();
  await expect(feed(page).getByRole('article')).toHaveCount(3);
});
