/** How PostgreSQL answers Activity's questions over 200,000 events: from its indexes, in a time nobody waits for. */
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

interface Plan {
  text: string;
  milliseconds: number;
}

/** How PostgreSQL answers each statement of a question. */
async function plansOf(ask: (db: Database) => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = [];
  const explaining = {
    $client: database.app.$client,
    execute: (async (statement: SQL) => {
      const { rows } = await database.app.execute<{ 'QUERY PLAN': string }>(
        sql`EXPLAIN (ANALYZE, TIMING OFF) ${statement}`,
      );
      const text = rows.map((row) => row['QUERY PLAN']).join('\n');
      plans.push({ text, milliseconds: Number(/Execution Time: ([\d.]+)/.exec(text)?.[1]) });
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

const filters: Record<string, Partial<ActivityFilters>> = {
  'of everything': {},
  'of a type that is rare': { types: ['invoice.invoice_voided'] },
  'of a type that never came up': { types: ['invoice.draft_discarded'] },
  'of a kind': { kinds: ['undo', 'message'] },
  'of somebody': { actors: ['actor-3'] },
  'of somebody who left': { actors: ['left'] },
  'of a week': { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' },
};

describe.each(Object.entries(filters))('%s', (_, given) => {
  test('a page is found in an index, and sorted by it', async () => {
    const [plan] = await plansOf((db) => readActivity(db, asked(given)));
    expect(plan?.text).toMatch(/Index Only Scan (Backward )?using events_(activity|actor)/);
    expect(plan?.text).not.toMatch(/Seq Scan|Sort/);
    expect(plan?.milliseconds).toBeLessThan(500);
  });

  test('the counts over time take half a second at most', async () => {
    const plans = await plansOf((db) =>
      readActivityDensity(db, asked(given), { now, timeZone: 'Europe/Berlin' }),
    );
    expect(plans).toHaveLength(2);
    expect(plans[0]?.text).toContain('using events_activity');
    expect(plans[1]?.milliseconds).toBeLessThan(500);
  });
});

test.each([
  { where: 'behind', query: { after: cursor, before: null } },
  { where: 'before', query: { after: null, before: cursor } },
])('a page $where an event begins at its place in the index', async ({ query }) => {
  const [plan] = await plansOf((db) => readActivity(db, { ...asked({}), ...query }));
  expect(plan?.text).toMatch(/Index Cond: \(?ROW\(occurred_at, stream_id, version\) [<>]/);
});

test('the list of everybody skips from one to the next', async () => {
  const [plan] = await plansOf((db) => readActors(db));
  expect(plan?.text).toContain('using events_actor');
  expect(plan?.text).not.toContain('Seq Scan on events');
  expect(plan?.milliseconds).toBeLessThan(100);
});

test('what is new is looked for at the end of the feed only', async () => {
  const { rows } = await database.app.execute<{ mark: string }>(
    sql`SELECT pg_current_snapshot()::text AS mark`,
  );
  const [plan] = await plansOf((db) => countNews(db, everything, rows[0]?.mark ?? ''));
  expect(plan?.text).toContain('using events_feed');
});
