/** More cases that a person sees, from 21 on: see undo-cases.spec.ts. */
import { expect, type Page, test } from '@playwright/test';
import { command, createDraft, expectOk } from '../db/testing/invoices';
import { dayIn } from '../lib/calendar';
import { initialCompany } from '../lib/company-settings';
import type { Actor } from '../lib/event-sourcing/event';
import { lineId } from '../lib/invoice/testing';
import { payment, refund } from '../lib/invoice/testing/lives';
import { Arranged, confirm, due, finalize, memo, row, rye, send } from './arranged';
import { document, next } from './invoices';
import { feed, openMenu, redoButton, restoreTo, slider, undoButton, undoFromRow } from './record';

let arranged: Arranged;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  arranged = await Arranged.start();
});
test.afterAll(() => arranged?.own.discard());

const today = () => dayIn(initialCompany.timeZone, new Date().toISOString());
const events = (page: Page) => feed(page).getByRole('article');
const newest = (page: Page) => events(page).first();
const dialogOf = (page: Page) => page.getByRole('dialog');

test('case 21: a restore to before a settled refund lists what stays, and why', async ({ browser }) => {
  const path = await arranged.invoice(
    ['ana', memo('Before')],
    ['ana', finalize],
    ['ana', memo('After')],
    ['ana', payment(5950, lineId(60))],
    ['ana', refund(1000, lineId(60), lineId(61))],
    ['ana', { type: 'settle_refund', refundId: lineId(61), settledOn: today() }],
  );
  const page = await arranged.open(browser, 'mia', path);
  const dialog = await restoreTo(page, 2);
  const stays = dialog.getByRole('region', { name: 'What stays, and why' });
  for (const version of [3, 5, 6, 7])
    await expect(stays.getByText(new RegExp(`event ${version}\\b`, 'i')).first()).toBeVisible();
  await confirm(page, 'Restore', 'It was another invoice.');
  await expect(document(page)).toContainText('Before');
});

test('case 23: to a version that equals the present there is nothing to restore', async ({ browser }) => {
  const path = await arranged.invoice(['ana', memo('A')], ['bob', memo('B')], ['ana', memo('A')]);
  const page = await arranged.open(browser, 'mia', path);
  const menu = await openMenu(page, 2);
  await expect(menu.getByRole('menuitem', { name: 'Restore to this point' })).toBeDisabled();
  await expect(menu).toContainText('as it was after event 2 already');
});

test('case 25: whoever lost their role after the page loaded reads why, and nothing is changed', async ({
  browser,
}) => {
  const path = await arranged.invoice(['sam', memo('Mine')]);
  const page = await arranged.open(browser, 'sam', path);
  const { id } = arranged.person('sam');
  const make = (role: string) =>
    arranged.own.query(({ $client }) =>
      $client.query('UPDATE users SET role = $1 WHERE id = $2', [role, id]),
    );
  await make('viewer');
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await undoButton(page).click();
  await answered;
  await expect(page.getByText(/Your role lets you look/).first()).toBeVisible();
  await expect(events(page)).toHaveCount(2);
  await make('support');
});

test('case 29: two events of the same moment are two places on the slider', async ({ browser }) => {
  const path = await arranged.invoice([
    'ana',
    { type: 'change_details', dueDate: '2027-01-10', memo: 'Both' },
  ]);
  const page = await arranged.open(browser, 'ana', `${path}?version=2`);
  await expect(slider(page)).toHaveValue('2');
  const both = async () => [
    (await document(page).textContent())?.includes('Both'),
    (await document(page).textContent())?.includes('10 Jan 2027'),
  ];
  const halfway = await both();
  expect(halfway.filter(Boolean)).toHaveLength(1);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(both).toEqual([true, true]);
});

test('point 32: case 31: what an import, an agent or the system did says so, and can be undone like anything else', async ({
  browser,
}) => {
  const others: Actor[] = [
    { id: 'old-shop', kind: 'import', name: 'Old shop' },
    { id: 'dunning', kind: 'agent', name: 'Dunning' },
    { id: 'nightly', kind: 'system', name: 'Nightly run' },
  ];
  const path = await arranged.own.query(async (db) => {
    const id = await createDraft(db);
    const deeds = [due('10'), memo('From an agent'), { type: 'add_line', line: rye } as const];
    for (const [index, actor] of others.entries())
      expectOk(await command(db, id, deeds[index] ?? due('11'), { actor }));
    return `/invoices/${id}`;
  });
  const page = await arranged.open(browser, 'mia', path);
  for (const [name, kind] of [
    ['Old shop', 'Import'],
    ['Dunning', 'Agent'],
    ['Nightly run', 'System'],
  ] as const)
    await expect(events(page).filter({ hasText: name }).getByText(kind, { exact: true })).toBeVisible();
  await undoFromRow(page, 2);
  await confirm(page, 'Undo', 'It was wrong there too.');
  await expect(newest(page)).toContainText('Mia Torres undid Old shop’s change');
});

