import type { Locator, Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { createDraft } from './invoices';
import { expect, test } from './people';
import { banner, editDetails, undoButton } from './record';

/** What sticks, and what pops up, covers nothing that somebody needs at that moment. */

/** Is the middle of it what a finger there would touch? */
const isOnTop = (element: Locator): Promise<boolean> =>
  element.evaluate((target) => {
    const { left, top, width, height } = target.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (target.contains(there) || there.contains(target));
  });

const scrollBy = (page: Page, pixels: number) =>
  page.evaluate((by) => window.scrollTo({ top: by, behavior: 'instant' }), pixels);

for (const width of [360, 768]) {
  test(`the banner of the past stays below the bar with the name, ${width} px`, async ({ as }) => {
    const page = await as('vera', `/invoices/${stories.longHistory.id}?version=60`);
    await page.setViewportSize({ width, height: 800 });
    await expect(banner(page)).toBeVisible();
    await scrollBy(page, 500);
    await expect
      .poll(() =>
        isOnTop(
          banner(page)
            .getByText(/^Viewing as of/)
            .first(),
        ),
      )
      .toBe(true);
    await page.goto('/invoices?asOf=2026-11-20');
    await expect(banner(page)).toBeVisible();
    await scrollBy(page, 700);
    await expect
      .poll(() =>
        isOnTop(
          banner(page)
            .getByText(/^Viewing as of/)
            .first(),
        ),
      )
      .toBe(true);
  });
}

test('the names of the columns stay in sight at 768 px', async ({ as }) => {
  const page = await as('vera', '/invoices');
  await page.setViewportSize({ width: 768, height: 800 });
  await scrollBy(page, 900);
  await expect.poll(() => isOnTop(page.getByRole('columnheader', { name: 'Number' }))).toBe(true);
});

test('on a phone a toast leaves Undo and the buttons of a dialog free', async ({ as }) => {
  const page = await as('ana');
  await createDraft(page, { price: '10' });
  await page.setViewportSize({ width: 360, height: 800 });
  await editDetails(page, { Memo: 'By phone' });
  await expect(page.getByText('Details changed')).toBeVisible();
  await expect.poll(() => isOnTop(undoButton(page))).toBe(true);
  await page.getByRole('button', { name: 'Finalize' }).click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => isOnTop(dialog.getByRole('button', { name: 'Finalize' }))).toBe(true);
});

test('on a phone nothing that has the focus is hidden behind what sticks, now or in the past', async ({
  as,
}) => {
  test.slow();
  const page = await as('mia');
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of ['', '?version=6']) {
    await page.goto(`/invoices/${stories.lastPayment.id}${path}`);
    await expect(page.getByRole('slider')).toBeVisible();
    await page.getByRole('main').focus();
    for (let n = 0; n < 30; n++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) === 0) break;
      // The document itself, which scrolls, is larger than what is left of the screen.
      if (((await focused.boundingBox())?.height ?? 0) > 300) continue;
      const name = await focused.evaluate(
        (element) => element.getAttribute('aria-label') ?? element.textContent,
      );
      expect(await isOnTop(focused), `${name?.slice(0, 60)}, in ${path || 'the present'}`).toBe(true);
    }
  }
});
