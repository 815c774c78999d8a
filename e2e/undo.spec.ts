import { stories } from '../scripts/demo/stories';
import { createDraft } from './invoices';
import { expect, hydrated, test } from './people';
import { editDetails, eventCount, feed, openMenu, redoButton, slider, undoButton } from './record';

const { undoAndRedo, alreadySent, paidTwice } = stories;

test('shortcuts undo and redo my last change, also from the slider, but not inside a field', async ({
  as,
}) => {
  const page = await as('ana', `/invoices/${undoAndRedo.id}`);
  const before = await eventCount(page);
  await expect(redoButton(page)).toBeEnabled();
  await page.keyboard.press('Control+Shift+Z');
  await expect(feed(page).getByRole('article')).toHaveCount(before + 1);
  await slider(page).focus();
  await page.keyboard.press('Control+Z');
  await expect(feed(page).getByRole('article')).toHaveCount(before + 2);
  await page.keyboard.press('Control+Y');
  await expect(feed(page).getByRole('article')).toHaveCount(before + 3);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  await page.getByRole('dialog').getByLabel('Memo').fill('typing');
  await page.keyboard.press('Control+Z');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  await expect(feed(page).getByRole('article')).toHaveCount(before + 3);
});

test('point 28: case 1: a double click on Undo is one event', async ({ as }) => {
  const page = await as('ana', `/invoices/${stories.manyEdits.id}`);
  const before = await eventCount(page);
  // Two of Ana's changes, so that a second undo would find something to take.
  const kept = `Not this one (${Date.now()})`;
  await editDetails(page, { Memo: kept });
  await editDetails(page, { Memo: 'Double click me.' });
  await undoButton(page).dblclick();
  await expect(page.getByRole('region', { name: 'Document' })).toContainText(kept);
  await expect(feed(page).getByRole('article')).toHaveCount(before + 3);
  await page.reload();
  await expect(feed(page).getByRole('article')).toHaveCount(before + 3);
});

test('several undos in a row, faster than the server answers, are all carried out in order', async ({
  as,
}) => {
  const page = await as('ana', `/invoices/${stories.manyEdits.id}`);
  for (const memo of ['one', 'two', 'three']) await editDetails(page, { Memo: memo });
  const before = await eventCount(page);
  for (let n = 1; n <= 3; n++) {
    await page.keyboard.press('Control+Z');
    // What is hoped for stands there at once, long before the answer.
    await expect(feed(page).getByRole('article')).toHaveCount(before + n);
  }
  await page.reload();
  await expect(feed(page).getByRole('article')).toHaveCount(before + 3);
});

