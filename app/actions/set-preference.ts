'use server';

import { cookies } from 'next/headers';
import { isPreference, preferenceCookies } from '@/lib/preferences';

/** Remembers a choice of this browser's for a year. The page is rendered again with it. */
export async function setPreference(name: string, value: string): Promise<void> {
  if (!isPreference(name, value)) return;
  const jar = await cookies();
  jar.set(preferenceCookies[name], value, {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'lax',
    httpOnly: true,
  });
}
