/**
 * One timeline across a customer's records: their own, the invoices to them, and what else is theirs. Newest first, page by
 * page by keyset.
 *
 * Every record's newest events come straight from the log's own key, and of the records themselves only so many are asked
 * as the page has rows, the last changed first: no other can have an event on it. Further down all of them are asked.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { ActivityEvent } from './activity';
import { type ActivityCursor, decodeActivityCursor, encodeActivityCursor } from './activity-cursor';
import type { Database } from './client';
import { readExcerpts } from './record-excerpts';
import { isoText } from './stored-event';

export interface TimelineQuery {
  customerId: string;
  /** Only events of records of this workflow. */
  workflow: string | null;
  after: string | null;
}

export interface CustomerTimeline {
  events: readonly ActivityEvent[];
  next: string | null;
  /** How many records of each workflow the customer has, their own left out. */
  records: readonly { workflow: string; count: number }[];
}

export const timelineRows = 25;

/** One page of a customer's timeline. */
export async function readCustomerTimeline(db: Database, query: TimelineQuery): Promise<CustomerTimeline> {
  const cursor = decodeActivityCursor(query.after);
  const [places, records] = await Promise.all([
    db.execute<ActivityCursor & Record<string, unknown>>(selectPlaces(query, cursor)),
    db.execute<{ workflow: string; count: number }>(sql`
      SELECT workflow, count(*)::int AS count FROM (${theirs(query.customerId, null)}) theirs
       WHERE workflow <> 'customer' GROUP BY workflow ORDER BY workflow`),
  ]);
  if (cursor && places.rows.length === 0) return readCustomerTimeline(db, { ...query, after: null });
  const page = places.rows.slice(0, timelineRows);
  const last = page.at(-1);
  return {
    events: await readExcerpts(db.$client, page),
    next: last && places.rows.length > timelineRows ? encodeActivityCursor(last) : null,
    records: records.rows,
  };
}

/** The records that are a customer's now, with when each was last changed. */
function theirs(customerId: string, workflow: string | null): SQL {
  const id = sql`${customerId}::uuid`;
  const only = workflow === null ? sql`true` : sql`workflow = ${workflow}`;
  return sql`
    SELECT workflow, stream_id, changed FROM (
      SELECT 'customer' AS workflow, stream_id, updated_at AS changed FROM customers WHERE stream_id = ${id}
      UNION ALL
      SELECT 'invoice', stream_id, updated_at FROM invoices WHERE customer_id = ${id}
      UNION ALL
      SELECT workflow, stream_id, valid_from FROM records WHERE customer_id = ${id}
    ) each WHERE ${only}`;
}

function selectPlaces({ customerId, workflow }: TimelineQuery, cursor: ActivityCursor | null): SQL {
  const limit = timelineRows + 1;
  const behind = cursor
    ? sql`AND (occurred_at, stream_id, version)
              < (${cursor.occurredAt}::timestamptz, ${cursor.streamId}::uuid, ${cursor.version}::int)`
    : sql``;
  const asked = cursor ? sql`` : sql`ORDER BY changed DESC, stream_id DESC LIMIT ${limit}`;
  return sql`
    WITH asked AS MATERIALIZED (SELECT stream_id FROM (${theirs(customerId, workflow)}) theirs ${asked})
    SELECT ${isoText('e.occurred_at')} AS "occurredAt", e.stream_id AS "streamId", e.version
      FROM asked CROSS JOIN LATERAL (
        SELECT occurred_at, stream_id, version FROM events
         WHERE stream_id = asked.stream_id ${behind}
         ORDER BY version DESC LIMIT ${limit}
      ) e
     ORDER BY e.occurred_at DESC, e.stream_id DESC, e.version DESC LIMIT ${limit}`;
}
