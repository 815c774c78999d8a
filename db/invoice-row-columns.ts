import { type SQL, sql } from 'drizzle-orm';
import { type CompanyCalendar, isOverdue } from './invoice-where';
import { isoText } from './stored-event';

/** The columns of an `InvoiceListRow`, for a SELECT from `invoices`. */
export function rowColumns(calendar: CompanyCalendar): SQL {
  return sql`stream_id AS id, version, number, customer_name AS "customerName", customer_email AS "customerEmail", currency,
    status, ${isOverdue(calendar)} AS overdue, disputed, awaits_approval AS "awaitsApproval",
    net_amount::float8 AS "netAmount", tax_amount::float8 AS "taxAmount", total_amount::float8 AS "totalAmount",
    paid_amount::float8 AS "paidAmount", credited_amount::float8 AS "creditedAmount",
    refunded_amount::float8 AS "refundedAmount", balance_amount::float8 AS "balanceAmount",
    line_count AS "lineCount", to_char(issue_date, 'YYYY-MM-DD') AS "issueDate",
    to_char(due_date, 'YYYY-MM-DD') AS "dueDate", last_actor_name AS "lastActorName",
    ${isoText('updated_at')} AS "updatedAt"`;
}
