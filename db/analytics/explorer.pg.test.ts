import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExplorerNumber, Question } from '@/lib/explorer/question';
import { everyInvoice, exploredCases } from '../testing/explored-cases';
import { askPlainly } from '../testing/obvious-facts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import type { Explored } from './explored';
import { readBehindAnswer, readBetween, readFollows, readFunnel, readWho } from './explorer';

let database: TestDatabase;
let cases: [string, Explored][];

beforeAll(async () => {
  database = await createTestDatabase();
  cases = await exploredCases(database.app, 77, 16);
}, 120_000);
afterAll(() => database.drop());

/** All of the log happened within seconds: by then every day of it is over. */
const later = '2999-01-01T00:00:00Z';

/** `act`: the acts of the kind; `meant`: those that the filters are about. By the plainest SQL. */
async function plainly<Row extends object>(explored: Explored, rest: string): Promise<Row[]> {
  const { workflow, from, to, person, customer, asOf, undone } = explored;
  return askPlainly<Row>(
    database.app,
    [asOf, undone],
    `, act AS (SELECT * FROM acts WHERE workflow = $3), meant AS (
      SELECT * FROM act a WHERE occurred_at >= coalesce($4::timestamptz, '-infinity')
         AND occurred_at < coalesce($5::timestamptz, 'infinity') AND ($6::text IS NULL OR actor_id = $6)
         AND ($7::text IS NULL OR $7 = (
           SELECT changes->'customer.id'->>'to' FROM events e
            WHERE e.stream_id = a.stream_id AND e.version <= a.version AND changes->'customer.id' IS NOT NULL
            ORDER BY version DESC LIMIT 1))
    ) ${rest}`,
    [workflow, from, to, person, customer],
  );
}

const first = 'payment_failed';
const second = 'payment_received';
/** The first of the second kind after an act `m`, and how long after. */
const after = `SELECT min(extract(epoch FROM b.occurred_at - m.occurred_at))::float8 FROM act b
                WHERE b.activity = '${second}' AND b.stream_id = m.stream_id AND b.version > m.version`;

const behind = async (explored: Explored, question: Question, number: ExplorerNumber, now = later) => {
  const { records, count } = await readBehindAnswer(database.app, explored, question, number, now);
  return { count, places: records.map(({ streamId, version }) => `${streamId} ${version}`).sort() };
};

describe('A then B within N days', () => {
  const question = { ask: 'follows', first, second, days: 1 } as const;

  test('counts what the plainest SQL counts, in all and by person', async () => {
    for (const [name, explored] of cases) {
      const asOf = explored.asOf;
      // Days that are over are of moments later than all of the log: as of one within it, none is.
      const answer = await readFollows(database.app, explored, question, later);
      const obvious = await plainly<{ person: string; counted: number; followed: number; first: number }>(
        explored,
        `SELECT actor_id AS person, count(*)::int AS first, count(*) FILTER (WHERE (${after}) IS NOT NULL)::int AS followed
           FROM meant m WHERE activity = '${first}' GROUP BY 1 ORDER BY 2 DESC, 1`,
      );
      const sum = (key: 'first' | 'followed') => obvious.reduce((total, row) => total + row[key], 0);
      expect(answer.first, name).toBe(sum('first'));
      expect(answer.counted, name).toBe(asOf ? 0 : sum('first'));
      expect(answer.followed, name).toBe(asOf ? 0 : sum('followed'));
      if (asOf) continue;
      expect(answer.people, name).toEqual(
        obvious.map((row) => ({ person: row.person, counted: row.first, followed: row.followed })),
      );
      const [median] = await plainly<{ median: number | null }>(
        explored,
        `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY (${after})) AS median FROM meant m WHERE activity = '${first}'`,
      );
      expect(answer.median, name).toBe(median?.median);
      expect(answer.within, name).toEqual([{ days: 1, followed: sum('followed') }]);
    }
  });

  test('leads from each number to as many acts', async () => {
    for (const [name, explored] of cases) {
      const { first: all, counted, followed } = await readFollows(database.app, explored, question, later);
      const numbers = { first: all, counted, young: all - counted, followed, unfollowed: counted - followed };
      for (const [kind, count] of Object.entries(numbers)) {
        const found = await behind(explored, question, { kind: kind as 'first' });
        expect(found.count, `${name}: ${kind}`).toBe(count);
      }
      expect((await behind(explored, question, { kind: 'within', days: 1 })).count, name).toBe(followed);
    }
  });

  test('an act whose days are not over is too young to count', async () => {
    const answer = await readFollows(database.app, everyInvoice, question, new Date().toISOString());
    expect(answer).toMatchObject({ counted: 0, followed: 0, median: null, people: [] });
    expect(answer.first).toBeGreaterThan(0);
  });

  test('an act can be followed by another of its own kind, never by itself', async () => {
    const own = { ask: 'follows', first, second: first, days: 1 } as const;
    const answer = await readFollows(database.app, everyInvoice, own, later);
    const [obvious] = await plainly<{ count: number }>(
      everyInvoice,
      `SELECT count(*)::int FROM meant m WHERE activity = '${first}' AND EXISTS (
         SELECT FROM act b WHERE b.activity = '${first}' AND b.stream_id = m.stream_id AND b.version > m.version)`,
    );
    expect(answer.followed).toBe(obvious?.count);
    expect(answer.followed).toBeGreaterThan(0);
  });
});

