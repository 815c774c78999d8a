'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { type ListNews, newsWords } from '@/lib/list-news';
import { useCalmLiveNews, useIsLive } from './live-context';

/** How often the page asks whether anything new matches, in milliseconds: while it is not told, and while it is. */
const askEvery = 4000;
const askAnywayEvery = 30_000;

const workflows = {
  activity: undefined,
  invoices: 'invoice',
  customers: 'customer',
  subscriptions: 'subscription',
  orders: 'order',
  records: 'record',
} as const;

/** The lists that can be told of news. */
export type NewsOf = keyof typeof workflows;

const nothing: ListNews = { added: 0, changed: 0 };

interface NewsPillProps {
  of: NewsOf;
  /** As they stand in the address, with their question mark; empty for none. */
  filters: string;
  /** What the log held when the page was read. */
  mark: string;
  /** The ids of its rows: what is changed so that it no longer matches is news as well. */
  shown?: readonly string[];
  onLoad(): void;
}

/** Says that something has happened since, without moving what is being read; loads it when asked to. */
export function NewsPill({ of, filters, mark, shown = [], onLoad }: NewsPillProps) {
  const isLive = useIsLive();
  const { data = nothing, refetch } = useQuery({
    queryKey: ['news', of, mark, filters],
    queryFn: async ({ signal }): Promise<ListNews> => {
      const asked = new URLSearchParams({ mark, ...(shown.length > 0 ? { shown: shown.join(',') } : {}) });
      const response = await fetch(`/api/${of}/news${filters}${filters ? '&' : '?'}${asked}`, { signal });
      const body: Partial<ListNews> = await response.json();
      if (!response.ok || body.added === undefined) throw new Error('What is new could not be asked.');
      return { ...nothing, ...body };
    },
    refetchInterval: isLive ? askAnywayEvery : askEvery,
    staleTime: 0,
    // The next time round is near; until then there is nothing to say.
    retry: false,
  });
  useCalmLiveNews(() => void refetch(), 500, workflows[of]);
  const words = newsWords(data);
  return (
    <div
      className="pointer-events-none sticky top-3 z-20 -mb-4 flex h-0 justify-center max-lg:top-16"
      data-sticky=""
    >
      <p role="status" className="sr-only">
        {words && `Since this page was read: ${words}`}
      </p>
      {words ? (
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
