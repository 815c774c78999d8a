'use client';

import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  useVirtualizer,
  windowScroll,
} from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { FeedFrame, type RowsProps, useFollow } from './feed-frame';

const overscan = 6;
/** Most rows have a sentence, a time and a difference. */
const usualHeight = 92;
const estimateSize = () => usualHeight;
// What is hidden on a narrow screen has no height.
const measureElement = (element: Element) => element.getBoundingClientRect().height || usualHeight;

/**
 * Of a long feed those rows that can be seen. They stand in the flow of the page, between spaces as high as what is left
 * out. Loaded for a record that has so many.
 */
export function WindowedRows({ rows, children, isBeside }: RowsProps) {
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
  useFollow(rows, (index) => virtualizer.scrollToIndex(index, { align: 'center' }), isBeside ? panel : null);

  const items = virtualizer.getVirtualItems();
  let end = above;
  return (
    <FeedFrame
      panel={panel}
      feed={feed}
      count={count}
      reveal={(index) => virtualizer.scrollToIndex(index, { align: 'auto' })}
      onFocusRow={setFocused}
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
    </FeedFrame>
  );
}

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
