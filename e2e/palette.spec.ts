import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { createDraft, document } from './invoices';
import { command, paletteField as field, foundIn, openPalette, palette } from './palette';
import { expect, hydrated, test } from './people';
import { editDetails, eventCount, feed, redoButton, undoButton } from './record';

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('it opens by key and by button, closes on Escape, and the focus returns', async ({ as }) => {
  const page = await as('ana');
  await test.step('from the button, which says the key', async () => {
    const button = page.getByRole('button', { name: 'Search or do something' });
    await expect(button).toContainText('Ctrl K');
    await button.click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(button).toBeFocused();
  });
  await test.step('from wherever the focus is', async () => {
    const link = page.getByRole('link', { name: 'Activity' });
    await link.focus();
    await openPalette(page);
    await page.keyboard.type('words that are no name of anything');
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(link).toBeFocused();
    await openPalette(page);
    await expect(field(page)).toHaveValue('');
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeHidden();
  });
  await test.step('⌘K as well', async () => {
    await page.keyboard.press('Meta+k');
    await expect(palette(page)).toBeVisible();
  });
});

test('Enter goes to a page, which is not asked for by its whole name', async ({ as }) => {
  const page = await as('ana');
  await openPalette(page);
  await page.keyboard.type('gaps');
  await expect(palette(page).getByRole('option')).toHaveText([/Settings: number gaps/]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings\/numbers$/);
  await expect(palette(page)).toBeHidden();

  await openPalette(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers$/);
});

