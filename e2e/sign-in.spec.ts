import { expect, test } from '@playwright/test';

test('signs in by e-mail and password, comes back to the page that was asked for, and out again', async ({
  page,
}) => {
  await page.goto('/invoices?q=harbour');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('Email', { exact: true }).fill('ana@example.com');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'don’t belong together' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('retrace-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/invoices\?q=harbour/);
  await expect(page.getByRole('link', { name: 'Invoices', exact: true })).toBeVisible();
  await page.getByRole('button', { name: /Ana Novak/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/invoices');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a demo person is one click away', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /Mia Torres/ }).click();
  await expect(page).toHaveURL(/\/invoices/);
  await expect(page.getByText('Manager')).toBeVisible();
});

test('never sends anyone to another site after signing in', async ({ page }) => {
  await page.goto('/sign-in?next=https%3A%2F%2Fevil.example%2F');
  await page.getByRole('button', { name: /Vera Lindt/ }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/invoices/);
});

test('too many wrong passwords for one address are refused for a while, with the wait named', async ({
  request,
}) => {
  const credentials = { email: 'nobody@example.com', password: 'wrong-password' };
  let last = await request.post('/api/auth/sign-in/email', { data: credentials });
  for (let n = 0; n < 11 && last.status() !== 429; n++) {
    last = await request.post('/api/auth/sign-in/email', { data: credentials });
  }
  expect(last.status()).toBe(429);
  expect(await last.text()).toMatch(/minute/);
});

test('the first set-up is closed once there are people', async ({ page }) => {
  await page.goto('/setup');
  await expect(page).toHaveURL(/\/sign-in/);
});
