import type { Locator, Page } from '@playwright/test';
import { expect } from './people';

export const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Command palette' });
export const paletteField = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Search or do something' });
export const command = (page: Page, name: string | RegExp): Locator =>
  palette(page).getByRole('option', { name, exact: true });

export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(paletteField(page)).toBeFocused();
}

/** Records that are found stand in a group of the name of their list. */
export const foundIn = (page: Page, list: string): Locator =>
  palette(page).getByRole('group', { name: list, exact: true }).getByRole('option');
