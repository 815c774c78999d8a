/** Every fact is what the plainest SQL over the events says: on the demo, on chance, in one go and bit by bit. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { consumeOnce } from '@/db/analytics/consumer';
import { beginRebuild } from '@/db/analytics/rebuild';
import type { Database } from '@/db/client';
import { diceOf, liveOneInvoice } from '@/db/testing/busy-office';
import { catchUp } from '@/db/testing/catch-up';
import { askPlainly } from '@/db/testing/obvious-facts';
import type { TestDatabase } from '@/db/testing/test-database';
import { createDemoDatabase, loadingTime } from '@/scripts/demo/testing';

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemoDatabase();
}, loadingTime);
afterAll(() => test.drop());

interface Act {
  key: string;
  activity: string;
  prev: string | null;
  /** The act, the customer and the path as one text. */
  rest: string;
  trail: string;
}

const columns = `stream_id || ' ' || version AS key, activity`;

async function expectedActs(db: Database): Promise<Act[]> {
  return askPlainly<Act>(
    db,
    [null, false],
    `SELECT ${columns}, lag(activity) OVER w AS prev,
            concat_ws(' ', workflow, actor_id, actor_kind, cause, occurred_at, lag(occurred_at) OVER w,
              (SELECT coalesce(c.changes->'customer.id'->>'to', CASE WHEN c.workflow = 'customer' THEN c.stream_id::text END)
                 FROM events c
                WHERE c.stream_id = acts.stream_id AND c.version <= acts.version
                  AND (c.changes->'customer.id' ? 'to' OR c.workflow = 'customer')
                ORDER BY c.version DESC LIMIT 1),
              (SELECT p.metadata->>'process' FROM events p
                WHERE p.stream_id = acts.stream_id AND p.version <= acts.version AND p.metadata ? 'process'
                ORDER BY p.version LIMIT 1)) AS rest,
            (SELECT string_agg(activity, ' > ' ORDER BY version)
               FROM (SELECT b.version, b.activity, lag(b.activity) OVER (ORDER BY b.version) AS before
                       FROM acts b WHERE b.stream_id = acts.stream_id AND b.version <= acts.version) s
              WHERE before IS DISTINCT FROM activity) AS trail
       FROM acts WINDOW w AS (PARTITION BY stream_id ORDER BY version) ORDER BY stream_id, version`,
  );
}

async function foundActs(db: Database): Promise<Act[]> {
  const { rows } = await db.$client.query<Act>(
    `SELECT ${columns}, prev_activity AS prev, trail::text,
            concat_ws(' ', workflow, actor_id, actor_kind, cause, occurred_at, prev_at, customer_id, process) AS rest
       FROM analytics_facts WHERE reverts_version IS NULL AND undone_at IS NULL ORDER BY stream_id, version`,
  );
  return rows;
}

/** Trails are equal exactly where what they stand for is. */
const numbered = (acts: readonly Act[]): Act[] => {
  const numbers = new Map<string, number>();
  return acts.map((act) => {
    const number = numbers.get(act.trail) ?? numbers.size;
    numbers.set(act.trail, number);
    return { ...act, trail: String(number) };
  });
};

async function holds(): Promise<void> {
  const [found, expected] = await Promise.all([foundActs(test.app), expectedActs(test.app)]);
  expect(found.length).toBeGreaterThan(100);
  expect(numbered(found)).toEqual(numbered(expected));
}

async function allCounted(): Promise<boolean> {
  const { rows } = await test.app.$client.query(
    'SELECT (SELECT count(*) FROM events) = (SELECT count(*) FROM analytics_facts) AS all',
  );
  return rows[0].all;
}

it('the demo, with all that was undone and redone in it', async () => {
  await catchUp(test.app);
  await holds();
  expect(await allCounted()).toBe(true);
}, 60_000);

it('whatever is written, undone and redone meanwhile, bit by bit', async () => {
  const dice = diceOf(11);
  for (let n = 0; n < 12; n++) {
    await liveOneInvoice(test.app, dice);
    // Steps of a few events: some end within a record, between a change and its undo.
    while ((await consumeOnce(test.app.$client, 1 + dice(9))) > 0);
  }
  await catchUp(test.app);
  await holds();
}, 60_000);

it('a rebuild comes to the same, and the old numbers answer until it is complete', async () => {
  const dice = diceOf(12);
  const before = await foundActs(test.app);
  expect(await beginRebuild(test.app.$client)).toBe(true);
  expect(await beginRebuild(test.app.$client)).toBe(false);
  expect(await consumeOnce(test.app.$client, 200)).toBe(200);
  expect(await foundActs(test.app)).toEqual(before);
  await liveOneInvoice(test.app, dice);
  await expect
    .poll(() => consumeOnce(test.app.$client, 200).then(allCounted), { timeout: 20_000 })
    .toBe(true);
  // What is new is in the old numbers too, while the rebuild goes on.
  await holds();
  await catchUp(test.app);
  await holds();
  const { rows } = await test.app.$client.query(
    'SELECT generation, status FROM analytics_generations ORDER BY generation',
  );
  expect(rows).toEqual([
    { generation: 0, status: 'idle' },
    { generation: 1, status: 'current' },
  ]);
}, 60_000);

it('an undo is told with what it takes back, whose that was and how long after', async () => {
  const { rows } = await test.app.$client.query(
    `SELECT count(*)::int AS count, count(*) FILTER (WHERE
              f.depth IS NULL OR f.reverted_at <> r.occurred_at OR f.base_activity <> coalesce(CASE b.workflow WHEN 'record' THEN b.payload->>'activity' END, b.type)
              OR f.base_actor_id <> b.actor_id
            )::int AS wrong
       FROM analytics_facts f
       JOIN events r ON r.stream_id = f.stream_id AND r.version = f.reverts_version
       JOIN LATERAL (
         WITH RECURSIVE down AS (
           SELECT r.version, r.reverts_version
           UNION ALL
           SELECT e.version, e.reverts_version FROM down JOIN events e
             ON e.stream_id = r.stream_id AND e.version = down.reverts_version
         ) SELECT version FROM down WHERE reverts_version IS NULL
       ) base ON true
       JOIN events b ON b.stream_id = f.stream_id AND b.version = base.version`,
  );
  expect(rows[0].wrong).toBe(0);
  expect(rows[0].count).toBeGreaterThan(20);
});
