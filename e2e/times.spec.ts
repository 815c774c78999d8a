import type { Browser, Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { expect, hydrated, test } from './people';

const relative = /^(just now|in .+|\d+ (min|h|days?|months?|years?) ago)$/;
const tip = (page: Page) => page.getByRole('tooltip').filter({ visible: true });
const times = (page: Page) =>
  page.getByRole('table', { name: 'Invoices' }).locator('time[datetime]').filter({ visible: true });

/** "26 Nov 2026, 14:13:07 GMT+1", as the page should write it: taken from the element, reckoned by the browser's own clock. */
async function fullDate(page: Page, timeZone: string, hour12 = false): Promise<RegExp> {
  const at = new Date((await times(page).first().getAttribute('datetime')) ?? '');
  const part = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleString('en-US', { ...options, timeZone, hourCycle: hour12 ? 'h12' : 'h23' });
  const clock = part({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const [, hours = '', rest = ''] = /^(\d+)(:\d\d:\d\d)/.exec(clock) ?? [];
  const written = `${hour12 ? Number(hours) : hours}${rest}${hour12 ? ' [AP]M' : ''}`;
  const date = `${part({ day: 'numeric' })} ${part({ month: 'short' })} ${part({ year: 'numeric' })}`;
  return new RegExp(`^${date}, ${written} [A-Z][A-Z0-9+:-]+$`);
}

/** Signs in with a browser of another country: nothing of its zone is known to the server before its first page. */
async function abroad(browser: Browser, baseURL: string, timezoneId: string, locale: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, timezoneId, locale });
  const credentials = { email: 'otto@example.com', password: 'retrace-demo' };
  expect((await context.request.post('/api/auth/sign-in/email', { data: credentials })).ok()).toBe(true);
  return context.newPage();
}

async function prefer(page: Page, name: string, value: string): Promise<void> {
  await page.goto('/account');
  await hydrated(page);
  const kept = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok());
  await page.getByLabel(name, { exact: true }).selectOption(value);
  await kept;
  await page.goto('/invoices');
  await hydrated(page);
}

test('point 35: a time is relative, with date, seconds and zone on hover and on focus; clock and zone can be chosen', async ({
  as,
}) => {
  const page = await as('sam');
  const time = times(page).first();
  await expect(time).toHaveText(relative);
  await expect(tip(page)).toHaveCount(0);

  await time.hover();
  await expect(tip(page)).toHaveText(await fullDate(page, 'Europe/Berlin'));
  await expect(time).toHaveAccessibleDescription(await fullDate(page, 'Europe/Berlin'));
  await page.keyboard.press('Escape');
  await expect(tip(page)).toHaveCount(0);
  await page.mouse.move(0, 0);

  // By the keyboard alone: from the row's name, past its other controls.
  await page.getByRole('rowheader').getByRole('link').first().focus();
  for (let n = 0; n < 5 && !(await time.evaluate((each) => each === document.activeElement)); n++)
    await page.keyboard.press('Tab');
  await expect(time).toBeFocused();
  await expect(tip(page)).toHaveText(await fullDate(page, 'Europe/Berlin'));
  await page.keyboard.press('Tab');
  await expect(time).not.toHaveAttribute('aria-describedby');

  for (const [name, value, zone, hour12] of [
    ['Time zone', 'utc', 'UTC', false],
    ['Clock', 'h12', 'UTC', true],
    ['Time zone', 'America/New_York', 'America/New_York', true],
  ] as const) {
    await prefer(page, name, value);
    await time.focus();
    await expect(tip(page)).toHaveText(await fullDate(page, zone, hour12));
  }
  await prefer(page, 'Times', 'absolute');
  await expect(time).toHaveText(/^\d+ \w{3} \d{4}, \d+:\d\d [AP]M$/);
  await time.hover();
  await expect(tip(page)).toHaveText(await fullDate(page, 'America/New_York', true));
});

test('point 35: no page has anything to correct in a browser of another zone and language', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { longHistory } = stories;
  const pages = [
    '/invoices',
    '/invoices?asOf=2026-11-10&sort=-due',
    '/invoices/new',
    `/invoices/${longHistory.id}`,
    `/invoices/${longHistory.id}?version=7`,
    '/customers',
    '/customers/new',
    '/activity',
    '/activity?kind=money&from=2026-10-25T00:00:00Z&to=2026-11-01T12:30:15Z',
    '/time-machine',
    '/settings',
    '/settings/numbers',
    '/settings/periods',
    '/account',
  ];
  for (const [zone, locale] of [
    ['America/Los_Angeles', 'de-DE'],
    ['Asia/Kathmandu', 'ar-EG'],
  ] as const) {
    const page = await abroad(browser, baseURL ?? '', zone, locale);
    const problems: string[] = [];
    const note = (what: string) => problems.push(`${new URL(page.url()).pathname} (${zone}): ${what}`);
    page.on('pageerror', ({ message }) => note(message));
    page.on('console', (message) => {
      if (message.type() === 'error') note(message.text());
    });
    for (const path of pages) {
      // With the first of them the server does not know the zone yet.
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await hydrated(page);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  }
});
