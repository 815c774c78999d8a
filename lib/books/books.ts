import type { BooksEvent } from './events';

/**
 * The books: which accounting periods are closed. A period is closed together with all before it, as accountants do, so
 * one day says it all.
 */
export interface Books {
  id: string;
  /** The last day that is closed, `YYYY-MM-DD` in the company's time zone; null while everything is open. */
  closedThrough: string | null;
}

/** There is one company with one set of books, so their record has one id, the same in every installation. */
export const booksId = 'b0000000-0000-4000-8000-000000000001';

/** Before anybody looked at them the books have no leaf at all. */
export const noBooks = {} as Books;

export function evolve(state: Books, event: BooksEvent): Books {
  switch (event.type) {
    case 'books_opened':
      return { id: event.payload.booksId, closedThrough: null };
    case 'period_closed':
    case 'period_reopened':
      return { ...state, closedThrough: event.payload.through };
    default:
      return unknownEvent(event);
  }
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of the books. Update Retrace to read this record.`,
  );
}
