import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/client';
import { ensureCompany } from '@/db/company';
import { readStream } from '@/db/event-store';
import { createDraft } from '@/db/testing/invoices';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { companyId } from '@/lib/company/company';
import { loadDemoRecords } from './load';
import { createDemoDatabase, loadingTime, now, team } from './testing';

const opened: TestDatabase[] = [];
const emptyDatabase = async (): Promise<Database> => {
  const test = await createTestDatabase();
  opened.push(test);
  return test.app;
};

const quietly = { now, log: () => undefined };
const nextDay = { ...quietly, now: new Date(now.getTime() + 86_400_000) };

/** With the demo in it, which no test changes. */
let db: Database;
beforeAll(async () => {
  const demo = await createDemoDatabase();
  opened.push(demo);
  db = demo.app;
}, loadingTime);
afterAll(() => Promise.all(opened.map((test) => test.drop())));

/**
 * What was done to every record and when: all but the database's clock and the hashes, which hold it, and the id of the
 * run that brought a log in.
 */
async function everythingIn(db: Database): Promise<string[]> {
  const { rows } = await db.$client.query<{ text: string }>(
    `SELECT concat_ws(' ', stream_id, version, type, payload, changes, operation_id, step, cause, reverts_version,
                      actor_id, actor_name, reason, metadata - 'import_id', occurred_at) AS text
       FROM events ORDER BY stream_id, version`,
  );
  return rows.map((row) => row.text);
}

describe('loading the demo', { timeout: loadingTime }, () => {
  it('adds nothing the second time, on another day neither', async () => {
    const first = await everythingIn(db);
    await loadDemoRecords(db, team, quietly);
    await loadDemoRecords(db, team, nextDay);
    expect(await everythingIn(db)).toEqual(first);
  });

  it('comes out the same in every database, on its own calendar too if it was interrupted', async () => {
    const broken = await emptyDatabase();
    // Without a manager's rights Mia is refused somewhere in the middle.
    const withoutManager = { ...team, mia: { ...team.mia, role: 'support' as const } };
    await expect(loadDemoRecords(broken, withoutManager, quietly)).rejects.toThrow(
      /Mia Torres\) was refused/,
    );
    const part = await everythingIn(broken);
    expect(part.length).toBeGreaterThan(50);
    await loadDemoRecords(broken, team, nextDay);
    expect(await everythingIn(broken)).toEqual(await everythingIn(db));
  });

  it('keeps out of a log that somebody else began', async () => {
    const theirs = await emptyDatabase();
    await createDraft(theirs);
    await loadDemoRecords(theirs, team, quietly);
    expect(await everythingIn(theirs)).toHaveLength(1);
  });

  it('goes on from the settings of an installation that was started before, and changes them today', async () => {
    const started = await emptyDatabase();
    await ensureCompany(started);
    // Far enough: Bob may do nothing.
    const withoutBob = { ...team, bob: { ...team.bob, role: 'viewer' as const } };
    await expect(loadDemoRecords(started, withoutBob, quietly)).rejects.toThrow('was refused');
    const settings = await readStream(started.$client, companyId);
    expect(settings.map(({ type }) => type).slice(0, 3)).toEqual([
      'company_set_up',
      'company_details_changed',
      'approval_limit_changed',
    ]);
    expect(settings[0]?.actor.kind).toBe('system');
    expect((settings[1]?.occurredAt ?? '') >= (settings[0]?.occurredAt ?? 'z')).toBe(true);
    expect((await everythingIn(started)).length).toBeGreaterThan(settings.length);
  });
});
