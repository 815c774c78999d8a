import { sql } from 'drizzle-orm';
import type { Recorded } from '@/lib/event-sourcing/event';
import type { Invoice } from '@/lib/invoice/invoice';
import { summarize } from '@/lib/invoice/summarize';
import type { Projection } from './projection';

/** Columns that `invoices` and `invoice_versions` share, with their types, in one order. */
const columns = {
  stream_id: 'uuid',
  version: 'int',
  number: 'text',
  customer_id: 'uuid',
  customer_name: 'text',
  customer_email: 'text',
  currency: 'text',
  status: 'text',
  disputed: 'bool',
  awaits_approval: 'bool',
  net_amount: 'bigint',
  tax_amount: 'bigint',
  total_amount: 'bigint',
  paid_amount: 'bigint',
  credited_amount: 'bigint',
  refunded_amount: 'bigint',
  balance_amount: 'bigint',
  line_count: 'int',
  issue_date: 'date',
  due_date: 'date',
  last_event_type: 'text',
  last_actor_id: 'text',
  last_actor_name: 'text',
} as const;

/** The columns of a row of the list. */
export const summaryColumns: readonly string[] = Object.keys(columns);
const list = sql.raw(summaryColumns.join(', '));
const excluded = sql.raw(
  [...summaryColumns, 'updated_at', 'known_from']
    .filter((name) => name !== 'stream_id')
    .map((name) => `${name} = excluded.${name}`)
    .join(', '),
);

/** The moment from which on an event was known. After the clock was set back, not before it happened. */
const knownFrom = ({ occurredAt, recordedAt }: Recorded): string =>
  recordedAt > occurredAt ? recordedAt : occurredAt;

/**
 * `invoices` holds the newest row of each invoice, `invoice_versions` every row with the time in which it was current:
 * once by when things happened (`valid`), once by when they were recorded (`known`).
 */
export const invoicesProjection: Projection = {
  columns: {
    ...columns,
    valid_from: 'timestamptz',
    valid_to: 'timestamptz',
    known_from: 'timestamptz',
    known_to: 'timestamptz',
    first: 'bool',
  },
  rowOf({ event, state, first, next }) {
    const summary = summarize(state as Invoice);
    const row: Record<keyof typeof columns, unknown> = {
      stream_id: event.streamId,
      version: event.version,
      number: summary.number,
      customer_id: summary.customerId,
      customer_name: summary.customerName,
      customer_email: summary.customerEmail,
      currency: summary.currency,
      status: summary.status,
      disputed: summary.disputed,
      awaits_approval: summary.awaitsApproval,
      net_amount: summary.netAmount,
      tax_amount: summary.taxAmount,
      total_amount: summary.totalAmount,
      paid_amount: summary.paidAmount,
      credited_amount: summary.creditedAmount,
      refunded_amount: summary.refundedAmount,
      balance_amount: summary.balanceAmount,
      line_count: summary.lineCount,
      issue_date: summary.issueDate,
      due_date: summary.dueDate,
      last_event_type: event.type,
      last_actor_id: event.actor.id,
      last_actor_name: event.actor.name,
    };
    return {
      ...row,
      valid_from: event.occurredAt,
      valid_to: next?.occurredAt ?? null,
      known_from: knownFrom(event),
      known_to: next && knownFrom(next),
      first,
    };
  },
  ctes: sql`
    current_invoices AS (
      INSERT INTO invoices (${list}, updated_at, known_from)
      SELECT ${list}, valid_from, known_from FROM taken WHERE last
      ON CONFLICT (stream_id) DO UPDATE SET ${excluded}
    ), closed_versions AS (
      UPDATE invoice_versions v SET valid_to = r.valid_from, known_to = r.known_from
        FROM taken r
       WHERE r.first AND v.stream_id = r.stream_id AND v.version = r.version - 1
    ), added_versions AS (
      INSERT INTO invoice_versions (${list}, valid_from, valid_to, known_from, known_to)
      SELECT ${list}, valid_from, valid_to, known_from, known_to FROM taken
    )`,
};
