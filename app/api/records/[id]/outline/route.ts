import * as z from 'zod/mini';
import { answered, parametersOf, refused, workflowOfRecord } from '@/app/api/records/answered';
import { database } from '@/db/client';
import { readOutline } from '@/db/log-parts';
import { largestVersion } from '@/lib/event-sourcing/event';

const count = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(largestVersion));
const query = z.object({ id: z.uuid(), through: count, size: count });

/** Nobody can tell more apart on a slider. */
const mostColumns = 1000;

/** What happened to a record up to a version, counted in columns of so many events: the marks of a long slider. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answered(async () => {
    const parsed = z.safeParse(query, await parametersOf(request, context));
    if (!parsed.success || parsed.data.through / parsed.data.size > mostColumns)
      return refused(
        400,
        'Ask for a record by its id, and for 1,000 columns at most: ?through=12000&size=200.',
      );
    const { id: streamId, through, size } = parsed.data;
    const workflow = await workflowOfRecord(streamId);
    if (!workflow) return refused(404, 'There is no such record.');
    return Response.json({
      columns: await readOutline(database().$client, { workflow, streamId, through, size }),
    });
  });
}
