'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { FeedRow } from './activity-feed';

/** A run of the feed as the server told it. */
export interface FeedPage {
  rows: readonly FeedRow[];
  /** The cursor of what comes after it; null at the end. */
  next: string | null;
  /** The events of its rows by their order, as they are picked. */
  order: readonly string[];
  /** When the newest and the oldest of them occurred. */
  newest: string | null;
  oldest: string | null;
}

/** Asks the server for the page at an address of Activity, given by what follows its path. */
export type MoreActivity = (
  search: string,
) => Promise<{ ok: true; page: FeedPage } | { ok: false; message: string }>;

export interface FeedPages {
  pages: readonly FeedPage[];
  /** Asks for the next page, once at a time. */
  loadMore(): void;
  /** Why the last time went wrong. */
  problem: string | null;
}

const searchOf = (href: string): string => href.slice(href.indexOf('?'));
const lost = 'The server could not be reached.';
/** How long what somebody has scrolled through is kept for when they come back, in milliseconds. */
export const keptFor = 30 * 60_000;

/**
 * What has been loaded of a feed that was read at one moment. Back brings that very reading, and with it all that had
 * been scrolled through.
 *
 * @param readAt tells one reading from another
 * @param hrefOf the address of the page after a cursor
 */
export function useFeedPages(
  first: FeedPage,
  readAt: string,
  hrefOf: (after: string) => string,
  moreActivity: MoreActivity,
): FeedPages {
  const client = useQueryClient();
  const queryKey = ['activity pages', readAt];
  const { data: pages } = useQuery<readonly FeedPage[]>({
    queryKey,
    queryFn: () => [first],
    initialData: [first],
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptFor,
    structuralSharing: false,
  });
  const asked = useRef<string>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const after = pages.at(-1)?.next;
  const loadMore = async () => {
    if (!after || asked.current === after) return;
    asked.current = after;
    setProblem(null);
    const answer = await moreActivity(searchOf(hrefOf(after))).catch(() => ({
      ok: false as const,
      message: lost,
    }));
    if (answer.ok) {
      client.setQueryData<readonly FeedPage[]>(queryKey, (known = [first]) => [...known, answer.page]);
      return;
    }
    asked.current = undefined;
    setProblem(answer.message);
  };
  return { pages, loadMore: () => void loadMore(), problem };
}
