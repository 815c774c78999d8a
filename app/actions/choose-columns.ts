'use server';

import { cookies } from 'next/headers';
import { columnsCookie, columnsText, readColumns } from '@/lib/invoice/list-columns';

/** Remembers for a year which columns this browser wants. The page is rendered again with them. */
export async function chooseColumns(columns: string): Promise<void> {
  const jar = await cookies();
  jar.set(columnsCookie, columnsText(readColumns(String(columns))), {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'lax',
    httpOnly: true,
  });
}
