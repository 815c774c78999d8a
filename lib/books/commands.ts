import * as z from 'zod/mini';
import { calendarDay } from '../calendar-day';

const commandSchemas = {
  /** Closes every day up to and with this one. */
  close_period: z.object({ type: z.literal('close_period'), through: calendarDay }),
  /** Opens every day after this one again; with null, all. */
  reopen_period: z.object({ type: z.literal('reopen_period'), through: z.nullable(calendarDay) }),
};

/** What people may ask. Opening the books is not among it: the installation does that. */
export const booksCommand = z.discriminatedUnion('type', [
  commandSchemas.close_period,
  commandSchemas.reopen_period,
]);

export interface OpenBooks {
  type: 'open_books';
}

export type BooksCommand = z.output<typeof booksCommand> | OpenBooks;
