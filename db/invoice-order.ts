import { type SQL, sql } from 'drizzle-orm';
import type { InvoiceOrdering, InvoiceSort } from '@/lib/invoice/invoice-list';
import { faceValue } from './face-value';
import { byName, givenName } from './name-order';
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

const byDay = (column: string): InvoiceOrder => ({
  keys: [sql.raw(column)],
  nullable: true,
  text: sql.raw(`to_char(${column}, 'YYYY-MM-DD')`),
  valuesOf: (text) => [sql`${text}::date`],
  indexDescending: false,
});

const byAmount = (amount: SQL, nullable = false): InvoiceOrder => ({
  keys: [amount],
  nullable,
  text: sql`${amount}::text`,
  valuesOf: (text) => [sql`${text}::bigint`],
  indexDescending: false,
});

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
    keys: [byName(sql`customer_name`)],
    nullable: false,
    text: sql`lower(customer_name)`,
    valuesOf: (text) => [givenName(text)],
    indexDescending: false,
  },
  issued: byDay('issue_date'),
  due: byDay('due_date'),
  net: byAmount(faceValue('net_amount')),
  tax: byAmount(faceValue('tax_amount')),
  total: byAmount(faceValue('total_amount')),
  paid: byAmount(faceValue('paid_amount')),
  credited: byAmount(faceValue('credited_amount')),
  refunded: byAmount(faceValue('refunded_amount')),
  // As it is shown: of what nobody owes there is none.
  balance: byAmount(
    sql`(CASE WHEN status NOT IN ('draft', 'void', 'discarded') THEN ${faceValue('balance_amount')} END)`,
    true,
  ),
};

/** The whole list in one run, in the order in which its pages show it. */
export function wholeOrder({ sort, descending }: InvoiceOrdering): SQL {
  const { keys, indexDescending } = invoiceOrders[sort];
  const direction = sql.raw(`${descending ? 'DESC' : 'ASC'} NULLS LAST`);
  const id = sql.raw(`stream_id ${descending === indexDescending ? 'ASC' : 'DESC'}`);
  return sql.join([...keys.map((key) => sql`${key} ${direction}`), id], sql`, `);
}
