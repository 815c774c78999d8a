import { type SQL, sql } from 'drizzle-orm';
import { currencyCodes } from '@/lib/currencies';
import type { InvoiceSort } from '@/lib/invoice/invoice-list';
import { exponentOf } from '@/lib/money';
import { isoText } from './stored-event';

/** One way to sort the table `invoices`; `stream_id` decides between equals. */
export interface InvoiceOrder {
  /** What it sorts by. Where it is nullable, all of them are null together. */
  keys: readonly SQL[];
  nullable: boolean;
  /** The keys as one text, for a cursor, and back. */
  text: SQL;
  valuesOf(text: string): SQL[];
  /** How the keys run in the index that serves it, whose `stream_id` runs upwards either way. */
  indexDescending: boolean;
}

const largestExponent = 4;

/**
 * Totals of different currencies compare by their face value: ¥1,000 is more than €999.00, although it has fewer
 * minor units.
 */
const faceValue = sql.raw(
  `total_amount * CASE currency ${currencyCodes
    .filter((code) => exponentOf(code) !== 2)
    .map((code) => `WHEN '${code}' THEN ${10 ** (largestExponent - exponentOf(code))}`)
    .join(' ')} ELSE ${10 ** (largestExponent - 2)} END`,
);

export const invoiceOrders: Readonly<Record<InvoiceSort, InvoiceOrder>> = {
  updated: {
    keys: [sql`updated_at`],
    nullable: false,
    text: isoText('updated_at'),
    valuesOf: (text) => [sql`${text}::timestamptz`],
    indexDescending: true,
  },
  number: {
    // The length first, so that INV-9 comes before INV-10.
    keys: [sql`length(number)`, sql`number`],
    nullable: true,
    text: sql`number`,
    valuesOf: (text) => [sql`length(${text}::text)`, sql`${text}::text`],
    indexDescending: false,
  },
  customer: {
    keys: [sql`lower(customer_name)`],
    nullable: false,
    text: sql`lower(customer_name)`,
    valuesOf: (text) => [sql`${text}::text`],
    indexDescending: false,
  },
  due: {
    keys: [sql`due_date`],
    nullable: true,
    text: sql`to_char(due_date, 'YYYY-MM-DD')`,
    valuesOf: (text) => [sql`${text}::date`],
    indexDescending: false,
  },
  total: {
    keys: [sql`(${faceValue})`],
    nullable: false,
    text: sql`(${faceValue})::text`,
    valuesOf: (text) => [sql`${text}::bigint`],
    indexDescending: false,
  },
};
