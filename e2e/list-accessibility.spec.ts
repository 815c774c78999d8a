import { sticksOut, violations } from './axe';
import { expect, test } from './people';

test('point 39: all columns at once scroll inside their frame, without a violation', async ({ as }) => {
  // Three widths, and the page rendered anew for each column: a busy machine takes its time.
  test.slow();
  const page = await as('ana');
  await page.getByRole('button', { name: 'Columns' }).click();
  // Each that is chosen leaves the ones that are not.
  const unchosen = page.getByRole('menuitemcheckbox', { checked: false });
  await expect(unchosen).not.toHaveCount(0);
  for (let left = await unchosen.count(); left > 0; left--) {
    await unchosen.first().click();
    await expect(unchosen).toHaveCount(left - 1);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Refunded' })).toBeVisible({ timeout: 30_000 });
  for (const width of [1440, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sticksOut(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  }
});

test('nothing of the usual columns is cut off at any width, flags included', async ({ as }) => {
  const page = await as('vera', '/invoices?flags=awaiting_approval,disputed,overpaid,overdue');
  for (const width of [1440, 1280, 1024, 900, 768, 720, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    const over = await page
      .getByRole('table')
      .evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
    expect(over, `at ${width} px`).toBeLessThanOrEqual(0);
  }
});
