import * as z from 'zod/mini';
import { answered, parametersOf, refused, workflowOfRecord } from '@/app/api/records/answered';
import { database } from '@/db/client';
import { readWindow } from '@/db/log-parts';
import { largestVersion } from '@/lib/event-sourcing/event';

const query = z.object({
  id: z.uuid(),
  version: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(largestVersion)),
});

/** Some events around an older one, told, with the state before them. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answered(async () => {
    const parsed = z.safeParse(query, await parametersOf(request, context));
    if (!parsed.success)
      return refused(400, 'Ask for a record by its id, and for a version, such as ?version=12.');
    const { id, version } = parsed.data;
    const workflow = await workflowOfRecord(id);
    if (!workflow) return refused(404, 'There is no such record.');
    return Response.json(await readWindow(database().$client, workflow, id, version));
  });
}
