import type { Invoice } from '@/lib/invoice/invoice';
import { summarize } from '@/lib/invoice/summarize';
import type { Projection } from './projection';
import { versionedProjection } from './versioned';

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

/**
 * `invoices` holds the newest row of each invoice, `invoice_versions` every row with the time in which it was current:
 * once by when things happened (`valid`), once by when they were recorded (`known`).
 */
export const invoicesProjection: Projection = versionedProjection(
  { newest: 'invoices', versions: 'invoice_versions', since: 'updated_at', columns },
  ({ event, state }) => {
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
    return row;
  },
);
