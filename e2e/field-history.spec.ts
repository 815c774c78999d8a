import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { chooseFor, createDraft, document, fillIn, finalizeAndSend, next } from './invoices';
import { expect, test } from './people';
import { editDetails, feed, openMenu, slider } from './record';

/** The button beside a value. */
const why = (page: Page, field: string | RegExp): Locator =>
  page.getByRole('button', {
    name: typeof field === 'string' ? `Why is this value here? ${field}` : field,
    exact: true,
  });

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Why is this value here\?/ });

/** The changes that made the value, newest first, without what became of each. */
const changesIn = (dialog: Locator): Locator =>
  dialog.getByRole('list', { name: 'What made it' }).locator('> li');

const iconShownIn = (button: Locator): Promise<boolean> =>
  button.locator('span').evaluate((icon) => getComputedStyle(icon, '::before').display !== 'none');

async function ask(page: Page, field: string | RegExp): Promise<Locator> {
  await why(page, field).click();
  const dialog = dialogOf(page);
  await expect(dialog).toBeVisible();
  return dialog;
}

async function undoRow(page: Page, version: number, reason?: string): Promise<void> {
  const menu = await openMenu(page, version);
  await menu.getByRole('menuitem', { name: /^(Undo|Re-apply) this change$/ }).click();
  await fillIn(page, reason ? { Reason: reason } : {}, 'Undo');
}

