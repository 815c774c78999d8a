import type { Page } from '@playwright/test';
import { bulkMistake, stories } from '../scripts/demo/stories';
import { type As, expect, test } from './people';
import { banner, feed, slider } from './record';

/** The same page after a reload, and for somebody else who is given its address. */
async function everywhere(as: As, page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await look(page);
  await page.reload();
  await look(page);
  await look(await as('bob', page.url()));
}

test('point 1: a copied address of a record brings back its moment and the event that is selected', async ({
  as,
}) => {
  const { id, number } = stories.manyEdits;
  const page = await as('vera', `/invoices/${id}`);
  await feed(page)
    .getByRole('button', { name: /^View as of event 12,/ })
    .click();
  await expect(page).toHaveURL(/version=12/);
  const said = await banner(page).textContent();
  await everywhere(as, page, async (each) => {
    await expect(each.getByRole('heading', { level: 1 })).toHaveText(number);
    await expect(slider(each)).toHaveValue('12');
    // Zones are everybody's own, so not the whole of it.
    await expect(banner(each)).toContainText(/after event 12 of \d+/);
    const selected = feed(each).locator('article[aria-current="true"]');
    await expect(selected).toHaveAttribute('data-version', '12');
    await expect(selected).toBeInViewport();
  });
  expect(await banner(page).textContent()).toBe(said);

  // Also of the newest event, which is now.
  await page.goto(`/invoices/${id}`);
  const newest = (await slider(page).getAttribute('max')) ?? '';
  await page.goto(`/invoices/${id}?version=${newest}`);
  await everywhere(as, page, (each) =>
    expect(feed(each).locator('article[aria-current="true"]')).toHaveAttribute('data-version', newest),
  );
});

test('point 1: a copied address of a list brings back search, filters, order, rows a page and moment', async ({
  as,
}) => {
  const page = await as(
    'vera',
    '/invoices?q=INV-20&status=paid,open&total=100..&sort=-total&size=25&asOf=2026-11-20',
  );
  const rows = page.getByRole('rowheader');
  await expect(rows.nth(3)).toBeVisible();
  const shown = await rows.allTextContents();
  await everywhere(as, page, async (each) => {
    await expect(each.getByRole('rowheader')).toHaveText(shown);
    await expect(each.getByRole('searchbox').first()).toHaveValue('INV-20');
    await expect(each.getByRole('columnheader', { name: 'Total' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await expect(each.getByRole('list', { name: 'Filters' })).toContainText('Total: from 100');
    await expect(each.getByLabel('Rows per page')).toHaveValue('25');
    await expect(banner(each)).toContainText('20 Nov 2026');
  });
});

test('point 1: a copied address of the time machine brings back its window, filters and the event in view', async ({
  as,
}) => {
  const page = await as('vera', '/time-machine?from=2026-11-01T00:00:00.000Z&kind=edit');
  for (const step of [1, 2, 3]) {
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect(page).toHaveURL(new RegExp(`step=${step}`));
    await expect(page.getByRole('feed', { name: 'Event in view' }).getByRole('article')).toHaveAttribute(
      'aria-posinset',
      String(step),
    );
  }
  const inView = (each: Page) => each.getByRole('feed', { name: 'Event in view' }).getByRole('article');
  await expect(inView(page)).toHaveAttribute('aria-posinset', '3');
  const told = await inView(page).locator('p').first().textContent();
  await everywhere(as, page, async (each) => {
    await expect(each.getByText(/^Event 3 of \d+/).first()).toBeAttached();
    await expect(each).toHaveURL(/kind=edit/);
    await expect(inView(each)).toContainText(told ?? bulkMistake.person);
  });
});
