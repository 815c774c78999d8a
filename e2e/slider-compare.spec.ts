import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { Arranged, due, memo, row } from './arranged';
import { expect, test } from './people';
import { banner, openMenu, slider } from './record';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Compare', exact: true });
const differences = (page: Page) => dialogOf(page).getByRole('table').getByRole('row');
const between = (page: Page) => dialogOf(page).getByRole('list', { name: 'Events in between' });

async function compareWithNow(page: Page, version: number): Promise<void> {
  const menu = await openMenu(page, version);
  await menu.getByRole('menuitem', { name: 'Compare with now', exact: true }).click();
  await expect(dialogOf(page)).toBeVisible();
}

test.describe('an invoice of our own', () => {
  let arranged: Arranged;
  let path: string;
  test.beforeAll(async () => {
    arranged = await Arranged.start();
    // 1 created by Ana, 2 due date, 3 memo, 4 the undo of 3, 5 due date again.
    path = await arranged.invoice(
      ['ana', due('10')],
      ['bob', memo('Call before delivery')],
      ['bob', row(3)],
      ['ana', due('20')],
    );
  });
  test.afterAll(() => arranged?.own.discard());

  test('an event is compared with now: the exact difference, and who did what since', async ({ browser }) => {
    const page = await arranged.open(browser, 'vera', path);
    await compareWithNow(page, 2);
    await expect(dialogOf(page).getByLabel('From')).toHaveValue('2');
    await expect(dialogOf(page).getByLabel('To')).toHaveValue('5');
    // The memo came and went: only the due date differs.
    await expect(differences(page)).toHaveText([
      /Field\s*Event 2\s*Now/,
      /Due date\s*10 Jan 2027\s*20 Jan 2027/,
    ]);
    await expect(between(page).getByRole('listitem')).toHaveText([/Ana/, /Bob/, /Bob/]);
    await expect(dialogOf(page)).toContainText('By Bob Ekdahl (2), Ana Novak (1).');

    // An event of the list leads to its moment.
    await between(page)
      .getByRole('link', { name: /Event 4/ })
      .click();
    await expect(dialogOf(page)).toBeHidden();
    await expect(slider(page)).toHaveValue('4');
    await page.context().close();
  });

  test('any two positions are compared, in either direction; where nothing differs that is said', async ({
    browser,
  }) => {
    const page = await arranged.open(browser, 'vera', `${path}?version=3`);
    await banner(page).getByRole('button', { name: 'Compare with now' }).click();
    const dialog = dialogOf(page);
    await dialog.getByLabel('To').selectOption('1');
    await expect(differences(page)).toHaveCount(3);
    await expect(differences(page).filter({ hasText: 'Memo' })).toHaveText(
      /Memo\s*Call before delivery\s*none/,
    );
    await dialog.getByRole('button', { name: 'Swap sides' }).click();
    await expect(differences(page).filter({ hasText: 'Memo' })).toHaveText(
      /Memo\s*none\s*Call before delivery/,
    );

    await dialog.getByLabel('From').selectOption('2');
    await dialog.getByLabel('To').selectOption('4');
    await expect(dialog).toContainText('the record is identical at both positions');
    await expect(between(page).getByRole('listitem')).toHaveText([/Bob Ekdahl undid/, /Bob Ekdahl/]);
    await dialog.getByLabel('To').selectOption('2');
    await expect(dialog).toContainText('this is the same position twice');
    await page.context().close();
  });

  test('what happens meanwhile comes in: now stays now', async ({ browser }) => {
    const mine = await arranged.invoice(['ana', due('10')]);
    const page = await arranged.open(browser, 'vera', mine);
    await compareWithNow(page, 1);
    await arranged.afterwards(mine, ['bob', due('28')]);
    await expect(differences(page).filter({ hasText: 'Due date' })).toHaveText(/28 Jan 2027/, {
      timeout: 15_000,
    });
    await page.context().close();
  });
});

test('the newest event is now, so there is nothing to compare it with', async ({ as }) => {
  const page = await as('vera', `/invoices/${stories.lastPayment.id}`);
  const menu = await openMenu(page, Number(await slider(page).inputValue()));
  const item = menu.getByRole('menuitem', { name: 'Compare with now' });
  await expect(item).toHaveAttribute('aria-disabled', 'true');
  await expect(menu).toContainText('This is now.');
});

test('other kinds of records are compared as well', async ({ as }) => {
  const page = await as('mia', '/settings?version=1');
  await banner(page).getByRole('button', { name: 'Compare with now' }).click();
  await expect(dialogOf(page).getByLabel('From')).toHaveValue('1');
  await expect(differences(page).nth(1)).toBeVisible();
  await expect(between(page).getByRole('listitem').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test(`the comparison has no violation, ${colorScheme}, ${width} px`, async ({ as }) => {
      const page = await as('vera', `/invoices/${stories.lastPayment.id}?version=3`);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await banner(page).getByRole('button', { name: 'Compare with now' }).click();
      await expect(differences(page).first()).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBeLessThanOrEqual(screen as number);
    });
  }
}
