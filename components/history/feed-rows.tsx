'use client';

import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  useVirtualizer,
  type Virtualizer,
  windowScroll,
} from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { HistoryRows } from './fold-undone';
import { useMomentInView } from './record-context';

interface FeedRowsProps {
  rows: HistoryRows;
  children(index: number): ReactNode;
}

/** A history of so many rows is rendered whole: the browser finds every word of it. */
const renderedWhole = 150;
const overscan = 6;
/** Most rows have a sentence, a time and a difference. */
const usualHeight = 92;
const estimateSize = () => usualHeight;
// What is hidden on a narrow screen has no height.
const measureElement = (element: Element) => element.getBoundingClientRect().height || usualHeight;

/**
 * The rows of a feed, of a long one those that can be seen. They stand in the flow of the page, between spaces as high as
 * what is left out. Side by side with the document the feed scrolls by itself, else with the page.
 */
export function FeedRows(props: FeedRowsProps) {
  const isBeside = useSyncExternalStore(watchWidth, isWide, () => true);
  return <Rows key={String(isBeside)} {...props} isBeside={isBeside} />;
}

const wide = '(min-width: 64rem)';
const isWide = () => window.matchMedia(wide).matches;
function watchWidth(look: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', look);
  return () => query.removeEventListener('change', look);
}

function Rows({ rows, children, isBeside }: FeedRowsProps & { isBeside: boolean }) {
  'use no memo';
  const panel = useRef<HTMLDivElement>(null);
  const feed = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const [above, setAbove] = useState(0);
  const { count } = rows;

  // The same as long as the rows are: with another one all of them are measured again.
  const getItemKey = useCallback((index: number) => rows.at(index).version, [rows]);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    estimateSize,
    measureElement,
    overscan,
    initialRect: { width: 400, height: 800 },
    scrollMargin: above,
    rangeExtractor: (range) => {
      if (count <= renderedWhole) return Array.from({ length: count }, (_, index) => index);
      const shown = defaultRangeExtractor(range);
      // Whoever scrolls away from the focus comes back to it.
      const kept = focused !== null && focused < count && !shown.includes(focused) ? [focused] : [];
      return [...shown, ...kept].sort((a, b) => a - b);
    },
    getItemKey,
    ...(isBeside ? inPanel(panel) : inPage),
  });
  useLayoutEffect(() => {
    if (isBeside) return;
    const measure = () => setAbove((feed.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isBeside]);
  useFollow(rows, virtualizer, isBeside ? panel : null);

  const onFocus = ({ target }: FocusEvent) => setFocused(indexAround(target));
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!feed.current?.contains(relatedTarget)) setFocused(null);
  };
  // As the pattern of a feed has it: a page is an article.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const from = indexAround(event.target as Element);
    if (!step || from === null) return;
    event.preventDefault();
    const to = Math.min(Math.max(from + step, 0), count - 1);
    setFocused(to);
    virtualizer.scrollToIndex(to, { align: 'auto' });
    requestAnimationFrame(() =>
      feed.current
        ?.querySelector<HTMLElement>(`[data-index="${to}"] [data-moment]`)
        ?.focus({ preventScroll: true }),
    );
  };

  const items = virtualizer.getVirtualItems();
  let end = above;
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
        {items.flatMap((item) => {
          const gap = item.start - end;
          end = item.end;
          return [
            gap > 0 ? <div key={`before ${item.key}`} style={{ height: gap }} /> : null,
            <div key={item.key} ref={virtualizer.measureElement} data-index={item.index}>
              {children(item.index)}
            </div>,
          ];
        })}
        <div style={{ height: Math.max(0, virtualizer.getTotalSize() + above - end) }} />
      </div>
    </div>
  );
}

type Feed = Virtualizer<HTMLDivElement, HTMLDivElement>;

const inPanel = (panel: { current: HTMLDivElement | null }) => ({
  getScrollElement: () => panel.current,
  observeElementRect,
  observeElementOffset,
  scrollToFn: elementScroll,
});

/** The same virtualiser on the window, which its types keep apart. */
const inPage = {
  getScrollElement: () => (typeof window === 'undefined' ? null : window),
  observeElementRect: observeWindowRect,
  observeElementOffset: observeWindowOffset,
  scrollToFn: windowScroll,
} as unknown as ReturnType<typeof inPanel>;

function indexAround(element: Element): number | null {
  const index = element.closest('[data-index]')?.getAttribute('data-index');
  return index === null || index === undefined ? null : Number(index);
}

/** Keeps the event in view in sight, once the slider has come to rest, and while it plays. Who drags looks elsewhere. */
function useFollow(
  rows: HistoryRows,
  virtualizer: Feed,
  panel: { current: HTMLElement | null } | null,
): void {
  const { version, isPast, held, plays } = useMomentInView();
  const index = isPast && (!held || plays) ? rows.indexOf(version) : null;
  useEffect(() => {
    if (index === null || !panel) return;
    const frame = panel.current?.getBoundingClientRect();
    const row = panel.current?.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect();
    if (!frame || (row && row.top >= frame.top && row.bottom <= frame.bottom)) return;
    virtualizer.scrollToIndex(index, { align: 'center' });
  }, [index, panel, virtualizer]);
}
