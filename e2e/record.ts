import { expect, type Locator, type Page } from '@playwright/test';

/** The parts of a record's page by the names that people and assistive technology know them by. */
export const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Timeline position' });
export const banner = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^Viewing as of/ });
export const feed = (page: Page): Locator => page.getByRole('feed', { name: 'History' });
export const undoButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^Undo/ }).filter({ visible: true });
export const redoButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^Redo/ }).filter({ visible: true });

/** The number of events that the page shows. */
export async function eventCount(page: Page): Promise<number> {
  await expect(feed(page).getByRole('article').first()).toBeVisible();
  return feed(page).getByRole('article').count();
}

/** Opens the menu of one event. */
export async function openMenu(page: Page, version: number): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for event ${version}`, exact: true }).click();
  // By name: another one may still be on its way out.
  const menu = page.getByRole('menu', { name: `Actions for event ${version}`, exact: true });
  await expect(menu).toBeVisible();
  return menu;
}

/** Undoes or re-applies from the menu of one event. What can't be done is marked as such, and answers all the same. */
export async function undoFromRow(page: Page, version: number): Promise<Locator> {
  const menu = await openMenu(page, version);
  await menu.getByRole('menuitem', { name: /^(Undo|Re-apply) this change$/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Asks for the preview of a restore. */
export async function restoreTo(page: Page, version: number): Promise<Locator> {
  const menu = await openMenu(page, version);
  await menu.getByRole('menuitem', { name: 'Restore to this point' }).click();
  return page.getByRole('dialog', { name: `Restore to event ${version}` });
}

/** Chooses "Edit details", fills in what is given, and saves. */
export async function editDetails(
  page: Page,
  fields: { 'Due date'?: string; Memo?: string; Reason?: string },
): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields))
    await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}
