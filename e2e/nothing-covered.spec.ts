import type { Locator, Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { createDraft } from './invoices';
import { expect, hydrated, test } from './people';
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

for (const width of [360, 768, 1440]) {
  test(`point 5: the banner of the past is read-only, leads back to now, and stays in sight, ${width} px`, async ({
    as,
  }) => {
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
    await expect(banner(page)).toContainText('Read-only');
    await banner(page).getByRole('button', { name: 'Return to now' }).click();
    await expect(banner(page)).toBeHidden();
    await page.goto('/invoices?asOf=2026-11-20');
    await expect(banner(page)).toContainText('Read-only');
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

test('point 15: on a phone nothing that has the focus is hidden behind what sticks, now or in the past', async ({
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

/** Goes through the page by one key, and names what has the focus and is covered. */
async function coveredOnTheWay(page: Page, key: string, stops: number): Promise<string[]> {
  const covered: string[] = [];
  for (let n = 0; n < stops; n++) {
    await page.keyboard.press(key);
    const focused = page.locator(':focus');
    const box = (await focused.count()) === 1 ? await focused.boundingBox() : null;
    // What only screen readers see is a pixel in size, and a region that scrolls is larger than the screen.
    if (!box || box.width < 2 || box.height > 300) continue;
    try {
      // A toast that makes way takes a moment.
      await expect.poll(() => isOnTop(focused), { timeout: 2000 }).toBe(true);
    } catch {
      covered.push(`${key}, ${n + 1}: ${await focused.evaluate(({ outerHTML }) => outerHTML.slice(0, 120))}`);
    }
  }
  return covered;
}

for (const width of [1440, 360]) {
  test(`point 15: neither what sticks nor a toast covers the focus, forwards or back, ${width} px`, async ({
    as,
  }) => {
    test.slow();
    const page = await as('ana');
    await page.setViewportSize({ width, height: 700 });
    await test.step('a list of the past, with its banner and the names of its columns', async () => {
      await page.goto('/invoices?asOf=2026-11-20&size=25');
      await hydrated(page);
      expect(await coveredOnTheWay(page, 'Tab', 45)).toEqual([]);
      expect(await coveredOnTheWay(page, 'Shift+Tab', 30)).toEqual([]);
    });
    await test.step('a record, with a toast', async () => {
      await createDraft(page, { price: '10' });
      await editDetails(page, { Memo: 'For a toast' });
      await expect(page.getByText('Details changed')).toBeVisible();
      // A toast stays while the pointer is over it, also where it moves from under the pointer.
      await page.locator('[data-sonner-toast]').hover();
      expect(await coveredOnTheWay(page, 'Tab', 25)).toEqual([]);
      expect(await coveredOnTheWay(page, 'Shift+Tab', 25)).toEqual([]);
    });
  });
}
