'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '@/db/auth';
import { forwardCookies } from '../session-cookies';

/** Ends this browser's session, here and in the database. */
export async function signOut(): Promise<void> {
  const ended = await auth().api.signOut({ headers: await headers(), returnHeaders: true });
  await forwardCookies(ended.headers);
  redirect('/sign-in');
}
