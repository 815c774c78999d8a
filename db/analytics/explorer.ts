import { type SQL, sql } from 'drizzle-orm';
import {
  type Between,
  binWidths,
  curveDays,
  type ExplorerNumber,
  type Follows,
  type FunnelStep,
  mostBins,
  percents,
  type Question,
  type Who,
} from '@/lib/explorer/question';
import type { Database } from '../client';
import { type EvidenceList, readEvidence } from './evidence';
import { actsOf, type Explored, isMeant } from './explored';

type Read = Pick<Database, 'execute'>;
type Asked<A extends Question['ask']> = Extract<Question, { ask: A }>;

const dayLength = sql`interval '1 day'`;

/**
 * The first acts that a explored is of, each with the next act of the second kind on its record. A record's acts are
 * gone through from its end, so that each sees what comes after it.
 */
const pairs = (explored: Explored, { first, second }: { first: string; second: string }): SQL => sql`
  SELECT stream_id, version, occurred_at, actor_id, next_at, next_at - occurred_at AS took,
         date_part('epoch', next_at - occurred_at) AS seconds
    FROM (
      SELECT *, min(occurred_at) FILTER (WHERE activity = ${second}) OVER (
               PARTITION BY stream_id ORDER BY version DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
             ) AS next_at
        FROM ${actsOf(explored)} AS acts WHERE activity IN (${first}, ${second})
    ) followed
   WHERE activity = ${first} AND ${isMeant(explored)}`;

/** Were the days of a first act over by then; and was it followed within them? */
const conditions = (days: number, moment: string) => ({
  over: sql`occurred_at + ${days}::int * ${dayLength} <= ${moment}::timestamptz`,
  inTime: (within: number) => sql`coalesce(took <= ${within}::int * ${dayLength}, false)`,
});

/**
 * How often the first act was followed by the second within so many days.
 *
 * @param now the moment at which a explored without one is looked at, ISO 8601
 */
export async function readFollows(
  db: Read,
  explored: Explored,
  question: Asked<'follows'>,
  now: string,
): Promise<Follows> {
  const { days } = question;
  const { over, inTime } = conditions(days, explored.asOf ?? now);
  const points = curveDays(days);
  const { rows } = await db.execute<Follows & Record<string, unknown>>(sql`
    WITH pair AS MATERIALIZED (
      SELECT actor_id, seconds, ${over} AS counts, ${over} AND ${inTime(days)} AS followed
        FROM (${pairs(explored, question)}) pairs
    ), total AS (
      SELECT count(*)::int AS first, count(*) FILTER (WHERE counts)::int AS counted,
             count(*) FILTER (WHERE followed)::int AS followed,
             percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE followed) AS median
        FROM pair
    )
    SELECT total.*,
           (SELECT json_agg(json_build_object('days', days, 'followed', (
                     SELECT count(*) FROM pair WHERE followed AND seconds <= days * 86400.0)) ORDER BY days)
              FROM unnest(${sql.param(points)}::int[]) AS days) AS within,
           (SELECT coalesce(json_agg(json_build_object('person', actor_id, 'counted', counted, 'followed', followed)
                     ORDER BY counted DESC, actor_id), '[]')
              FROM (SELECT actor_id, count(*) AS counted, count(*) FILTER (WHERE followed) AS followed
                      FROM pair WHERE counts GROUP BY 1) people) AS people
      FROM total`);
  return rows[0] as Follows;
}

