import type { Metadata } from 'next';
import { revertOnBooks, runBooksCommand } from '@/app/actions/books';
import { requirePerson } from '@/app/session';
import { BooksRecord } from '@/components/books/books-record';
import { ensureBooks } from '@/db/books';
import { database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { booksId } from '@/lib/books/books';

export const metadata: Metadata = { title: 'Accounting periods' };

/** Which accounting periods are closed, and who closed them when. */
export default async function PeriodsPage() {
  const person = await requirePerson();
  await ensureBooks(database());
  const events = await readStream(database().$client, booksId);
  return (
    <BooksRecord person={person} events={events} runCommand={runBooksCommand} runRevert={revertOnBooks} />
  );
}
