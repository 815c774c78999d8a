'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { zoneCookie } from '@/lib/preferences';

/**
 * Tells the server this browser's time zone in a cookie, so that it writes local times from the first byte. Where
 * it knew another one, what is shown is rendered again.
 */
export function RememberZone({ shown }: { shown?: string }) {
  const router = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || document.cookie.split('; ').includes(`${zoneCookie}=${zone}`)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API isn't in every browser yet.
    document.cookie = `${zoneCookie}=${zone}; path=/; max-age=${365 * 24 * 3600}; samesite=lax`;
    if (shown && shown !== zone) router.refresh();
  }, [shown, router]);
  return null;
}
