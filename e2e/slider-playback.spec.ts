import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { banner, feed, slider } from './record';

const { manyEdits, lastPayment, longHistory } = stories;

const play = (page: Page) => page.getByRole('button', { name: 'Play history', exact: true });
const pause = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });
const speed = (page: Page) => page.getByRole('combobox', { name: 'Speed' });
const at = (page: Page) => slider(page).inputValue().then(Number);
const entries = (page: Page) => page.evaluate(() => history.length);

/** Plays until it has come some way. */
async function playSome(page: Page, pace = '10 a second'): Promise<void> {
  await speed(page).selectOption(pace);
  await play(page).click();
  await expect(pause(page)).toBeVisible();
  await expect.poll(() => at(page)).toBeGreaterThan(3);
}

/** It stands still, and the address says where. */
async function expectPaused(page: Page): Promise<number> {
  await expect(play(page)).toBeVisible();
  const stood = await at(page);
  await expect(page).toHaveURL(new RegExp(`version=${stood}$`));
  return stood;
}

test('point 16: plays from the creation where now is in view, pauses, goes on from there, and stops at the end', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  const before = await entries(page);
  await playSome(page);
  await expect(page).not.toHaveURL(/version=/);
  await pause(page).click();
  const stood = await expectPaused(page);
  await expect(play(page)).toBeFocused();
  await expect(banner(page)).toBeVisible();

  await play(page).click();
  await expect.poll(() => at(page)).toBeGreaterThan(stood);
  await expect(play(page), 'it stops at the end').toBeVisible({ timeout: 20_000 });
  await expect(slider(page)).toHaveValue('45');
  await expect(banner(page)).toBeHidden();
  await expect(page).not.toHaveURL(/version=/);
  expect((await entries(page)) - before, 'entries in Back').toBeLessThanOrEqual(1);
});

test('point 16: every speed and the original rhythm can be chosen, also while it plays', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await expect(speed(page).getByRole('option')).toHaveText([
    '1 a second',
    '2 a second',
    '5 a second',
    '10 a second',
    'Original rhythm',
  ]);
  await speed(page).selectOption('1 a second');
  await play(page).click();
  await speed(page).selectOption('Original rhythm');
  await expect(pause(page)).toBeVisible();
  await expect.poll(() => at(page)).toBeGreaterThan(4);
});

test('point 16: it pauses on Escape', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await playSome(page);
  await page.keyboard.press('Escape');
  await expectPaused(page);
});

test('point 16: it pauses on a key and on a press at the slider, and all of it is one entry in Back', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${longHistory.id}`);
  const before = await entries(page);
  await playSome(page);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  const stood = await expectPaused(page);

  await play(page).click();
  await expect.poll(() => at(page)).toBeGreaterThan(stood);
  const box = await slider(page).boundingBox();
  await slider(page).click({ position: { x: (box?.width ?? 0) / 2, y: 12 } });
  const half = await expectPaused(page);
  expect(Math.abs(half - 65)).toBeLessThanOrEqual(1);

  expect((await entries(page)) - before).toBe(1);
  await page.goBack();
  await expect(banner(page)).toBeHidden();
});

test('point 16: whoever goes elsewhere has taken over', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await playSome(page, '2 a second');
  await feed(page).locator('[data-version="40"] [data-moment]').click();
  expect(await expectPaused(page)).toBe(40);
  await play(page).click();
  await page.goBack();
  await expect(play(page)).toBeVisible();
  await expect(banner(page)).toBeHidden();
});

test('point 16: it pauses when the tab is hidden', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await playSome(page, '2 a second');
  // A headless Chromium hides no page, whatever is in front of it, so the page is told what it would be told.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expectPaused(page);
});

test('point 16: playing asks the server for nothing', async ({ as }) => {
  const page = await as('vera', `/invoices/${lastPayment.id}`);
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await playSome(page);
  await expect(play(page)).toBeVisible({ timeout: 20_000 });
  // As in slider.spec.ts: the page looks for what others did, and Chromium for the icon.
  expect(asked.filter((url) => !/\/events\?after=|\/icon\.svg/.test(url))).toEqual([]);
});

test('point 16: nothing glides for who wants no motion, and it plays all the same', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await playSome(page, '5 a second');
  // Of no more than a millisecond is at once.
  const gliding = await page.getByRole('region', { name: 'Timeline' }).evaluate((timeline) =>
    timeline
      .getAnimations({ subtree: true })
      .map((animation) => Number(animation.effect?.getTiming().duration))
      .filter((duration) => duration > 1),
  );
  expect(gliding).toEqual([]);
});

test('while it plays the page has no violation', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}`);
  await playSome(page, '1 a second');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