const ownDraft = async (page: Page): Promise<string> => {
  await createDraft(page, { price: '12.50' });
  return new URL(page.url()).pathname;
};

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`,
  );

test('a due date changed by one and by another, undone by a manager: the chain names all three, now, then and live', async ({
  as,
}) => {
  const ana = await as('ana');
  const path = await ownDraft(ana);

  await test.step('a value that was never changed says so', async () => {
    const dialog = await ask(ana, 'Due date');
    await expect(dialog).toHaveAccessibleName('Why is this value here? Due date');
    await expect(dialog).toContainText('It was never changed since the record was created.');
    await expect(dialog).toContainText('It began without a value.');
    await expect(changesIn(dialog)).toHaveCount(1);
    await ana.keyboard.press('Escape');
    await expect(why(ana, 'Due date')).toBeFocused();
  });

  await editDetails(ana, { 'Due date': '2027-01-10', Reason: 'As agreed by phone' });
  await editDetails(ana, { Memo: 'Beside it' });
  const dialog = await ask(ana, 'Due date');
  await expect(changesIn(dialog)).toHaveCount(2);
  await expect(changesIn(dialog).first()).toContainText('As agreed by phone');

  await test.step('what another does meanwhile comes into the open dialog', async () => {
    const bob = await as('bob', path);
    await editDetails(bob, { 'Due date': '2027-02-01' });
    await expect(dialog.getByRole('status')).toContainText('Bob Ekdahl changed this meanwhile.');
    await expect(changesIn(dialog)).toHaveCount(3);
    await expect(changesIn(dialog).first()).toContainText('Bob Ekdahl moved the due date to 1 Feb 2027');
    await expect(changesIn(dialog).first()).toContainText('The value stands by this change');
  });

  await test.step('a manager’s undo stands beneath what it undid, and the value by the change before', async () => {
    const mia = await as('mia', path);
    await undoRow(mia, 4, 'The customer wants the first date');
    const [bobs, anas, creation] = [0, 1, 2].map((n) => changesIn(dialog).nth(n)) as [
      Locator,
      Locator,
      Locator,
    ];
    await expect(bobs).toContainText('Undone by Mia Torres, event 5');
    await expect(bobs).not.toContainText('The value stands by this change');
    const undo = bobs.getByRole('listitem');
    await expect(undo).toContainText('Mia Torres undid this');
    await expect(undo).toContainText('The customer wants the first date');
    await expect(undo.locator('del')).toContainText('1 Feb 2027');
    await expect(undo.locator('ins')).toContainText('10 Jan 2027');
    await expect(anas).toContainText('Ana Novak set the due date to 10 Jan 2027');
    await expect(anas).toContainText('The value stands by this change');
    await expect(creation).toContainText('It began without a value.');
    await expect(dialog).toContainText(
      '2 events changed it since the record was created, of which one is undone.',
    );
    expect(await violations(ana)).toEqual([]);
  });

  await test.step('an entry leads to its event in the history, and the dialog ends there when asked then', async () => {
    await changesIn(dialog)
      .first()
      .getByRole('link', { name: /^Event 4/ })
      .click();
    await expect(dialog).toBeHidden();
    await expect(slider(ana)).toHaveValue('4');
    await expect(feed(ana).locator('[data-version="4"] [data-moment]')).toBeFocused();
    await ask(ana, 'Due date');
    await expect(dialog).toContainText('As of event 4');
    await expect(dialog).toContainText('What came later is left out.');
    await expect(changesIn(dialog)).toHaveCount(3);
    await expect(changesIn(dialog).first()).toContainText('The value stands by this change');
    await expect(dialog).not.toContainText('Mia Torres');
  });
});

test('by keyboard alone: a line’s price, from the line and its values to the event that made it', async ({
  as,
}) => {
  const page = await as('ana');
  await ownDraft(page);
  await chooseFor(page, /^Actions for Rye flour/, 'Change line');
  await fillIn(page, { 'Unit price': '15' }, 'Save');
  await expect(document(page)).toContainText('€15.00');

  await document(page).focus();
  const line = why(page, 'Line, Rye flour, 25 kg');
  for (let n = 0; n < 20; n++) {
    await page.keyboard.press('Tab');
    if (await line.evaluate((element) => element === window.document.activeElement)) break;
  }
  await expect(line).toBeFocused();
  expect(await iconShownIn(line)).toBe(true);
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog).toHaveAccessibleName('Why is this value here? Line, Rye flour, 25 kg');
  const price = dialog.getByRole('button', { name: 'Price', exact: true });
  for (let n = 0; n < 6 && !(await price.evaluate((e) => e === window.document.activeElement)); n++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(price).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog).toHaveAccessibleName('Why is this value here? Price, Rye flour, 25 kg');
  await expect(changesIn(dialog)).toHaveCount(2);
  await expect(changesIn(dialog).first().locator('del')).toContainText('€12.50');
  await expect(changesIn(dialog).first().locator('ins')).toContainText('€15.00');
  await expect(changesIn(dialog).last()).toContainText('It began as €12.50');
  const event = dialog.getByRole('link', { name: /^Event 2/ });
  for (let n = 0; n < 6 && !(await event.evaluate((e) => e === window.document.activeElement)); n++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(feed(page).locator('[data-version="2"] [data-moment]')).toBeFocused();

  await test.step('with a pointer the price is asked about where it stands', async () => {
    await ask(page, 'Price, Rye flour, 25 kg');
    await expect(changesIn(dialog).first()).toContainText('The value stands by this change');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('an undo that was part of more says of what', async () => {
    const menu = await openMenu(page, 1);
    await menu.getByRole('menuitem', { name: 'Restore to this point' }).click();
    await fillIn(page, {}, 'Restore');
    await ask(page, 'Price, Rye flour, 25 kg');
    const undo = changesIn(dialog).first().getByRole('listitem');
    await expect(undo).toContainText('Ana Novak undid this, to restore event 1');
    await expect(changesIn(dialog).last()).toContainText('The value stands by this change');
  });
});

test('the balance: what moved it, a payment that was undone included', async ({ as }) => {
  const ana = await as('ana');
  const path = await ownDraft(ana);
  await finalizeAndSend(ana);
  await next(ana, 'Record payment').click();
  await fillIn(ana, { Amount: '10' }, 'Record payment');
  const balance = ana.getByRole('definition').filter({ hasText: '€2.50' }).last();
  await expect(balance).toBeVisible();
  const mia = await as('mia', path);
  await undoRow(mia, 4, 'Recorded on the wrong invoice');

  const dialog = await ask(ana, 'Balance due');
  await expect(dialog).toContainText('It is worked out from what the record holds.');
  const [payment, creation] = [changesIn(dialog).first(), changesIn(dialog).last()];
  await expect(payment).toContainText('Ana Novak recorded a payment of €10.00');
  await expect(payment).toContainText('Undone by Mia Torres, event 5');
  const undo = payment.getByRole('listitem');
  await expect(undo).toContainText('Mia Torres undid this');
  await expect(undo).toContainText('Recorded on the wrong invoice');
  await expect(undo).toContainText('It stands as this left it');
  await expect(undo.locator('ins')).toContainText('€12.50');
  await expect(creation).toContainText('It began as €12.50');
  await expect(changesIn(dialog)).toHaveCount(2);
  await ana.keyboard.press('Escape');

  await ask(ana, 'Status');
  await expect(changesIn(dialog).first().getByRole('listitem').locator('ins')).toContainText('Open');
  await dialog.getByRole('button', { name: 'Number' }).click();
  await expect(dialog).toHaveAccessibleName('Why is this value here? Number');
});

test('every value of a record has its button: customers, the company’s settings and its books as well', async ({
  as,
}) => {
  const page = await as('mia', '/customers');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(slider(page)).toBeVisible();
  const dialog = dialogOf(page);
  for (const field of ['Name', 'Email', 'Address', 'Tax id']) {
    await ask(page, field);
    await expect(changesIn(dialog).last()).toContainText('added the customer');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await page.goto('/settings');
  const rows = page.getByRole('region', { name: 'Settings', exact: true }).getByRole('term');
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Why is this value here\?/ })).toHaveCount(
    await rows.count(),
  );
  await ask(page, 'Invoice prefix');
  await expect(changesIn(dialog).last()).toContainText('set up the company');
  await page.goto('/settings/periods');
  await ask(page, 'Closed through');
  await expect(changesIn(dialog)).not.toHaveCount(0);
});

for (const width of [1440, 768, 360]) {
  test(`nothing sticks out and nothing is wrong for assistive technology, ${width} px, by mouse and by touch`, async ({
    browser,
    baseURL,
  }) => {
    test.slow();
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        baseURL,
        colorScheme,
        viewport: { width, height: 800 },
        hasTouch: width < 1000,
        isMobile: width < 1000,
      });
      const data = { email: 'vera@example.com', password: 'retrace-demo' };
      await context.request.post('/api/auth/sign-in/email', { data });
      const page = await context.newPage();
      await page.goto(`/invoices/${stories.lastPayment.id}`);
      await expect(slider(page)).toBeVisible();
      const button = why(page, 'Memo');
      // A finger can't hover: there the button is always to be seen.
      expect(await iconShownIn(button)).toBe(width < 1000);
      const size = await button.boundingBox();
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
      expect(await violations(page)).toEqual([]);
      if (width < 1000) await button.tap();
      else await button.click();
      const dialog = dialogOf(page);
      await expect(changesIn(dialog).first().getByRole('listitem')).toHaveCount(2);
      expect(await violations(page)).toEqual([]);
      const box = await dialog.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
      await changesIn(dialog)
        .nth(1)
        .getByRole('link', { name: /^Event/ })
        .click();
      await expect(dialog).toBeHidden();
      // Where there is room for one of them, the history takes the document's place.
      await expect(feed(page).locator('[aria-current="true"]')).toBeVisible();
      await context.close();
    }
  });
}
