import { type SQL, sql } from 'drizzle-orm';
import { addDays, dayStart, weekOf } from '@/lib/calendar-spans';
import type { InvoiceFilters, InvoiceFlag, Range } from '@/lib/invoice/invoice-filters';
import type { PastSense } from '@/lib/past-sense';
import { containing } from './containing';
import { faceValue, faceValueOf } from './face-value';

/** The moment that a list is about, on the company's calendar. */
export interface CompanyCalendar {
  /** The company's day at that moment. */
  today: string;
  /** In which its days begin. */
  timeZone: string;
  /** The moment itself where it lies in the past, ISO 8601 in UTC; without one it is now. */
  asOf?: string | null;
  /** In what sense the past is meant; without one, as it was. */
  sense?: PastSense;
}

/** Owed, and not given up: what somebody still has to pay. */
export const isOpen = sql.raw(`status IN ('open', 'partially_paid')`);

/** Past its due date and not paid. Never null. */
export const isOverdue = ({ today }: CompanyCalendar): SQL =>
  sql`coalesce(due_date < ${today}::date AND ${isOpen}, false)`;

/** The filters as a condition on `invoices`: page, totals, export and bulk actions mean the same rows by it. */
export function invoiceWhere(filters: InvoiceFilters, calendar: CompanyCalendar): SQL {
  const { statuses, flags, customer, currency } = filters;
  const conditions = [
    ...wordsOf(filters.search).map(
      (word) =>
        sql`lower(coalesce(number, '') || ' ' || customer_name) LIKE lower(${containing(word)}::text)`,
    ),
    statuses.length > 0 && sql`status IN ${[...statuses]}`,
    flags.length > 0 && anyOf(flags.map((flag) => flagCondition(flag, calendar))),
    customer && sql`customer_id = ${customer}::uuid`,
    filters.total && within(faceValue('total_amount'), filters.total, faceValueOf),
    // Of a draft, or of what was voided, nobody owes the balance that it would have.
    filters.balance &&
      sql`status NOT IN ('draft', 'void', 'discarded') AND ${within(faceValue('balance_amount'), filters.balance, faceValueOf)}`,
    currency && sql`currency = ${currency}`,
    dueCondition(filters.due, calendar),
    changedCondition(filters, calendar),
  ].filter((condition) => typeof condition === 'object' && condition !== null);
  return conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`;
}

const mostWords = 8;

function wordsOf(search: string): string[] {
  return search.split(/\s+/).filter(Boolean).slice(0, mostWords);
}

const anyOf = (conditions: readonly SQL[]): SQL => sql`(${sql.join([...conditions], sql` OR `)})`;

function flagCondition(flag: InvoiceFlag, calendar: CompanyCalendar): SQL {
  switch (flag) {
    case 'overdue':
      return isOverdue(calendar);
    case 'disputed':
      return sql`disputed`;
    case 'awaiting_approval':
      return sql`awaits_approval`;
    case 'overpaid':
      return sql`(balance_amount < 0 AND status = 'paid')`;
  }
}

/** Both ends included. */
function within(column: SQL, { from, to }: Range, toSql: (text: string) => SQL): SQL {
  const ends = [from && sql`${column} >= ${toSql(from)}`, to && sql`${column} <= ${toSql(to)}`];
  return sql.join(
    ends.filter((end) => end !== null && end !== ''),
    sql` AND `,
  );
}

function dueCondition(due: InvoiceFilters['due'], calendar: CompanyCalendar): SQL | null {
  const between = (range: Range) => within(sql`due_date`, range, (day) => sql`${day}::date`);
  switch (due) {
    case null:
      return null;
    case 'overdue':
      return isOverdue(calendar);
    case 'today':
      return between({ from: calendar.today, to: calendar.today });
    case 'this_week':
      return between(weekOf(calendar.today));
    case 'none':
      return sql`due_date IS NULL`;
    default:
      return between(due);
  }
}

/**
 * Changed by anybody since a moment is what its newest change tells. Changed by somebody is asked of the events: the
 * index on actor and time holds everything that the question needs, so no event is read for it.
 */
function changedCondition(
  { changedBy, changedSince }: InvoiceFilters,
  calendar: CompanyCalendar,
): SQL | null {
  const since = changedSince && sql`${sinceInstant(changedSince, calendar)}::timestamptz`;
  if (!changedBy) return since && sql`updated_at >= ${since}`;
  return sql`EXISTS (
    SELECT FROM events e WHERE e.stream_id = invoices.stream_id AND e.actor_id = ${changedBy}
    ${since ? sql`AND e.occurred_at >= ${since}` : sql``}
    ${calendar.asOf ? sql`AND e.version <= invoices.version` : sql``})`;
}

/** The moment from which on a change counts. */
function sinceInstant(
  since: NonNullable<InvoiceFilters['changedSince']>,
  { today, timeZone }: CompanyCalendar,
): string {
  switch (since) {
    case 'today':
      return dayStart(today, timeZone);
    case 'yesterday':
      return dayStart(addDays(today, -1), timeZone);
    case 'week':
      return dayStart(addDays(today, -7), timeZone);
    default:
      return since.at;
  }
}
