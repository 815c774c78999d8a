import type { Page } from '@playwright/test';
import { createDraft, document } from './invoices';
import { expect, test } from './people';
import { editDetails } from './record';

const pill = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true });
const rows = (page: Page) => page.getByRole('table').getByRole('row');
const scrolled = (page: Page) => page.evaluate(() => window.scrollY);
/** Nobody else's invoices: other tests write at the same time. */
const newCustomer = () => `Pillworks ${Date.now().toString(36)}`;

/** Scrolls down a little, and says where the page and one of its rows are now. */
async function scrollDown(page: Page): Promise<{ y: number; row: number | undefined }> {
  await page.evaluate(() => window.scrollTo({ top: 120 }));
  await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
  return whereabouts(page);
}
const whereabouts = async (page: Page) => ({
  y: await scrolled(page),
  row: (await page.locator('tbody tr, [role=article], article').last().boundingBox())?.y,
});

test('point 36: new and changed invoices are a pill on the list, which moves nothing and loads them', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const customer = newCustomer();
  const ana = await as('ana');
  await createDraft(ana, { customer, price: '10' });
  const bob = await as('bob', `/invoices?q=${encodeURIComponent(customer)}`);
  await bob.setViewportSize({ width: 1000, height: 320 });
  const before = await rows(bob).count();
  const there = await scrollDown(bob);

  await editDetails(ana, { Memo: 'Changed by Ana' });
  await expect(pill(bob, '1 changed')).toBeVisible();
  for (const price of ['20', '30', '40']) await createDraft(ana, { customer, price });
  await expect(pill(bob, '3 new, 1 changed')).toBeVisible();
  // Said once, in words; and nothing has moved.
  await expect(bob.getByRole('status').filter({ hasText: '3 new, 1 changed' })).toBeAttached();
  expect(await whereabouts(bob)).toEqual(there);
  expect(await rows(bob).count()).toBe(before);

  await pill(bob, '3 new, 1 changed').click();
  await expect(rows(bob)).toHaveCount(before + 3);
  await expect(bob.getByRole('button', { name: /^\d+\+? (new|changed)/ })).toHaveCount(0);
});

test('point 36: news of Activity and of the customers are a pill too', async ({ as }) => {
  test.setTimeout(120_000);
  const customer = newCustomer();
  const ana = await as('ana');
  await createDraft(ana, { customer, price: '10' });
  const path = new URL(ana.url()).pathname;
  const activity = await as('vera', `/activity?record=${path.split('/').at(-1)}`);
  const customers = await as('bob', '/customers?q=Pillworks');
  await activity.setViewportSize({ width: 1000, height: 420 });
  const there = await scrollDown(activity);
  const articles = activity.getByRole('feed', { name: 'Activity' }).getByRole('article');
  await expect(articles).toHaveCount(1);

  for (const memo of ['One', 'Two', 'Three']) await editDetails(ana, { Memo: memo });
  await expect(pill(activity, '3 new')).toBeVisible();
  expect(await whereabouts(activity)).toEqual(there);
  await expect(articles).toHaveCount(1);
  await pill(activity, '3 new').click();
  await expect(articles).toHaveCount(4);
  await expect(pill(activity, '3 new')).toHaveCount(0);
  await expect.poll(() => scrolled(activity)).toBe(0);

  const shown = await rows(customers).count();
  await createDraft(ana, { customer: newCustomer(), price: '10' });
  await expect(pill(customers, '1 new')).toBeVisible();
  expect(await rows(customers).count()).toBe(shown);
  await pill(customers, '1 new').click();
  await expect(rows(customers)).toHaveCount(shown + 1);
});

test('point 36: whoever has a record open is told when another person changes it', async ({ as }) => {
  const ana = await as('ana');
  await createDraft(ana, { customer: newCustomer(), price: '10' });
  const bob = await as('bob', new URL(ana.url()).pathname);
  await editDetails(ana, { Memo: 'Told to Bob' });
  await expect(document(bob)).toContainText('Told to Bob');
  const told = bob.getByRole('listitem').filter({ hasText: 'changed by somebody else' });
  await expect(told).toContainText(/^Ana Novak .*memo/);
  // Whoever did it themselves is not.
  await expect(ana.getByRole('listitem').filter({ hasText: 'changed by somebody else' })).toHaveCount(0);
});
