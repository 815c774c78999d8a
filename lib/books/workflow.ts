import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import { type Books, evolve, noBooks } from './books';
import type { BooksCommand } from './commands';
import { compensate } from './compensate';
import { decide } from './decide';
import { booksKinds, describe, describeChanges } from './describe';
import type { BooksEvent } from './events';

/** The books: one record, which says how far the accounting periods are closed. */
export const booksWorkflow: Workflow<Books, BooksEvent, BooksCommand, null, DecisionSettings> = {
  name: 'books',
  stateVersion: 1,
  initialState: noBooks,
  initialSettings,
  schemaVersions: {},
  kinds: booksKinds,
  evolve,
  decide,
  violations: () => [],
  compensate,
  reapply: (event) => event,
  restsOn: () => [],
  describe,
  describeChanges,
  // Nobody searches the books: the record itself is all there is to read.
  summarize: () => null,
};
