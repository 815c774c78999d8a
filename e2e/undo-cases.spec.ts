/**
 * The cases of undo that a person sees and no other spec shows; each by its number. What led to each is given through the
 * write path, on an app of their own, so that a case is a few looks at one page.
 */
import { type Browser, expect, type Page, test } from '@playwright/test';
import type { Database } from '../db/client';
import { command, createDraft, expectOk, undo } from '../db/testing/invoices';
import type { Actor } from '../lib/event-sourcing/event';
import type { RevertRequest } from '../lib/event-sourcing/plan';
import type { InvoiceCommand } from '../lib/invoice/commands';
import { lineId } from '../lib/invoice/testing';
import { payment, refund } from '../lib/invoice/testing/lives';
import { document } from './invoices';
import { OwnApp } from './own-app';
import type { DemoPerson } from './people';
import { feed, openMenu, redoButton, restoreTo, undoButton, undoFromRow } from './record';

let own: OwnApp;
let people: Map<string, Actor>;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  own = await OwnApp.start();
  people = await own.query(async ({ $client }) => {
    const { rows } = await $client.query<{ id: string; name: string; email: string }>(
      'SELECT id, name, email FROM people',
    );
    return new Map(
      rows.map(({ id, name, email }) => [email.split('@')[0] ?? '', { id, kind: 'user', name }]),
    );
  });
});
test.afterAll(() => own?.discard());

type Deed = [who: DemoPerson, what: InvoiceCommand | RevertRequest];

/** A draft with two lines that Ana created, event 1, and what people did to it since; the address of its page. */
async function invoice(...deeds: Deed[]): Promise<string> {
  return own.query(async (db) => {
    const id = await createDraft(db);
    for (const deed of deeds) await give(db, id, deed);
    return `/invoices/${id}`;
  });
}

async function give(db: Database, id: string, [who, what]: Deed): Promise<void> {
  const actor = people.get(who) as Actor;
  expectOk(
    'button' in what
      ? await undo(db, id, what, { actor })
      : await command(db, id, what, { actor, reason: 'because' }),
  );
}

const afterwards = (path: string, deed: Deed) =>
  own.query((db) => give(db, path.split('/').at(-1) ?? '', deed));

const open = (browser: Browser, person: DemoPerson, path: string) => own.open(browser, person, path);
const due = (day: string) => ({ type: 'change_details', dueDate: `2027-01-${day}` }) as const;
const memo = (text: string) => ({ type: 'change_details', memo: text }) as const;
const row = (version: number) => ({ button: 'row', version }) as const;
const finalize = { type: 'finalize_invoice' } as const;
const send = { type: 'send_invoice', messageId: lineId(70), to: 'a@example.com', text: null } as const;
const remind = { type: 'send_reminder', messageId: lineId(71), to: 'a@example.com', text: null } as const;
const rye = { id: lineId(5), description: 'Rye flakes', quantity: '1', unitPrice: 100, taxRate: 0 };

const events = (page: Page) => feed(page).getByRole('article');
const newest = (page: Page) => events(page).first();
const dialogOf = (page: Page) => page.getByRole('dialog');

