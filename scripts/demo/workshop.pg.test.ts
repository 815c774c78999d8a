/** The imported log of the demo: what it holds, what was put right in it, and what its owner would find out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOutcomes } from '@/db/analytics/outcomes';
import { readStream } from '@/db/event-store';
import type { TestDatabase } from '@/db/testing/test-database';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import type { LogRecord } from '@/lib/record/record';
import { recordWorkflow } from '@/lib/record/workflow';
import { createDemoDatabase, loadingTime } from './testing';
import { repairId, workshopStories } from './workshop';
import { workshop, workshopOutcomes } from './workshop-log';

let test: TestDatabase;
beforeAll(async () => {
  test = await createDemoDatabase();
}, loadingTime);
afterAll(() => test.drop());

const rowsOf = async (text: string): Promise<Record<string, unknown>[]> =>
  (await test.app.$client.query(text)).rows;

const logOf = async (ticket: string) =>
  new RecordLog<LogRecord>(recordWorkflow, await readStream(test.app.$client, repairId(ticket)));

it('is a log of some months, with a clock and people of its own, brought in once', async () => {
  const [found] = await rowsOf(
    `SELECT count(DISTINCT stream_id)::int AS cases, count(*)::int AS events, count(DISTINCT actor_name)::int AS people,
            (max(occurred_at) - min(occurred_at) > interval '60 days') AS long,
            count(DISTINCT right(payload->>'at', 6))::int AS offsets
       FROM events WHERE workflow = 'record' AND cause = 'import'`,
  );
  expect(found).toMatchObject({ cases: workshop.tickets, long: true, offsets: expect.any(Number) });
  expect(found?.events).toBeGreaterThan(400);
  expect(found?.people).toBeGreaterThan(6);
  expect(await rowsOf(`SELECT state FROM imports`)).toEqual([{ state: 'done' }]);
  const { state } = await logOf(workshopStories.wrongTotal);
  expect(state).toMatchObject({ log: workshop.log, timeZone: workshop.timeZone });
});

describe('its stories', () => {
  it('a total that was typed wrong was taken back, and the reason stands beside it', async () => {
    const { events, state } = await logOf(workshopStories.wrongTotal);
    expect(state.fields.Total).toBe('269.95');
    expect(events.slice(-2)).toMatchObject([
      {
        type: 'fields_changed',
        actor: { name: 'Bob Ekdahl' },
        changes: { 'fields.Total': { to: '2699.50' } },
      },
      { cause: 'undo', actor: { name: 'Mia Torres' }, reason: expect.stringMatching(/269\.95/) },
    ]);
  });

  it('a warranty was set, undone and redone', async () => {
    const { events, state } = await logOf(workshopStories.warranty);
    expect(state.fields.Warranty).toBe('yes');
    expect(events.slice(-3).map(({ cause }) => cause)).toEqual(['command', 'undo', 'redo']);
  });

  it('an activity of the log itself was taken back, and its note with it', async () => {
    const { events, state } = await logOf(workshopStories.notOwed);
    expect(events.at(-1)).toMatchObject({ type: 'activity_withdrawn', cause: 'undo' });
    expect(Object.keys(state.activities)).not.toContain('Handed to collections');
    expect(state.fields.Note).toBe('A second part turned out to be broken.');
  });
});

describe('what it tells', () => {
  it('names what counts as paid, failed, paid back and lost', async () => {
    expect((await readOutcomes(test.app)).get(recordWorkflow.name)).toEqual(workshopOutcomes);
  });

  /** The share of repairs with `sign` that have `outcome` too, and of those without. */
  async function shares(
    sign: string,
    outcome: string,
    among: string,
  ): Promise<{ with: number; without: number }> {
    const has = (activity: string) => `bool_or(payload->>'activity' = '${activity}')`;
    const [found] = await rowsOf(
      `SELECT avg(outcome::int) FILTER (WHERE sign)::float8 AS with, avg(outcome::int) FILTER (WHERE NOT sign)::float8 AS without
         FROM (SELECT coalesce(${has(sign)}, false) AS sign, coalesce(${has(outcome)}, false) AS outcome,
                      coalesce(${has(among)}, false) AS asked
                 FROM events WHERE workflow = 'record' GROUP BY stream_id) each WHERE asked`,
    );
    return found as { with: number; without: number };
  }

  it('who is told a higher price leaves', async () => {
    const left = await shares('Quote raised', 'Collected unrepaired', 'Received');
    expect(left.with).toBeGreaterThan(0.5);
    expect(left.without).toBeLessThan(0.1);
  });

  it('a call mends a failed payment more often than a link', async () => {
    const paid = await shares('Customer called', 'Paid', 'Payment failed');
    expect(paid.with).toBeGreaterThan(0.6);
    expect(paid.without).toBeLessThan(paid.with);
  });

  it('what failed its test is paid back', async () => {
    const refunded = await shares('Test failed', 'Refunded', 'Paid');
    expect(refunded.with).toBeGreaterThan(0.5);
    expect(refunded.without).toBeLessThan(0.1);
  });
});
