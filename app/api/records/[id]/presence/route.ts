import * as z from 'zod/mini';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { database } from '@/db/client';
import { gone, here } from '@/db/presence';

const asked = z.object({ id: z.uuid(), tab: z.uuid(), leaves: z.boolean() });

/** A tab says that it has a record open, or that it closes it, and hears who else has it open. */
export async function POST(
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const person = await currentPerson();
    if (!person) return Response.json({ message: 'You are signed out. Sign in again.' }, { status: 401 });
    const body: unknown = await request.json().catch(() => null);
    const parsed = z.safeParse(asked, { ...(body as object), id: (await context.params).id });
    if (!parsed.success)
      return Response.json({ message: 'Say which tab of yours has the record open.' }, { status: 400 });
    const { id, tab, leaves } = parsed.data;
    if (leaves) await gone(database(), tab, person.id);
    return Response.json(leaves ? { others: [] } : await here(database(), { tab, streamId: id, person }));
  } catch (error) {
    log.error({ err: error }, 'noting who is here failed');
    return Response.json({ message: 'The database could not be reached.' }, { status: 503 });
  }
}
