import { expect, type Page, test } from '@playwright/test';
import { recordFaults } from '../db/integrity/record-faults';
import { createDraft, fillInvoice, OwnApp } from './own-app';
import { feed } from './record';

let own: OwnApp;

test.beforeAll(async () => {
  // The first start may have to build.
  test.setTimeout(180_000);
  own = await OwnApp.start();
});
test.afterAll(() => own?.discard());

/**
 * Does what sends a write, and kills the app when the write has reached the database and waits there behind a lock:
 * then the write is carried out without anybody to hear of it, or, when `lost`, taken back.
 */
async function killAppDuringWrite(write: () => Promise<void>, { lost }: { lost: boolean }): Promise<void> {
  await own.query(async ({ $client }) => {
    const lock = await $client.connect();
    await lock.query('BEGIN');
    // Not the events': other records are written too, as a new customer's is after the invoice.
    await lock.query('LOCK TABLE invoices IN SHARE ROW EXCLUSIVE MODE');
    await write();
    const waiting = async () => {
      const { rows } = await $client.query<{ pid: number }>(
        "SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'invoices'::regclass",
      );
      return rows.map(({ pid }) => pid);
    };
    await expect.poll(async () => (await waiting()).length).toBe(1);
    const [pid] = await waiting();
    await own.killApp();
    if (lost) await own.endConnection(pid ?? 0);
    await lock.query('COMMIT');
    lock.release();
    await expect
      .poll(async () => (await $client.query('SELECT FROM pg_stat_activity WHERE pid = $1', [pid])).rowCount)
      .toBe(0);
  });
}

async function expectIntact(): Promise<void> {
  const faults = await own.query(async (db) => {
    const { rows } = await db.$client.query<{ stream_id: string }>('SELECT stream_id FROM streams');
    return Promise.all(rows.map(({ stream_id }) => recordFaults(db, stream_id)));
  });
  expect(faults.flat()).toEqual([]);
}

const submit = (page: Page) => page.getByRole('button', { name: 'Create draft' }).click();

for (const lost of [true, false]) {
  const fate = lost ? 'was lost' : 'got through';
  test(`kill -9 of the app while a new invoice is sent, and it ${fate}: after the restart it can be sent again, and there is one`, async ({
    browser,
  }) => {
    const page = await own.open(browser, 'ana', '/invoices/new');
    const before = await own.eventCount();
    await fillInvoice(page, `Killed, ${fate}`);
    await killAppDuringWrite(() => submit(page), { lost });
    await expect(
      page.getByRole('alert').filter({ hasText: 'it is not certain that the draft was saved' }),
    ).toBeVisible();
    expect(await own.eventCount()).toBe(lost ? before : before + 1);

    await own.startApp();
    await submit(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Draft /);
    await expect(feed(page).getByRole('article')).toHaveCount(1);
    expect(await own.eventCount()).toBe(before + 1);
    await page.goto(`/invoices?q=${encodeURIComponent(`Killed, ${fate}`)}`);
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await expectIntact();
  });

  test(`case 27: kill -9 of the app while a change is sent, and it ${fate}: the open page shows after the restart how it went; sent again it is one event`, async ({
    browser,
  }) => {
    const page = await own.open(browser, 'ana');
    await createDraft(page, `Changed, ${fate}`);
    const before = await own.eventCount();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Edit details' }).click();
    const dialog = page.getByRole('dialog');
    const memo = `Sent while the app was killed, ${fate}`;
    await dialog.getByLabel('Memo').fill(memo);
    // Two events, which must be there both or not at all.
    await dialog.getByLabel('Due date').fill('2030-01-15');
    const save = dialog.getByRole('button', { name: 'Save' });
    await killAppDuringWrite(() => save.click(), { lost });
    await expect(dialog.getByRole('alert')).toContainText('The server could not be reached');
    expect(await own.eventCount()).toBe(lost ? before : before + 2);

    await own.startApp();
    const articles = page.getByRole('feed', { name: 'History', includeHidden: true }).locator('article');
    await expect(articles).toHaveCount(lost ? 1 : 3);
    await save.click();
    await expect(dialog).toBeHidden();
    await expect(feed(page).getByRole('article')).toHaveCount(3);
    await expect(page.getByRole('region', { name: 'Document' })).toContainText(memo);
    expect(await own.eventCount()).toBe(before + 2);
    await expectIntact();
  });
}
