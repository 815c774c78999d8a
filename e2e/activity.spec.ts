import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { expect, hydrated, test } from './people';
import { banner, slider } from './record';

const feed = (page: Page) => page.getByRole('feed', { name: 'Activity' });
const rows = (page: Page) => feed(page).getByRole('article');
const total = async (page: Page): Promise<number> =>
  Number(
    /^([\d,]+) event/.exec((await strip(page).locator('strong').textContent()) ?? '')?.[1]?.replace(',', ''),
  );
const strip = (page: Page) => page.getByRole('region', { name: 'Events over time' });

/** Checks one entry of a filter's menu and closes it. */
async function choose(page: Page, menu: RegExp, entry: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitemcheckbox', { name: entry, exact: true }).click();
  await page.keyboard.press('Escape');
}

test('is reached from the navigation and shows what happened, newest first', async ({ as }) => {
  const page = await as('vera');
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activity');
  await expect(rows(page).first()).toBeVisible();
  const times = await rows(page)
    .locator('time:first-of-type')
    .evaluateAll((found) => found.map((time) => time.getAttribute('datetime') ?? ''));
  expect(times.toSorted().toReversed()).toEqual(times);
});

test('person, kind and type filter; the address keeps them, Back takes them away one by one', async ({
  as,
}) => {
  const page = await as('vera', '/activity');
  await choose(page, /^Person/, 'Bob Ekdahl');
  await expect(page).toHaveURL(/who=/);
  await expect(page.getByRole('button', { name: 'Person: Bob Ekdahl' })).toBeVisible();
  await expect(rows(page).filter({ hasNotText: 'Bob Ekdahl' })).toHaveCount(0);
  await choose(page, /^Kind/, 'Money');
  await expect(page).toHaveURL(/kind=money/);
  await expect(rows(page).filter({ hasNotText: /payment|refund|credit|charge|dispute|wr[io]t/ })).toHaveCount(
    0,
  );
  await choose(page, /^Type/, 'Payment received');
  await expect(page).toHaveURL(/type=invoice\.payment_received/);
  await expect(rows(page).filter({ hasText: 'recorded a payment of' })).not.toHaveCount(0);
  await expect(rows(page).filter({ hasNotText: 'payment' })).toHaveCount(0);

  await page.reload();
  const other = await as('ana', page.url());
  for (const each of [page, other]) {
    for (const name of ['Person: Bob Ekdahl', 'Kind: Money', 'Type: Payment received'])
      await expect(each.getByRole('button', { name })).toBeVisible();
    await expect(rows(each).filter({ hasText: 'recorded a payment of' })).not.toHaveCount(0);
    await expect(rows(each).filter({ hasNotText: /Bob Ekdahl.*payment/ })).toHaveCount(0);
  }

  await page.goBack();
  await expect(page).not.toHaveURL(/type=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/kind=/);
  await expect(page.getByRole('button', { name: 'Kind', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/activity$/);
});

test('point 19: a typed range shows what happened in it; the previous range and all of the time are a press away', async ({
  as,
}) => {
  const page = await as('vera', `/activity?record=${stories.longHistory.id}`);
  const all = await total(page);
  // Beside the zoom from the start, and saying why there is nothing to press yet.
  for (const [name, reason] of [
    ['Previous range', 'There is no range before this one.'],
    ['Reset', 'All of the time is shown already.'],
  ] as const) {
    const way = strip(page).getByRole('button', { name });
    await expect(way).toHaveAttribute('aria-disabled', 'true');
    await expect(way).toHaveAccessibleDescription(reason);
  }
  const dates = await rows(page)
    .locator('time:first-of-type')
    .evaluateAll((found) => found.map((time) => time.getAttribute('datetime') ?? ''));
  const day = (dates.at(-1) ?? '').slice(0, 10);
  await page.getByLabel('From', { exact: true }).fill(`${day}T00:00`);
  await page.getByLabel('To', { exact: true }).fill(`${day}T23:59`);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect.poll(() => total(page)).toBeLessThan(all);
  expect(await total(page)).toBeGreaterThan(0);
  await expect(strip(page)).toContainText('Europe/Berlin');

  await page.getByRole('button', { name: 'Today' }).click();
  await expect(page.getByRole('button', { name: 'Today' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Previous range' }).click();
  await expect(page).toHaveURL(/from=.*to=/);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).not.toHaveURL(/from=/);
  await expect.poll(() => total(page)).toBe(all);
  // From all of it the way back leads into the range again.
  await page.getByRole('button', { name: 'Previous range' }).click();
  await expect(page).toHaveURL(/from=.*to=/);
});

test('an end before its beginning is explained, and nothing is asked for', async ({ as }) => {
  const page = await as('vera', '/activity');
  await page.getByLabel('From', { exact: true }).fill('2026-10-10T12:00');
  await page.getByLabel('To', { exact: true }).fill('2026-10-10T11:00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('Choose an end that lies after the beginning.')).toBeVisible();
  await expect(page).not.toHaveURL(/from=/);
});

test('the keyboard brushes the strip: arrows move either end, Enter shows the whole of both bars', async ({
  as,
}) => {
  const page = await as('vera', `/activity?record=${stories.longHistory.id}`);
  const all = await total(page);
  await page.getByRole('slider', { name: 'End of the range' }).focus();
  for (let n = 0; n < 200 && (await total(page)) === all; n++) await page.keyboard.press('ArrowLeft');
  const brushed = await total(page);
  const words = await strip(page).locator('p').first().textContent();
  const span = /· (\d.*?), Europe/.exec(words ?? '')?.[1] ?? 'none';
  expect(brushed).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/to=/);
  await expect(feed(page)).toHaveAttribute('aria-busy', 'false');
  expect(await total(page)).toBe(brushed);
  expect(brushed).toBeLessThan(all);
  await expect(strip(page)).toContainText(span.split(' – ').at(-1) ?? '');
  await page.getByRole('button', { name: 'Previous range' }).click();
  await expect.poll(() => total(page)).toBe(all);
});

/** The middle of a bar, from 0. */
async function barAt(page: Page, bucket: number, buckets: number): Promise<readonly [number, number]> {
  const box = await strip(page).locator('[data-density]').boundingBox();
  if (!box) throw new Error('There is no strip.');
  return [box.x + (box.width * (bucket + 0.5)) / buckets, box.y + box.height / 2];
}

/** How many bars there are. */
const bars = async (page: Page): Promise<number> =>
  Number(await page.getByRole('slider', { name: 'End of the range' }).getAttribute('max')) + 1;

/** The span of time that the strip names: its beginning and its end. */
async function spanShown(page: Page): Promise<{ from: string; to: string }> {
  const words = (await strip(page).locator('p').first().textContent()) ?? '';
  const [from = '', to = from] = (/ · (.*?), Europe/.exec(words)?.[1] ?? '').split(' – ');
  return { from, to };
}

const between = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return { from: searchParams.get('from'), to: searchParams.get('to') };
};

test('point 18: a brush over bars a to b takes the whole of both, and the interval in use is shown', async ({
  as,
}) => {
  const page = await as('vera', `/activity?record=${stories.longHistory.id}`);
  const count = await bars(page);
  // One bar after the other, as the pointer has them: how many events, and which time.
  const seen: { events: number; from: string; to: string }[] = [];
  for (let bucket = 0; bucket < count; bucket++) {
    await page.mouse.move(...(await barAt(page, bucket, count)));
    seen.push({ events: await total(page), ...(await spanShown(page)) });
  }
  const full = seen.flatMap(({ events }, bucket) => (events > 0 ? [bucket] : []));
  const [a = 0, b = 0] = [full[1], full[full.length - 2]];
  expect(b, 'the story has events in several bars').toBeGreaterThan(a);
  const sum = seen.slice(a, b + 1).reduce((all, { events }) => all + events, 0);

  await page.mouse.move(...(await barAt(page, a, count)));
  await page.mouse.down();
  await page.mouse.move(...(await barAt(page, b, count)), { steps: 8 });
  const chosen = { events: await total(page), ...(await spanShown(page)) };
  await page.mouse.up();
  await page.mouse.move(0, 0);
  expect(chosen).toEqual({ events: sum, from: seen[a]?.from, to: seen[b]?.to });

  // What is shown then is all of it: the last event of bar b too.
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(feed(page)).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => total(page)).toBe(sum);
  expect(await spanShown(page)).toEqual({ from: chosen.from, to: chosen.to });
  for (const label of ['From', 'To'])
    await expect(page.getByLabel(label, { exact: true })).not.toHaveValue('');
});

test('point 13: what a drag over the strip does, a press, the keyboard and typing do too', async ({ as }) => {
  const path = `/activity?record=${stories.longHistory.id}`;
  const page = await as('vera', path);
  const count = await bars(page);
  const last = count - 2;
  await page.mouse.move(...(await barAt(page, 1, count)));
  await page.mouse.down();
  await page.mouse.move(...(await barAt(page, last, count)), { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);
  const dragged = between(page);
  const typed = {
    from: await page.getByLabel('From', { exact: true }).inputValue(),
    to: await page.getByLabel('To', { exact: true }).inputValue(),
  };

  await page.goto(path);
  await hydrated(page);
  await page.getByRole('slider', { name: 'Beginning of the range' }).press('ArrowRight');
  await page.getByRole('slider', { name: 'End of the range' }).press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=.*to=/);
  expect(between(page)).toEqual(dragged);

  await page.goto(path);
  await hydrated(page);
  await page.getByLabel('From', { exact: true }).fill(typed.from);
  await page.getByLabel('To', { exact: true }).fill(typed.to);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/from=.*to=/);
  expect(between(page)).toEqual(dragged);

  // A press takes one bar, without any movement.
  await page.goto(path);
  await hydrated(page);
  await page.mouse.click(...(await barAt(page, 1, count)));
  await expect(page).toHaveURL(/from=/);
  expect(between(page).from).toBe(dragged.from);
});

test('point 13: where the slider is dragged to, a press, the keyboard and a typed moment lead too', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${stories.manyEdits.id}`);
  const newest = Number(await slider(page).getAttribute('max'));
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('There is no slider.');
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.move(box.x + box.width - 2, middle[1]);
  await page.mouse.down();
  await page.mouse.move(...middle, { steps: 10 });
  await page.mouse.up();
  await expect(banner(page)).toBeVisible();
  const dragged = await slider(page).inputValue();
  expect(Number(dragged)).toBeLessThan(newest);

  await page.getByRole('button', { name: 'Return to now' }).click();
  await expect(slider(page)).toHaveValue(String(newest));
  await page.mouse.click(...middle);
  await expect(slider(page)).toHaveValue(dragged);

  await page.getByRole('button', { name: 'Return to now' }).click();
  await expect(slider(page)).toHaveValue(String(newest));
  await slider(page).focus();
  for (let at = newest; at > Number(dragged); at--) await page.keyboard.press('ArrowLeft');
  await expect(slider(page)).toHaveValue(dragged);

  const time = page
    .getByRole('feed', { name: 'History' })
    .locator(`[data-version="${dragged}"] time`)
    .first();
  const at = (await time.getAttribute('datetime')) ?? '';
  await page.getByRole('button', { name: 'Return to now' }).click();
  await page.getByRole('button', { name: 'Go to a moment' }).click();
  await page.getByRole('dialog').getByLabel('Time zone').selectOption('UTC');
  await page.getByRole('dialog').getByLabel('Date and time').fill(at.slice(0, 19));
  await page.getByRole('dialog').getByRole('button', { name: 'Go', exact: true }).click();
  await expect(slider(page)).toHaveValue(dragged);
});

test('dragging over the strip shows that stretch, Escape lets it be', async ({ as }) => {
  const page = await as('vera', '/activity');
  const bars = strip(page).locator('[data-density]');
  const box = await bars.boundingBox();
  if (!box) throw new Error('There is no strip.');
  const at = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.5), { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);
  await page.getByRole('slider', { name: 'Beginning of the range' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/from=/);
});

test('a row leads to its moment', async ({ as }) => {
  const page = await as('vera', `/activity?record=${stories.lastPayment.id}&type=invoice.due_date_changed`);
  const row = rows(page).last();
  const link = row.getByRole('link', { name: /, as of event \d+$/ });
  const version = /event (\d+)$/.exec((await link.textContent()) ?? '')?.[1] ?? '';
  const words = ((await row.locator('p[id]').first().textContent()) ?? '').trim();
  await link.click();
  await expect(page).toHaveURL(new RegExp(`/invoices/${stories.lastPayment.id}\\?version=${version}$`));
  await expect(slider(page)).toHaveValue(version);
  await expect(banner(page)).toContainText(`after event ${version} of`);
  const here = page.getByRole('feed', { name: 'History' }).locator('article[aria-current="true"]');
  await expect(here).toContainText(words);
});

test('a long history goes on as it is scrolled, each event once and few of them in the page; Back comes to where it was', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const page = await as('vera', `/activity?record=${stories.longHistory.id}`);
  const all = await total(page);
  const seen = new Map<number, string>();
  const look = async () => {
    const found = await rows(page).evaluateAll((articles) =>
      articles.map((article) => ({
        place: Number(article.getAttribute('aria-posinset')),
        href: article.querySelector('a[href*="version="]')?.getAttribute('href') ?? '',
      })),
    );
    for (const { place, href } of found) {
      expect(seen.get(place) ?? href, `row ${place} stays what it was`).toBe(href);
      seen.set(place, href);
    }
    return found.length;
  };
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', '-1');
  await expect
    .poll(
      async () => {
        expect(await look()).toBeLessThan(60);
        await page.mouse.wheel(0, 700);
        return seen.size;
      },
      { timeout: 60_000, intervals: [50] },
    )
    .toBe(all);
  expect(new Set(seen.values()).size).toBe(all);
  await expect(rows(page).last()).toHaveAttribute('aria-setsize', String(all));
  await expect(page.getByRole('link', { name: 'Show older events' })).toHaveCount(0);

  // Half way up again, to a record and back.
  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight / 2 }));
  const row = rows(page).filter({ has: page.locator('a[href*="version="]') });
  await expect(row.first()).toBeVisible();
  const inView = () =>
    rows(page).evaluateAll((articles) =>
      articles
        .filter((article) => article.getBoundingClientRect().top > 0)
        .map((article) => Number(article.getAttribute('aria-posinset')))
        .at(0),
    );
  const before = (await inView()) ?? 0;
  expect(before).toBeGreaterThan(10);
  await rows(page)
    .and(page.locator(`[aria-posinset="${before + 1}"]`))
    .getByRole('link', { name: /, as of event \d+$/ })
    .click();
  await expect(slider(page)).toBeVisible();
  await page.goBack();
  await expect(rows(page).first()).toBeVisible();
  await expect.poll(async () => Math.abs(((await inView()) ?? 0) - before)).toBeLessThanOrEqual(1);
});

test('PageDown and PageUp go from row to row, and the one with the focus is never taken away', async ({
  as,
}) => {
  const page = await as('vera', `/activity?record=${stories.longHistory.id}`);
  const at = (place: number) => rows(page).and(page.locator(`[aria-posinset="${place}"]`));
  await rows(page).first().getByRole('link').first().focus();
  for (let place = 2; place <= 12; place++) {
    await page.keyboard.press('PageDown');
    await expect(at(place)).toBeFocused();
    await expect(at(place)).toBeInViewport();
  }
  await page.keyboard.press('PageUp');
  await expect(at(11)).toBeFocused();
  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }));
  await expect(at(40)).toBeVisible();
  await expect(at(11)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(page.getByRole('feed', { name: 'Activity' }).locator(':focus')).toHaveCount(0);
});

test('older events have an address of their own, which leads back to the newest', async ({ as }) => {
  const path = `/activity?record=${stories.longHistory.id}`;
  const page = await as('vera', path);
  const newest = await rows(page).first().getByRole('link').first().getAttribute('href');
  const older = await page.getByRole('link', { name: 'Show older events' }).getAttribute('href');
  await page.goto(older ?? '');
  await expect(rows(page).first()).toBeVisible();
  expect(await rows(page).first().getByRole('link').first().getAttribute('href')).not.toBe(newest);
  await page.getByRole('link', { name: 'Previous' }).click();
  await expect(rows(page).first().getByRole('link').first()).toHaveAttribute('href', newest ?? '');
});

test('what changed is behind a press, and leads to only this record', async ({ as }) => {
  const page = await as('vera', '/activity?kind=edit');
  const row = rows(page).first();
  await row.locator('summary').click();
  await expect(row.locator('dl')).toBeVisible();
  await row.getByRole('link', { name: 'this record' }).click();
  await expect(page).toHaveURL(/record=/);
  await page.getByRole('button', { name: /^Show all records/ }).click();
  await expect(page).not.toHaveURL(/record=/);
});

test('the file holds what is filtered, names its zone, and no cell begins a formula', async ({ as }) => {
  const page = await as('vera', `/activity?record=${stories.longHistory.id}`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const file = await downloading.then((download) => download.path());
  const lines = (await readFile(file, 'utf8')).split('\r\n');
  expect(lines[0]).toContain('Time (Europe/Berlin)');
  const all = await total(page);
  expect(lines.filter((line) => line.includes(stories.longHistory.id))).toHaveLength(all);

  const downloadingLines = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as JSON Lines' }).click();
  const download = await downloadingLines;
  expect(download.suggestedFilename()).toMatch(/\.jsonl$/);
  const text = await readFile(await download.path(), 'utf8');
  const objects = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects).toHaveLength(all);
  for (const { stream_id: id, hash } of objects) {
    expect(id).toBe(stories.longHistory.id);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('no match says so and offers a way back', async ({ as }) => {
  const page = await as('vera', '/activity?kind=money&to=1990-01-01T00:00:00Z&after=%00');
  await expect(page.getByText('No event matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all events' }).click();
  await expect(rows(page)).not.toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 320]) {
    test(`has no violation, ${colorScheme}, ${width} px, and nothing sticks out`, async ({ as }) => {
      const page = await as('ana');
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/activity');
      await rows(page).nth(1).locator('summary').click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' '))}`),
      ).toEqual([]);
      const [content, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        window.innerWidth,
      ]);
      expect(content).toBeLessThanOrEqual(screen as number);
    });
  }
}

test('what of an address makes no sense is named, and the rest is applied', async ({ as }) => {
  const page = await as(
    'vera',
    '/activity?who=nobody&type=invoice.teleported&kind=money,moon&from=yesterday',
  );
  const notice = page.getByRole('status').filter({ hasText: 'could not be understood' });
  await expect(notice).toHaveText(
    'A part of this address could not be understood and was left out: person, type, kind, time from.',
  );
  await expect(page.getByRole('button', { name: 'Person', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Type', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kind: Money', exact: true })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await expect(rows(page).filter({ hasNotText: /payment|refund|credit|charge|dispute|wr[io]t/ })).toHaveCount(
    0,
  );

  await choose(page, /^Person/, 'Bob Ekdahl');
  await expect(page).not.toHaveURL(/nobody/);
  await expect(notice).toHaveText(/left out: type, kind, time from\.$/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(notice).toBeHidden();
});
