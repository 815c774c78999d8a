/**
 * The feed of everything that happened to any record, newest first by business time, page by page by keyset: a page
 * begins behind an event, not after so many, so deep pages cost what the first does.
 *
 * The places of a page are read from an index alone, whatever is filtered; only then are its events looked up.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { ActivityFilters, ActivityQuery } from '@/lib/activity/activity-query';
import { type OperationPart, pageLength } from '@/lib/activity/operation-rows';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { RecordExcerpt } from '@/lib/event-sourcing/record-excerpt';
import { type ActivityCursor, decodeActivityCursor, encodeActivityCursor } from './activity-cursor';
import { activityWhere } from './activity-filters';
import type { Database } from './client';
import { readExcerpts } from './record-excerpts';
import { isoText } from './stored-event';

export interface ActivityPage {
  /** Newest first, each with what it takes to tell it. */
  events: readonly ActivityEvent[];
  /** Cursors of the pages around this one, for `before` and `after`. */
  previous: string | null;
  next: string | null;
  /** Operations that go on on the next page. */
  continuing: readonly string[];
  /** What the log held when this was read; `countNews` tells what has come since. */
  mark: string;
}

export interface ActivityEvent {
  event: Recorded;
  excerpt: RecordExcerpt;
}

/** How many rows a page has; those that stand for a whole operation can make it many more events. */
export const activityRows = 50;
/** An operation over more records than this goes on on the next page. */
const mostEvents = 250;
/** So many more are looked at, to tell whether an operation goes on. */
const lookAhead = 50;

/** One page of the events that match. */
export async function readActivity(db: Database, query: ActivityQuery): Promise<ActivityPage> {
  const after = decodeActivityCursor(query.after);
  const before = after ? null : decodeActivityCursor(query.before);
  const { mark, places } = await readPlaces(db, query, { after, before, limit: mostEvents + lookAhead });
  const length = pageLength(places.slice(0, mostEvents), activityRows);
  const more = places.length > length;
  // There is nothing behind the cursor any more; or this is the newest page, which is better shown in full.
  if ((after && length === 0) || (before && !more)) {
    return readActivity(db, { ...query, after: null, before: null });
  }
  const page = places.slice(0, length);
  const here = new Set(page.map(({ operationId }) => operationId));
  const beyond = new Set(places.slice(length).map(({ operationId }) => operationId));
  if (before) page.reverse();
  const cursorOf = (place: Place | undefined) => (place ? encodeActivityCursor(place) : null);
  return {
    events: await readExcerpts(db.$client, page),
    previous: before || after ? cursorOf(page[0]) : null,
    next: before || more ? cursorOf(page.at(-1)) : null,
    continuing: before ? [] : [...here].filter((operation) => beyond.has(operation)),
    mark,
  };
}

/** Reads a page's worth of events after another, up to so many in all: for a file of everything that matches. */
export async function* readActivityBatches(
  db: Database,
  filters: ActivityFilters,
  most: number,
): AsyncGenerator<readonly ActivityEvent[]> {
  let after: ActivityCursor | null = null;
  for (let left = most; left > 0; ) {
    const { places } = await readPlaces(db, filters, {
      after,
      before: null,
      limit: Math.min(left, mostEvents),
    });
    if (places.length === 0) return;
    yield await readExcerpts(db.$client, places);
    left -= places.length;
    after = places.at(-1) ?? null;
  }
}

interface Place extends ActivityCursor, OperationPart {}

interface PlaceRange {
  after: ActivityCursor | null;
  before: ActivityCursor | null;
  limit: number;
}

async function readPlaces(
  db: Pick<Database, 'execute'>,
  filters: ActivityFilters,
  range: PlaceRange,
): Promise<{ mark: string; places: Place[] }> {
  const { rows } = await db.execute<{ mark: string; places: Place[] }>(selectPlaces(filters, range));
  return rows[0] ?? { mark: '', places: [] };
}

/** The places of the next events, nearest to the cursor first, with the snapshot in which they were read. */
function selectPlaces(filters: ActivityFilters, { after, before, limit }: PlaceRange): SQL {
  const direction = sql.raw(before ? 'ASC' : 'DESC');
  const cursor = after ?? before;
  const beyond = cursor
    ? sql`(occurred_at, stream_id, version) ${sql.raw(before ? '>' : '<')}
          (${cursor.occurredAt}::timestamptz, ${cursor.streamId}::uuid, ${cursor.version}::int)`
    : sql`true`;
  // Not materialized as one: the inner SELECT names only columns of an index, and so reads nothing else.
  return sql`
    WITH places AS MATERIALIZED (
      SELECT occurred_at, stream_id, version FROM events
       WHERE ${activityWhere(filters)} AND ${beyond}
       ORDER BY occurred_at ${direction}, stream_id ${direction}, version ${direction} LIMIT ${limit}
    )
    SELECT pg_current_snapshot()::text AS mark, coalesce(json_agg(json_build_object(
             'occurredAt', ${isoText('p.occurred_at')}, 'streamId', p.stream_id, 'version', p.version,
             'operationId', e.operation_id
           ) ORDER BY p.occurred_at ${direction}, p.stream_id ${direction}, p.version ${direction}), '[]') AS places
      FROM places p JOIN events e ON e.stream_id = p.stream_id AND e.version = p.version`;
}