test('point 32: case 33: what a colleague did who has left is shown with the name of then, and a manager undoes it', async ({
  browser,
}) => {
  const path = await arranged.invoice(['sam', due('10')]);
  const { id } = arranged.person('sam');
  await arranged.own.query(({ $client }) =>
    $client.query('UPDATE users SET deactivated_at = now() WHERE id = $1', [id]),
  );
  const page = await arranged.open(browser, 'mia', path);
  await expect(newest(page)).toContainText('Sam Okafor');
  await undoFromRow(page, 2);
  await confirm(page, 'Undo', 'They have left.');
  await expect(newest(page)).toContainText('Mia Torres undid Sam Okafor’s change');
  await expect(document(page)).not.toContainText('10 Jan 2027');
  // And is found by whoever looks for what they did.
  await page.goto('/activity');
  await page.getByRole('button', { name: /^Person/ }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: /^Sam Okafor/ })).toBeVisible();
});

test('case 37: the creation of a draft with later changes: they are listed, and go with it', async ({
  browser,
}) => {
  const path = await arranged.invoice(['ana', due('10')], ['bob', memo('From Bob')]);
  const page = await arranged.open(browser, 'mia', path);
  const dialog = await undoFromRow(page, 1);
  await expect(dialog.getByRole('button', { name: /^Event [23]/ })).toHaveCount(2);
  await dialog.getByRole('button', { name: /^Undo this and .* together$/ }).click();
  await confirm(page, 'Undo 3 changes', 'Made by mistake.');
  await expect(page.getByText('Discarded', { exact: true }).first()).toBeVisible();
});

test('case 38: a discarded draft is the draft again that it was', async ({ browser }) => {
  const page = await arranged.open(
    browser,
    'ana',
    await arranged.invoice(['ana', memo('Kept')], ['ana', { type: 'discard_draft' }]),
  );
  await expect(page.getByText('Discarded', { exact: true }).first()).toBeVisible();
  await undoButton(page).click();
  await expect(next(page, 'Finalize')).toBeVisible();
  await expect(document(page)).toContainText('Kept');
});

test('case 39: the currency under somebody’s new line is not undone, and the line is named', async ({
  browser,
}) => {
  const path = await arranged.invoice(
    ['ana', { type: 'change_currency', currency: 'USD' }],
    ['bob', { type: 'add_line', line: rye }],
  );
  const page = await arranged.open(browser, 'ana', path);
  await expect(undoButton(page)).toBeDisabled();
  const dialog = await undoFromRow(page, 2);
  await expect(dialog.getByRole('button', { name: /^Event 3/ })).toContainText('Rye flakes');
});

test('case 40: a change of a document that was voided since is not undone, and who voided it is named', async ({
  browser,
}) => {
  const path = await arranged.invoice(
    ['ana', finalize],
    ['ana', memo('Mine')],
    ['bob', { type: 'void_invoice' }],
  );
  const page = await arranged.open(browser, 'ana', path);
  const dialog = await undoFromRow(page, 3);
  await expect(dialog).toContainText('Bob Ekdahl voided the invoice');
});

test('case 41: a price comes back by Redo, and the quantity that Bob set meanwhile stays', async ({
  browser,
}) => {
  const line = { type: 'change_line', lineId: lineId(1) } as const;
  const path = await arranged.invoice(['ana', { ...line, unitPrice: 900 }]);
  const page = await arranged.open(browser, 'ana', path);
  await undoButton(page).click();
  await expect(events(page)).toHaveCount(3);
  await arranged.afterwards(path, ['bob', { ...line, quantity: '7' }]);
  await expect(events(page)).toHaveCount(4);
  await redoButton(page).click();
  const item = document(page).getByRole('row', { name: /Item 1/ });
  await expect(item).toContainText('€9.00');
  await expect(item).toContainText('€63.00');
});

test('case 42: a restore to a version inside an operation leads to the operation’s end', async ({
  browser,
}) => {
  const path = await arranged.invoice(
    ['ana', { type: 'change_details', dueDate: '2027-01-10', memo: 'Both' }],
    ['ana', memo('Later')],
  );
  const page = await arranged.open(browser, 'ana', path);
  const menu = await openMenu(page, 2);
  await menu.getByRole('menuitem', { name: 'Restore to this point' }).click();
  await expect(dialogOf(page)).toHaveAccessibleName('Restore to event 3');
  await confirm(page, 'Restore');
  await expect(document(page)).toContainText('Both');
  await expect(document(page)).toContainText('10 Jan 2027');
});

