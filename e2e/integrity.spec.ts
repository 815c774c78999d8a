import { wrongInAnyLook } from './axe';
import { expect, test } from './people';

test('an admin has the log checked and sees it get on; what was checked, by whom and what was found stays for all to see', async ({
  as,
}) => {
  test.slow();
  const page = await as('otto', '/admin');
  await page.getByRole('link', { name: 'Integrity' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Integrity');
  const checks = page.getByRole('table', { name: 'Checks' }).locator('tbody tr');
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('status')).toContainText(/having the log checked|Nothing was wrong/);
  await expect(page.getByRole('status')).toHaveText(
    /^Nothing was wrong with [\d,]{3,} records with [\d,]{4,} events\.$/,
    { timeout: 150_000 },
  );
  await expect(checks.first()).toContainText('Otto');
  await expect(checks.first()).toContainText('Nothing wrong');
  expect(await wrongInAnyLook(page)).toEqual([]);

  const other = await as('ana', '/admin/integrity');
  await expect(other.getByRole('button', { name: 'Check now' })).toHaveAttribute('aria-disabled', 'true');
  await expect(other.getByRole('table', { name: 'Checks' })).toContainText('Otto');
});
