'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { useCalmLiveNews, useIsLive } from '../shell/live-context';
import type { ActivityAddress } from './activity-address';
import { activityHref } from './activity-address';

/** How often the page asks whether anything new matches, in milliseconds: while it is not told, and while it is. */
const askEvery = 4000;
const askAnywayEvery = 30_000;

interface NewsPillProps {
  address: ActivityAddress;
  /** What the log held when the page was read. */
  mark: string;
  /** Where counting ends. */
  most: number;
  onLoad(): void;
}

/** Says that something has happened since, without moving what is being read; loads it when asked to. */
export function NewsPill({ address, mark, most, onLoad }: NewsPillProps) {
  const { after: _, before: __, ...filters } = address;
  const href = activityHref('/api/activity/news', filters);
  const isLive = useIsLive();
  const { data = 0, refetch } = useQuery({
    queryKey: ['activity news', mark, href],
    queryFn: async ({ signal }): Promise<number> => {
      const response = await fetch(`${href}${href.includes('?') ? '&' : '?'}mark=${mark}`, { signal });
      const body: { count?: number } = await response.json();
      if (!response.ok || body.count === undefined) throw new Error('What is new could not be asked.');
      return body.count;
    },
    refetchInterval: isLive ? askAnywayEvery : askEvery,
    staleTime: 0,
    // The next time round is near; until then there is nothing to say.
    retry: false,
  });
  useCalmLiveNews(() => void refetch(), 500);
  const words = `${data >= most ? `${most - 1}+` : data} new`;
  return (
    <div
      className="pointer-events-none sticky top-3 z-20 -mb-4 flex h-0 justify-center max-lg:top-16"
      data-sticky=""
    >
      <p role="status" className="sr-only">
        {data > 0 ? `${words} ${data === 1 ? 'event' : 'events'}` : ''}
      </p>
      {data > 0 ? (
        <button
          type="button"
          onClick={onLoad}
          className="pointer-events-auto inline-flex h-8 items-center gap-1.5 rounded-full border border-transparent bg-accent px-3.5 text-dense font-medium text-on-accent shadow-popup hover:bg-accent-strong"
        >
          <ArrowUp aria-hidden="true" className="size-4" />
          {words}
        </button>
      ) : null}
    </div>
  );
}
