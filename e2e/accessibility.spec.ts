import type { Page } from '@playwright/test';
import { bulkMistake, stories } from '../scripts/demo/stories';
import { wrongInAnyLook } from './axe';
import { type DemoPerson, expect, hydrated, test } from './people';
import { openMenu, slider } from './record';

/** A page by its address, and where it takes more than that: who looks at it, and what is there when it is ready. */
interface Place {
  path: string;
  as?: DemoPerson;
  open?(page: Page): Promise<void>;
  /** Only this part is new in it. */
  within?: string;
}

/** Charts are loaded after the page. */
async function showsChart(page: Page): Promise<void> {
  await expect(page.locator('main svg.recharts-surface').first()).toBeVisible();
}

/** Every page, also in its other states. Add what is new here. */
const places: Readonly<Record<string, Place>> = {
  'the list': { path: '/invoices?size=25' },
  'the list, filtered, in the past': {
    path: '/invoices?flags=overdue&due=nonsense&total=1..&asOf=2026-11-20&size=25',
  },
  'the list without a match': { path: '/invoices?q=there-is-none&status=paid' },
  'a new invoice': { path: '/invoices/new' },
  'an invoice': { path: `/invoices/${stories.lastPayment.id}` },
  'an invoice in the past': { path: `/invoices/${stories.lastPayment.id}?version=6` },
  'an invoice on paper': { path: `/invoices/${stories.lastPayment.id}/print?version=9` },
  'a history on paper': { path: `/invoices/${stories.lastPayment.id}/print?part=history` },
  'an invoice with a dispute': { path: `/invoices/${stories.disputeLost.id}` },
  'a long history': {
    path: `/invoices/${stories.longHistory.id}?version=60`,
    within: '[aria-label=Timeline]',
  },
  'a record that is not there': { path: '/invoices/not-an-id' },
  'the customers': { path: '/customers' },
  'a new customer': { path: '/customers/new' },
  'a customer': {
    path: '/customers?q=lindqvist',
    open: async (page) => {
      await page.getByRole('rowheader').getByRole('link').first().click();
      await expect(slider(page)).toBeVisible();
    },
  },
  'the activity': { path: `/activity?record=${stories.failedTwice.id}` },
  'an action on many records': { path: `/activity/operations/${bulkMistake.operationId}` },
  'many changes, before they are undone': { path: '/activity/undo?type=invoice.refund_settled', as: 'mia' },
  'the time machine': { path: '/time-machine' },
  'the time machine at a moment': { path: '/time-machine?from=2026-11-01T00:00:00.000Z' },
  'the settings': { path: '/settings', as: 'mia' },
  'the number gaps': { path: '/settings/numbers' },
  'the accounting periods': { path: '/settings/periods', as: 'mia' },
  'the subscriptions': { path: '/subscriptions' },
  'the orders, in the past': { path: '/orders?asOf=2026-11-20' },
  'a subscription': {
    path: '/subscriptions',
    open: async (page) => {
      await page.getByRole('rowheader').getByRole('link').first().click();
      await expect(slider(page)).toBeVisible();
    },
  },
  'the records of logs': { path: '/records?q=there-is-none' },
  'the analytics': { path: '/analytics' },
  'what fixes failed payments': { path: '/analytics/failed-payments', open: showsChart },
  'what comes before churn': { path: '/analytics/churn', open: showsChart },
  'what is undone': { path: '/analytics/undo', open: showsChart },
  'what counts as what': { path: '/analytics/outcomes', as: 'mia' },
  'the projections': { path: '/admin/projections', as: 'otto' },
  'what there is to admin': { path: '/admin', as: 'otto' },
  'the people': { path: '/admin/people', as: 'otto' },
  'the people, in the past': { path: '/admin/people?asOf=2026-11-20&sense=known' },
  'a person': {
    path: '/admin/people',
    as: 'otto',
    open: async (page) => {
      await page.getByRole('link', { name: 'Bob Ekdahl' }).click();
      await expect(slider(page)).toBeVisible();
    },
  },
  'the account': { path: '/account' },
  'a page that is not there': { path: '/nowhere' },
};

for (const [name, place] of Object.entries(places)) {
  test(`point 39: ${name}`, async ({ as }) => {
    // Nine looks, each for axe: seconds on a machine of one's own, a minute on a busy one.
    test.slow();
    const page = await as(place.as ?? 'ana', place.path);
    await place.open?.(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await wrongInAnyLook(page, place.within)).toEqual([]);
  });
}

test('point 39: signing in', async ({ page }) => {
  await page.goto('/sign-in');
  await hydrated(page);
  expect(await wrongInAnyLook(page)).toEqual([]);
});

test('point 39: what opens on a record', async ({ as }) => {
  test.slow();
  const page = await as('ana', `/invoices/${stories.undoAndRedo.id}`);
  const history = page.getByRole('button', { name: 'History', exact: true });
  const actions = page.getByRole('button', { name: 'Actions for event 1', exact: true });
  const openAgain = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    // Where there is no room for both, the history stands behind the document.
    await expect(history.or(actions).filter({ visible: true }).first()).toBeVisible();
    if (!(await actions.isVisible())) await history.click();
    await openMenu(page, 1);
  };
  expect(await wrongInAnyLook(page, '[role=menu]', openAgain)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('[role="menu"]')).toHaveCount(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit details' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await wrongInAnyLook(page, '[role=dialog]')).toEqual([]);
});

test('point 39: what opens on the list', async ({ as }) => {
  test.slow();
  const page = await as('ana', '/invoices?flags=overdue&size=25');
  await page.getByRole('checkbox', { name: 'Select all on this page' }).filter({ visible: true }).check();
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
  expect(await wrongInAnyLook(page, '[aria-label=Selection]')).toEqual([]);
  await page.getByRole('button', { name: 'Send reminder…' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Send \d+ reminders/ })).toBeEnabled();
  expect(await wrongInAnyLook(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  expect(await wrongInAnyLook(page, '[role=dialog]')).toEqual([]);
});
