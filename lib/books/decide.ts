import { formatDay } from '../calendar';
import type { DecisionSettings } from '../decision-settings';
import type { Decision, DecisionContext } from '../event-sourcing/workflow';
import { type Books, booksId } from './books';
import type { BooksCommand } from './commands';
import type { BooksEvent } from './events';

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(
  command: BooksCommand,
  books: Books,
  { today }: DecisionContext<DecisionSettings>,
): Decision<BooksEvent> {
  if (command.type === 'open_books') {
    if (books.id) return refused('exists_already', 'The books are there already.');
    return events({ type: 'books_opened', payload: { booksId } });
  }
  if (!books.id)
    return refused('not_found', 'The books are not opened yet. Reload the page, then close the period.');
  const { closedThrough } = books;
  if (command.through === closedThrough) return events();
  switch (command.type) {
    case 'close_period': {
      const { through } = command;
      if (closedThrough !== null && through < closedThrough) {
        return refused(
          'closed_already',
          `Everything through ${formatDay(closedThrough)} is closed already. To open a part of it again, reopen it.`,
        );
      }
      if (through >= today) {
        return refused(
          'not_over',
          `${formatDay(through)} is not over yet, so what happens on it could not be recorded. Close a day before today.`,
        );
      }
      return events({ type: 'period_closed', payload: { through } });
    }
    case 'reopen_period': {
      const { through } = command;
      if (through !== null && (closedThrough === null || through > closedThrough))
        return refused('open_already', `What comes after ${formatDay(through)} is open already.`);
      return events({ type: 'period_reopened', payload: { through } });
    }
  }
}

const events = (...list: BooksEvent[]): Decision<BooksEvent> => ({ kind: 'events', events: list });
const refused = (code: string, message: string): Decision<BooksEvent> => ({
  kind: 'refused',
  refusal: { code, message, field: 'through' },
});
