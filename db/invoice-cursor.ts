import { z } from 'zod';
import { calendarDay } from '@/lib/calendar-day';
import type { InvoiceSort } from '@/lib/invoice/invoice-list';
import { text } from '@/lib/text';
import { cursorInstant } from './cursor-instant';

/** A place in a sorted list of invoices: the row that a page follows or precedes. */
export interface InvoiceCursor {
  /** What that row is sorted by, as text; null where it has none of it. */
  key: string | null;
  id: string;
}

const amount = z.string().regex(/^-?\d{1,18}$/);

/** What a key may look like, so that nothing from an address reaches a cast that it would break. */
const keys: Record<InvoiceSort, z.core.$ZodType<string | null>> = {
  updated: cursorInstant,
  number: z.nullable(text(200)),
  customer: text(1000),
  issued: z.nullable(calendarDay),
  due: z.nullable(calendarDay),
  net: amount,
  tax: amount,
  total: amount,
  paid: amount,
  credited: amount,
  refunded: amount,
  balance: z.nullable(amount),
};

/** The cursor as it stands in an address. It names its order: in another one it would point to another place. */
export function encodeCursor(sort: InvoiceSort, { key, id }: InvoiceCursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

/** The cursor of an address, or null if it is none for this order. */
export function decodeCursor(sort: InvoiceSort, encoded: string | null): InvoiceCursor | null {
  if (!encoded || encoded.length > 4000) return null;
  const shape = z.tuple([z.literal(sort), keys[sort], z.uuid()]);
  const result = shape.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString()));
  if (!result.success) return null;
  const [, key, id] = result.data;
  return { key, id };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
