import type { Page } from '@playwright/test';
import { stories } from '../scripts/demo/stories';
import { createDraft } from './invoices';
import { expect, test } from './people';

/** Whatever can be pressed is at least 24 by 24 CSS px (WCAG 2.5.8), on every page and in what opens there. */

/** Everything on the page that can be pressed and is too small, with its size; nothing that is not shown. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pressable =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"]), ' +
      '[role=button], [role=checkbox], [role=link], [role=menuitem], [role=menuitemcheckbox], ' +
      '[role=menuitemradio], [role=option], [role=slider], [role=switch], [role=tab]';
    const least = 24;
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ?? (element.textContent?.trim().slice(0, 40) || element.tagName);
    /** A link within the text of a sentence may be as high as its line: the exception that 2.5.8 makes. */
    const isInSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement;
      while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
      const rest = [...(block?.childNodes ?? [])]
        .filter((node) => node !== element && !(node instanceof Element && node.matches(pressable)))
        .map((node) => (node.contains(element) ? '' : (node.textContent ?? '')))
        .join('');
      return /\p{L}{2}/u.test(rest);
    };
    return [...document.querySelectorAll(pressable)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      // What is for screen readers alone is a pixel in size; it grows when it gets the focus.
      if (!shown || width <= 1 || height <= 1 || isInSentence(element)) return [];
      const fits = width >= least - 0.1 && height >= least - 0.1;
      return fits
        ? []
        : [
            `${nameOf(element)} (${element.tagName.toLowerCase()}): ${width.toFixed(1)} × ${height.toFixed(1)}`,
          ];
    });
  });

/** Per place the first few, which is enough to find the rest by. */
const someOf = (found: Record<string, string[]>) =>
  Object.entries(found).flatMap(([place, list]) => list.slice(0, 5).map((what) => `${place}: ${what}`));

const pages = {
  'the list': '/invoices',
  'a filtered list': '/invoices?flags=overdue&due=nonsense&total=1..&asOf=2026-11-01',
  'a list without a match': '/invoices?q=there-is-none&status=paid',
  'a new invoice': '/invoices/new',
  'an invoice': `/invoices/${stories.lastPayment.id}`,
  'an invoice in the past': `/invoices/${stories.lastPayment.id}?version=6`,
  'a long history': `/invoices/${stories.longHistory.id}?version=60`,
  'the customers': '/customers',
  'a new customer': '/customers/new',
  'the activity': '/activity',
  'the activity, filtered': '/activity?kind=money&who=nobody&from=2026-10-01T00:00:00Z',
  'the settings': '/settings',
  'the time machine': '/time-machine?from=2026-11-20T12:00:00.000Z',
  'the number gaps': '/settings/numbers',
  'the accounting periods': '/settings/periods',
  'what there is to admin': '/admin',
  'the people': '/admin/people',
  'the account': '/account',
  'a page that is not there': '/nowhere',
};

for (const width of [1440, 768, 360]) {
  test(`point 14: on every page, ${width} px`, async ({ as }) => {
    test.slow();
    const page = await as('mia');
    await page.setViewportSize({ width, height: 900 });
    const found: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      found[name] = await tooSmall(page);
    }
    await page.goto('/activity?type=invoice.due_date_changed&from=2026-01-01T00:00:00Z');
    await page.getByRole('link', { name: /^Undo [\d,]+ events…/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Undo many changes');
    found['many changes, before they are undone'] = await tooSmall(page);
    await page.goto('/customers');
    await page.getByRole('rowheader').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('slider', { name: 'Timeline position' })).toBeVisible();
    found['a customer'] = await tooSmall(page);
    expect(someOf(found)).toEqual([]);
  });
}

test('point 14: on the pages before one is signed in', async ({ page }) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await tooSmall(page)).toEqual([]);
  }
});

for (const width of [1440, 360]) {
  test(`point 14: in menus, panels and dialogs, ${width} px`, async ({ as }) => {
    test.slow();
    const page = await as('mia');
    await page.setViewportSize({ width, height: 900 });
    const found: Record<string, string[]> = {};
    const opened = async (name: string, role: 'menu' | 'dialog') => {
      await expect(page.getByRole(role)).toBeVisible();
      found[name] = await tooSmall(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole(role)).toBeHidden();
    };
    await page.getByRole('button', { name: 'Search or do something' }).filter({ visible: true }).click();
    await opened('the command palette', 'dialog');
    await page.keyboard.press('?');
    await opened('the shortcuts', 'dialog');
    await page.getByRole('button', { name: /^Filters/ }).click();
    await opened('filters', 'dialog');
    await page.getByRole('button', { name: 'Columns' }).click();
    await opened('columns', 'menu');
    await page.getByRole('button', { name: /^As of/ }).click();
    await opened('moments', 'menu');
    await page
      .getByRole('checkbox', { name: /^Select INV/ })
      .first()
      .check();
    await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
    found['the selection'] = await tooSmall(page);
    await page.getByRole('button', { name: 'Add note…' }).click();
    await opened('a dialog for several', 'dialog');

    await page.goto('/activity');
    await page.getByRole('button', { name: /^Person/ }).click();
    await opened('people', 'menu');
    for (const details of await page.locator('main details > summary').all()) await details.click();
    found['the details of every event'] = await tooSmall(page);

    await createDraft(page, { price: '10' });
    await page.getByRole('button', { name: 'More actions' }).click();
    await opened('what can be done', 'menu');
    for (const action of ['Add line', 'Grant discount', 'Edit details', 'Edit customer', 'Change currency']) {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: action, exact: true }).click();
      await opened(action, 'dialog');
    }
    await page.getByRole('button', { name: /^Mia Torres|Account/ }).click();
    await opened('the person', 'menu');
    expect(someOf(found)).toEqual([]);
  });
}
