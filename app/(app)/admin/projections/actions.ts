'use server';

import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { beginRebuild } from '@/db/analytics/rebuild';
import { database } from '@/db/client';
import { mayRebuild } from '@/lib/access';

/** Begins to count the analytics anew. Answers what came of it, in a sentence. */
export async function rebuildAnalytics(): Promise<{ ok: boolean; message: string }> {
  const person = await currentPerson();
  if (!person) return { ok: false, message: 'You are signed out, so nothing was begun. Sign in again.' };
  if (!mayRebuild(person.role)) return { ok: false, message: 'Only an admin can rebuild. Ask one of them.' };
  try {
    const begun = await beginRebuild(database().$client);
    return begun
      ? { ok: true, message: 'The rebuild has begun. The old numbers stay until it is complete.' }
      : { ok: true, message: 'A rebuild is under way already.' };
  } catch (error) {
    log.error({ err: error }, 'a rebuild could not be begun');
    return {
      ok: false,
      message: 'The rebuild could not be begun. Nothing was changed; try again in a moment.',
    };
  }
}