/** How long it took from the first act to the next of the second kind. */
export async function readBetween(
  db: Read,
  explored: Explored,
  question: Asked<'between'>,
): Promise<Between> {
  const { rows } = await db.execute<{
    first: number;
    pairs: number;
    percentiles: number[] | null;
    mean: number | null;
    width: number | null;
    bins: { bin: number; count: number }[];
  }>(sql`
    WITH pair AS MATERIALIZED (
      SELECT seconds FROM (${pairs(explored, question)}) pairs
    ), total AS (
      SELECT count(*)::int AS first, count(seconds)::int AS pairs, avg(seconds) AS mean, max(seconds) AS longest,
             percentile_disc(${sql.param(percents.map((percent) => percent / 100))}::float8[])
               WITHIN GROUP (ORDER BY seconds) AS percentiles
        FROM pair
    ), measured AS (
      SELECT total.*, (SELECT min(width) FROM unnest(${sql.param(binWidths)}::int8[]) AS width
                        WHERE width * ${mostBins} > 1000000 * total.percentiles[${percents.length}::int]) AS width
        FROM total
    ), bin AS (
      SELECT least(round(1000000 * seconds)::int8 / width, ${mostBins})::int AS bin, count(*)::int AS count
        FROM pair CROSS JOIN measured WHERE seconds IS NOT NULL GROUP BY 1
    )
    SELECT first, pairs, percentiles, mean, width::float8 AS width,
           (SELECT coalesce(json_agg(json_build_object('bin', bin, 'count', count)), '[]') FROM bin) AS bins FROM measured`);
  const [row] = rows;
  const counts = new Map(row?.bins.map(({ bin, count }) => [bin, count]));
  const length = Math.max(-1, ...counts.keys()) + 1;
  const width = row?.width ?? 0;
  return {
    first: row?.first ?? 0,
    pairs: row?.pairs ?? 0,
    mean: row?.mean ?? null,
    percentiles: percents.map((percent, index) => ({ percent, seconds: row?.percentiles?.[index] ?? null })),
    bins: Array.from({ length }, (_, bin) => ({
      least: (bin * width) / 1_000_000,
      below: bin === mostBins ? null : ((bin + 1) * width) / 1_000_000,
      count: counts.get(bin) ?? 0,
    })),
  };
}

/** A query for the records that reached each step of a funnel: one CTE a step, `step1` and on, with when that was. */
function reached(explored: Explored, { steps, days }: Asked<'funnel'>): SQL {
  const [first] = steps;
  const inTime =
    days === null ? sql`true` : sql`hit.occurred_at <= before.began + ${days}::int * ${dayLength}`;
  const later = steps.slice(1).map(
    (activity, index) => sql`, ${stepName(index + 2)} AS MATERIALIZED (
      SELECT stream_id, min(hit.version) AS version, min(hit.occurred_at) AS at, before.began, before.at AS before
        FROM ${stepName(index + 1)} before JOIN hit USING (stream_id)
       WHERE hit.activity = ${activity} AND hit.version > before.version AND ${inTime}
       GROUP BY stream_id, before.began, before.at
    )`,
  );
  return sql`hit AS MATERIALIZED (
      SELECT stream_id, version, occurred_at, activity, ${isMeant(explored)} AS meant
        FROM ${actsOf(explored)} AS acts WHERE activity = ANY(${sql.param(steps)}::text[])
    ), step1 AS MATERIALIZED (
      SELECT stream_id, min(version) AS version, min(occurred_at) AS at, min(occurred_at) AS began,
             NULL::timestamptz AS before
        FROM hit WHERE activity = ${first} AND meant GROUP BY stream_id
    )${sql.join(later)}`;
}

const stepName = (step: number): SQL => sql.raw(`step${step}`);

/** How many records went through the steps in their order. */
export async function readFunnel(
  db: Read,
  explored: Explored,
  question: Asked<'funnel'>,
): Promise<FunnelStep[]> {
  const median = (since: string) =>
    sql`percentile_disc(0.5) WITHIN GROUP (ORDER BY date_part('epoch', at - ${sql.raw(since)}))`;
  const counts = question.steps.map(
    (activity, index) => sql`
      SELECT ${index}::int AS step, ${activity}::text AS activity, count(*)::int AS records,
             ${median('before')} AS "sinceBefore",
             ${index === 0 ? sql`NULL::float8` : median('began')} AS "sinceFirst" FROM ${stepName(index + 1)}`,
  );
  const { rows } = await db.execute<FunnelStep & { step: number } & Record<string, unknown>>(
    sql`WITH ${reached(explored, question)} ${sql.join(counts, sql` UNION ALL `)} ORDER BY step`,
  );
  return rows.map(({ step: _, ...row }) => row);
}

const acts = (explored: Explored, { activity }: Asked<'who'>): SQL =>
  sql`${actsOf(explored)} AS acts
      WHERE ${activity === null ? sql`true` : sql`activity = ${activity}`} AND ${isMeant(explored)}`;