describe('the time between two events', () => {
  const question = { ask: 'between', first, second } as const;

  test('has the percentiles and the distribution of the plainest SQL', async () => {
    for (const [name, explored] of cases) {
      const answer = await readBetween(database.app, explored, question);
      const times = await plainly<{ after: number | null }>(
        explored,
        `SELECT (${after}) AS after FROM meant m WHERE activity = '${first}'`,
      );
      const known = times.flatMap(({ after }) => (after === null ? [] : [after])).sort((a, b) => a - b);
      expect([answer.first, answer.pairs], name).toEqual([times.length, known.length]);
      expect(answer.percentiles, name).toEqual(
        answer.percentiles.map(({ percent }) => ({
          percent,
          seconds: known[Math.ceil((percent / 100) * known.length) - 1] ?? null,
        })),
      );
      for (const { least, below, count } of answer.bins) {
        expect(
          known.filter((time) => time >= least && time < (below ?? Number.POSITIVE_INFINITY)).length,
          name,
        ).toBe(count);
      }
      expect(
        answer.bins.reduce((sum, { count }) => sum + count, 0),
        name,
      ).toBe(known.length);
    }
  });

  test('leads from each number to as many acts', async () => {
    for (const [name, explored] of cases) {
      const answer = await readBetween(database.app, explored, question);
      expect((await behind(explored, question, { kind: 'first' })).count, name).toBe(answer.first);
      expect((await behind(explored, question, { kind: 'never' })).count).toBe(answer.first - answer.pairs);
      for (const { least, below, count } of answer.bins.slice(0, 3)) {
        const found = await behind(explored, question, { kind: 'took', least, below, most: null });
        expect(found.count, name).toBe(count);
      }
      const median = answer.percentiles.find(({ percent }) => percent === 50)?.seconds;
      if (typeof median !== 'number') continue;
      const half = await behind(explored, question, { kind: 'took', least: 0, below: null, most: median });
      expect(half.count, name).toBe(Math.ceil(answer.pairs / 2));
    }
  });
});

describe('a funnel', () => {
  const steps = ['invoice_finalized', 'payment_failed', 'payment_received', 'refund_issued'];

  /** The records that reach each step: the first of its kind after the step before. */
  const through = (days: number | null) =>
    steps.map((activity, index) =>
      index === 0
        ? `, s1 AS (SELECT stream_id, min(version) AS version FROM meant WHERE activity = '${activity}' GROUP BY 1)`
        : `, s${index + 1} AS (SELECT s.stream_id, min(a.version) AS version FROM s${index} s JOIN act a USING (stream_id)
             JOIN s1 ON s1.stream_id = s.stream_id JOIN act b ON b.stream_id = s1.stream_id AND b.version = s1.version
            WHERE a.activity = '${activity}' AND a.version > s.version
              AND a.occurred_at <= b.occurred_at + ${days ?? 100_000} * interval '1 day' GROUP BY 1)`,
    );

  interface Step {
    records: number;
    places: string[];
    before: number | null;
  }

  /** A step by the plainest SQL, with the time since the one before. */
  async function obviousStep(
    explored: Explored,
    step: number,
    days: number | null,
  ): Promise<Step | undefined> {
    const [found] = await plainly<Step>(
      explored,
      `${through(days).join('')} SELECT count(*)::int AS records,
          coalesce(array_agg(s.stream_id || ' ' || s.version ORDER BY s.stream_id, s.version), '{}') AS places,
          percentile_disc(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM a.occurred_at - b.occurred_at))::float8 AS before
         FROM s${step} s JOIN act a USING (stream_id, version)
         LEFT JOIN s${step - 1 || 1} p USING (stream_id)
         LEFT JOIN act b ON b.stream_id = p.stream_id AND b.version = p.version`,
    );
    return found;
  }

  test.each([null, 1, 0])('counts what the plainest SQL finds at each step, within %s days', async (days) => {
    const question = { ask: 'funnel', steps, days } as const;
    for (const [name, explored] of cases) {
      const answer = await readFunnel(database.app, explored, question);
      expect(answer.map(({ activity }) => activity)).toEqual(steps);
      for (const [index, { records, sinceBefore }] of answer.entries()) {
        const step = index + 1;
        const obvious = await obviousStep(explored, step, days);
        expect(records, name).toBe(obvious?.records);
        expect(sinceBefore, name).toBe(index > 0 ? obvious?.before : null);
        const found = await behind(explored, question, { kind: 'reached', step });
        expect(found.places, name).toEqual([...(obvious?.places ?? [])].sort());
        const left = (answer[index - 1]?.records ?? records) - records;
        expect((await behind(explored, question, { kind: 'left', step })).count, name).toBe(left);
      }
    }
  });
});

describe('who did it', () => {
  test('counts acts and records of each person, of one kind or all', async () => {
    for (const activity of [null, 'note_added']) {
      for (const [name, explored] of cases) {
        const question = { ask: 'who', activity } as const;
        const { people, acts } = await readWho(database.app, explored, question);
        const obvious = await plainly<{ person: string; acts: number; records: number }>(
          explored,
          `SELECT actor_id AS person, count(*)::int AS acts, count(DISTINCT stream_id)::int AS records FROM meant
            WHERE ${activity === null ? 'true' : `activity = '${activity}'`} GROUP BY 1 ORDER BY 2 DESC, 1`,
        );
        expect(people, name).toEqual(obvious);
        expect((await behind(explored, question, { kind: 'first' })).count, name).toBe(acts);
        for (const { person, acts: done, records } of people) {
          expect((await behind(explored, question, { kind: 'by', person })).count, name).toBe(done);
          expect((await behind(explored, question, { kind: 'recordsBy', person })).count, name).toBe(records);
        }
      }
    }
  });
});
