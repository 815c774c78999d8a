import { booksId } from '@/lib/books/books';
import type { BooksCommand } from '@/lib/books/commands';
import { booksWorkflow } from '@/lib/books/workflow';
import type { Database } from './client';
import { ensureRecord } from './ensure-record';
import { type CommandRequest, execute } from './execute';
import type { WriteResult } from './write';

/** Opens the books, unless they are there: with every period open. */
export function ensureBooks(db: Database): Promise<void> {
  const command: BooksCommand = { type: 'open_books' };
  return ensureRecord(db, { workflow: booksWorkflow, streamId: booksId, command });
}

/** Gives the books a command. The first of an installation finds them opened. */
export async function giveBooksCommand(
  db: Database,
  request: CommandRequest & { command: BooksCommand },
): Promise<WriteResult> {
  await ensureBooks(db);
  return execute(db, request);
}
