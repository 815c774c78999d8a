/** The whole business at a moment, and what happened since: what the page of the time machine asks. */
import { sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import type { Status } from '@/lib/invoice/status';
import type { StatusTotals } from '@/lib/invoice/status-totals';
import type { Currency } from '@/lib/money';
import type { ActivityEvent } from './activity';
import { activityWhere } from './activity-filters';
import type { Database } from './client';
import { type CompanyCalendar, invoicesAt } from './invoice-where';
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

/** The nth event of the time that the filters name, oldest first, counted from 1; null where there are fewer. */
export async function readNth(
  db: Database,
  filters: ActivityFilters,
  n: number,
): Promise<ActivityEvent | null> {
  const { rows } = await db.execute<{ occurredAt: string; streamId: string; version: number }>(sql`
    SELECT ${isoText('occurred_at')} AS "occurredAt", stream_id AS "streamId", version FROM events
     WHERE ${activityWhere(filters)} ORDER BY occurred_at, stream_id, version OFFSET ${n - 1} LIMIT 1`);
  const [event = null] = await readExcerpts(db.$client, rows);
  return event;
}
