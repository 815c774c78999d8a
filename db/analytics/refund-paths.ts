/**
 * Which path of acts leads to refunds? A record's path up to its first refund, and of the records that came this way how many
 * were refunded next. Whole histories are nearly all different, so a path is also looked at as the kinds of acts in the order
 * in which they first happened, or as the last few acts.
 *
 * First the refunds, which are few, with the path of each; then, of the paths that are compared, which records came the same
 * way: see completed-paths.ts.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { RefundsOfPath } from '@/lib/analytics/answers';
import { lastActs } from '@/lib/analytics/refund-paths';
import type { Database } from '../client';
import { acts, actsInOrder, inPeriod, ofRecords } from './acts';
import { type AskedPaths, completedPaths, type FoundPath, leadingActs } from './completed-paths';
import { type EvidenceList, readEvidence } from './evidence';
import { counting } from './outcomes';
import { touchedBy } from './touched-by';

/** As many paths are compared. */
const mostPaths = 12;

/** The acts of some records that lead them on along their paths; `before` is the hash of the path that each found. */
function steps(asked: AskedPaths, within: SQL): SQL {
  switch (asked.paths) {
    case 'kinds':
      return sql`(
        SELECT *, path # own AS before FROM (
          SELECT *, bit_xor(own) OVER (PARTITION BY stream_id ORDER BY version) AS path FROM (
            SELECT *, hashtextextended(activity, row_number() OVER (PARTITION BY stream_id ORDER BY version)) AS own FROM (
              SELECT DISTINCT ON (stream_id, activity) * FROM ${leadingActs(asked)} l WHERE ${within}
               ORDER BY stream_id, activity, version
            ) firsts
          ) numbered
        ) ways)`;
    case 'last':
      return sql`(
        SELECT *, ${lastHash} AS before FROM ${actsInOrder(asked.filters)} a
         WHERE activity IS DISTINCT FROM prev_activity AND ${within}
        WINDOW stream AS (PARTITION BY stream_id ORDER BY version))`;
    case 'whole':
      return sql`(
        SELECT *, trail # hashtextextended(activity, step) AS before FROM ${actsInOrder(asked.filters)} a
         WHERE activity IS DISTINCT FROM prev_activity AND ${within})`;
  }
}

/** The last few acts before one as one number; where there are fewer, all of them. */
const lastHash = sql.raw(
  Array.from(
    { length: lastActs },
    (_, place) => `coalesce(hashtextextended(lag(activity, ${place + 1}) OVER stream, ${place}), 0)`,
  ).join(' # '),
);

/** The first refund of each record, with the path before it. */
const firstRefunds = (asked: AskedPaths): SQL => {
  const { filters, named } = asked;
  const refund = counting(named, 'refund');
  const streams = sql`SELECT DISTINCT stream_id FROM ${acts(filters)} r WHERE ${refund}`;
  // Kinds are told from plain acts, which are looked up by an array; a join would read all that there are.
  const refunded =
    asked.paths === 'kinds' ? sql`stream_id = ANY(ARRAY(${streams}))` : sql`stream_id IN (${streams})`;
  return sql`
    SELECT workflow, stream_id, version, before AS path FROM (
      SELECT DISTINCT ON (stream_id) * FROM ${steps(asked, refunded)} s
       WHERE ${refund} AND ${ofRecords(filters)} ORDER BY stream_id, version
    ) first
     WHERE ${inPeriod(filters, sql`occurred_at`)} AND ${touchedBy(filters)}`;
};

/** The paths that led to most refunds, or the one that is asked for, with the refunds themselves. */
async function readPaths(
  db: Pick<Database, 'execute'>,
  asked: AskedPaths,
  only: SQL = sql`true`,
): Promise<FoundPath[]> {
  const { rows } = await db.execute<Omit<FoundPath, 'activities'> & Record<string, unknown>>(sql`
    SELECT workflow, path::text, array_agg(stream_id ORDER BY stream_id) AS streams,
           array_agg(version ORDER BY stream_id) AS versions
      FROM (${firstRefunds(asked)}) refund WHERE ${only}
     GROUP BY workflow, path ORDER BY count(*) DESC, path LIMIT ${mostPaths}`);
  const walked = await readWalked(
    db,
    asked,
    rows.map(({ streams: [stream = ''], versions: [version = 0] }) => ({ stream, version })),
  );
  return rows.map((row) => ({ ...row, activities: walked.get(row.streams[0] ?? '') ?? [] }));
}

