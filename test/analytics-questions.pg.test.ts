/** Every number of the three questions and of undo analytics is what slow, plain SQL over the events says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSignRecords, readSigns } from '@/db/analytics/churn';
import { readRemedies, readRemedyRecords } from '@/db/analytics/failed-payments';
import { readOutcomes } from '@/db/analytics/outcomes';
import { readPathRecords, readRefundsByPath } from '@/db/analytics/refund-paths';
import { readRefundActs, readRefundRecords, readRefundsByProcess } from '@/db/analytics/refunds';
import {
  readDoneRecords,
  readUndoRecords,
  readUndosByActivity,
  readUndosByPerson,
} from '@/db/analytics/undos';
import { diceOf, liveOneInvoice } from '@/db/testing/busy-office';
import { catchUp } from '@/db/testing/catch-up';
import { askPlainly, type Mode } from '@/db/testing/obvious-facts';
import type { TestDatabase } from '@/db/testing/test-database';
import { type AnalyticsFilters, wholeLog } from '@/lib/analytics/question';
import { type RefundPaths, refundPaths } from '@/lib/analytics/refund-paths';
import { invoiceKinds } from '@/lib/invoice/describe';
import { createDemoDatabase, loadingTime } from '@/scripts/demo/testing';

let test: TestDatabase;
/** Some customer with much going on, and a moment in the middle of what chance did. */
let customer = '';
let midway = '';
beforeAll(async () => {
  test = await createDemoDatabase();
  const dice = diceOf(2026);
  for (let n = 0; n < 30; n++) {
    await liveOneInvoice(test.app, dice);
    if (n === 14) {
      const { rows } = await test.app.$client.query('SELECT clock_timestamp()::text AS now');
      midway = rows[0].now;
    }
  }
  // What counts in the demo's imported log is named by hand, and asked in db/analytics/one-log.pg.test.ts.
  await test.app.$client.query('DELETE FROM analytics_outcomes');
  await catchUp(test.app);
  const { rows } = await test.app.$client.query(
    `SELECT customer_id AS id FROM analytics_facts WHERE workflow = 'invoice' AND undone_at IS NOT NULL
      GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  customer = rows[0].id;
}, loadingTime);
afterAll(() => test.drop());

const questions = (): [string, AnalyticsFilters][] => [
  ['the whole log', wholeLog],
  ['undone acts too', { ...wholeLog, undone: true }],
  ['as of a moment', { ...wholeLog, asOf: midway }],
  ['as of a moment, undone acts too', { ...wholeLog, asOf: midway, undone: true }],
  ['a period', { ...wholeLog, from: '2026-02-20T00:00:00Z', to: '2026-03-20T00:00:00Z' }],
  ['a person', { ...wholeLog, person: 'ana' }],
  ['a customer', { ...wholeLog, customer }],
  ['a workflow', { ...wholeLog, workflow: 'invoice' }],
];

const modeOf = ({ asOf, undone }: AnalyticsFilters): Mode => [asOf, undone];

/** Whose record it was as of an act, plainly. */
const owner = (act: string) => `(SELECT coalesce(c.changes->'customer.id'->>'to',
    CASE WHEN c.workflow = 'customer' THEN c.stream_id::text END) FROM events c
  WHERE c.stream_id = ${act}.stream_id AND c.version <= ${act}.version
    AND (c.changes->'customer.id' ? 'to' OR c.workflow = 'customer') ORDER BY c.version DESC LIMIT 1)`;

/** What happened, by the name that an imported log has for it where it is of one. */
const activityOf = (event: string) =>
  `CASE ${event}.workflow WHEN 'record' THEN coalesce(${event}.payload->>'activity', ${event}.type) ELSE ${event}.type END`;

/** Conditions on an act, plainly: of the records asked about, and within the period. */
const recordsAsked = (f: AnalyticsFilters, act: string) =>
  [
    f.workflow ? `${act}.workflow = '${f.workflow}'` : 'true',
    f.customer ? `${owner(act)} = '${f.customer}'` : 'true',
  ].join(' AND ');
const periodAsked = (f: AnalyticsFilters, at: string) =>
  [f.from ? `${at} >= '${f.from}'` : 'true', f.to ? `${at} < '${f.to}'` : 'true'].join(' AND ');
const touched = (f: AnalyticsFilters, act: string) =>
  f.person
    ? `EXISTS (SELECT FROM acts t WHERE t.stream_id = ${act}.stream_id AND t.actor_id = '${f.person}')`
    : 'true';

describe('refunds', () => {
  it('by business path: records paid, records refunded and refunds', async () => {
    const named = await readOutcomes(test.app);
    for (const [name, f] of questions()) {
      const found = await readRefundsByProcess(test.app, f, named);
      const expected = await askPlainly(
        test.app,
        modeOf(f),
        `, counted AS (
           SELECT *, (SELECT p.metadata->>'process' FROM events p
                       WHERE p.stream_id = a.stream_id AND p.version <= a.version AND p.metadata ? 'process'
                       ORDER BY p.version LIMIT 1) AS path
             FROM acts a WHERE activity IN ('payment_received', 'refund_issued') AND workflow = 'invoice'
              AND ${recordsAsked(f, 'a')} AND ${periodAsked(f, 'occurred_at')} AND ${touched(f, 'a')}
         )
         SELECT 'invoice' AS workflow, path AS process, count(*)::int AS paid,
                count(*) FILTER (WHERE refunds > 0)::int AS refunded, sum(refunds)::int AS refunds
           FROM (SELECT stream_id, max(path) AS path, count(*) FILTER (WHERE activity = 'refund_issued') AS refunds
                   FROM counted GROUP BY stream_id) r
          GROUP BY 1, 2 ORDER BY refunds DESC, refunded DESC, 1, 2`,
      );
      expect(found, name).toEqual(expected);
      expect(found.length, name).toBeGreaterThan(0);
      for (const { workflow, process, paid, refunded, refunds } of found) {
        const cell = { workflow, process };
        const of = (only: 'refunded' | 'paid') => readRefundRecords(test.app, f, named, { ...cell, only });
        expect((await of('paid')).count).toBe(paid);
        expect((await of('refunded')).count).toBe(refunded);
        expect((await readRefundActs(test.app, f, named, cell)).count).toBe(refunds);
      }
    }
  }, 60_000);

  /** The path of a record through these acts, plainly: `x` by `o`, its place. */
  const pathOf: Readonly<Record<RefundPaths, (acts: string) => string>> = {
    kinds: (acts) => `SELECT x, min(o) AS o FROM ${acts} GROUP BY x`,
    last: (acts) => `SELECT x, o FROM (${eachOnce(acts)}) once ORDER BY o DESC LIMIT 2`,
    whole: (acts) => eachOnce(acts),
  };
  const eachOnce = (acts: string) =>
    `SELECT x, o FROM (SELECT *, lag(x) OVER (ORDER BY o) AS prev FROM ${acts}) a WHERE x IS DISTINCT FROM prev`;
  const details = Object.keys(invoiceKinds).filter(
    (type) => invoiceKinds[type as keyof typeof invoiceKinds] === 'edit',
  );

  it.each(refundPaths)(
    'by the path of acts that led to a record’s first refund: %s',
    async (paths) => {
      const named = await readOutcomes(test.app);
      const path = (acts: string) =>
        `(SELECT string_agg(x, ' > ' ORDER BY o) FROM (${pathOf[paths](`unnest(${acts}) WITH ORDINALITY u(x, o)`)}) p)`;
      for (const [name, f] of questions()) {
        const found = await readRefundsByPath(test.app, { filters: f, named, paths });
        const expected = await askPlainly<{ path: string; refunded: number; came: number }>(
          test.app,
          modeOf(f),
          `, kept AS (
           SELECT *, array_agg(activity) OVER (PARTITION BY stream_id ORDER BY version) AS acts FROM acts
            WHERE workflow = 'invoice' AND NOT activity = ANY($3)
         ), asked AS MATERIALIZED (
           SELECT *, ${path('acts')} AS path, ${path('acts[1:cardinality(acts) - 1]')} AS path_before FROM kept
         ), led AS MATERIALIZED (
           SELECT stream_id, path_before AS path FROM (
             SELECT DISTINCT ON (stream_id) * FROM asked a
              WHERE activity = 'refund_issued' AND ${recordsAsked(f, 'a')} AND ${touched(f, 'a')}
              ORDER BY stream_id, version
           ) first WHERE ${periodAsked(f, 'occurred_at')}
         ), went AS MATERIALIZED (
           SELECT stream_id, path FROM asked a WHERE path IS DISTINCT FROM path_before AND ${recordsAsked(f, 'a')}
              AND ${touched(f, 'a')} AND ${periodAsked(f, 'occurred_at')}
         )
         SELECT path, count(*)::int AS refunded, (
             SELECT count(DISTINCT stream_id)::int FROM (
               SELECT stream_id FROM went WHERE went.path = led.path
                UNION SELECT l.stream_id FROM led l WHERE l.path = led.path) s) AS came
           FROM led GROUP BY path`,
          [paths === 'kinds' ? details : []],
        );
        const told = found.map(({ activities, refunded, came }) => ({
          path: activities.join(' > '),
          refunded,
          came,
        }));
        expect(told.length, name).toBe(Math.min(expected.length, 12));
        expect(expected, name).toEqual(expect.arrayContaining(told));
        for (const { workflow, path, came, refunded } of found.slice(0, 3)) {
          const of = (only: 'refunded' | 'came') =>
            readPathRecords(test.app, { filters: f, named, paths }, { workflow, path, only });
          expect((await of('came')).count).toBe(came);
          expect((await of('refunded')).count).toBe(refunded);
        }
      }
    },
    60_000,
  );
});

it('failed payments: what was done, how often a payment followed, and the base rate', async () => {
  const named = await readOutcomes(test.app);
  for (const [name, f] of questions())
    for (const days of [1, 14]) {
      const found = await readRemedies(test.app, { ...f, days }, named);
      const [expected] = await askPlainly<{
        base: unknown;
        remedies: { workflow: string; activity: string }[];
      }>(
        test.app,
        modeOf(f),
        `, failure AS (
           SELECT f.*, e.version AS ended, e.activity <> 'payment_failed' AS paid, e.occurred_at AS ended_at
             FROM acts f LEFT JOIN LATERAL (
               SELECT * FROM acts e WHERE e.stream_id = f.stream_id AND e.version > f.version
                  AND (e.activity = 'payment_failed' OR e.activity =
                       CASE e.workflow WHEN 'invoice' THEN 'payment_received' ELSE 'payment_recovered' END)
                  AND ${f.customer ? `${owner('e')} = '${f.customer}'` : 'true'}
                ORDER BY e.version LIMIT 1) e ON true
            WHERE f.activity = 'payment_failed' AND ${recordsAsked(f, 'f')}
              AND ${periodAsked(f, 'f.occurred_at')}
         ), attempt AS (
           SELECT DISTINCT ON (f.stream_id, f.version, a.activity) a.workflow, a.activity, a.occurred_at AS at, f.paid,
                  f.ended_at
             FROM failure f JOIN acts a ON a.stream_id = f.stream_id AND a.version > f.version
              AND a.version < coalesce(f.ended, 2000000000)
            WHERE a.actor_kind <> 'system' AND ${f.person ? `a.actor_id = '${f.person}'` : 'true'}
            ORDER BY f.stream_id, f.version, a.activity, a.version
         ), counted AS (
           SELECT workflow, activity, count(*)::int AS done,
                  count(*) FILTER (WHERE paid AND ended_at - at <= interval '${days} days')::int AS followed,
                  count(*) FILTER (WHERE ended_at IS NULL
                    AND at + interval '${days} days' > coalesce($1::timestamptz, now()))::int AS open
             FROM attempt GROUP BY workflow, activity
         )
         SELECT (SELECT json_build_object('of', count(*), 'count',
                   count(*) FILTER (WHERE paid AND ended_at - occurred_at <= interval '${days} days'), 'open',
                   count(*) FILTER (WHERE ended_at IS NULL
                     AND occurred_at + interval '${days} days' > coalesce($1::timestamptz, now()))) FROM failure) AS base,
                (SELECT coalesce(json_agg(c), '[]') FROM counted c) AS remedies`,
      );
      expect(found.base, name).toEqual(expected?.base);
      const keyOf = ({ workflow, activity }: { workflow: string; activity: string }) =>
        `${workflow}.${activity}`;
      const inOrder = <T extends { workflow: string; activity: string }>(rows: readonly T[]) =>
        rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      expect(inOrder(found.remedies), name).toEqual(inOrder(expected?.remedies ?? []));
      for (const { workflow, activity, done, followed, open } of found.remedies) {
        const of = (only: 'followed' | 'done' | 'open') =>
          readRemedyRecords(test.app, { ...f, days }, named, { workflow, activity, only });
        expect((await of('done')).count).toBe(done);
        expect((await of('followed')).count).toBe(followed);
        expect((await of('open')).count).toBe(open);
      }
    }
  const { remedies } = await readRemedies(test.app, { ...wholeLog, days: 14 }, named);
  expect(remedies.length).toBeGreaterThan(4);
}, 60_000);

it('churn: what those who left had before, against those who stayed', async () => {
  const named = await readOutcomes(test.app);
  for (const [name, f] of questions()) {
    const asked = { ...f, workflow: 'customer' };
    const found = await readSigns(test.app, asked, named);
    const [expected] = await askPlainly<{ left: number; stayed: number; signs: unknown[] }>(
      test.app,
      modeOf(f),
      `, asked AS MATERIALIZED (
         SELECT a.*, coalesce(${owner('a')}, a.stream_id::text) AS person FROM acts a
          WHERE ${f.to ? `occurred_at < '${f.to}'` : 'true'}
       ), someone AS MATERIALIZED (
         SELECT person, (SELECT min(occurred_at) FROM asked l WHERE l.person = p.person AND l.activity = 'customer_archived') AS gone
           FROM (SELECT DISTINCT person FROM asked WHERE workflow = 'customer'
                    AND ${f.customer ? `person = '${f.customer}'` : 'true'}) p
       ), people AS (SELECT * FROM someone WHERE gone IS NULL OR ${f.from ? `gone >= '${f.from}'` : 'true'}
       ), had AS (
         SELECT DISTINCT p.person, p.gone IS NOT NULL AS left, a.workflow, a.activity FROM people p JOIN asked a USING (person)
          WHERE (gone IS NULL OR a.occurred_at < gone) AND activity <> 'customer_archived'
            AND ${f.person ? `actor_id = '${f.person}'` : 'true'}
       )
       SELECT (SELECT count(*)::int FROM people WHERE gone IS NOT NULL) AS left,
              (SELECT count(*)::int FROM people WHERE gone IS NULL) AS stayed,
              (SELECT coalesce(json_agg(s ORDER BY workflow, activity), '[]') FROM (
                SELECT workflow, activity, count(*) FILTER (WHERE had.left) AS left, count(*) FILTER (WHERE NOT had.left) AS stayed
                  FROM had GROUP BY workflow, activity) s) AS signs`,
    );
    expect(found, name).toEqual(expected);
    for (const { workflow, activity, left, stayed } of found.signs.slice(0, 6)) {
      const of = (only: 'left' | 'stayed') =>
        readSignRecords(test.app, asked, named, { workflow, activity, only });
      expect((await of('left')).count).toBe(left);
      expect((await of('stayed')).count).toBe(stayed);
    }
    for (const only of ['left', 'stayed'] as const) {
      const cell = { workflow: null, activity: null, only };
      expect((await readSignRecords(test.app, asked, named, cell)).count).toBe(found[only]);
    }
  }
  expect(
    (await readSigns(test.app, { ...wholeLog, workflow: 'customer' }, named)).left,
  ).toBeGreaterThanOrEqual(5);
}, 60_000);

it('undo: what is undone most, by whom, how long after', async () => {
  for (const [name, f] of questions()) {
    const moment = `occurred_at <= '${f.asOf ?? 'infinity'}'`;
    const undo = `WITH RECURSIVE chain AS (
        SELECT stream_id, version AS base, version AS tip, 0 AS depth FROM events WHERE reverts_version IS NULL
        UNION ALL
        SELECT c.stream_id, c.base, e.version, c.depth + 1 FROM chain c
          JOIN events e ON e.stream_id = c.stream_id AND e.reverts_version = c.tip AND e.${moment}
      ), undo AS (
        SELECT u.*, ${activityOf('b')} AS activity, b.actor_id AS whose, b.workflow AS of,
               extract(epoch FROM u.occurred_at - t.occurred_at)::float8 AS seconds
          FROM chain c JOIN events u ON u.stream_id = c.stream_id AND u.version = c.tip
          JOIN events b ON b.stream_id = c.stream_id AND b.version = c.base
          JOIN events t ON t.stream_id = c.stream_id AND t.version = u.reverts_version
         WHERE c.depth % 2 = 1 AND ${recordsAsked(f, 'u')} AND ${periodAsked(f, 'u.occurred_at')}
           AND ${f.person ? `u.actor_id = '${f.person}'` : 'true'}
           AND ${f.undone ? 'true' : `c.depth = (SELECT max(d.depth) FROM chain d WHERE d.stream_id = c.stream_id AND d.base = c.base)`}
      )`;
    const { rows: expected } = await test.app.$client.query(
      `${undo} SELECT of AS workflow, activity, count(*)::int AS undos, count(*) FILTER (WHERE actor_id <> whose)::int AS others,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
         percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS ninety,
         (SELECT count(*)::int FROM events e WHERE e.workflow = of AND ${activityOf('e')} = activity AND e.reverts_version IS NULL
             AND e.${moment} AND ${recordsAsked(f, 'e')} AND ${periodAsked(f, 'e.occurred_at')}) AS done
         FROM undo GROUP BY 1, 2 ORDER BY undos DESC, workflow, activity`,
    );
    const found = await readUndosByActivity(test.app, f);
    expect(
      found.map(({ quarters: _, longest: __, ...rest }) => rest),
      name,
    ).toEqual(expected);
    expect(found.length, name).toBeGreaterThan(0);
    const { rows: people } = await test.app.$client.query(
      `${undo} SELECT actor_id AS id, max(actor_name) AS name, count(*)::int AS undos,
         count(*) FILTER (WHERE actor_id <> whose)::int AS others,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median
         FROM undo GROUP BY 1 ORDER BY undos DESC, id`,
    );
    expect(await readUndosByPerson(test.app, f), name).toEqual(people);
    for (const { workflow, activity, undos, others, done } of found.slice(0, 3)) {
      const of = (only: 'all' | 'others') =>
        readUndoRecords(test.app, f, { workflow, activity, by: null, only });
      expect((await of('all')).count).toBe(undos);
      expect((await of('others')).count).toBe(others);
      expect((await readDoneRecords(test.app, f, { workflow, activity })).count).toBe(done);
    }
  }
}, 60_000);
