'use client';

import { useQueryClient } from '@tanstack/react-query';
import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '../ui/cn';
import { InFeed } from './feed-article';
import { indexOf, moveInFeed } from './feed-keys';
import { type FeedPages, keptFor } from './feed-pages';
import { openDetails, useOpenedRows } from './use-opened-rows';

interface VirtualFeedProps extends FeedPages {
  /** Tells one reading of the feed from another. */
  readAt: string;
  busy: boolean;
}

/** What a row is taken to be high until it has been measured, in CSS pixels. */
const usualHeight = 92;
/** So far before the end, in CSS pixels, the next page is asked for. */
const ahead = 1800;

/** Where somebody was in a reading of the feed when they left it. */
interface Place {
  scrolled: number;
  measured: VirtualItem[];
}

/**
 * The rows of the feed that are near the window, between spacers that stand for the others, so that thousands scroll as
 * smoothly as fifty. The row with the focus stays, wherever the window goes; PageUp and PageDown go from row to row, and
 * Ctrl+Home and Ctrl+End out of the feed.
 */
export function VirtualFeed({ pages, loadMore, problem, readAt, busy }: VirtualFeedProps) {
  // The virtualizer changes in place: the compiler would take it for the same.
  'use no memo';
  const client = useQueryClient();
  const [placeKey] = useState(() => ['activity place', readAt]);
  const [place] = useState(() => client.getQueryData<Place>(placeKey));
  const feed = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const opened = useOpenedRows(feed);
  const rows = pages.flatMap((page) => page.rows);
  const complete = pages.at(-1)?.next === null;

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    overscan: 8,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.key ?? index,
    // The server renders a page, not a window; and whoever comes back finds the rows as high as they were.
    initialRect: { width: 0, height: 50 * usualHeight },
    initialOffset: place?.scrolled ?? 0,
    initialMeasurementsCache: place?.measured ?? [],
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (focused === null || focused >= rows.length || near.includes(focused)) return near;
      return [...near, focused].toSorted((a, b) => a - b);
    },
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  // What stands above the feed may become higher or lower at any time.
  useLayoutEffect(() => {
    const now = Math.round((feed.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    if (now !== top) setTop(now);
  });
  useLayoutEffect(() => {
    if (place) window.scrollTo({ top: place.scrolled });
  }, [place]);
  useLayoutEffect(
    () => () => {
      const { scrollOffset, measurementsCache } = virtualizer;
      client.setQueryDefaults(placeKey.slice(0, 1), { gcTime: keptFor });
      client.setQueryData<Place>(placeKey, {
        scrolled: scrollOffset ?? 0,
        measured: [...measurementsCache],
      });
    },
    [client, placeKey, virtualizer],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the window nears the end; whoever asks twice is told to wait.
  useEffect(() => {
    if (complete || problem || !feed.current) return;
    if (feed.current.getBoundingClientRect().bottom < window.innerHeight + ahead) loadMore();
  }, [last, rows.length, complete, problem]);

  let end = top;
  return (
    <div
      ref={feed}
      role="feed"
      aria-label="Activity"
      aria-busy={busy}
      className={cn('transition-opacity', busy && 'opacity-60')}
      onKeyDown={moveInFeed}
      onFocus={(event) => setFocused(indexOf(event.target))}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
      }}
    >
      {items.map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        const gap = item.start - end;
        end = item.end;
        return (
          <div key={row.key} style={gap > 0 ? { paddingTop: gap } : undefined}>
            <div
              data-index={item.index}
              data-key={row.key}
              ref={(element) => {
                virtualizer.measureElement(element);
                // What was opened and went out of sight comes back open.
                if (element && opened.current.has(row.key)) openDetails(element);
              }}
            >
              {row.day === rows[item.index - 1]?.day ? null : (
                <p
                  className={cn(
                    'px-4 pb-1.5 text-label font-medium text-ink-2',
                    item.index > 0 ? 'pt-5' : 'pt-3.5',
                  )}
                >
                  {row.day}
                </p>
              )}
              <InFeed position={item.index + 1} size={complete ? rows.length : -1}>
                {row.row}
              </InFeed>
            </div>
          </div>
        );
      })}
      <div style={{ height: Math.max(0, virtualizer.getTotalSize() + top - end) }} />
    </div>
  );
}
