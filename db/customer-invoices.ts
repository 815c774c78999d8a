import { sql } from 'drizzle-orm';
import type { CustomerInvoices } from '@/lib/invoice/customer-invoices';
import type { Database } from './client';

const shown = 100;

/**
 * A customer's invoices, the newest first, and what all of them add up to in each currency.
 *
 * @param today decides what is overdue: the company's calendar day
 */
export async function readCustomerInvoices(
  db: Pick<Database, 'execute'>,
  customerId: string,
  today: string,
): Promise<CustomerInvoices> {
  const isOpen = sql`status IN ('open', 'partially_paid')`;
  const isOverdue = sql`(${isOpen} AND coalesce(due_date < ${today}::date, false))`;
  const [rows, totals, counted] = await Promise.all([
    db.execute<CustomerInvoices['rows'][number] & Record<string, unknown>>(sql`
      SELECT stream_id AS id, number, currency, status, ${isOverdue} AS overdue, disputed,
             awaits_approval AS "awaitsApproval",
             total_amount::float8 AS total, balance_amount::float8 AS balance,
             to_char(issue_date, 'YYYY-MM-DD') AS "issueDate", to_char(due_date, 'YYYY-MM-DD') AS "dueDate"
        FROM invoices WHERE customer_id = ${customerId}::uuid
       ORDER BY updated_at DESC, stream_id LIMIT ${shown}`),
    db.execute<CustomerInvoices['totals'][number] & Record<string, unknown>>(sql`
      SELECT currency, count(*)::int AS count,
             coalesce(sum(total_amount) FILTER (WHERE issue_date IS NOT NULL AND status <> 'void'), 0)::float8 AS invoiced,
             coalesce(sum(balance_amount) FILTER (WHERE ${isOpen}), 0)::float8 AS open,
             coalesce(sum(balance_amount) FILTER (WHERE ${isOverdue}), 0)::float8 AS overdue
        FROM invoices WHERE customer_id = ${customerId}::uuid AND status <> 'discarded'
       GROUP BY currency ORDER BY currency`),
    db.execute<{ count: number }>(
      sql`SELECT count(*)::int AS count FROM invoices WHERE customer_id = ${customerId}::uuid`,
    ),
  ]);
  return { rows: rows.rows, totals: totals.rows, count: counted.rows[0]?.count ?? 0 };
}