test('case 45: what somebody’s undo stands in the way of is re-applied together with it', async ({
  browser,
}) => {
  const line = { type: 'change_line', lineId: lineId(5), quantity: '4' } as const;
  const path = await arranged.invoice(
    ['bob', { type: 'add_line', line: rye }],
    ['ana', line],
    ['ana', row(3)],
    ['bob', row(2)],
  );
  const page = await arranged.open(browser, 'mia', path);
  const dialog = await undoFromRow(page, 3);
  await expect(dialog).toHaveAccessibleName(/^Can’t re-apply/);
  await expect(dialog.getByRole('button', { name: /^Event 5/ })).toBeVisible();
  await dialog.getByRole('button', { name: /^Re-apply this and .* together$/ }).click();
  await confirm(page, 'Re-apply 2 changes', 'It was right after all.');
  await expect(document(page).getByRole('row', { name: /Rye flakes/ })).toContainText('4');
});

test('case 46: a manager’s undo of my change is the manager’s to take back, and not mine to redo', async ({
  browser,
}) => {
  const path = await arranged.invoice(['ana', due('10')], ['mia', row(2)]);
  const ana = await arranged.open(browser, 'ana', path);
  await expect(redoButton(ana)).toBeDisabled();
  const mia = await arranged.open(browser, 'mia', path);
  await expect(undoButton(mia)).toBeEnabled();
  await undoButton(mia).click();
  await expect(document(mia)).toContainText('10 Jan 2027');
});

test('case 49: restored to before the lines of a sent invoice, the oldest line stays, with the reason', async ({
  browser,
}) => {
  const path = await arranged.invoice(
    ['ana', { type: 'remove_line', lineId: lineId(1) }],
    ['ana', { type: 'remove_line', lineId: lineId(2) }],
    ['ana', { type: 'add_line', line: rye }],
    ['ana', { type: 'add_line', line: { ...rye, id: lineId(6), description: 'Oats' } }],
    ['ana', finalize],
    ['ana', send],
  );
  const page = await arranged.open(browser, 'ana', path);
  const dialog = await restoreTo(page, 3);
  await expect(dialog.getByRole('region', { name: 'What stays, and why' })).toContainText(
    'A finalized invoice keeps at least one line.',
  );
  await confirm(page, 'Restore');
  await expect(document(page).getByRole('row', { name: /Rye flakes/ })).toBeVisible();
  await expect(document(page).getByRole('row', { name: /Oats/ })).toHaveCount(0);
});

test('case 24: a form that changes nothing adds no event, so there is nothing to undo', async ({
  browser,
}) => {
  const path = await arranged.invoice(['bob', memo('As it is')]);
  const page = await arranged.open(browser, 'bob', path);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  await dialogOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nothing was different, so nothing was changed.')).toBeVisible();
  await page.reload();
  await expect(events(page)).toHaveCount(2);
});

test('case 43: a restore that no single order allows at every step is done, since its end is allowed', async ({
  browser,
}) => {
  const discount = (id: number, amount: number) =>
    ({
      type: 'grant_discount',
      discount: { id: lineId(id), description: `Regular ${id}`, rate: null, amount },
    }) as const;
  const path = await arranged.invoice(
    ['ana', discount(51, 4000)],
    ['bob', { type: 'withdraw_discount', discountId: lineId(51) }],
    ['bob', { type: 'remove_line', lineId: lineId(1) }],
    ['bob', discount(52, 2000)],
  );
  const page = await arranged.open(browser, 'mia', path);
  const dialog = await restoreTo(page, 2);
  await expect(dialog.getByRole('region', { name: 'What stays, and why' })).toHaveCount(0);
  await confirm(page, 'Restore', 'As it was agreed.');
  await expect(document(page)).toContainText('Item 1');
  await expect(document(page)).toContainText('Regular 51');
  await expect(document(page)).not.toContainText('Regular 52');
});

test('case 44: written off, then paid in full: the write-off is undone, and re-applied', async ({
  browser,
}) => {
  const path = await arranged.invoice(
    ['ana', finalize],
    ['ana', { type: 'write_off_invoice', requestId: lineId(62) }],
    ['bob', payment(5950, lineId(60))],
  );
  const page = await arranged.open(browser, 'mia', path);
  await undoFromRow(page, 3);
  await confirm(page, 'Undo', 'It was paid after all.');
  await expect(newest(page)).toContainText('undid Ana Novak’s change');
  await undoButton(page).click();
  await confirm(page, 'Re-apply', 'It is given up all the same.');
  await expect(newest(page)).toContainText('re-applied');
  await expect(events(page)).toHaveCount(6);
});
