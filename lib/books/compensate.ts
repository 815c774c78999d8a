import type { Compensation, EventWithChanges } from '../event-sourcing/workflow';
import type { BooksEvent } from './events';

/** What takes each event back: the other one, with the day that was closed through before. */
export function compensate(event: EventWithChanges<BooksEvent>): Compensation<BooksEvent> {
  const before = (event.changes.closedThrough?.from ?? null) as string | null;
  switch (event.type) {
    case 'books_opened':
      return {
        kind: 'irreversible',
        because: 'Every company has books; while no period is closed they keep nobody from anything.',
        alternatives: [],
      };
    case 'period_closed':
      return { kind: 'event', event: { type: 'period_reopened', payload: { through: before } } };
    case 'period_reopened':
      // Only what is closed can be reopened, so there is a day to go back to.
      return { kind: 'event', event: { type: 'period_closed', payload: { through: before as string } } };
  }
}
