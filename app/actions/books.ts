'use server';

import { giveBooksCommand } from '@/db/books';
import type { ActionResult } from '@/lib/action-result';
import { booksCommand } from '@/lib/books/commands';
import { booksWorkflow } from '@/lib/books/workflow';
import { everywhere } from './everywhere';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({
  workflow: booksWorkflow,
  command: booksCommand,
  give: giveBooksCommand,
});

/** Closes or reopens accounting periods, from a page that saw them at `seenVersion`. */
export async function runBooksCommand(input: unknown): Promise<ActionResult> {
  return everywhere(await run(input));
}

/** Undoes or re-applies what was closed or reopened. */
export async function revertOnBooks(input: unknown): Promise<ActionResult> {
  return everywhere(await revert(input));
}
