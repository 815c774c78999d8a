'use server';

import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import { database } from '@/db/client';
import { beginCheck } from '@/db/integrity/checks';
import { mayRebuild } from '@/lib/access';

/** Begins a check of the whole log. Answers what came of it, in a sentence. */
export async function checkLog(): Promise<{ ok: boolean; message: string }> {
  const person = await currentPerson();
  if (!person) return { ok: false, message: 'You are signed out, so nothing was begun. Sign in again.' };
  if (!mayRebuild(person.role))
    return { ok: false, message: 'Only an admin can have the log checked. Ask one of them.' };
  try {
    const begun = await beginCheck(database().$client, person);
    return { ok: true, message: begun ? 'The check has begun.' : 'A check is under way already.' };
  } catch (error) {
    log.error({ err: error }, 'a check of the log could not be begun');
    return { ok: false, message: 'The check could not be begun. Try again in a moment.' };
  }
}
