import type { Metadata } from 'next';
import { revertOnBooks, runBooksCommand } from '@/app/actions/books';
import { openRecord } from '@/app/opened-record';
import { requirePerson } from '@/app/session';
import { BooksRecord } from '@/components/books/books-record';
import { ensureBooks } from '@/db/books';
import { database } from '@/db/client';
import { booksId } from '@/lib/books/books';
import { booksWorkflow } from '@/lib/books/workflow';

export const metadata: Metadata = { title: 'Accounting periods' };

/** Which accounting periods are closed, and who closed them when. */
export default async function PeriodsPage() {
  const person = await requirePerson();
  await ensureBooks(database());
  const opening = await openRecord({ workflow: booksWorkflow, streamId: booksId, person });
  if (opening?.kind !== 'opened') return null;
  return (
    <BooksRecord
      person={person}
      opened={opening.opened}
      runCommand={runBooksCommand}
      runRevert={revertOnBooks}
    />
  );
}
