/**
 * Cases of undo and redo that a person sees and no other spec shows; each by its number. What led to each is given through
 * the write path, on an app of their own, so that a case is a few looks at one page.
 */
import { expect, type Page, test } from '@playwright/test';
import { lineId } from '../lib/invoice/testing';
import { payment, refund } from '../lib/invoice/testing/lives';
import { Arranged, confirm, due, finalize, memo, row, send } from './arranged';
import { document } from './invoices';
import { feed, redoButton, undoButton, undoFromRow } from './record';

let arranged: Arranged;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  arranged = await Arranged.start();
});
test.afterAll(() => arranged?.own.discard());

const remind = { type: 'send_reminder', messageId: lineId(71), to: 'a@example.com', text: null } as const;
const events = (page: Page) => feed(page).getByRole('article');
const dialogOf = (page: Page) => page.getByRole('dialog');

test('case 2: two people undo the same event at once: one wins, the other reads who did', async ({
  browser,
}) => {
  const path = await arranged.invoice(['bob', memo('Urgent')]);
  const [mia, priya] = [
    await arranged.open(browser, 'mia', path),
    await arranged.open(browser, 'priya', path),
  ];
  // Priya's page has not heard of it.
  let asked = false;
  await priya.route('**/api/records/**', (route) => (asked ? route.continue() : route.abort()));
  priya.on('request', (request) => {
    asked ||= request.method() === 'POST';
  });
  await undoFromRow(priya, 2);
  await undoFromRow(mia, 2);
  await confirm(mia, 'Undo', 'Not urgent.');
  await dialogOf(priya).getByLabel('Reason').fill('Not urgent at all.');
  await dialogOf(priya).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(dialogOf(priya)).toContainText('already undone by Mia Torres');
  await priya.keyboard.press('Escape');
  await expect(events(priya)).toHaveCount(3);
});

test('case 3: Ann undoes her due date, and Bob’s memo stays', async ({ browser }) => {
  const page = await arranged.open(
    browser,
    'ana',
    await arranged.invoice(['ana', due('10')], ['bob', memo('From Bob')]),
  );
  await undoButton(page).click();
  await expect(document(page)).not.toContainText('10 Jan 2027');
  await expect(document(page)).toContainText('From Bob');
});

test('case 5: case 6: a third change back to the same value does not free Ann’s undo; Bob’s undo of his does', async ({
  browser,
}) => {
  const path = await arranged.invoice(['ana', due('10')], ['bob', due('20')], ['mia', due('10')]);
  const page = await arranged.open(browser, 'ana', path);
  await expect(undoButton(page)).toBeDisabled();
  await undoFromRow(page, 2);
  await expect(dialogOf(page)).toContainText('Bob Ekdahl');
  await expect(dialogOf(page)).toContainText('Mia Torres');
  await page.keyboard.press('Escape');
  await arranged.afterwards(path, ['mia', row(4)]);
  await arranged.afterwards(path, ['bob', row(3)]);
  await expect(undoButton(page)).toBeEnabled();
  await undoButton(page).click();
  await expect(document(page)).not.toContainText('10 Jan 2027');
});

test('case 7: of a change of several fields of which one is superseded, the clean ones are offered', async ({
  browser,
}) => {
  const line = { type: 'change_line', lineId: lineId(1) } as const;
  const path = await arranged.invoice(
    ['ana', { ...line, quantity: '3', unitPrice: 900 }],
    ['bob', { ...line, quantity: '9' }],
  );
  const page = await arranged.open(browser, 'ana', path);
  const dialog = await undoFromRow(page, 2);
  await expect(dialog).toContainText('Bob Ekdahl');
  await dialog.getByRole('button', { name: 'Put back only what nobody changed since: price' }).click();
  await expect(dialog).toBeHidden();
  await expect(document(page).getByRole('row', { name: /Item 1/ })).toContainText('€12.50');
  await expect(document(page).getByRole('row', { name: /Item 1/ })).toContainText('9');
});

