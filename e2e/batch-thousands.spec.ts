import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { command, expectOk } from '../db/testing/invoices';
import { createManyDrafts } from '../db/testing/many-drafts';
import { people } from '../lib/invoice/testing';
import { createDraft, OwnApp } from './own-app';

/** Many records, on an app and a database of their own: each test looks at what one more person did, and at nothing else. */
let own: OwnApp;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  own = await OwnApp.start();
});
test.afterAll(() => own?.discard());

let strangers = 0;

/** So many drafts on which somebody, whom nobody has heard of before, changed the due date and the memo. */
async function mistakes(records: number) {
  strangers += 1;
  const actor = { id: `temp-${strangers}`, kind: 'user', name: `Temp ${strangers}` } as const;
  const ids = await own.query((db) =>
    createManyDrafts(db, records, [
      { command: { type: 'change_details', dueDate: '2026-12-24' }, actor },
      { command: { type: 'change_details', memo: 'Pay to the new account' }, actor },
    ]),
  );
  return { actor, ids };
}

const open = (browser: Browser, who: string) => own.open(browser, 'mia', `/activity?who=${who}`);
const progressbar = (page: Page) => page.getByRole('progressbar', { name: 'Undoing' });

async function undoAll(page: Page, events: string, button: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: `Undo ${events} events…` }).click();
  await page.getByLabel('Reason').fill('The wrong customers');
  await page.getByRole('button', { name: button }).click();
}

/** Runs this while nobody can write to an invoice; what wants to, waits. */
async function whileLocked(run: (waiting: () => Promise<number>) => Promise<void>): Promise<void> {
  await own.query(async ({ $client }) => {
    const lock = await $client.connect();
    await lock.query('BEGIN');
    await lock.query('LOCK TABLE invoices IN SHARE ROW EXCLUSIVE MODE');
    try {
      await run(async () => {
        const { rows } = await $client.query(
          "SELECT FROM pg_locks WHERE NOT granted AND relation = 'invoices'::regclass",
        );
        return rows.length;
      });
    } finally {
      await lock.query('ROLLBACK');
      lock.release();
    }
  });
}

const eventsOn = (ids: readonly string[]) =>
  own.query(async ({ $client }) => {
    const { rows } = await $client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM events WHERE stream_id = ANY($1::uuid[])',
      [ids],
    );
    return rows[0]?.count ?? 0;
  });

test('case 32: five thousand events on as many hundred records go as one action with progress, and that can be undone', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { actor, ids } = await mistakes(2500);
  const mia = await open(browser, actor.id);
  await mia.getByRole('link', { name: 'Undo 5,000 events…' }).click();
  await mia.getByLabel('Reason').fill('The wrong customers');
  // All are there to be looked at, and what was typed stays.
  await expect(mia.getByText('1 to 100 of 2,500')).toBeVisible();
  await mia.getByRole('link', { name: 'Next' }).click();
  await expect(mia.getByText('101 to 200 of 2,500')).toBeVisible();
  await expect(mia.getByLabel('Reason')).toHaveValue('The wrong customers');
  await mia.getByRole('button', { name: 'Undo on 2,500 records' }).click();
  await expect(progressbar(mia)).toBeVisible();
  await expect(progressbar(mia)).toHaveAttribute('aria-valuetext', /of 2,500 records$/);
  expect((await new AxeBuilder({ page: mia }).analyze()).violations).toEqual([]);

  await expect(mia).toHaveURL(/\/activity\/operations\//, { timeout: 60_000 });
  await expect(mia.getByRole('heading', { level: 1 })).toHaveText(
    /^\W*Mia Torres\W* undid changes on 2,500 invoices$/,
  );
  await expect(mia.getByText('5,000 events on 2,500 records')).toBeVisible();
  await expect(mia.getByText('All of it', { exact: true })).toBeVisible();
  await expect(mia.getByRole('article')).toHaveCount(100);
  await expect(mia.getByText('1 to 100 of 5,000 events')).toBeVisible();
  await mia.getByRole('link', { name: 'Next' }).click();
  await expect(mia.getByText('101 to 200 of 5,000 events')).toBeVisible();
  await expect(mia).toHaveURL(/page=2/);
  expect((await new AxeBuilder({ page: mia }).analyze()).violations).toEqual([]);
  expect(await eventsOn(ids)).toBe(12_500);

  const undone = new URL(mia.url()).pathname;
  await mia.getByRole('link', { name: 'Undo this batch…' }).click();
  await expect(mia.getByRole('status')).toHaveText(/^5,000 events on 2,500 records are selected/);
  await mia.getByLabel('Reason').fill('They were right');
  await mia.getByRole('button', { name: 'Undo on 2,500 records' }).click();
  await expect(mia.getByRole('heading', { level: 1 })).toHaveText(/re-applied changes on 2,500 invoices$/, {
    timeout: 60_000,
  });
  await expect(mia.getByRole('link', { name: 'All of an earlier action' })).toHaveAttribute('href', undone);
  await mia.goto(undone);
  await expect(mia.getByText('Nothing of it: all has been taken back since')).toBeVisible();
});

