import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createDraft, document } from './invoices';
import { type As, expect, test } from './people';
import { editDetails, eventCount } from './record';

/** A draft of Bob's with two changes of his; the page it is open on, and its id. */
async function bobsDraft(as: As, customer = 'Mühle & Sohn'): Promise<{ bob: Page; id: string }> {
  const bob = await as('bob');
  await createDraft(bob, { price: '20.00', customer });
  await editDetails(bob, { Memo: 'For Tuesday' });
  await editDetails(bob, { 'Due date': '2027-03-01' });
  return { bob, id: new URL(bob.url()).pathname.split('/').at(-1) ?? '' };
}

const selectEvent = (page: Page, version: number) =>
  page.getByRole('checkbox', { name: new RegExp(`^Select event ${version} of `) });
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' });

test('single events are picked in Activity, and exactly those are undone', async ({ as }) => {
  const { bob, id } = await bobsDraft(as);
  const mia = await as('mia', `/activity?record=${id}`);
  await expect(selection(mia)).toBeHidden();
  await selectEvent(mia, 3).click();
  await expect(selection(mia).getByRole('status')).toHaveText('1 event selected');
  // From the keyboard, and a range from there.
  await selectEvent(mia, 3).press('Space');
  await expect(selection(mia)).toBeHidden();
  await selectEvent(mia, 1).focus();
  await mia.keyboard.press('Space');
  await selectEvent(mia, 3).click({ modifiers: ['Shift'] });
  await expect(selection(mia).getByRole('status')).toHaveText('3 events selected');
  await selectEvent(mia, 1).click();
  await expect(selection(mia).getByRole('status')).toHaveText('2 events selected');
  expect((await new AxeBuilder({ page: mia }).analyze()).violations).toEqual([]);
  await selection(mia).getByRole('button', { name: 'Undo 2 events…' }).click();

  await expect(mia.getByRole('heading', { level: 1 })).toHaveText('Undo many changes');
  await expect(mia).toHaveURL(/chosen=/);
  // What was picked stays at this address.
  await mia.reload();
  await expect(mia.getByText('2 events picked one by one')).toBeVisible();
  await expect(mia.getByRole('status')).toHaveText(/^2 events on 1 record are selected\. 2 new events/);
  await mia.getByLabel('Reason').fill('Only these two');
  await mia.getByRole('button', { name: 'Undo on 1 record', exact: true }).click();
  await expect(mia).toHaveURL(/\/activity\/operations\//);
  await expect(mia.getByText('2 events picked one by one')).toBeVisible();
  await bob.reload();
  expect(await eventCount(bob)).toBe(5);
  await expect(document(bob)).not.toContainText('For Tuesday');
});

test('all of a page are picked at once, what is picked outlives a look elsewhere, and support picks nothing', async ({
  as,
}) => {
  const { id } = await bobsDraft(as);
  const mia = await as('mia', `/activity?record=${id}`);
  const all = mia.getByRole('checkbox', { name: 'Select all on this page' });
  await all.click();
  await expect(selection(mia).getByRole('status')).toHaveText('3 events selected');
  await selectEvent(mia, 2).click();
  await expect(all).toBeChecked({ indeterminate: true });
  await mia.getByRole('link', { name: 'Invoices', exact: true }).click();
  await expect(mia.getByRole('heading', { level: 1, name: 'Invoices' })).toBeVisible();
  await mia.goBack();
  await expect(selection(mia).getByRole('status')).toHaveText('2 events selected');
  await selection(mia).getByRole('button', { name: 'Clear' }).click();
  await expect(selection(mia)).toBeHidden();

  // What was done is not picked any more.
  await selectEvent(mia, 3).click();
  await selection(mia).getByRole('button', { name: 'Undo 1 event…' }).click();
  await mia.getByLabel('Reason').fill('Only this one');
  await mia.getByRole('button', { name: 'Undo on 1 record', exact: true }).click();
  await expect(mia).toHaveURL(/\/activity\/operations\//);
  await mia.goBack();
  await mia.goBack();
  await expect(mia).toHaveURL(/\/activity\?record=/);
  await expect(mia.getByRole('article').first()).toBeVisible();
  await expect(selection(mia)).toBeHidden();

  const ana = await as('ana', `/activity?record=${id}`);
  await expect(ana.getByRole('article').first()).toBeVisible();
  await expect(ana.getByRole('checkbox')).toHaveCount(0);
});

test('from invoices that are chosen in the list the changes of one person are undone, and no more', async ({
  as,
}) => {
  const customer = `Bakery ${Date.now()}`;
  const first = await bobsDraft(as, customer);
  const second = await bobsDraft(as, customer);
  const ana = await as('ana', `/invoices/${second.id}`);
  await editDetails(ana, { Memo: 'For Friday' });

  const mia = await as('mia', `/invoices?q=${encodeURIComponent(customer)}`);
  await mia.getByRole('checkbox', { name: 'Select all on this page' }).filter({ visible: true }).click();
  await selection(mia).getByRole('button', { name: 'Undo changes…' }).click();
  // Not everything that ever happened to them.
  await expect(mia.getByRole('heading', { level: 2, name: 'What is to be undone?' })).toBeVisible();
  await expect(mia.getByText('2 chosen invoices')).toBeVisible();
  await expect(mia.getByRole('button', { name: /^Undo on/ })).toHaveCount(0);
  expect((await new AxeBuilder({ page: mia }).analyze()).violations).toEqual([]);

  await mia.getByRole('button', { name: /^Person/ }).click();
  await mia.getByRole('menuitemcheckbox', { name: 'Bob Ekdahl', exact: true }).click();
  await mia.keyboard.press('Escape');
  await mia.getByRole('button', { name: /^Type/ }).click();
  await mia.getByRole('menuitemcheckbox', { name: 'Memo changed', exact: true }).click();
  await mia.keyboard.press('Escape');
  await expect(
    mia.getByText('What Bob Ekdahl did on 2 chosen invoices: memo changed', { exact: false }),
  ).toBeVisible();
  await expect(mia.getByRole('status')).toHaveText(/^2 events on 2 records are selected\. 1 new event/);
  await expect(mia.getByText(/Ana Novak changed the memo/).first()).toBeVisible();
  await mia.getByLabel('Reason').fill('He mixed the days up');
  await mia.getByRole('button', { name: 'Undo on 1 of 2 records, skip the rest' }).click();
  await expect(mia).toHaveURL(/\/activity\/operations\//);
  await expect(mia.getByText('What Bob Ekdahl did on 2 chosen invoices', { exact: false })).toBeVisible();

  await first.bob.goto(`/invoices/${first.id}`);
  await expect(document(first.bob)).not.toContainText('For Tuesday');
  await ana.reload();
  await expect(document(ana)).toContainText('For Friday');

  await ana.goto(`/invoices?q=${encodeURIComponent(customer)}`);
  await ana.getByRole('checkbox', { name: 'Select all on this page' }).filter({ visible: true }).click();
  await expect(selection(ana).getByRole('button', { name: 'Add note…' })).toBeVisible();
  await expect(selection(ana).getByRole('button', { name: 'Undo changes…' })).toHaveCount(0);
});

test('an address of a selection that is not kept says so', async ({ as }) => {
  const mia = await as('mia', '/activity/undo?chosen=00000000-0000-4000-8000-000000000001');
  await expect(mia.getByRole('heading', { level: 2 })).toHaveText('This selection is not kept any more');
  await mia.goto('/activity/undo?chosen=nonsense');
  await expect(mia.getByRole('heading', { level: 2 })).toHaveText('This selection is not kept any more');
  await mia.goto('/activity/undo');
  await expect(mia.getByRole('heading', { level: 2 })).toHaveText('What is to be undone?');
});
