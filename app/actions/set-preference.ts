'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { database } from '@/db/client';
import { rememberUndoScope } from '@/db/people';
import { isPreference, preferenceCookies } from '@/lib/preferences';
import { currentPerson } from '../session';

/** Remembers a choice: a browser's for a year, a person's wherever they sign in. The page is rendered again with it. */
export async function setPreference(name: string, value: string): Promise<void> {
  if (!isPreference(name, value)) return;
  if (name === 'undoScope') {
    const person = await currentPerson();
    if (person) await rememberUndoScope(database(), person.id, value === 'anyone' ? value : 'mine');
    revalidatePath('/', 'layout');
  } else {
    const jar = await cookies();
    jar.set(preferenceCookies[name], value, {
      path: '/',
      maxAge: 365 * 24 * 3600,
      sameSite: 'lax',
      httpOnly: true,
    });
  }
}
