import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { violations } from './axe';
import { expect, hydrated, test } from './people';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const toast = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

/** Chooses from the menu of views, whatever its button is called at the moment. */
async function choose(page: Page, entry: string): Promise<void> {
  await button(page, /^Views?\b/).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

async function name(page: Page, text: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(text);
  await dialog.getByRole('button', { name: 'Save' }).click();
}

/** A name that nobody has used yet: the people of the demo are shared by all tests. */
const unused = (words: string) => `${words} ${Date.now().toString(36)}`;

test('filters and order are kept under a name, opened, changed, renamed, deleted and put back', async ({
  as,
}) => {
  const page = await as('mia', '/invoices?status=open&sort=-due');
  const overdue = unused('Late');
  await choose(page, 'Save as a new view…');
  await name(page, overdue);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button(page, `View: ${overdue}`)).toBeVisible();
  await expect(page).toHaveURL(/status=open&sort=-due&view=/);

  // From anywhere else it is two presses away; a reload knows it still.
  await page.goto('/invoices');
  await hydrated(page);
  await choose(page, overdue);
  await expect(page).toHaveURL(/status=open&sort=-due&view=/);
  await page.reload();
  await expect(button(page, `View: ${overdue}`)).toBeVisible();

  // What is shown is no longer what was opened.
  await button(page, /^Status/).click();
  await page.getByRole('menuitemcheckbox', { name: 'Paid', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(button(page, `View: ${overdue}, changed`)).toBeVisible();
  await choose(page, `Update “${overdue}”`);
  await expect(button(page, `View: ${overdue}`).and(page.getByText(', changed'))).toHaveCount(0);
  await toast(page, `View “${overdue}” updated`).getByRole('button', { name: 'Undo' }).click();
  await expect(button(page, `View: ${overdue}, changed`)).toBeVisible();

  const renamed = unused('Late or paid');
  await choose(page, `Rename “${overdue}”…`);
  await name(page, renamed);
  await expect(button(page, `View: ${renamed}, changed`)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await choose(page, `Delete “${renamed}”`);
  await expect(button(page, 'Views')).toBeVisible();
  await toast(page, `View “${renamed}” deleted`).getByRole('button', { name: 'Undo' }).click();
  await expect(button(page, `View: ${renamed}, changed`)).toBeVisible();
  await choose(page, `Delete “${renamed}”`);
  await expect(button(page, 'Views')).toBeVisible();
});

test('the lists of other records keep views too, each its own', async ({ as }) => {
  const page = await as('mia', '/orders?status=packed&sort=-amount');
  const large = unused('Large');
  await choose(page, 'Save as a new view…');
  await name(page, large);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(button(page, `View: ${large}`)).toBeVisible();
  await expect(page).toHaveURL(/\/orders\?status=packed&sort=-amount&view=/);
  await page.getByLabel('Status').selectOption('Shipped');
  await expect(button(page, `View: ${large}, changed`)).toBeVisible();
  expect(await violations(page, 'main')).toEqual([]);

  await page.goto('/subscriptions');
  await hydrated(page);
  await button(page, 'Views').click();
  await expect(page.getByText('You have saved no view of this page yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.goto('/orders');
  await hydrated(page);
  await choose(page, large);
  await expect(page.getByLabel('Status')).toHaveValue('packed');
  await choose(page, `Delete “${large}”`);
  await expect(button(page, 'Views')).toBeVisible();
});

test('a name is taken once a page, another person has none of it, and the palette opens it', async ({
  as,
}) => {
  const page = await as('mia', '/activity?kind=money');
  const money = unused('Money');
  await choose(page, 'Save as a new view…');
  await name(page, money);
  await expect(button(page, `View: ${money}`)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await choose(page, 'Save as a new view…');
  await name(page, '  ');
  await expect(page.getByText('Give the view a name.')).toBeVisible();
  await name(page, money.toUpperCase());
  await expect(page.getByText(/^You have a view called .* here already/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).exclude('[data-sonner-toaster]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' '))}`)).toEqual(
    [],
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const other = await as('bob', new URL(page.url()).pathname + new URL(page.url()).search);
  await expect(button(other, 'Kind: Money')).toBeVisible();
  await expect(button(other, 'Views')).toBeVisible();

  await page.goto('/activity');
  await hydrated(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(money);
  await page.getByRole('option', { name: `View: ${money}` }).click();
  await expect(page).toHaveURL(/kind=money&view=/);
  await choose(page, `Delete “${money}”`);
  await expect(button(page, 'Views')).toBeVisible();
});
