import { createDraft } from './invoices';
import { expect, test } from './people';
import { editDetails } from './record';

test('a manager looks at the business of a moment, steps through what happened, and undoes it', async ({
  as,
}) => {
  const mia = await as('mia', '/time-machine');
  await expect(mia.getByRole('heading', { level: 1 })).toHaveText('Time machine');
  await expect(mia.getByText('All invoices as they are now, beside today.')).toBeVisible();

  await test.step('Bob works for a minute', async () => {
    const bob = await as('bob');
    await createDraft(bob, { price: '20' });
    await editDetails(bob, { Memo: 'First' });
    await editDetails(bob, { Memo: 'Second' });
    await bob.context().close();
  });
  const to = new Date(Date.now() + 60_000).toISOString();
  const from = new Date(Date.now() - 120_000).toISOString();
  const bob = new URLSearchParams({ from, to });
  await mia.goto(`/time-machine?${bob}`);
  await mia.getByRole('button', { name: /^Person/ }).click();
  await mia.getByRole('menuitemcheckbox', { name: 'Bob Ekdahl', exact: true }).click();
  await mia.keyboard.press('Escape');

  await test.step('step by step, oldest first, with each difference', async () => {
    const step = mia.getByRole('slider', { name: 'Moment in view' });
    const event = mia.getByRole('feed', { name: 'Event in view' }).getByRole('article');
    await expect(event).toHaveCount(0);
    await expect(mia.getByRole('button', { name: 'Previous event' })).toBeDisabled();
    await step.press('End');
    await expect(event).toContainText('Bob Ekdahl changed the memo');
    await expect(event).toContainText('Second');
    await expect(mia.getByRole('button', { name: 'Next event' })).toBeDisabled();
    await mia.getByRole('button', { name: 'Previous event' }).click();
    await expect(event).toContainText('Bob Ekdahl added the memo');
    await expect(event).toContainText('First');
    await mia.reload();
    await expect(event).toContainText('First');
    await event.getByRole('link', { name: /^Draft/ }).click();
    await expect(mia).toHaveURL(/\/invoices\/.*version=2/);
    await mia.goBack();
  });

  await test.step('then and now, by status and currency, each leading to its invoices', async () => {
    const drafts = mia.getByRole('row').filter({ has: mia.getByRole('rowheader', { name: 'Draft in EUR' }) });
    await expect(drafts.getByRole('link')).toHaveCount(2);
    const then = await drafts.getByRole('link').first().textContent();
    await drafts.getByRole('link').first().click();
    await expect(mia).toHaveURL(/\/invoices\?.*asOf=/);
    await expect(mia.getByRole('list', { name: 'Totals' })).toContainText(`${then} invoices`);
    await mia.goBack();
  });

  await test.step('from there what was wrong is undone', async () => {
    await expect(mia.getByRole('link', { name: /^Bob Ekdahl \d+$/ })).toBeVisible();
    await mia.getByRole('link', { name: /^Undo \d+ events…$/ }).click();
    await expect(mia.getByRole('heading', { level: 1 })).toHaveText('Undo many changes');
  });
});

test('point 13: dragging through the business asks nobody, and keys and typing lead to the same moments', async ({
  as,
}) => {
  const page = await as('mia', '/time-machine');
  const line = page.getByRole('main').locator('polyline');
  await expect(line).toBeVisible();
  const paid = page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: 'Paid in EUR', exact: true }),
  });
  const amountThen = paid.getByRole('cell').nth(2);
  const now = await amountThen.textContent();
  const entries = await page.evaluate(() => window.history.length);
  const requests: string[] = [];
  page.on('request', (request) => {
    // What is told live comes at any time, and so do parts of the page, and other pages, that are loaded ahead.
    const isAhead = /\/api\/live|\/_next\/static\/|\/(?!time-machine)[a-z-]+\?_rsc=/.test(request.url());
    if (!isAhead) requests.push(request.url());
  });

  const track = page.locator('[data-scrubber]');
  const box = await track.boundingBox();
  if (!box) throw new Error('The track is not there.');
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 2, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, middle, { steps: 30 });
  await expect(amountThen).not.toHaveText(now ?? '');
  const dragged = await amountThen.textContent();
  expect(requests).toEqual([]);
  await page.mouse.up();

  await expect(page).toHaveURL(/step=\d+/);
  await expect(page.getByText(/^Event [\d,]+ of [\d,]+$/).first()).toBeVisible();
  // What the server says of the moment is what was seen while dragging to it.
  await expect(page.getByRole('heading', { name: 'What has changed since' })).toBeVisible();
  await expect(amountThen).toHaveText(dragged ?? '');
  expect(await page.evaluate(() => window.history.length)).toBe(entries + 1);

  await page.getByRole('slider', { name: 'Moment in view' }).press('Home');
  await expect(page.getByText('All invoices before anything happened, beside today.')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('All invoices as they are now, beside today.')).toBeVisible();
});
