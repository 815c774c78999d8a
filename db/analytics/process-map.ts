import { type SQL, sql } from 'drizzle-orm';
import type { MapNumber, Variants } from '@/lib/process-map/map-number';
import { type ClassCount, type MedianPlace, medianPlaces, pathCounts } from '@/lib/process-map/median-places';
import { graphOf, type ProcessGraph } from '@/lib/process-map/process-graph';
import type { Database } from '../client';
import { type EvidenceList, readEvidence } from './evidence';
import { actsInOrderOf, type Explored, recordsOf } from './explored';

type Read = Pick<Database, 'execute'>;

/** The acts of the records that the filters are about, counted part by part. */
const countedIn = (explored: Explored, count: (acts: SQL) => SQL): SQL =>
  sql.join(
    actsInOrderOf(explored).map((acts) => count(sql`${acts} AS acts WHERE ${recordsOf(explored)}`)),
    sql` UNION ALL `,
  );

const actsIn = (explored: Explored): SQL =>
  sql`(${countedIn(explored, (acts) => sql`SELECT * FROM ${acts}`)}) AS acts WHERE true`;

/**
 * What follows directly on what, in the records that the filters are about.
 *
 * @param medians are the median times wanted too? They cost a second reading.
 */
export async function readProcessGraph(
  db: Read,
  explored: Explored,
  { medians }: { medians: boolean },
): Promise<ProcessGraph> {
  const place = medians ? sql`path_class` : sql`path_class & -256`;
  const counted = countedIn(
    explored,
    (acts) => sql`
      SELECT ${place} AS place, min(prev_activity COLLATE "C") AS prev_activity, min(activity COLLATE "C") AS activity,
             count(*) AS times FROM ${acts} GROUP BY 1`,
  );
  const { rows: counts } = await db.execute<ClassCount & Record<string, unknown>>(sql`
    SELECT min(prev_activity) AS "from", min(activity) AS "to", sum(times)::int AS count, place::text,
           ${medians ? sql`(place & 255)::int` : sql`0`} AS "lengthClass" FROM (${counted}) counted GROUP BY place`);
  const times = medians ? await readMedians(db, explored, medianPlaces(counts)) : new Map<string, number>();
  return graphOf(pathCounts(counts).map((path) => ({ ...path, median: times.get(keyOf(path)) ?? null })));
}

const keyOf = ({ from, to }: { from: string | null; to: string }) => JSON.stringify([from, to]);

async function readMedians(
  db: Read,
  explored: Explored,
  places: readonly MedianPlace[],
): Promise<Map<string, number>> {
  const counted = countedIn(
    explored,
    (acts) => sql`
      SELECT path_class AS place, date_part('epoch', occurred_at - prev_at) AS seconds, count(*) AS times
        FROM ${acts} AND path_class = ANY(${sql.param(places.map(({ place }) => place))}::bigint[]) GROUP BY 1, 2`,
  );
  const { rows } = await db.execute<{ place: string; median: number }>(sql`
    SELECT place::text, seconds AS median FROM (
      SELECT place, seconds, sum(times) AS times, sum(sum(times)) OVER (PARTITION BY place ORDER BY seconds) AS until
        FROM (${counted}) counted GROUP BY place, seconds
    ) counted_until
      JOIN json_to_recordset(${JSON.stringify(places)}::json) AS median (place bigint, rank int) USING (place)
     WHERE until >= rank AND until - times < rank`);
  const medians = new Map(rows.map(({ place, median }) => [place, median]));
  return new Map(places.map((path) => [keyOf(path), medians.get(path.place) ?? Number.NaN]));
}

/** The way of a record as one number: a hash of each step, which knows its place. */
const way = sql`bit_xor(CASE WHEN activity IS DISTINCT FROM prev_activity
                             THEN hashtextextended(activity, step) END)`;

/** The ways that records took, the most frequent first. */
export async function readVariants(db: Read, explored: Explored, most: number): Promise<Variants> {
  const { rows } = await db.execute<{
    id: string;
    records: number;
    total: number;
    all: number;
    activities: string[];
  }>(sql`
    WITH record AS (
      ${countedIn(explored, (acts) => sql`SELECT stream_id, ${way} AS way FROM ${acts} GROUP BY stream_id`)}
    ), variant AS (
      SELECT way, count(*) AS records, min(stream_id::text)::uuid AS sample, count(*) OVER () AS total,
             sum(count(*)) OVER () AS all
        FROM record GROUP BY way ORDER BY records DESC, way LIMIT ${most}
    )
    SELECT way::text AS id, records::int, total::int, variant.all::int AS "all", story.activities
      FROM variant CROSS JOIN LATERAL (
        SELECT array_agg(activity ORDER BY version) AS activities
          FROM (${sql.join(actsInOrderOf(explored), sql` UNION ALL `)}) AS acts
         WHERE stream_id = sample AND activity IS DISTINCT FROM prev_activity
      ) story
     ORDER BY variant.records DESC, way`);
  return {
    shown: rows.map(({ id, activities, records }) => ({ id, activities, records })),
    total: rows[0]?.total ?? 0,
    records: rows[0]?.all ?? 0,
  };
}

/** The acts or records behind a number of the map. */
export const readBehindMap = (db: Read, explored: Explored, number: MapNumber): Promise<EvidenceList> =>
  readEvidence(db, placesOf(explored, number));

function placesOf(explored: Explored, number: MapNumber): SQL {
  const acts = sql`SELECT stream_id, version FROM ${actsIn(explored)}`;
  const records = sql`SELECT stream_id, max(version) AS version FROM ${actsIn(explored)} GROUP BY stream_id`;
  switch (number.kind) {
    case 'activity':
      return sql`${acts} AND activity = ${number.activity}`;
    case 'path':
      return sql`${acts} AND prev_activity = ${number.from} AND activity = ${number.to}`;
    case 'start':
      return sql`${acts} AND prev_activity IS NULL AND activity = ${number.activity}`;
    case 'end':
      return sql`${records} HAVING max(version) = max(version) FILTER (WHERE activity = ${number.activity})`;
    case 'variant':
      return sql`${records} HAVING ${way} = ${number.variant}::bigint`;
  }
}
