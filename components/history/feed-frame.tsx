'use client';

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
} from 'react';
import type { HistoryRows } from './fold-undone';
import { useMomentInView } from './record-context';

export interface RowsProps {
  rows: HistoryRows;
  /** Beside the document the feed scrolls by itself, else with the page. */
  isBeside: boolean;
  children(index: number): ReactNode;
}

interface FeedFrameProps {
  panel: RefObject<HTMLDivElement | null>;
  feed: RefObject<HTMLDivElement | null>;
  count: number;
  /** Brings a row into sight, and into the page where it is not. */
  reveal(index: number): void;
  /** The row that has the focus, or null. */
  onFocusRow?(index: number | null): void;
  children: ReactNode;
}

/** The feed itself, and what its keys do. */
export function FeedFrame({ panel, feed, count, reveal, onFocusRow, children }: FeedFrameProps) {
  const onFocus = ({ target }: FocusEvent) => onFocusRow?.(indexAround(target));
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!feed.current?.contains(relatedTarget)) onFocusRow?.(null);
  };
  // As the pattern of a feed has it: a page is an article.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const from = indexAround(event.target as Element);
    if (!step || from === null) return;
    event.preventDefault();
    const to = Math.min(Math.max(from + step, 0), count - 1);
    onFocusRow?.(to);
    reveal(to);
    requestAnimationFrame(() =>
      feed.current
        ?.querySelector<HTMLElement>(`[data-index="${to}"] [data-moment]`)
        ?.focus({ preventScroll: true }),
    );
  };
  return (
    <div ref={panel} className="min-h-0 flex-1 pb-6 [overflow-anchor:none] lg:overflow-y-auto">
      <div
        ref={feed}
        role="feed"
        aria-label="History"
        className="flex flex-col"
        onFocus={onFocus}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </div>
  );
}

function indexAround(element: Element): number | null {
  const index = element.closest('[data-index]')?.getAttribute('data-index');
  return index === null || index === undefined ? null : Number(index);
}

/** Keeps the event in view in sight, once the slider has come to rest, and while it plays. Who drags looks elsewhere. */
export function useFollow(
  rows: HistoryRows,
  center: (index: number) => void,
  panel: RefObject<HTMLElement | null> | null,
): void {
  const { version, isPast, held, plays } = useMomentInView();
  const index = isPast && (!held || plays) ? rows.indexOf(version) : null;
  const onCenter = useEffectEvent(center);
  useEffect(() => {
    if (index === null || !panel) return;
    const frame = panel.current?.getBoundingClientRect();
    const row = panel.current?.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
    if (!frame || (row && row.top >= frame.top && row.bottom <= frame.bottom)) return;
    onCenter(index);
  }, [index, panel]);
}
