import type { Browser, Page } from '@playwright/test';
import { longInvoice } from '../bench/long-invoice';
import { appendHistory } from '../db/testing/append-history';
import type { Actor } from '../lib/event-sourcing/event';
import { Arranged } from './arranged';
import { expect, test } from './people';
import { banner, feed, openMenu, slider, undoButton } from './record';

let app: Arranged;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await Arranged.start();
});
test.afterAll(() => app.own.discard());

/** A draft on which Ana, Bob and Mia worked for so many events; the address of its page. */
async function longOne(length: number): Promise<string> {
  const id = crypto.randomUUID();
  const who: Actor[] = (['ana', 'bob', 'mia'] as const).map((name) => app.person(name));
  await app.own.query((db) => appendHistory(db, longInvoice(length, who, id)));
  return `/invoices/${id}`;
}

const open = (browser: Browser, path: string): Promise<Page> => app.open(browser, 'mia', path);

test('10,000 events: opens with the newest, draws few rows, asks for nothing while dragged, and undoes what is far away', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const path = await longOne(10_000);
  const page = await open(browser, '/invoices');
  const whole = page.waitForResponse((response) => response.url().includes('/log?'));
  await page.goto(path);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Event 10000 of 10000, /);
  await (await whole).finished();
  const articles = feed(page).getByRole('article');
  await expect(articles.first()).toHaveAttribute('aria-setsize', '10000');
  expect(await articles.count()).toBeLessThan(60);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('There is no slider.');
  await page.mouse.move(box.x + box.width - 12, box.y + 12);
  await page.mouse.down();
  for (let n = 0; n <= 40; n++)
    await page.mouse.move(box.x + 12 + ((box.width - 24) * (40 - n)) / 40, box.y + 12);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Event 1 of 10000, .* created the invoice/);
  expect(asked.filter((url) => /\/(?:log|window|outline|version)\?/.test(url))).toEqual([]);
  await page.mouse.up();
  await expect(page).toHaveURL(/version=1$/);
  const here = feed(page).locator('article[aria-current="true"]');
  await expect(here).toHaveAttribute('aria-posinset', '10000');
  await expect(here).toBeInViewport();
  expect(await articles.count()).toBeLessThan(60);

  // The focus goes from article to article, and the rows come along.
  await here.locator('[data-moment]').focus();
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press('PageUp');
    await expect(
      feed(page).locator(`article[data-version="${n + 2}"] [data-moment]`),
      `after ${n + 1} times`,
    ).toBeFocused();
  }

  await banner(page).getByRole('button', { name: 'Return to now' }).click();
  await page.goto(`${path}?version=4321`);
  await expect(feed(page).locator('article[aria-current="true"]')).toBeInViewport();
  await expect(feed(page).locator('article[aria-current="true"]')).toHaveAttribute('data-version', '4321');

  // Not among those that the page came with.
  await page.goto(`${path}?version=9850`);
  const menu = await openMenu(page, 9850);
  await menu.getByRole('menuitem', { name: 'Restore to this point' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('because');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await expect(banner(page)).toBeHidden();
  await expect(slider(page)).not.toHaveAttribute('max', '10000');
});

test('more events than a page holds: links, Home, a typed moment, the history and Undo reach all of them', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const path = await longOne(11_500);
  const page = await open(browser, `${path}?version=250`);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Event 250 of 11500, (?!loading)/);
  const here = feed(page).locator('article[aria-current="true"]');
  await expect(here).toHaveAttribute('data-version', '250');
  await expect(here).toBeInViewport();

  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Event 1 of 11500, .* created the invoice/);
  await expect(here).toHaveAttribute('data-version', '1');
  await page.keyboard.press('PageUp');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Event 11 of 11500, (?!loading)/);

  await page.getByRole('button', { name: 'Go to a moment' }).click();
  await page.getByLabel('Time zone').selectOption('UTC');
  await page.getByLabel('Date and time').fill('2026-01-01T10:00:00');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await expect(page).toHaveURL(/version=\d{3}$/);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^Event \d{3} of 11500, (?!loading)/);

  // An old event is looked at, everything since is loaded, and the same preview says what would happen.
  await banner(page).getByRole('button', { name: 'Restore this' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible({ timeout: 60_000 });
  await expect(dialog).toContainText(/Restore to event/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await banner(page).getByRole('button', { name: 'Return to now' }).click();
  await expect(undoButton(page).first()).toBeEnabled();
});

test('point 4: events of the same millisecond stay distinct', async ({ browser }) => {
  const id = crypto.randomUUID();
  const who = [app.person('ana')];
  const at = '2026-02-01T10:00:00.123000Z';
  const events = longInvoice(6, who, id).map((event) => ({ ...event, occurredAt: at, recordedAt: at }));
  await app.own.query((db) => appendHistory(db, events));
  const page = await open(browser, `/invoices/${id}`);
  await slider(page).focus();
  for (let version = 5; version >= 1; version--) {
    await page.keyboard.press('ArrowLeft');
    await expect(slider(page)).toHaveValue(String(version));
    await expect(page).toHaveURL(new RegExp(`version=${version}$`));
  }
  await page.goto(`/invoices/${id}?version=3`);
  await expect(slider(page)).toHaveValue('3');
  // An instant means all of it: the last event of that millisecond, which is now.
  await page.goto(`/invoices/${id}?asOf=2026-02-01T10:00:00.123Z`);
  await expect(slider(page)).toHaveValue('6');
});
