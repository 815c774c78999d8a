/**
 * How PostgreSQL answers Activity's questions over 200,000 events: from its indexes. On two idle cores a page took 2 to
 * 22 ms, whatever was filtered, and the counts over time 12 to 165 ms.
 */
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActivityFilters, everything } from '@/lib/activity/activity-query';
import { readActivity } from './activity';
import { readActors } from './activity-actors';
import { encodeActivityCursor } from './activity-cursor';
import { readActivityDensity } from './activity-density';
import { countNews } from './activity-news';
import type { Database } from './client';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  // 10,000 records of 20 events, three minutes apart; a few of a person who left, and one voiding.
  await database.owner.execute(sql`
    INSERT INTO events (workflow, stream_id, version, type, schema_version, payload, changes, operation_id, step, cause,
      reverts_version, actor_id, actor_kind, actor_name, metadata, occurred_at, recorded_at, hash)
    SELECT 'invoice', md5((n % 10000)::text)::uuid, n / 10000 + 1,
           CASE WHEN n = 100000 THEN 'invoice_voided' WHEN n % 5 = 0 THEN 'due_date_changed' ELSE 'memo_changed' END,
           1, jsonb_build_object('memo', repeat('a memo of some length ', 20), 'dueDate', '2026-12-01'), '{}', gen_random_uuid(), 0,
           CASE WHEN n % 50 = 0 THEN 'undo' ELSE 'command' END, CASE WHEN n % 50 = 0 AND n >= 10000 THEN n / 10000 END,
           CASE WHEN n % 40000 = 7 THEN 'left' ELSE 'actor-' || n % 9 END, 'user', 'Somebody', '{}',
           at, at, decode(md5(n::text), 'hex')
      FROM generate_series(0, 199999) n, LATERAL (SELECT timestamptz '2025-10-01' + n * interval '3 minutes') t(at)`);
  await database.owner.execute(sql`VACUUM (ANALYZE) events`);
}, 120_000);
afterAll(() => database.drop());

const now = '2026-11-23T12:00:00.000Z';

/** How PostgreSQL answers each statement of a question. */
async function plansOf(ask: (db: Database) => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  const explaining = {
    $client: database.app.$client,
    execute: (async (statement: SQL) => {
      const { rows } = await database.app.execute<{ 'QUERY PLAN': string }>(
        sql`EXPLAIN (ANALYZE, TIMING OFF) ${statement}`,
      );
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      return database.app.execute(statement);
    }) as Database['execute'],
  } as Database;
  await ask(explaining);
  return plans;
}

const asked = (filters: Partial<ActivityFilters>) => ({
  ...everything,
  ...filters,
  after: null,
  before: null,
});
const cursor = encodeActivityCursor({
  occurredAt: '2026-03-01T12:00:00.000000Z',
  // The last of all ids: "beyond it" looks as if it were few rows.
  streamId: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
  version: 1,
});

const questions: { of: string; given: Partial<ActivityFilters>; isFew: boolean }[] = [
  { of: 'everything', given: {}, isFew: false },
  { of: 'a type that is rare', given: { types: ['invoice.invoice_voided'] }, isFew: true },
  { of: 'a type that never came up', given: { types: ['invoice.draft_discarded'] }, isFew: true },
  { of: 'a kind', given: { kinds: ['undo', 'message'] }, isFew: false },
  { of: 'somebody', given: { actors: ['actor-3'] }, isFew: false },
  { of: 'somebody who left', given: { actors: ['left'] }, isFew: true },
  { of: 'a week', given: { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' }, isFew: true },
];

describe.each(questions)('of $of', ({ given, isFew }) => {
  test('a page is found in an index, and sorted by it', async () => {
    const [plan] = await plansOf((db) => readActivity(db, asked(given)));
    expect(plan).toMatch(/Index Only Scan (Backward )?using events_(activity|actor)/);
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });

  test('the counts over time read each event once at most, and sort none of them on disk', async () => {
    const plans = await plansOf((db) =>
      readActivityDensity(db, asked(given), { now, timeZone: 'Europe/Berlin' }),
    );
    expect(plans).toHaveLength(2);
    expect(plans[0]).toContain('using events_activity');
    expect(plans[1]?.match(/ on events /g)).toHaveLength(1);
    expect(plans[1]).not.toContain('Disk:');
    if (isFew) expect(plans[1]).not.toContain('Seq Scan');
  });
});

test.each([
  { where: 'behind', query: { after: cursor, before: null } },
  { where: 'before', query: { after: null, before: cursor } },
])('a page $where an event begins at its place in the index', async ({ query }) => {
  const [plan] = await plansOf((db) => readActivity(db, { ...asked({}), ...query }));
  expect(plan).toMatch(/Index Cond: \(?ROW\(occurred_at, stream_id, version\) [<>]/);
});

test('the list of everybody skips from one to the next', async () => {
  const [plan] = await plansOf((db) => readActors(db));
  expect(plan).toContain('using events_actor');
  expect(plan).not.toContain('Seq Scan on events');
});

test('what is new is looked for at the end of the feed only', async () => {
  const { rows } = await database.app.execute<{ mark: string }>(
    sql`SELECT pg_current_snapshot()::text AS mark`,
  );
  const [plan] = await plansOf((db) => countNews(db, everything, rows[0]?.mark ?? ''));
  expect(plan).toContain('using events_feed');
});
