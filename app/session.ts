import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { findSessionPerson, type SignedIn } from '@/db/people';

/** Carries the address of the page here from proxy.ts, so that the visitor comes back to it. */
const pathHeader = 'x-retrace-path';

/** Who is signed in, or null; asked of the database once a request. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => findSessionPerson(await headers()));

/**
 * Who is signed in; a visitor is sent to the sign-in page and comes back afterwards. Every page and every action
 * calls this itself: a layout isn't rendered again when somebody moves from page to page.
 */
export async function requirePerson(): Promise<SignedIn> {
  const person = await currentPerson();
  if (person) return person;
  const path = (await headers()).get(pathHeader);
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in');
}
