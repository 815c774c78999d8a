import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { OwnApp } from './own-app';
import { expect, test } from './people';

const old = 'retrace-demo';
const fresh = 'a longer password of my own';

async function fillIn(page: Page, current: string, next: string, again = next): Promise<void> {
  await page.getByLabel('Current password').fill(current);
  await page.getByLabel('New password', { exact: true }).fill(next);
  await page.getByLabel('New password again').fill(again);
  await page.getByRole('button', { name: 'Change password' }).click();
}

async function signIn(page: Page, address: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('Email', { exact: true }).fill('priya@example.com');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('everybody changes their own password: refusals at the field, other sessions ended, this one kept', async ({
  browser,
}) => {
  // Somebody else's sign-in would end with it, so this is a company of its own.
  test.setTimeout(180_000);
  const own = await OwnApp.start();
  try {
    const page = await own.open(browser, 'priya', '/invoices');
    const elsewhere = await own.open(browser, 'priya', '/invoices');
    await page.getByRole('button', { name: /Priya Raman/ }).click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
    await expect(page.getByRole('main')).toContainText('priya@example.com');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    const current = page.getByLabel('Current password');
    const next = page.getByLabel('New password', { exact: true });
    await fillIn(page, 'not the one', fresh);
    await expect(current).toHaveAccessibleDescription('This is not your current password.');
    await expect(current).toBeFocused();
    await fillIn(page, old, 'short');
    await expect(next).toHaveAccessibleDescription(/Choose a password of at least 10 characters\./);
    await fillIn(page, old, fresh, `${fresh}!`);
    await expect(page.getByLabel('New password again')).toHaveAccessibleDescription(/not the same/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await fillIn(page, old, fresh);
    await expect(page.getByRole('status').filter({ hasText: 'Your password is changed' })).toBeVisible();
    await expect(current).toHaveValue('');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
    await elsewhere.goto('/customers');
    await expect(elsewhere).toHaveURL(/\/sign-in/);

    await signIn(elsewhere, own.address, old);
    await expect(elsewhere.getByRole('alert').filter({ hasText: 'don’t belong together' })).toBeVisible();
    await signIn(elsewhere, own.address, fresh);
    await expect(elsewhere).toHaveURL(/\/invoices/);
  } finally {
    await own.discard();
  }
});
