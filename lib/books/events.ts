import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';
import type { PayloadDefinition } from '../event-sourcing/upcast';

/** What the events of the books say: through which day accounting periods are closed. */
const payloads = {
  books_opened: z.object({ booksId: z.uuid() }),
  period_closed: z.object({ through: calendarDay }),
  /** What stays closed: everything through this day, or nothing. */
  period_reopened: z.object({ through: z.nullable(calendarDay) }),
};

type Payloads = typeof payloads;
export type BooksEventType = keyof Payloads;

/** One event of the books: a type and its payload. */
export type BooksEvent = {
  [T in BooksEventType]: { type: T; payload: z.output<Payloads[T]> };
}[BooksEventType];

/** Every payload is in its first shape yet. */
export const booksPayloads = Object.fromEntries(
  Object.entries(payloads).map(([type, schema]) => [type, { schemaVersion: 1, schema }]),
) as unknown as Record<BooksEventType, PayloadDefinition>;
