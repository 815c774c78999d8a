import { formatDay } from '../calendar';
import type { DescribedChange, Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import type { Books } from './books';
import type { BooksEvent, BooksEventType } from './events';

export const booksKinds: Record<BooksEventType, EventKind> = {
  books_opened: 'life',
  period_closed: 'life',
  period_reopened: 'life',
};

/** An event in words, its actor left out: "closed the books through 30 Sep 2026". */
export function describe(event: EventWithChanges<BooksEvent>): Description {
  switch (event.type) {
    case 'books_opened':
      return say('opened the books', 'books');
    case 'period_closed': {
      const day = formatDay(event.payload.through);
      return say(`closed the books through ${day}`, `closing through ${day}`);
    }
    case 'period_reopened': {
      const { through } = event.payload;
      return through === null
        ? say('reopened all periods', 'reopening of all periods')
        : say(`reopened the books after ${formatDay(through)}`, `reopening after ${formatDay(through)}`);
    }
  }
}

/** The difference an event made, as people read it. */
export function describeChanges(
  { changes }: EventWithChanges<BooksEvent>,
  _before: Books,
  _after: Books,
): readonly DescribedChange[] {
  const change = changes.closedThrough;
  if (!change || (change.from ?? null) === (change.to ?? null)) return [];
  const { from, to } = change;
  return [
    {
      path: 'closedThrough',
      label: 'Closed through',
      ...(from ? { from: formatDay(String(from)) } : {}),
      ...(to ? { to: formatDay(String(to)) } : {}),
    },
  ];
}

const say = (sentence: string, short: string): Description => ({ sentence, short, tone: 'neutral' });
