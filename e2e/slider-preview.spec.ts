import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { banner, slider } from './record';

const tip = (page: Page) => page.getByRole('tooltip').filter({ hasText: /^Event \d+ of/ });

/** Points at a place of the track, from 0 to 1. */
async function pointAt(page: Page, place: number): Promise<void> {
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('The slider is not on the page.');
  await page.mouse.move(box.x + 12 + place * (box.width - 24), box.y + box.height / 2);
}

test('pointing at the track shows the event there, and goes nowhere', async ({ as }) => {
  const page = await as('vera', `/invoices/${stories.manyEdits.id}`);
  await pointAt(page, 0);
  await expect(tip(page)).toContainText(/^Event 1 of 45 · \d+ \w{3} \d{4}, \d\d:\d\d/);
  await expect(tip(page)).toContainText(/(Ana Novak|Bob Ekdahl) created the invoice/);
  await pointAt(page, 11 / 44);
  await expect(tip(page)).toContainText(/^Event 12 of 45/);
  await expect(tip(page)).toBeInViewport({ ratio: 1 });

  await expect(slider(page)).toHaveValue('45');
  await expect(banner(page)).toBeHidden();
  await expect(page).not.toHaveURL(/version=/);

  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();
  await pointAt(page, 0.5);
  await expect(tip(page)).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(tip(page)).toBeHidden();
});

test('what is shown is where a press leads, and the drag itself shows none', async ({ as }) => {
  const page = await as('vera', `/invoices/${stories.longHistory.id}`);
  await pointAt(page, 0.3);
  const [, version = ''] = /^Event (\d+)/.exec((await tip(page).textContent()) ?? '') ?? [];
  await expect(tip(page)).toContainText(/The column shows \d+ events, \d+ to \d+/);
  await page.mouse.down();
  await expect(tip(page)).toBeHidden();
  await pointAt(page, 0.3);
  await expect(tip(page)).toBeHidden();
  await page.mouse.up();
  await expect(slider(page)).toHaveValue(version);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the preview has no violation and stays on the page at either end, ${colorScheme}`, async ({ as }) => {
    const page = await as('vera', `/invoices/${stories.manyEdits.id}`);
    await page.emulateMedia({ colorScheme });
    for (const place of [1, 0]) {
      await pointAt(page, place);
      await expect(tip(page)).toBeInViewport({ ratio: 1 });
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