/** What led up to some refunds, by record. Records are named as values, so that only their acts are read. */
async function readWalked(
  db: Pick<Database, 'execute'>,
  asked: AskedPaths,
  refunds: readonly { stream: string; version: number }[],
): Promise<Map<string, string[]>> {
  const streams = sql`${sql.param(refunds.map(({ stream }) => stream))}::uuid[]`;
  const versions = sql`${sql.param(refunds.map(({ version }) => version))}::int[]`;
  const { rows } = await db.execute<{ stream: string; activities: string[] }>(sql`
    SELECT s.stream_id AS stream, array_agg(s.activity ORDER BY s.version) AS activities
      FROM ${steps(asked, sql`stream_id = ANY(${streams})`)} s
      JOIN unnest(${streams}, ${versions}) AS refund(stream_id, version)
        ON refund.stream_id = s.stream_id AND s.version < refund.version
     GROUP BY s.stream_id`);
  const most = asked.paths === 'last' ? lastActs : Number.POSITIVE_INFINITY;
  return new Map(rows.map(({ stream, activities }) => [stream, activities.slice(-most)]));
}

/** The refunds of some paths as rows, each with the place of its path. */
const refundsOf = (found: readonly FoundPath[]): SQL => sql`
  SELECT place, stream_id, version, true AS refunded FROM unnest(
    ${sql.param(found.flatMap(({ streams }, place) => streams.map(() => place)))}::int[],
    ${sql.param(found.flatMap(({ streams }) => streams))}::uuid[],
    ${sql.param(found.flatMap(({ versions }) => versions))}::int[]) AS refund(place, stream_id, version)`;

/** The records that came each of these ways: by the act that completed it, or by the refund that followed it. */
const came = (asked: AskedPaths, found: readonly FoundPath[]): SQL => sql`
  SELECT place, stream_id, version, false AS refunded FROM ${completedPaths(asked, found)} c
   WHERE ${touchedBy(asked.filters)}
  UNION ALL ${refundsOf(found)}`;

/** Refunds by the path of acts that led to them, most first. */
export async function readRefundsByPath(
  db: Pick<Database, 'execute'>,
  asked: AskedPaths,
): Promise<RefundsOfPath[]> {
  const found = await readPaths(db, asked);
  if (found.length === 0) return [];
  const { rows } = await db.execute<{ place: number; came: number }>(
    sql`SELECT place, count(DISTINCT stream_id)::int AS came FROM (${came(asked, found)}) c GROUP BY place`,
  );
  const counts = new Map(rows.map(({ place, came: count }) => [place, count]));
  return found
    .map(({ workflow, path, activities, streams }, place) => ({
      ...{ workflow, path, activities },
      refunded: streams.length,
      came: counts.get(place) ?? 0,
    }))
    .sort((a, b) => b.refunded - a.refunded || a.came - b.came || (a.path < b.path ? -1 : 1));
}

/** The records behind the numbers of a path of acts. */
export async function readPathRecords(
  db: Pick<Database, 'execute'>,
  asked: AskedPaths,
  { workflow, path, only }: { workflow: string; path: string; only: 'refunded' | 'came' },
): Promise<EvidenceList> {
  const found = await readPaths(db, asked, sql`workflow = ${workflow} AND path = ${path}::bigint`);
  const rows = only === 'refunded' ? refundsOf(found) : came(asked, found);
  if (found.length === 0) return { records: [], count: 0 };
  return readEvidence(
    db,
    sql`SELECT DISTINCT ON (stream_id) stream_id, version FROM (${rows}) c ORDER BY stream_id, refunded DESC, version`,
  );
}
