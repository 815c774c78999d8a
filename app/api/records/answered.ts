import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { database } from '@/db/client';
import { readRecordHeads } from '@/db/record-heads';
import type { Person } from '@/lib/access';
import type { AnyWorkflow } from '@/lib/event-sourcing/workflow';
import { workflowOf } from '@/lib/workflows';

/** A refusal in words. */
export const refused = (status: number, message: string): Response => Response.json({ message }, { status });

/** Answers a read of a record for whoever is signed in; says so where the database could not. */
export async function answered(read: (person: Person) => Promise<Response>): Promise<Response> {
  try {
    const person = await currentPerson();
    return person ? await read(person) : refused(401, 'You are signed out. Sign in again.');
  } catch (error) {
    log.error({ err: error }, 'reading a record failed');
    return refused(503, 'The database could not be reached. Try again in a moment.');
  }
}

/** What kind of record this is; null where there is none. */
export async function workflowOfRecord(streamId: string): Promise<AnyWorkflow | null> {
  const head = (await readRecordHeads(database(), [streamId])).get(streamId);
  return head ? workflowOf(head.workflow) : null;
}

/** The parameters of a request beside the record's id. */
export async function parametersOf(
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Record<string, string>> {
  const { id } = await context.params;
  return { ...Object.fromEntries(new URL(request.url).searchParams), id: id.toLowerCase() };
}
