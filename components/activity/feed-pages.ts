'use client';

import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useRef, useState } from 'react';
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
  const kept = () => client.getQueryData<readonly FeedPage[]>(queryKey) ?? [first];
  const [loaded, setLoaded] = useState(() => ({ readAt, pages: kept() }));
  const pages = loaded.readAt === readAt ? loaded.pages : kept();
  const asked = useRef<string>(undefined);
  const [problem, setProblem] = useState<string | null>(null);
  const after = pages.at(-1)?.next;
  const loadMore = async () => {
    const asking = `${readAt} ${after}`;
    if (!after || asked.current === asking) return;
    asked.current = asking;
    setProblem(null);
    const answer = await moreActivity(searchOf(hrefOf(after))).catch(() => ({
      ok: false as const,
      message: lost,
    }));
    if (answer.ok) {
      const all = [...pages, answer.page];
      client.setQueryDefaults(queryKey.slice(0, 1), { gcTime: keptFor });
      client.setQueryData(queryKey, all);
      // Rendered rows arrive bit by bit: until they are whole the page stays as it is.
      startTransition(() => setLoaded({ readAt, pages: all }));
      return;
    }
    asked.current = undefined;
    setProblem(answer.message);
  };
  return { pages, loadMore: () => void loadMore(), problem };
}