/** Who did it, the most active first. */
export async function readWho(db: Read, explored: Explored, question: Asked<'who'>): Promise<Who> {
  const { rows } = await db.execute<{ person: string; acts: number; records: number }>(sql`
    SELECT actor_id AS person, sum(acts)::int AS acts, count(*)::int AS records
      FROM (SELECT actor_id, stream_id, count(*) AS acts FROM ${acts(explored, question)} GROUP BY 1, 2) each
     GROUP BY 1 ORDER BY acts DESC, person`);
  return { acts: rows.reduce((sum, row) => sum + row.acts, 0), people: rows };
}

/** The acts or records behind a number of an answer; none where the number is of another question. */
export async function readBehindAnswer(
  db: Read,
  explored: Explored,
  question: Question,
  number: ExplorerNumber,
  now: string,
): Promise<EvidenceList> {
  const places = placesOf(explored, question, number, now);
  return places ? readEvidence(db, places) : { records: [], count: 0 };
}

function placesOf(explored: Explored, question: Question, number: ExplorerNumber, now: string): SQL | null {
  switch (question.ask) {
    case 'follows': {
      const condition = followsCondition(explored, question, number, now);
      return condition && ofPairs(explored, question, condition);
    }
    case 'between': {
      const condition = tookCondition(number);
      return condition && ofPairs(explored, question, condition);
    }
    case 'funnel':
      return funnelPlaces(explored, question, number);
    case 'who':
      return whoPlaces(explored, question, number);
  }
}

const ofPairs = (explored: Explored, question: { first: string; second: string }, condition: SQL): SQL =>
  sql`SELECT stream_id, version FROM (${pairs(explored, question)}) pairs WHERE ${condition}`;

function followsCondition(
  explored: Explored,
  { days }: Asked<'follows'>,
  number: ExplorerNumber,
  now: string,
): SQL | null {
  const { over, inTime } = conditions(days, explored.asOf ?? now);
  switch (number.kind) {
    case 'first':
      return sql`true`;
    case 'counted':
      return over;
    case 'young':
      return sql`NOT (${over})`;
    case 'followed':
      return sql`${over} AND ${inTime(days)}`;
    case 'unfollowed':
      return sql`${over} AND NOT ${inTime(days)}`;
    case 'within':
      return sql`${over} AND ${inTime(Math.min(number.days, days))}`;
    case 'by':
      return sql`${over} AND actor_id = ${number.person}`;
    default:
      return null;
  }
}

function tookCondition(number: ExplorerNumber): SQL | null {
  switch (number.kind) {
    case 'first':
      return sql`true`;
    case 'never':
      return sql`next_at IS NULL`;
    case 'took': {
      const { least, below, most } = number;
      return sql`seconds >= ${least}::float8 AND ${below === null ? sql`true` : sql`seconds < ${below}::float8`}
             AND ${most === null ? sql`true` : sql`seconds <= ${most}::float8`}`;
    }
    default:
      return null;
  }
}

function funnelPlaces(explored: Explored, question: Asked<'funnel'>, number: ExplorerNumber): SQL | null {
  if (number.kind !== 'reached' && number.kind !== 'left') return null;
  const { kind, step } = number;
  if (step > question.steps.length || (kind === 'left' && step < 2)) return null;
  const through = sql`WITH ${reached(explored, question)}`;
  if (kind === 'reached') return sql`${through} SELECT stream_id, version FROM ${stepName(step)}`;
  return sql`${through} SELECT stream_id, version FROM ${stepName(step - 1)}
              WHERE stream_id NOT IN (SELECT stream_id FROM ${stepName(step)})`;
}

function whoPlaces(explored: Explored, question: Asked<'who'>, number: ExplorerNumber): SQL | null {
  const done = acts(explored, question);
  switch (number.kind) {
    case 'first':
      return sql`SELECT stream_id, version FROM ${done}`;
    case 'by':
      return sql`SELECT stream_id, version FROM ${done} AND actor_id = ${number.person}`;
    case 'recordsBy':
      return sql`SELECT stream_id, max(version) AS version FROM ${done} AND actor_id = ${number.person}
                  GROUP BY stream_id`;
    default:
      return null;
  }
}
