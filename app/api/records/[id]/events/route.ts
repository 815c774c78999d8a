import * as z from 'zod/mini';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { largestVersion } from '@/lib/event-sourcing/event';

const query = z.object({
  id: z.uuid(),
  after: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(largestVersion)),
});

/** The events of a record after a version: what a page that has the earlier ones asks for to be up to date. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    if (!(await currentPerson())) return answer(401, 'You are signed out. Sign in again.');
    const after = new URL(request.url).searchParams.get('after') ?? '0';
    const parsed = z.safeParse(query, { id: (await context.params).id, after });
    if (!parsed.success)
      return answer(400, 'Ask for a record by its id, and for events after a version, such as ?after=12.');
    return Response.json({ events: await readStream(database().$client, parsed.data.id, parsed.data.after) });
  } catch (error) {
    log.error({ err: error }, 'reading a record failed');
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status });
