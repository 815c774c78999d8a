import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { createDraft, document } from './invoices';
import { expect, test } from './people';
import { editDetails, eventCount } from './record';

test('case 32: a manager takes back what somebody did: looked at first, as one action with a page of its own, itself undone', async ({
  as,
}) => {
  const bob = await as('bob');
  await createDraft(bob, { price: '20.00' });
  await editDetails(bob, { Memo: 'For Tuesday' });
  await editDetails(bob, { 'Due date': '2027-03-01' });
  const address = new URL(bob.url()).pathname;
  const id = address.split('/').at(-1);
  const ana = await as('ana', address);
  await editDetails(ana, { 'Due date': '2027-04-01' });

  const mia = await as('mia', `/activity?record=${id}`);
  await mia.getByRole('button', { name: /^Person/ }).click();
  await mia.getByRole('menuitemcheckbox', { name: 'Bob Ekdahl', exact: true }).click();
  await mia.keyboard.press('Escape');
  await mia.getByRole('link', { name: 'Undo 3 events…' }).click();
  await expect(mia.getByRole('heading', { level: 1 })).toHaveText('Undo many changes');
  await expect(mia.getByRole('status')).toHaveText(
    /3 events on 1 record are selected\. 1 new event on 1 record/,
  );
  // What Ana changed over it stays, and says so.
  await expect(mia.getByText(/Ana Novak moved the due date to 1 Apr 2027/).first()).toBeVisible();
  expect((await new AxeBuilder({ page: mia }).analyze()).violations).toEqual([]);
  const undo = mia.getByRole('button', { name: 'Undo on 1 of 1 records, skip the rest' });
  await undo.click();
  await expect(mia.getByText('Say why, in a few words.', { exact: false })).toBeVisible();
  await mia.getByLabel('Reason').fill('He mixed the customers up');
  await undo.dblclick();

  await expect(mia).toHaveURL(/\/activity\/operations\//);
  await expect(mia.getByRole('heading', { level: 1 })).toContainText('Mia Torres undid');
  await expect(mia.getByText('He mixed the customers up').first()).toBeVisible();
  await mia.reload();
  await ana.goto(address);
  expect(await eventCount(ana)).toBe(5);
  await expect(document(ana)).not.toContainText('For Tuesday');

  await mia.getByRole('link', { name: 'Undo this batch…' }).click();
  await mia.getByLabel('Reason').fill('He was right after all');
  await mia.getByRole('button', { name: 'Undo on 1 record', exact: true }).click();
  await expect(mia.getByRole('heading', { level: 1 })).toContainText('Mia Torres re-applied');
  await ana.goto(address);
  await expect(document(ana)).toContainText('For Tuesday');
  expect(await eventCount(ana)).toBe(6);
});

test('what was looked at changed meanwhile: nothing is done, and the page shows what it would be now', async ({
  as,
}) => {
  const bob = await as('bob');
  await createDraft(bob, { price: '20.00' });
  await editDetails(bob, { Memo: 'For Tuesday' });
  const address = new URL(bob.url()).pathname;
  const mia = await as('mia', `/activity/undo?record=${address.split('/').at(-1)}`);
  await expect(mia.getByRole('status')).toHaveText(/2 events on 1 record are selected\. 2 new events/);
  await editDetails(bob, { Memo: 'For Wednesday' });
  await mia.getByLabel('Reason').fill('A test');
  await mia.getByRole('button', { name: 'Undo on 1 record', exact: true }).click();
  await expect(mia.getByRole('alert').filter({ hasText: 'have changed since you looked' })).toBeVisible();
  await expect(mia.getByRole('status')).toHaveText(/3 events on 1 record are selected\. 3 new events/);
  await mia.getByRole('button', { name: 'Undo on 1 record', exact: true }).click();
  await expect(mia).toHaveURL(/\/activity\/operations\//);
});

test('is not offered to support, nor done for them', async ({ as }) => {
  const ana = await as('ana', '/activity?kind=edit');
  await expect(
    ana.getByRole('link', { name: 'Export CSV' }).or(ana.getByText(/^Export newest/)),
  ).toBeVisible();
  await expect(ana.getByRole('link', { name: /^Undo/ })).toHaveCount(0);
  await ana.goto('/activity/undo?kind=edit');
  await expect(ana.getByText('Only managers take many changes back at once')).toBeVisible();
  await expect(ana.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('where nothing can be taken back no reason is asked for, only told', async ({ as }) => {
  const mia = await as('mia', '/activity/undo?type=invoice.refund_settled');
  await expect(mia.getByRole('status')).toContainText('Nothing of it can be taken back.');
  await expect(mia.getByText('The money has reached the customer.', { exact: false }).first()).toBeVisible();
  await expect(mia.getByLabel('Reason')).toHaveCount(0);
  await expect(mia.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('asked for from elsewhere, without the right or with nonsense it is refused, and says why', async ({
  as,
  playwright,
  baseURL,
}) => {
  const asked = (over: object = {}) => ({
    operationId: crypto.randomUUID(),
    selection: { kind: 'matching', address: 'kind=edit' },
    skip: true,
    reason: 'A test',
    planHash: '0'.repeat(64),
    ...over,
  });
  const answerTo = async (page: Page, data: object, headers: Record<string, string> = {}) => {
    const response = await page.request.post('/api/batch', { data, headers });
    const { refusal } = (await response.json()) as { refusal: { code: string } };
    return [response.status(), refusal.code];
  };
  const [mia, ana, vera] = [await as('mia'), await as('ana'), await as('vera')];
  expect(await answerTo(mia, asked(), { origin: 'https://elsewhere.example' })).toEqual([
    403,
    'other_origin',
  ]);
  expect(await answerTo(ana, asked())).toEqual([403, 'not_yours']);
  expect(await answerTo(vera, asked())).toEqual([403, 'read_only']);
  expect(await answerTo(mia, asked({ reason: ' ' }))).toEqual([400, 'invalid']);
  expect(await answerTo(mia, asked({ selection: { kind: 'all' } }))).toEqual([400, 'invalid']);
  expect(await answerTo(mia, asked({ selection: { kind: 'matching', address: '' } }))).toEqual([
    409,
    'not_narrow',
  ]);
  expect(await answerTo(mia, { padding: 'x'.repeat(60_000) })).toEqual([413, 'too_long']);
  const nobody = await playwright.request.newContext({ baseURL });
  expect((await nobody.post('/api/batch', { data: asked() })).status()).toBe(401);
  await nobody.dispose();
});