test('case 8: after an undo and a new change Redo is off, and the row can still be re-applied', async ({
  browser,
}) => {
  const path = await arranged.invoice(['ana', due('10')], ['ana', row(2)], ['ana', memo('New')]);
  const page = await arranged.open(browser, 'ana', path);
  await expect(redoButton(page)).toBeDisabled();
  await undoFromRow(page, 2);
  await expect(dialogOf(page)).toHaveAccessibleName('Re-apply: due date');
  await confirm(page, 'Re-apply');
  await expect(document(page)).toContainText('10 Jan 2027');
});

test('case 9: case 10: another person’s change of something else keeps my Redo; undo, redo and undo are an event each', async ({
  browser,
}) => {
  const path = await arranged.invoice(['ana', due('10')]);
  const page = await arranged.open(browser, 'ana', path);
  await undoButton(page).click();
  await expect(events(page)).toHaveCount(3);
  await arranged.afterwards(path, ['bob', memo('From Bob')]);
  await expect(events(page)).toHaveCount(4);
  await redoButton(page).click();
  await expect(document(page)).toContainText('10 Jan 2027');
  await undoButton(page).click();
  await expect(document(page)).not.toContainText('10 Jan 2027');
  await expect(document(page)).toContainText('From Bob');
  await expect(events(page)).toHaveCount(6);
});

test('case 11: the undo of an undo further back is a redo, and is refused for what came since', async ({
  browser,
}) => {
  const path = await arranged.invoice(['ana', due('10')], ['ana', row(2)], ['bob', memo('B')]);
  const page = await arranged.open(browser, 'ana', path);
  await undoFromRow(page, 3);
  await expect(dialogOf(page)).toHaveAccessibleName('Re-apply: due date');
  await page.keyboard.press('Escape');
  await arranged.afterwards(path, ['bob', due('20')]);
  await expect(document(page)).toContainText('20 Jan 2027');
  await undoFromRow(page, 3);
  await expect(dialogOf(page)).toHaveAccessibleName('Can’t re-apply: due date');
  await expect(dialogOf(page)).toContainText('Bob Ekdahl');
});

test('case 13: a line that is taken back from removal stands in its old place', async ({ browser }) => {
  const path = await arranged.invoice(['ana', { type: 'remove_line', lineId: lineId(1) }]);
  const page = await arranged.open(browser, 'ana', path);
  const lines = document(page).getByRole('rowheader');
  await expect(lines.filter({ hasText: 'Item' })).toHaveText([/Item 2/]);
  await undoButton(page).click();
  await expect(lines.filter({ hasText: 'Item' })).toHaveText([/Item 1/, /Item 2/]);
});

test('case 15: a payment that was partly refunded: the refund is named', async ({ browser }) => {
  const path = await arranged.invoice(
    ['ana', finalize],
    ['ana', payment(5950, lineId(60))],
    ['ana', refund(1000, lineId(60), lineId(61))],
  );
  const page = await arranged.open(browser, 'mia', path);
  const dialog = await undoFromRow(page, 3);
  await expect(dialog).toHaveAccessibleName(/^Can’t undo: payment/);
  await expect(dialog.getByRole('button', { name: /^Event 4/ })).toContainText('refund');
  await expect(dialog.getByRole('button', { name: /together$/ })).toBeVisible();
});

test('case 16: a change from before a reminder is undone; the preview says that the reminder is not recalled', async ({
  browser,
}) => {
  const path = await arranged.invoice(['ana', finalize], ['ana', due('10')], ['ana', send], ['ana', remind]);
  const page = await arranged.open(browser, 'ana', path);
  await undoFromRow(page, 3);
  await expect(dialogOf(page)).toContainText('A reminder that went out since is not recalled.');
  await confirm(page);
  await expect(document(page)).not.toContainText('10 Jan 2027');
});
