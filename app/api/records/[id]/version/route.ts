import * as z from 'zod/mini';
import { answered, parametersOf, refused } from '@/app/api/records/answered';
import { isInstantText } from '@/components/invoice-list/address-texts';
import { database } from '@/db/client';
import { readVersionAt } from '@/db/log-parts';

const query = z.object({ id: z.uuid(), at: z.string().check(z.refine(isInstantText)) });

/** The version of a record that was in force at an instant; 0 where it did not exist yet. */
export function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answered(async () => {
    const parsed = z.safeParse(query, await parametersOf(request, context));
    if (!parsed.success)
      return refused(
        400,
        'Ask for a record by its id, and for an instant, such as ?at=2026-11-10T14:13:00Z.',
      );
    const { id, at } = parsed.data;
    return Response.json({ version: await readVersionAt(database().$client, id, at) });
  });
}