test('point 26: case 14: case 47: the button stops at what is out, says why, and does not skip to an older change; so does the event’s menu', async ({
  as,
}) => {
  const page = await as('ana', `/invoices/${alreadySent.id}`);
  const before = await eventCount(page);
  await expect(undoButton(page)).toHaveText(/^Undo: sending/);
  await expect(undoButton(page)).toBeDisabled();
  await undoButton(page).focus();
  await expect(page.getByRole('tooltip').filter({ hasText: 'The message is out' })).toBeVisible();
  await page.keyboard.press('Control+Z');
  const dialog = page.getByRole('dialog', { name: 'Can’t undo: sending' });
  await expect(dialog).toContainText('The message is out');
  await expect(dialog.getByRole('button', { name: 'Void the invoice' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(dialog).toHaveCount(0);
  const sent = feed(page)
    .getByRole('article', { name: /Ana Novak sent the invoice/ })
    .first();
  await sent.getByRole('button', { name: /^Actions for event/ }).click();
  const item = page.getByRole('menuitem', { name: 'Undo this change', exact: true });
  await expect(item).toBeDisabled();
  await expect(item).toHaveAccessibleDescription(/The message is out/);
  await item.focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Void the invoice' })).toBeVisible();
  await page.reload();
  expect(await eventCount(page)).toBe(before);
});

test('point 24: after an undo both events stay in sight, say by whom and of what, and lead to each other', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${paidTwice.id}`);
  const undone = feed(page)
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: /^Undone by Mia Torres, event \d+$/ }) });
  const undo = feed(page)
    .getByRole('article')
    .filter({ has: page.getByRole('link', { name: /^Undo of event \d+$/ }) })
    .last();
  const [base, revert] = [await undone.getAttribute('data-version'), await undo.getAttribute('data-version')];
  await undone.getByRole('link', { name: `Undone by Mia Torres, event ${revert}` }).click();
  await expect(page).toHaveURL(new RegExp(`version=${revert}|/${paidTwice.id}$`));
  await expect(undo.locator('[data-moment]')).toBeFocused();
  await undo.getByRole('link', { name: `Undo of event ${base}`, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`version=${base}$`));
  await expect(undone.locator('[data-moment]')).toBeFocused();
});

test('point 25: Undo and Redo survive a reload and going elsewhere', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '10' });
  for (const memo of ['one', 'two']) await editDetails(page, { Memo: memo });
  await undoButton(page).click();
  await expect(redoButton(page)).toHaveAccessibleName(/^Redo: memo/);
  const path = new URL(page.url()).pathname;
  const same = async () => {
    await hydrated(page);
    await expect(undoButton(page)).toHaveAccessibleName(/^Undo: memo/);
    await expect(redoButton(page)).toHaveAccessibleName(/^Redo: memo/);
  };
  await page.reload();
  await same();
  await page.getByRole('navigation').getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await page.goBack();
  await same();
  const document = page.getByRole('region', { name: 'Document' });
  await page.keyboard.press('Control+Y');
  await expect(document).toContainText('two');
  // In another browser as well: what can be undone stands in the log, not in the tab.
  const elsewhere = await as('ana', path);
  await expect(redoButton(elsewhere)).toBeDisabled();
  for (const left of [/^Undo: memo/, /^Undo: creation/]) {
    await elsewhere.keyboard.press('Control+Z');
    await expect(undoButton(elsewhere)).toHaveAccessibleName(left);
  }
  await expect(redoButton(elsewhere)).toBeEnabled();
});

test('a viewer may look at everything and change nothing, and reads why', async ({ as }) => {
  const page = await as('vera', `/invoices/${alreadySent.id}`);
  await expect(page.getByRole('button', { name: 'Record payment' })).toBeDisabled();
  const menu = await openMenu(page, 1);
  await expect(menu.getByRole('menuitem', { name: 'Undo this change' })).toBeDisabled();
  await expect(menu).toContainText('Your role lets you look');
});

test('who was signed out meanwhile is told so, and nothing is changed', async ({ as }) => {
  const page = await as('ana', `/invoices/${undoAndRedo.id}`);
  await expect(undoButton(page)).toBeEnabled();
  const before = await eventCount(page);
  await page.context().clearCookies();
  await undoButton(page).click();
  await expect(page.getByText('You are signed out, so nothing was changed.')).toBeVisible();
  await expect(feed(page).getByRole('article')).toHaveCount(before);
});

test('a change that the server does not get is taken back on the page, with the reason', async ({ as }) => {
  const page = await as('ana', `/invoices/${stories.manyEdits.id}`);
  const before = await eventCount(page);
  await page.route('**/invoices/**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('The server could not be reached')).toBeVisible();
  await expect(feed(page).getByRole('article')).toHaveCount(before);
});

test('a form that was open while somebody changed the same field is refused, names them, and may then be sent', async ({
  as,
}) => {
  const path = `/invoices/${stories.longHistory.id}`;
  const ana = await as('ana', path);
  await ana.getByRole('button', { name: 'More actions' }).click();
  await ana.getByRole('menuitem', { name: 'Edit details' }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByLabel('Memo').fill('What Ana wants');
  const bob = await as('bob', path);
  await editDetails(bob, { Memo: 'What Bob wrote meanwhile' });
  await expect(ana.getByRole('region', { name: 'Document', includeHidden: true })).toContainText(
    'What Bob wrote meanwhile',
  );
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    /Bob Ekdahl (changed|added) the memo .* You had not seen that yet/,
  );
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(ana.getByRole('region', { name: 'Document' })).toContainText('What Ana wants');
});

test('case 30: nothing is changed from the past, whichever way one gets there', async ({ as }) => {
  const page = await as('ana', `/invoices/${stories.manyEdits.id}`);
  await editDetails(page, { Memo: `Before the past (${Date.now()})` });
  await undoButton(page).click();
  const putBack = page.getByRole('button', { name: 'Put it back' });
  await expect(putBack).toBeVisible();
  const before = await eventCount(page);
  await slider(page).focus();
  await page.keyboard.press('Home');
  await putBack.click();
  await expect(page.getByText('where nothing can be changed').last()).toBeVisible();
  await page.getByRole('button', { name: 'Return to now' }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto(`/invoices/${stories.manyEdits.id}`);
  expect(await eventCount(page)).toBe(before);
});

test('a form sends only what was changed in it: a colleague’s memo survives my due date', async ({ as }) => {
  const path = `/invoices/${stories.reinstated.id}`;
  const ana = await as('ana', path);
  await ana.getByRole('button', { name: 'More actions' }).click();
  await ana.getByRole('menuitem', { name: 'Edit details' }).click();
  const bob = await as('bob', path);
  const memo = `From Bob (${Date.now()})`;
  await editDetails(bob, { Memo: memo });
  const document = ana.getByRole('region', { name: 'Document', includeHidden: true });
  await expect(document).toContainText(memo);
  const dialog = ana.getByRole('dialog');
  await dialog.getByLabel('Due date').fill('2027-01-15');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(document).toContainText('15 Jan 2027');
  await expect(document).toContainText(memo);
});

test('overdue is a matter of the day in view', async ({ as }) => {
  const page = await as('vera', `/invoices/${stories.paidTwice.id}`);
  await expect(page.getByText('Overdue', { exact: true })).toBeVisible();
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveValue('1');
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Overdue', { exact: true })).toBeHidden();
});

test('a part of the page that can’t be loaded leaves the page as it is', async ({ as }) => {
  const page = await as('ana', `/invoices/${stories.manyEdits.id}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Edit details' })).toBeVisible();
  await page.route('**/_next/static/**', (route) => route.fulfill({ status: 404, body: '' }));
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(stories.manyEdits.number);
});