test('an invoice is found by its number, and a customer by a part of the name and the address', async ({
  as,
}) => {
  const page = await as('ana');
  const { number, id } = stories.lastPayment;
  await openPalette(page);
  await page.keyboard.type(number.toLowerCase());
  await expect(command(page, number)).toHaveAccessibleDescription(/Harbour/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/invoices/${id}$`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);

  await openPalette(page);
  await page.keyboard.type('lindqvist');
  await expect(foundIn(page, 'Customers')).toHaveCount(1);
  await expect(foundIn(page, 'Invoices').first()).toBeVisible();
  await foundIn(page, 'Customers').click();
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/);
});

test('subscriptions, orders and people are found as well, each under the name of its list', async ({
  as,
}) => {
  const page = await as('ana');
  await openPalette(page);
  await page.keyboard.type('sub-0001');
  await expect(foundIn(page, 'Subscriptions').first()).toHaveAccessibleName('SUB-0001');
  await field(page).fill('ord-3001');
  await expect(foundIn(page, 'Subscriptions')).toHaveCount(0);
  await expect(foundIn(page, 'Orders')).toHaveAccessibleDescription(/ · \w/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'ORD-3001' })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type('mia@');
  await expect(foundIn(page, 'People')).toHaveAccessibleDescription(/^mia@.* · Manager$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/people\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mia');
});

test('the pages of the analytics and of Admin are places, once they are asked for', async ({ as }) => {
  const page = await as('ana');
  await openPalette(page);
  await expect(command(page, 'Subscriptions')).toBeVisible();
  await expect(command(page, 'Analytics: process map')).toHaveCount(0);
  await page.keyboard.type('process');
  await expect(command(page, 'Analytics: process map')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/analytics\/process-map$/);
});

test('nothing found, nothing to be had, and trying again are told apart', async ({ as }) => {
  const page = await as('ana');
  const status = palette(page).getByRole('status');
  await openPalette(page);
  await page.keyboard.type('zzz 100% nobody');
  await expect(status).toContainText('Nothing is called “zzz 100% nobody”');

  await page.context().setOffline(true);
  await field(page).fill('INV-2005');
  await expect(status).toContainText('The records could not be searched.');
  await page.context().setOffline(false);
  await palette(page).getByRole('button', { name: 'Try again' }).click();
  await expect(command(page, 'INV-2005')).toBeVisible();
});

test('what is typed while a search is under way never opens what was found before', async ({ as }) => {
  const page = await as('ana');
  await openPalette(page);
  await page.keyboard.type('INV-2005');
  await expect(command(page, 'INV-2005')).toBeVisible();
  await field(page).fill('INV-2001');
  await expect(command(page, 'INV-2005')).toHaveCount(0);
  await expect(command(page, 'INV-2001')).toBeVisible();
});

test('point 21: Undo and Redo are in the palette, named as on their buttons, and carried out from it', async ({
  as,
}) => {
  const page = await as('ana');
  await createDraft(page, { price: '10' });
  await openPalette(page);
  await expect(command(page, /^Undo/)).toBeVisible();
  await expect(command(page, 'Redo')).toHaveAttribute('aria-disabled', 'true');
  await expect(command(page, 'Redo')).toHaveAccessibleDescription(
    'You have undone nothing here that could be redone.',
  );
  await page.keyboard.press('Escape');

  await editDetails(page, { Memo: 'Urgent' });
  await expect(document(page)).toContainText('Urgent');
  const before = await eventCount(page);
  const name = (await undoButton(page).textContent())?.replace('Ctrl Z', '') ?? '';
  expect(name).toMatch(/^Undo: /);
  await openPalette(page);
  await page.keyboard.type('undo');
  await expect(palette(page).getByRole('option').first()).toHaveAccessibleName(name);
  await page.keyboard.press('Enter');
  await expect(document(page)).not.toContainText('Urgent');
  await expect(feed(page).getByRole('article')).toHaveCount(before + 1);

  await openPalette(page);
  await page.keyboard.type('redo');
  await page.keyboard.press('Enter');
  await expect(document(page)).toContainText('Urgent');
  await expect(redoButton(page)).toBeDisabled();
});

test('the moment in view and the invoice’s own actions are commands; what can’t be done there says why', async ({
  as,
}) => {
  const page = await as('mia', `/invoices/${stories.lastPayment.id}?version=3`);
  await openPalette(page);
  await page.keyboard.type('note');
  await expect(command(page, 'Add note')).toHaveAccessibleDescription(/You are looking at the past/);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeVisible();

  await field(page).fill('copy link');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('version=3');

  await openPalette(page);
  await page.keyboard.type('compare');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Compare');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await openPalette(page);
  await page.keyboard.type('restore');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Restore to event 3' })).toBeVisible();
  await page.keyboard.press('Escape');

  await openPalette(page);
  await page.keyboard.type('now');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/version=/);
  await openPalette(page);
  await page.keyboard.type('add note');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add note' })).toBeVisible();
});

test('a page without a record offers none of one', async ({ as }) => {
  const page = await as('ana', `/invoices/${stories.lastPayment.id}`);
  await openPalette(page);
  await expect(palette(page).getByRole('group', { name: 'This record' })).toBeVisible();
  await page.keyboard.type('activity');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
  await openPalette(page);
  await expect(palette(page).getByRole('group', { name: 'This record' })).toHaveCount(0);
});

test('preferences are commands, and the one in force is marked', async ({ as }) => {
  const page = await as('ana');
  await openPalette(page);
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveClass(/dark/);
  await openPalette(page);
  await page.keyboard.type('theme');
  await expect(command(page, 'Theme: Dark')).toHaveAccessibleDescription('Chosen');
  await expect(command(page, 'Theme: Light')).toHaveAccessibleDescription('');
  await field(page).fill('fold undone');
  await page.keyboard.press('Enter');
  await openPalette(page);
  await page.keyboard.type('undone changes');
  await expect(command(page, 'History: Fold undone changes')).toHaveAccessibleDescription('Chosen');
});

test('who may only look is told why', async ({ as }) => {
  const page = await as('vera');
  await openPalette(page);
  await page.keyboard.type('new invoice');
  await expect(command(page, 'New invoice')).toHaveAccessibleDescription(/Ask an admin for the support role/);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeVisible();
});

test('point 22: the keys do nothing in fields and in dialogs', async ({ as }) => {
  const page = await as('ana');
  const search = page.getByRole('searchbox').first();
  await search.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('?');
  await expect(search).toHaveValue('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await search.fill('');
  await search.blur();
  await page.keyboard.press('?');
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toHaveCount(0);
});

test('the sheet lists the shortcuts, by key and from the palette, and gives the focus back', async ({
  as,
}) => {
  const page = await as('ana');
  const link = page.getByRole('link', { name: 'Activity' });
  await link.focus();
  await page.keyboard.press('?');
  for (const keys of [
    'Control + K',
    'Control + Z',
    'Control + Shift + Z',
    'Control + Y',
    'Home',
    'Question mark',
  ])
    await expect(sheet(page).getByText(keys, { exact: true }).last()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(link).toBeFocused();

  await openPalette(page);
  await page.keyboard.type('shortcuts');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('on a Mac the keys are written as they are there', async ({ as }) => {
  const page = await as('ana');
  await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { value: 'MacIntel' }));
  await page.goto(`/invoices/${stories.lastPayment.id}`);
  await hydrated(page);
  await expect(page.getByRole('button', { name: 'Search or do something' })).toContainText('⌘K');
  await page.keyboard.press('Meta+k');
  await expect(command(page, /^Redo/)).toContainText('⇧⌘Z');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(sheet(page).getByText('Command + Shift + Z', { exact: true })).toBeAttached();
});

test('with forced colours and from right to left there is no violation either', async ({ as }) => {
  const page = await as('ana');
  await page.emulateMedia({ forcedColors: 'active' });
  await page.evaluate(() => window.document.documentElement.setAttribute('dir', 'rtl'));
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await openPalette(page);
    // What is pointed to is told by an outline, since fills are gone.
    await expect(palette(page).locator('[data-highlighted]')).toHaveCSS('outline-style', 'solid');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(palette(page)).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(sheet(page)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toBeHidden();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test(`palette and sheet have no violation, ${colorScheme}, ${width} px, and nothing sticks out`, async ({
      as,
    }) => {
      const page = await as('ana');
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/invoices/${stories.lastPayment.id}`);
      await hydrated(page);
      const button = page.getByRole('button', { name: 'Search or do something' }).filter({ visible: true });
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
      await button.click();
      const looksRight = async () => {
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const sizes = await page.evaluate(() => [
          window.document.documentElement.scrollWidth,
          window.innerWidth,
        ]);
        expect(sizes[0]).toBeLessThanOrEqual(sizes[1] as number);
      };
      await expect(field(page)).toBeFocused();
      await looksRight();
      await page.keyboard.type('harbour');
      await expect(palette(page).getByRole('group', { name: 'Customers' })).toBeVisible();
      await looksRight();
      await field(page).fill('nothing is called so');
      await expect(palette(page).getByRole('status')).toContainText('Nothing is called');
      await looksRight();
      await page.keyboard.press('Escape');
      // On its way out it still is a dialog, in which the keys do nothing.
      await expect(palette(page)).toHaveCount(0);
      await page.keyboard.press('?');
      await expect(sheet(page)).toBeVisible();
      await looksRight();
    });
  }
}
