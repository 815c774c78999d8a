/**
 * Which records came the same way as those that were refunded? Each kind of path is told by what is cheapest to see of all
 * records: the whole one by its hash, which is kept with the act; the last two acts since each is kept with the one before
 * it; the kinds by when each of them first happened, in one go through all records.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import type { RefundPaths } from '@/lib/analytics/refund-paths';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { workflows } from '@/lib/workflows';
import { acts, actsInOrder, inPeriod, isOutcome, ofRecords } from './acts';
import { type NamedOutcomes, workflowsWith } from './outcomes';

/** What is asked: of what, what counts as a refund, and as what paths are looked at. */
export interface AskedPaths {
  filters: AnalyticsFilters;
  named: NamedOutcomes;
  paths: RefundPaths;
}

/** A path that led to refunds. */
export interface FoundPath {
  workflow: string;
  path: string;
  activities: readonly string[];
  /** The records that were refunded next, and the version of each refund. */
  streams: readonly string[];
  versions: readonly number[];
}

/** The acts by which a record goes on along its path of kinds: all but changes of details. */
export function leadingActs({ filters, named }: AskedPaths): SQL {
  const refundable = workflowsWith(named, 'refund');
  const details = refundable.map((workflow) => ({ workflow, activities: detailActs(workflow, named) }));
  return sql`(SELECT * FROM ${acts(filters)} a
    WHERE workflow = ANY(${sql.param(refundable)}::text[]) AND NOT ${isOutcome(details)})`;
}

/** Acts that change a record's details: other ones on each record. */
function detailActs(workflow: string, named: NamedOutcomes): string[] {
  const { kinds } = Object.hasOwn(workflows, workflow) ? (workflows[workflow] as AnyWorkflow) : { kinds: {} };
  return Object.entries(kinds)
    .filter(([activity, kind]) => kind === 'edit' && !named.get(workflow)?.refund.includes(activity))
    .map(([activity]) => activity);
}

/**
 * The acts that completed one of these paths, within the period and of the records that are asked about.
 *
 * @returns a relation of `place`, the path's among those found, with `stream_id` and `version`
 */
export function completedPaths(asked: AskedPaths, found: readonly FoundPath[]): SQL {
  switch (asked.paths) {
    case 'kinds':
      return completedKinds(asked, found);
    case 'last':
      return completedSteps(
        asked,
        sql`a.activity = way.activity AND coalesce(a.prev_activity, '') = way.prev`,
        found,
      );
    case 'whole':
      return completedSteps(asked, sql`a.trail = way.path`, found);
  }
}

/** Paths by what is kept with the act that completes them; of the two last acts a record's first has none before it. */
function completedSteps(asked: AskedPaths, completes: SQL, found: readonly FoundPath[]): SQL {
  const { filters } = asked;
  const ways = found.map(({ workflow, path, activities }, place) => {
    const [activity = '', prev = ''] = activities.toReversed();
    return sql`(${place}::int, ${workflow}::text, ${path}::bigint, ${activity}::text, ${prev}::text)`;
  });
  return sql`(
    SELECT way.place, a.stream_id, a.version FROM (
      SELECT * FROM ${actsInOrder(filters)} a WHERE activity IS DISTINCT FROM prev_activity
         AND ${ofRecords(filters)} AND ${inPeriod(filters, sql`occurred_at`)}
    ) a JOIN (VALUES ${sql.join(ways, sql`, `)}) AS way(place, workflow, path, activity, prev)
      ON a.workflow = way.workflow AND ${completes})`;
}

/** Paths of kinds, by the version in which each kind first happened on a record. */
function completedKinds(asked: AskedPaths, found: readonly FoundPath[]): SQL {
  const { filters } = asked;
  const known = [...new Set(found.flatMap(({ activities }) => activities))];
  const column = (activity: string) => sql.raw(`first_${known.indexOf(activity)}`);
  const columns = known.map(
    (activity) => sql`min(version) FILTER (WHERE activity = ${activity}) AS ${column(activity)}`,
  );
  const ways = found.flatMap(({ workflow, activities }, place) => {
    const last = activities.at(-1);
    if (last === undefined) return [];
    const inTurn = activities.slice(1).map((next, at) => {
      const before = activities[at] ?? next;
      return sql`${column(before)} < ${column(next)}`;
    });
    const others = [sql`other`, ...known.filter((each) => !activities.includes(each)).map(column)];
    const alone = sql`coalesce(least(${sql.join(others, sql`, `)}) > ${column(last)}, true)`;
    const taken = sql.join([sql`workflow = ${workflow}`, ...inTurn, alone], sql` AND `);
    // Both as one number, so that what is not there can be left out before it becomes rows.
    return [sql`CASE WHEN ${taken} THEN ${place}::bigint << 32 | ${column(last)} END`];
  });
  if (ways.length === 0) return sql`(SELECT 0 AS place, NULL::uuid AS stream_id, 0 AS version WHERE false)`;
  const completed = sql`
    SELECT (way >> 32)::int AS place, stream_id, (way & 4294967295)::int AS version FROM (
      SELECT stream_id, unnest(array_remove(ARRAY[${sql.join(ways, sql`, `)}], NULL)) AS way FROM (
        SELECT workflow, stream_id, ${sql.join(columns, sql`, `)},
               min(version) FILTER (WHERE NOT activity = ANY(${sql.param(known)}::text[])) AS other
          FROM ${leadingActs(asked)} l
         WHERE ${filters.workflow ? sql`workflow = ${filters.workflow}` : sql`true`} GROUP BY workflow, stream_id
      ) record
    ) each`;
  if (!filters.customer && !filters.from && !filters.to) return sql`(${completed})`;
  // The act that completed the path is the one that must be asked about.
  return sql`(
    SELECT c.place, c.stream_id, c.version FROM (${completed}) c JOIN (
      SELECT stream_id, version FROM ${acts(filters)} a
       WHERE ${ofRecords(filters)} AND ${inPeriod(filters, sql`occurred_at`)}
    ) a USING (stream_id, version))`;
}
