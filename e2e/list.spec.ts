import { expect, test } from './people';

test('search, status and sorting live in the address: reload, Back and a copied link restore them', async ({
  as,
}) => {
  const page = await as('vera');
  const rows = page.getByRole('rowheader');
  await expect(rows).not.toHaveCount(0);
  await page.getByRole('searchbox').fill('INV-201');
  await expect(page).toHaveURL(/q=INV-201/);
  await expect(rows.first()).toHaveText(/INV-201\d/);
  await page
    .getByRole('columnheader', { name: 'Number' })
    .getByRole('button')
    .or(page.getByRole('columnheader', { name: 'Number' }).getByRole('link'))
    .click();
  await expect(page.getByRole('columnheader', { name: 'Number' })).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  );
  // The header says at once what was chosen; the rows follow.
  const shown = Array.from({ length: 10 }, (_, index) => `INV-201${9 - index}`);
  await expect(rows).toHaveText(shown);
  await page.reload();
  await expect(rows).toHaveText(shown);
  const other = await as('ana', page.url());
  await expect(other.getByRole('rowheader')).toHaveText(shown);
  await expect(other.getByRole('searchbox')).toHaveValue('INV-201');
  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/q=/);
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('pages through everything exactly once', async ({ as }) => {
  const page = await as('vera', '/invoices?size=25&sort=number&q=INV-20');
  const seen: string[] = [];
  const total = Number(
    /of (\d+)/.exec(
      (await page
        .getByText(/ of \d+ invoices/)
        .first()
        .textContent()) ?? '',
    )?.[1],
  );
  for (;;) {
    const before = await page.getByRole('rowheader').allTextContents();
    seen.push(...before);
    const next = page.getByRole('link', { name: 'Next' });
    if (!(await next.isVisible())) break;
    await next.click();
    await expect(page.getByRole('rowheader').first()).not.toHaveText(before[0] ?? '');
  }
  expect(seen).toHaveLength(total);
  expect(new Set(seen).size).toBe(total);
});

test('no match says so and offers a way back; nonsense in the address is not an error', async ({ as }) => {
  const page = await as(
    'vera',
    '/invoices?q=no+such+invoice+anywhere&sort=nonsense&status=nonsense&after=%00',
  );
  await expect(page.getByText('No invoice matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await expect(page.getByRole('rowheader')).not.toHaveCount(0);
});

test('a viewer can’t make an invoice and reads why; the address does not help', async ({ as }) => {
  const page = await as('vera');
  await expect(
    page.getByRole('button', { name: 'New invoice' }).or(page.getByRole('link', { name: 'New invoice' })),
  ).toBeDisabled();
  await page.goto('/invoices/new');
  await expect(page.getByRole('button', { name: 'Create draft' })).not.toBeVisible();
});

test('an invoice that is not there is a page that says so, with its status', async ({ as }) => {
  const page = await as('vera');
  for (const id of ['00000000-0000-4000-8000-000000000000', 'not-an-id']) {
    const response = await page.goto(`/invoices/${id}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such record');
    await expect(page.getByRole('link', { name: 'Invoices', exact: true })).toBeVisible();
  }
});
