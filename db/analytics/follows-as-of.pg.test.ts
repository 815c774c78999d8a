/** "A then B within N days" as of moments at which of some first acts the days were over, and of others not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeLog } from '@/lib/analytics/question';
import type { ExplorerNumber } from '@/lib/explorer/question';
import { catchUp } from '../testing/catch-up';
import { createManyActs } from '../testing/many-acts';
import { askPlainly } from '../testing/obvious-facts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { readBehindAnswer, readFollows } from './explorer';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await createManyActs(test.owner, 10_000);
  await catchUp(test.app);
}, 120_000);
afterAll(() => test.drop());

const [first, second] = ['payment_failed', 'payment_received'];
/** What the page's own clock says, which a moment that is asked for takes the place of. */
const now = '2999-01-01T00:00:00Z';

interface Obvious {
  first: number;
  counted: number;
  followed: number;
  soon: number;
  median: number | null;
}

it.each([
  { asOf: '2025-06-01T00:00:00.000000Z', days: 7, undone: false },
  { asOf: '2025-06-01T00:00:00.000000Z', days: 60, undone: false },
  // Payments that were taken back since were still in force then, and count where undone ones do.
  { asOf: '2025-09-15T12:00:00.000000Z', days: 9, undone: true },
  { asOf: '2025-09-15T12:00:00.000000Z', days: 9, undone: false },
])('as of $asOf, within $days days, undone ones counted: $undone', async ({ asOf, days, undone }) => {
  const explored = { ...wholeLog, workflow: 'invoice', asOf, undone };
  const question = { ask: 'follows', first, second, days } as const;
  const answer = await readFollows(test.app, explored, question, now);
  const [obvious] = await askPlainly<Obvious>(
    test.app,
    [asOf, undone],
    `, failed AS (
       SELECT a.occurred_at AS at, a.occurred_at + $3 * interval '1 day' <= $1::timestamptz AS over,
              (SELECT min(b.occurred_at) FROM acts b WHERE b.activity = 'payment_received'
                  AND b.stream_id = a.stream_id AND b.version > a.version) - a.occurred_at AS took
         FROM acts a WHERE a.workflow = 'invoice' AND a.activity = 'payment_failed'
     )
     SELECT count(*)::int AS first, count(*) FILTER (WHERE over)::int AS counted,
            count(*) FILTER (WHERE over AND took <= $3 * interval '1 day')::int AS followed,
            count(*) FILTER (WHERE NOT over AND took <= $3 * interval '1 day')::int AS soon,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM took))
              FILTER (WHERE over AND took <= $3 * interval '1 day')::float8 AS median
       FROM failed`,
    [days],
  );
  if (!obvious) throw new Error('Nothing was found.');
  const { soon, ...expected } = obvious;
  expect(answer).toMatchObject(expected);
  // Some days were over and some were not; where they are many, some of the young ones had been followed already.
  expect(answer.counted).toBeGreaterThan(0);
  expect(answer.counted).toBeLessThan(answer.first);
  expect(answer.followed).toBeGreaterThan(0);
  if (days > 9) expect(soon).toBeGreaterThan(0);
  expect(answer.within.at(-1)).toEqual({ days, followed: answer.followed });
  const sum = (key: 'counted' | 'followed') =>
    answer.people.reduce((total, person) => total + person[key], 0);
  expect([sum('counted'), sum('followed')]).toEqual([answer.counted, answer.followed]);
  const numbers: [ExplorerNumber['kind'], number][] = [
    ['first', answer.first],
    ['counted', answer.counted],
    ['young', answer.first - answer.counted],
    ['followed', answer.followed],
    ['unfollowed', answer.counted - answer.followed],
  ];
  for (const [kind, count] of numbers) {
    const behind = await readBehindAnswer(test.app, explored, question, { kind } as ExplorerNumber, now);
    expect(behind.count, kind).toBe(count);
    for (const { occurredAt } of behind.records) expect(occurredAt <= asOf).toBe(true);
  }
});
