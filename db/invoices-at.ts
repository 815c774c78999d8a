/**
 * The invoices of a moment, from what is there anyway. What was current then and still is, is a row of `invoices`; what
 * was and is no more, is a version that began by then and ended after it. Of the versions that are over, few were current
 * at any one moment, and they were written around it: the index on their spans knows which pages those are.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { CompanyCalendar } from './invoice-where';
import { summaryColumns } from './projections/invoices';

type Moment = Pick<CompanyCalendar, 'asOf' | 'sense'>;

/**
 * Where the rows of a moment are: tables for FROM, each called `invoices`, that together hold every invoice of then once.
 * Whoever wants only the first few in some order asks each for so many.
 */
export function invoiceSources({ asOf, sense = 'was' }: Moment): readonly SQL[] {
  if (!asOf) return [sql`invoices`];
  const at = sql`${asOf}::timestamptz`;
  const known = sense === 'known';
  // Nothing is known before it happens, so an index on when it happened serves either sense.
  const still = known ? sql`updated_at <= ${at} AND known_from <= ${at}` : sql`updated_at <= ${at}`;
  const over = known
    ? sql`known_from <= ${at} AND known_to > ${at}`
    : sql`valid_from <= ${at} AND valid_to > ${at}`;
  return [
    sql`(SELECT ${columns}, updated_at FROM invoices WHERE ${still}) AS invoices`,
    sql`(SELECT ${columns}, valid_from AS updated_at FROM invoice_versions WHERE ${over}) AS invoices`,
  ];
}

/** All of them as one table for FROM, called `invoices`. */
export function invoicesAt(moment: Moment): SQL {
  const [first, ...more] = invoiceSources(moment).map((source) => sql`SELECT * FROM ${source}`);
  if (more.length === 0) return sql`invoices`;
  return sql`(${sql.join([first, ...more], sql` UNION ALL `)}) AS invoices`;
}

const columns = sql.raw(summaryColumns.join(', '));
