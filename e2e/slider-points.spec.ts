import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { expect, test } from './people';
import { banner, slider } from './record';

const { manyEdits, longHistory, lastPayment, doubleCharge } = stories;

/** Drags the slider's thumb along the track, to and fro, in so many moves; it is let go at a part of the track. */
async function drag(page: Page, moves: number, end: number): Promise<void> {
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('There is no slider.');
  const at = (part: number) => [box.x + 12 + (box.width - 24) * part, box.y + box.height / 2] as const;
  await page.mouse.move(...at(1));
  await page.mouse.down();
  for (let n = 1; n < moves; n++)
    await page.mouse.move(...at(0.5 + 0.5 * Math.cos((n / moves) * 6 * Math.PI)));
  await page.mouse.move(...at(end));
}

/** Counts what the page asks of the browser's history from now on. */
async function countHistory(page: Page): Promise<() => Promise<{ push: number; replace: number }>> {
  await page.evaluate(() => {
    const counts = { push: 0, replace: 0 };
    Object.assign(globalThis, { historyCounts: counts });
    const { pushState, replaceState } = window.history;
    window.history.pushState = (...given) => {
      counts.push += 1;
      pushState.apply(window.history, given);
    };
    window.history.replaceState = (...given) => {
      counts.replace += 1;
      replaceState.apply(window.history, given);
    };
  });
  return () =>
    page.evaluate(
      () => (globalThis as unknown as { historyCounts: { push: number; replace: number } }).historyCounts,
    );
}

test('point 2: point 3: a drag of many moves is one entry for Back, and hardly any call; Back and Forward undo and redo it', async ({
  as,
}) => {
  const page = await as('vera', `/invoices/${longHistory.id}`);
  test.slow();
  const counted = await countHistory(page);
  await drag(page, 120, 0.3);
  await expect(banner(page)).toBeVisible();
  const { push, replace } = await counted();
  expect(push, 'while it is held nothing goes into the address').toBe(0);
  expect(replace).toBeLessThan(100);
  await page.mouse.up();
  await expect(page).toHaveURL(/version=\d+/);
  const there = await slider(page).inputValue();
  const after = await counted();
  expect(after.push).toBeLessThanOrEqual(1);
  expect(after.replace).toBeLessThan(100);
  await page.goBack();
  await expect(page).not.toHaveURL(/version=/);
  await expect(slider(page)).toHaveValue('130');
  await page.goForward();
  await expect(slider(page)).toHaveValue(there);
  await expect(banner(page)).toBeVisible();
});

test('point 2: Back and Forward undo and redo filters', async ({ as }) => {
  const page = await as('vera', '/invoices');
  await page.goto('/invoices?status=paid');
  await page.goto('/invoices?status=draft');
  await expect(page.getByRole('table').getByText('Draft').first()).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/status=paid/);
  await expect(page.getByRole('table').getByText('Paid').first()).toBeVisible();
  await page.goForward();
  await expect(page).toHaveURL(/status=draft/);
  await expect(page.getByRole('table').getByText('Draft').first()).toBeVisible();
});

test('point 8: an instant before the creation, in the address, shows that it did not exist yet', async ({
  as,
}) => {
  const page = await as('vera');
  const answer = await page.goto(`/invoices/${manyEdits.id}?asOf=2020-01-01T00:00:00Z`);
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^INV-2116 did not exist yet$/);
  await page.getByRole('link', { name: 'Show its creation' }).click();
  await expect(slider(page)).toHaveValue('1');
});

test('point 4: an instant in the address leads to the version of then', async ({ as }) => {
  const page = await as('vera', `/invoices/${manyEdits.id}?version=12`);
  await expect(slider(page)).toHaveValue('12');
  const at = await page.locator('article[data-version="12"] time').first().getAttribute('datetime');
  await page.goto(`/invoices/${manyEdits.id}?asOf=${encodeURIComponent(at ?? '')}`);
  await expect(slider(page)).toHaveValue('12');
  await expect(page).toHaveURL(/version=12/);
  await page.goto(`/invoices/${manyEdits.id}?asOf=2100-01-01`);
  await expect(slider(page)).toHaveValue('45');
  await expect(banner(page)).toBeHidden();
});

test('point 12: the moment is announced when the slider is let go, and not on the way', async ({ as }) => {
  const page = await as('vera', `/invoices/${longHistory.id}`);
  await drag(page, 10, 0.3);
  await expect(banner(page)).toHaveAttribute('aria-live', 'off');
  await page.mouse.up();
  await expect(banner(page)).toHaveAttribute('aria-live', 'polite');
  await expect(banner(page)).toContainText('Viewing as of');
});

test('point 17: marks differ by shape, and say what they are of', async ({ as }) => {
  const page = await as('vera');
  const shapes = new Map<string, Set<string>>();
  for (const { id } of [manyEdits, lastPayment, doubleCharge]) {
    await page.goto(`/invoices/${id}`);
    await expect(slider(page)).toBeVisible();
    const marks = await page.locator('[data-mark]').evaluateAll((all) =>
      all.map((mark) => {
        const drawn = mark.querySelector('svg > *');
        const size = drawn?.getAttribute('r') ?? drawn?.getAttribute('d') ?? '';
        return [mark.getAttribute('data-mark') ?? '', `${drawn?.tagName} ${size}`] as const;
      }),
    );
    for (const [kind, shape] of marks) shapes.set(kind, (shapes.get(kind) ?? new Set()).add(shape));
  }
  expect([...shapes.keys()].sort()).toEqual(['edit', 'message', 'milestone', 'money event', 'undo or redo']);
  const all = [...shapes.values()].map((of) => [...of].join());
  expect(new Set(all).size, 'each kind has a shape of its own').toBe(shapes.size);
  expect([...shapes.values()].every((of) => of.size === 1)).toBe(true);

  // Where events share a column it has the shape of most of them, and says how many of each there are.
  await page.goto(`/invoices/${longHistory.id}`);
  await expect(page.locator('[data-mark] svg')).not.toHaveCount(0);
  const box = await slider(page).boundingBox();
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('tooltip')).toContainText(/The column shows 3 events, \d+ to \d+: \d+ \w+/);
});