test('cancelled before it is saved nothing was changed, and it can be done after all', async ({
  browser,
}) => {
  const { actor, ids } = await mistakes(300);
  const mia = await open(browser, actor.id);
  await whileLocked(async (waiting) => {
    await undoAll(mia, '600', 'Undo on 300 records');
    await expect.poll(waiting).toBe(1);
    await expect(progressbar(mia)).toHaveAttribute('aria-valuetext', 'Looked at 300 of 300 records');
    await mia.getByRole('button', { name: 'Cancel' }).click();
    await expect(mia.getByText('Cancelling…')).toBeVisible();
  });
  await expect(mia.getByRole('status')).toHaveText('Cancelled. Nothing was changed.');
  await expect(progressbar(mia)).toBeHidden();
  expect(await eventsOn(ids)).toBe(900);
  await mia.getByRole('button', { name: 'Undo on 300 records' }).click();
  await expect(mia).toHaveURL(/\/activity\/operations\//);
  expect(await eventsOn(ids)).toBe(1500);
});

test('where the app dies in the middle of it nothing is half done, the page says so, and pressed again it is done once', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { actor, ids } = await mistakes(300);
  const mia = await open(browser, actor.id);
  await whileLocked(async (waiting) => {
    await undoAll(mia, '600', 'Undo on 300 records');
    await expect.poll(waiting).toBe(1);
    await own.killApp();
    await expect(mia.getByRole('alert').filter({ hasText: 'it is done only once' })).toBeVisible();
  });
  await own.startApp();
  expect(await eventsOn(ids)).toBe(900);
  await mia.getByRole('button', { name: 'Undo on 300 records' }).click();
  await expect(mia).toHaveURL(/\/activity\/operations\//);
  expect(await eventsOn(ids)).toBe(1500);
});

test('case 19: of a batch of 20 with 2 superseded nothing happens until the other 18 are chosen', async ({
  browser,
}) => {
  const { actor, ids } = await mistakes(20);
  await own.query(async (db) => {
    const hers = { type: 'change_details', memo: 'Thank you' } as const;
    for (const id of ids.slice(0, 2)) expectOk(await command(db, id, hers, { actor: people.ana }));
  });
  const mia = await open(browser, actor.id);
  await mia.getByRole('button', { name: /^Type/ }).click();
  await mia.getByRole('menuitemcheckbox', { name: 'Memo changed', exact: true }).click();
  await mia.keyboard.press('Escape');
  await mia.getByRole('link', { name: 'Undo 20 events…' }).click();
  await expect(mia.getByText('2 records where something stays as it is')).toBeVisible();
  await expect(mia.getByText('Ana Novak changed the memo (event 4', { exact: false })).toHaveCount(2);
  await expect(mia.getByRole('button', { name: /^Undo on/ })).toHaveText(
    'Undo on 18 of 20 records, skip the rest',
  );
  expect(await eventsOn(ids)).toBe(62);
  await mia.getByLabel('Reason').fill('The wrong customers');
  await mia.getByRole('button', { name: 'Undo on 18 of 20 records, skip the rest' }).click();
  await expect(mia.getByText('18 events on 18 records')).toBeVisible();
  expect(await eventsOn(ids)).toBe(80);
});

test('case 20: undo of a batch partly undone since takes back only what is still in force', async ({
  browser,
}) => {
  const { actor } = await mistakes(3);
  const mia = await open(browser, actor.id);
  await undoAll(mia, '6', 'Undo on 3 records');
  await expect(mia.getByText('All of it', { exact: true })).toBeVisible();
  const batch = mia.url();
  // One of the six is put back on its record.
  await mia.getByRole('article').first().getByRole('link').first().click();
  await mia.getByRole('button', { name: 'Return to now' }).click();
  await mia.getByRole('button', { name: 'Actions for event 4', exact: true }).click();
  await mia.getByRole('menuitem', { name: 'Re-apply this change' }).click();
  await mia.getByRole('dialog').getByRole('button', { name: 'Re-apply', exact: true }).click();
  await expect(mia.getByRole('dialog')).toBeHidden();

  await mia.goto(batch);
  await expect(mia.getByText('All but 1 event on 1 record, taken back since')).toBeVisible();
  await mia.getByRole('link', { name: 'Undo this batch…' }).click();
  await expect(mia.getByRole('status')).toHaveText(
    /^6 events on 3 records are selected\. 5 new events on 3 records/,
  );
});

test('case 51: everything somebody did, where they undid and redid in it, is as if they had done nothing', async ({
  browser,
}) => {
  const bob = await own.open(browser, 'bob', '/invoices/new');
  await createDraft(bob, 'Konditorei Adler');
  const status = (word: string) => bob.locator('header').getByText(word, { exact: true });
  await bob.keyboard.press('Control+z');
  await expect(status('Discarded')).toBeVisible();
  await bob.keyboard.press('Control+y');
  await expect(status('Draft')).toBeVisible();
  const id = new URL(bob.url()).pathname.split('/').at(-1);
  const mia = await own.open(browser, 'mia', `/activity?record=${id}`);
  await mia.getByRole('link', { name: 'Undo 3 events…' }).click();
  await expect(mia.getByRole('heading', { level: 1 })).toHaveText('Undo many changes');
  await expect(mia.getByRole('status')).toHaveText(
    /^3 events on 1 record are selected\. 1 new event on 1 record/,
  );
  await mia.getByLabel('Reason').fill('Never ordered');
  await mia.getByRole('button', { name: 'Undo on 1 record', exact: true }).click();
  await expect(mia).toHaveURL(/\/activity\/operations\//);
  await bob.reload();
  await expect(status('Discarded')).toBeVisible();
});

test('more than ten thousand events are refused, with what to do', async ({ browser }) => {
  test.setTimeout(120_000);
  await mistakes(3400);
  const mia = await own.open(browser, 'mia', '/activity?workflow=invoice');
  await mia.getByRole('link', { name: /^Undo [\d,]+ events…$/ }).click();
  await expect(mia.getByRole('heading', { level: 2 })).toHaveText('Too many events are selected');
  await expect(mia.getByText('Narrow the selection', { exact: false })).toBeVisible();
  await expect(mia.getByRole('button', { name: /^Undo on/ })).toHaveCount(0);
});
