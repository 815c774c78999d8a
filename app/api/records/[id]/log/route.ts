import * as z from 'zod/mini';
import { answered, parametersOf, refused, workflowOfRecord } from '@/app/api/records/answered';
import { database } from '@/db/client';
import { readLogPart } from '@/db/log-parts';
import { largestVersion } from '@/lib/event-sourcing/event';

const version = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(largestVersion));
const query = z.object({ id: z.uuid(), after: version, through: version });

/** A stretch of a record's newest events, with what it takes to know what can be undone of them. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answered(async ({ id: viewer }) => {
    const parsed = z.safeParse(query, await parametersOf(request, context));
    if (!parsed.success)
      return refused(400, 'Ask for a record by its id, and for versions, such as ?after=1200&through=2400.');
    const { id: streamId, after, through } = parsed.data;
    const workflow = await workflowOfRecord(streamId);
    if (!workflow) return refused(404, 'There is no such record.');
    return Response.json(
      await readLogPart(database().$client, { workflow, streamId, version: after, through, viewer }),
    );
  });
}
