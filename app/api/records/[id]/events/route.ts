import * as z from 'zod/mini';
import { answered, parametersOf, refused, workflowOfRecord } from '@/app/api/records/answered';
import { database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { readLogStart } from '@/db/log-parts';
import { largestVersion } from '@/lib/event-sourcing/event';

const version = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(largestVersion));
const query = z.object({ id: z.uuid(), after: version, start: version });

/**
 * The events of a record after a version: what a page that has the earlier ones asks for to be up to date. Where its log
 * starts later than the record, and what is new reaches back further than that, the start comes along anew.
 */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answered(async ({ id: viewer }) => {
    const asked = await parametersOf(request, context);
    const parsed = z.safeParse(query, { after: '0', start: '0', ...asked });
    if (!parsed.success)
      return refused(400, 'Ask for a record by its id, and for events after a version, such as ?after=12.');
    const { id, after, start } = parsed.data;
    const client = database().$client;
    const events = await readStream(client, id, after);
    const reachesBack = events.some(
      ({ revertsVersion }) => revertsVersion !== null && revertsVersion <= start,
    );
    const workflow = reachesBack ? await workflowOfRecord(id) : null;
    if (!workflow) return Response.json({ events });
    return Response.json({
      events,
      start: await readLogStart(client, { workflow, streamId: id, version: start, viewer }),
    });
  });
}
