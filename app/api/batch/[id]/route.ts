import * as z from 'zod/mini';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { database } from '@/db/client';
import { readOutcome } from '@/db/many-outcome';
import type { BatchOutcome } from '@/lib/batch-run';

const id = z.uuid().check(z.toLowerCase());

/** What became of taking a selection back, for a page that called it off or lost the connection. Waits until it is over. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const parsed = z.safeParse(id, (await context.params).id);
    if (!parsed.success) return answer(400, 'Ask for an action by its id.');
    const done = await readOutcome(database(), parsed.data);
    return Response.json({ changed: done?.records ?? 0 } satisfies BatchOutcome);
  } catch (error) {
    log.error({ err: error }, 'asking what became of a batch failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
