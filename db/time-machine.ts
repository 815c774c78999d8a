/** The whole business at a moment, and what happened since: what the page of the time machine asks. */
import { sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import type { Status } from '@/lib/invoice/status';
import type { StatusTotals } from '@/lib/invoice/status-totals';
import type { Currency } from '@/lib/money';
import type { PastSense } from '@/lib/past-sense';
import type { ActivityEvent } from './activity';
import { activityWhere } from './activity-filters';
import type { Database } from './client';
import type { CompanyCalendar } from './invoice-where';
import { invoicesAt } from './invoices-at';
import { readExcerpts } from './record-excerpts';
import { isoText } from './stored-event';

type Queries = Pick<Database, 'execute'>;

/** How many invoices stood in each status, and what they came to, by currency. */
export async function readStatusTotals(db: Queries, calendar: CompanyCalendar): Promise<StatusTotals[]> {
  const { rows } = await db.execute<{
    currency: Currency;
    status: Status;
    count: number;
    total: string;
    balance: string;
  }>(sql`
    SELECT currency, status, count(*)::int AS count, sum(total_amount)::text AS total,
           sum(balance_amount)::text AS balance
      FROM ${invoicesAt(calendar)} GROUP BY currency, status`);
  return rows.map((row) => ({ ...row, total: BigInt(row.total), balance: BigInt(row.balance) }));
}

/**
 * How the totals moved over stretches of time: each version of an invoice came to stand in one and, where it was
 * followed by another, ceased to in another. One look at `invoice_versions` answers for every moment.
 *
 * @param bounds instants in order, ISO 8601: stretch n lasts from `bounds[n - 1]` until just before `bounds[n]`
 * @param sense by when things happened, or by when they were recorded
 * @returns as many as there are bounds, for `accumulate`; the first is what stood just before the first bound
 */
export async function readMovements(
  db: Queries,
  bounds: readonly string[],
  sense: PastSense = 'was',
): Promise<StatusTotals[][]> {
  const edges = sql`${sql.param(bounds)}::timestamptz[]`;
  const end = sql`${bounds.at(-1)}::timestamptz`;
  const [from, to] = sense === 'known' ? [sql`known_from`, sql`known_to`] : [sql`valid_from`, sql`valid_to`];
  const { rows } = await db.execute<{
    stretch: number;
    currency: Currency;
    status: Status;
    count: number;
    total: string;
    balance: string;
  }>(sql`
    SELECT stretch, currency, status, sum(count)::int AS count, sum(total)::text AS total,
           sum(balance)::text AS balance
      FROM (
        SELECT width_bucket(${from}, ${edges}) AS stretch, currency, status, count(*) AS count,
               sum(total_amount) AS total, sum(balance_amount) AS balance
          FROM invoice_versions WHERE ${from} < ${end} GROUP BY 1, 2, 3
        UNION ALL
        SELECT width_bucket(${to}, ${edges}), currency, status, -count(*),
               -sum(total_amount), -sum(balance_amount)
          FROM invoice_versions WHERE ${to} < ${end} GROUP BY 1, 2, 3
      ) AS moved
     GROUP BY stretch, currency, status`);
  const movements: StatusTotals[][] = bounds.map(() => []);
  for (const { stretch, ...row } of rows)
    movements[stretch]?.push({ ...row, total: BigInt(row.total), balance: BigInt(row.balance) });
  return movements;
}

/** Who changed how much, and what it was. */
export interface Changes {
  count: number;
  people: readonly { id: string; name: string; count: number }[];
  types: readonly { workflow: string; type: string; count: number }[];
}

/** So many people and types are named. */
const mostNamed = 8;

/** What happened in the time that the filters name, by whom and of what type, the most first. */
export async function readChanges(db: Queries, filters: ActivityFilters): Promise<Changes> {
  const where = activityWhere(filters);
  const [people, types] = await Promise.all([
    db.execute<Changes['people'][number]>(sql`
      SELECT actor_id AS id, (array_agg(actor_name ORDER BY occurred_at DESC))[1] AS name, count(*)::int AS count
        FROM events WHERE ${where} GROUP BY actor_id ORDER BY count DESC, name`),
    db.execute<Changes['types'][number]>(sql`
      SELECT workflow, type, count(*)::int AS count FROM events WHERE ${where}
       GROUP BY workflow, type ORDER BY count DESC, type LIMIT ${mostNamed}`),
  ]);
  return {
    count: people.rows.reduce((sum, { count }) => sum + count, 0),
    people: people.rows.slice(0, mostNamed),
    types: types.rows,
  };
}

/**
 * The nth event of the time that the filters name, oldest first, counted from 1; null where there are fewer. It is counted
 * from whichever end is nearer.
 *
 * @param of how many there are; what is appended after they were counted may move the answer by as much
 */
export async function readNth(
  db: Database,
  filters: ActivityFilters,
  n: number,
  of: number,
): Promise<ActivityEvent | null> {
  if (n < 1 || n > of) return null;
  const fromStart = n <= of / 2;
  const order = fromStart
    ? sql`occurred_at, stream_id, version`
    : sql`occurred_at DESC, stream_id DESC, version DESC`;
  // Times are made into text for the one that is found only: for all that are passed over it took longer than counting.
  const { rows } = await db.execute<{ occurredAt: string; streamId: string; version: number }>(sql`
    SELECT ${isoText('occurred_at')} AS "occurredAt", stream_id AS "streamId", version FROM (
      SELECT occurred_at, stream_id, version FROM events WHERE ${activityWhere(filters)}
       ORDER BY ${order} OFFSET ${fromStart ? n - 1 : of - n} LIMIT 1
    ) nth`);
  const [event = null] = await readExcerpts(db.$client, rows);
  return event;
}