/** Carries out what the open preview shows. */
async function confirm(page: Page, action = 'Undo', reason?: string): Promise<void> {
  const dialog = dialogOf(page);
  if (reason) await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('case 2: two people undo the same event at once: one wins, the other reads who did', async ({
  browser,
}) => {
  const path = await invoice(['bob', memo('Urgent')]);
  const [mia, priya] = [await open(browser, 'mia', path), await open(browser, 'priya', path)];
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
  const page = await open(browser, 'ana', await invoice(['ana', due('10')], ['bob', memo('From Bob')]));
  await undoButton(page).click();
  await expect(document(page)).not.toContainText('10 Jan 2027');
  await expect(document(page)).toContainText('From Bob');
});

test('case 5: case 6: a third change back to the same value does not free Ann’s undo; Bob’s undo of his does', async ({
  browser,
}) => {
  const path = await invoice(['ana', due('10')], ['bob', due('20')], ['mia', due('10')]);
  const page = await open(browser, 'ana', path);
  await expect(undoButton(page)).toBeDisabled();
  await undoFromRow(page, 2);
  await expect(dialogOf(page)).toContainText('Bob Ekdahl');
  await expect(dialogOf(page)).toContainText('Mia Torres');
  await page.keyboard.press('Escape');
  await afterwards(path, ['mia', row(4)]);
  await afterwards(path, ['bob', row(3)]);
  await expect(undoButton(page)).toBeEnabled();
  await undoButton(page).click();
  await expect(document(page)).not.toContainText('10 Jan 2027');
});

test('case 7: of a change of several fields of which one is superseded, the clean ones are offered', async ({
  browser,
}) => {
  const line = { type: 'change_line', lineId: lineId(1) } as const;
  const path = await invoice(
    ['ana', { ...line, quantity: '3', unitPrice: 900 }],
    ['bob', { ...line, quantity: '9' }],
  );
  const page = await open(browser, 'ana', path);
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
  const path = await invoice(['ana', due('10')], ['ana', row(2)], ['ana', memo('New')]);
  const page = await open(browser, 'ana', path);
  await expect(redoButton(page)).toBeDisabled();
  await undoFromRow(page, 2);
  await expect(dialogOf(page)).toHaveAccessibleName('Re-apply: due date');
  await confirm(page, 'Re-apply');
  await expect(document(page)).toContainText('10 Jan 2027');
});

test('case 9: case 10: another person’s change of something else keeps my Redo; undo, redo and undo are an event each', async ({
  browser,
}) => {
  const path = await invoice(['ana', due('10')]);
  const page = await open(browser, 'ana', path);
  await undoButton(page).click();
  await expect(events(page)).toHaveCount(3);
  await afterwards(path, ['bob', memo('From Bob')]);
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
  const path = await invoice(['ana', due('10')], ['ana', row(2)], ['bob', memo('B')]);
  const page = await open(browser, 'ana', path);
  await undoFromRow(page, 3);
  await expect(dialogOf(page)).toHaveAccessibleName('Re-apply: due date');
  await page.keyboard.press('Escape');
  await afterwards(path, ['bob', due('20')]);
  await expect(document(page)).toContainText('20 Jan 2027');
  await undoFromRow(page, 3);
  await expect(dialogOf(page)).toHaveAccessibleName('Can’t re-apply: due date');
  await expect(dialogOf(page)).toContainText('Bob Ekdahl');
});

test('case 13: a line that is taken back from removal stands in its old place', async ({ browser }) => {
  const path = await invoice(['ana', { type: 'remove_line', lineId: lineId(1) }]);
  const page = await open(browser, 'ana', path);
  const lines = document(page).getByRole('rowheader');
  await expect(lines.filter({ hasText: 'Item' })).toHaveText([/Item 2/]);
  await undoButton(page).click();
  await expect(lines.filter({ hasText: 'Item' })).toHaveText([/Item 1/, /Item 2/]);
});

test('case 15: a payment that was partly refunded: the refund is named', async ({ browser }) => {
  const path = await invoice(
    ['ana', finalize],
    ['ana', payment(5950, lineId(60))],
    ['ana', refund(1000, lineId(60), lineId(61))],
  );
  const page = await open(browser, 'mia', path);
  const dialog = await undoFromRow(page, 3);
  await expect(dialog).toHaveAccessibleName(/^Can’t undo: payment/);
  await expect(dialog.getByRole('button', { name: /^Event 4/ })).toContainText('refund');
  await expect(dialog.getByRole('button', { name: /together$/ })).toBeVisible();
});

test('case 16: a change from before a reminder is undone; the preview says that the reminder is not recalled', async ({
  browser,
}) => {
  const path = await invoice(['ana', finalize], ['ana', due('10')], ['ana', send], ['ana', remind]);
  const page = await open(browser, 'ana', path);
  await undoFromRow(page, 3);
  await expect(dialogOf(page)).toContainText('A reminder that went out since is not recalled.');
  await confirm(page);
  await expect(document(page)).not.toContainText('10 Jan 2027');
});

test('case 21: case 23: a restore to before a settled refund lists what stays and why; to what is there already, none', async ({
  browser,
}) => {
  const path = await invoice(
    ['ana', memo('Before')],
    ['ana', finalize],
    ['ana', payment(5950, lineId(60))],
    ['ana', refund(1000, lineId(60), lineId(61))],
    ['ana', { type: 'settle_refund', refundId: lineId(61), settledOn: '2026-11-10' }],
    ['ana', memo('After')],
    ['ana', memo('Before')],
  );
  const page = await open(browser, 'mia', path);
  const menu = await openMenu(page, 6);
  await expect(menu.getByRole('menuitem', { name: 'Restore to this point' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  const dialog = await restoreTo(page, 2);
  const stays = dialog.getByRole('region', { name: 'What stays, and why' });
  for (const sentence of ['settled', 'issued a refund', 'payment of', 'finalized'])
    await expect(stays).toContainText(sentence);
});

test('case 25: whoever lost their role after the page loaded reads why, and nothing is changed', async ({
  browser,
}) => {
  const path = await invoice(['sam', memo('Mine')]);
  const page = await open(browser, 'sam', path);
  const { id } = people.get('sam') as Actor;
  const make = (role: string) =>
    own.query(({ $client }) => $client.query('UPDATE people SET role = $1 WHERE id = $2', [role, id]));
  await make('viewer');
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await undoButton(page).click();
  await answered;
  await expect(page.getByText(/Your role lets you look/).first()).toBeVisible();
  await expect(events(page)).toHaveCount(2);
  await make('support');
});

test('case 31: what was imported can be undone like anything else, and shows from where it came', async ({
  browser,
}) => {
  const path = await own.query(async (db) => {
    const id = await createDraft(db);
    const actor: Actor = { id: 'old-shop', kind: 'import', name: 'Old shop' };
    expectOk(await command(db, id, due('10'), { actor }));
    return `/invoices/${id}`;
  });
  const page = await open(browser, 'mia', path);
  await expect(events(page).filter({ hasText: 'Old shop' })).toHaveCount(1);
  await undoFromRow(page, 2);
  await confirm(page, 'Undo', 'It was wrong there too.');
  await expect(newest(page)).toContainText('Mia Torres undid Old shop’s change');
});

test('case 33: what a colleague did who has left is shown with the name of then, and a manager undoes it', async ({
  browser,
}) => {
  const path = await invoice(['otto', due('10')]);
  const { id } = people.get('otto') as Actor;
  await own.query(({ $client }) =>
    $client.query('UPDATE people SET deactivated_at = now() WHERE id = $1', [id]),
  );
  const page = await open(browser, 'mia', path);
  await expect(newest(page)).toContainText('Otto Brandt');
  await undoFromRow(page, 2);
  await confirm(page, 'Undo', 'They have left.');
  await expect(newest(page)).toContainText('Mia Torres undid Otto Brandt’s change');
  await expect(document(page)).not.toContainText('10 Jan 2027');
});

test('case 37: the creation of a draft with later changes: they are listed, and go with it', async ({
  browser,
}) => {
  const path = await invoice(['ana', due('10')], ['bob', memo('From Bob')]);
  const page = await open(browser, 'mia', path);
  const dialog = await undoFromRow(page, 1);
  await expect(dialog.getByRole('button', { name: /^Event [23]/ })).toHaveCount(2);
  await dialog.getByRole('button', { name: /^Undo this and .* together$/ }).click();
  await confirm(page, 'Undo 3 changes', 'Made by mistake.');
  await expect(page.getByText('Discarded', { exact: true }).first()).toBeVisible();
});

test('case 38: a discarded draft is the draft again that it was', async ({ browser }) => {
  const page = await open(
    browser,
    'ana',
    await invoice(['ana', memo('Kept')], ['ana', { type: 'discard_draft' }]),
  );
  await expect(page.getByText('Discarded', { exact: true }).first()).toBeVisible();
  await undoButton(page).click();
  await expect(page.getByText('Discarded', { exact: true })).toHaveCount(0);
  await expect(document(page)).toContainText('Kept');
});

test('case 39: the currency under somebody’s new line is not undone, and the line is named', async ({
  browser,
}) => {
  const path = await invoice(
    ['ana', { type: 'change_currency', currency: 'USD' }],
    ['bob', { type: 'add_line', line: rye }],
  );
  const page = await open(browser, 'ana', path);
  await expect(undoButton(page)).toBeDisabled();
  const dialog = await undoFromRow(page, 2);
  await expect(dialog.getByRole('button', { name: /^Event 3/ })).toContainText('Rye flakes');
});

test('case 40: a change of a document that was voided since is not undone, and who voided it is named', async ({
  browser,
}) => {
  const path = await invoice(['ana', finalize], ['ana', memo('Mine')], ['bob', { type: 'void_invoice' }]);
  const page = await open(browser, 'ana', path);
  const dialog = await undoFromRow(page, 3);
  await expect(dialog).toContainText('Bob Ekdahl voided the invoice');
});

test('case 41: a price comes back by Redo, and the quantity that Bob set meanwhile stays', async ({
  browser,
}) => {
  const line = { type: 'change_line', lineId: lineId(1) } as const;
  const path = await invoice(['ana', { ...line, unitPrice: 900 }]);
  const page = await open(browser, 'ana', path);
  await undoButton(page).click();
  await expect(events(page)).toHaveCount(3);
  await afterwards(path, ['bob', { ...line, quantity: '7' }]);
  await expect(events(page)).toHaveCount(4);
  await redoButton(page).click();
  const item = document(page).getByRole('row', { name: /Item 1/ });
  await expect(item).toContainText('€9.00');
  await expect(item).toContainText('€63.00');
});

test('case 45: what somebody’s undo stands in the way of is re-applied together with it', async ({
  browser,
}) => {
  const line = { type: 'change_line', lineId: lineId(5), quantity: '4' } as const;
  const path = await invoice(
    ['bob', { type: 'add_line', line: rye }],
    ['ana', line],
    ['ana', row(3)],
    ['bob', row(2)],
  );
  const page = await open(browser, 'mia', path);
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
  const path = await invoice(['ana', due('10')], ['mia', row(2)]);
  const ana = await open(browser, 'ana', path);
  await expect(redoButton(ana)).toBeDisabled();
  const mia = await open(browser, 'mia', path);
  await expect(undoButton(mia)).toBeEnabled();
  await undoButton(mia).click();
  const dialog = dialogOf(mia);
  await expect(dialog).toBeVisible();
  await confirm(mia, 'Re-apply', 'Ana was right.');
  await expect(document(mia)).toContainText('10 Jan 2027');
});

test('case 49: restored to before the lines of a sent invoice, the oldest line stays, with the reason', async ({
  browser,
}) => {
  const path = await invoice(
    ['ana', { type: 'remove_line', lineId: lineId(1) }],
    ['ana', { type: 'remove_line', lineId: lineId(2) }],
    ['ana', { type: 'add_line', line: rye }],
    ['ana', { type: 'add_line', line: { ...rye, id: lineId(6), description: 'Oats' } }],
    ['ana', finalize],
    ['ana', send],
  );
  const page = await open(browser, 'ana', path);
  const dialog = await restoreTo(page, 3);
  await expect(dialog.getByRole('region', { name: 'What stays, and why' })).toContainText(
    'A finalized invoice keeps at least one line.',
  );
  await confirm(page, 'Restore');
  await expect(document(page).getByRole('row', { name: /Rye flakes/ })).toBeVisible();
  await expect(document(page).getByRole('row', { name: /Oats/ })).toHaveCount(0);
});
