'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { loadPart } from '../ui/load-part';
import { FeedFrame, type RowsProps, useFollow } from './feed-frame';
import type { HistoryRows } from './fold-undone';

const loadWindowed = () => import('./windowed-rows').then((module) => module.WindowedRows);
const WindowedRows = dynamic(() => loadPart(loadWindowed));

interface FeedRowsProps {
  rows: HistoryRows;
  children(index: number): ReactNode;
}

/** A history of so many rows is rendered whole: the browser finds every word of it, and loads nothing to leave rows out. */
const renderedWhole = 150;
/** One that was short may grow so long before it is rendered otherwise, which costs the place in it. */
const whileItGrows = 2 * renderedWhole;

/** The rows of a feed. Side by side with the document the feed scrolls by itself, else with the page. */
export function FeedRows(props: FeedRowsProps) {
  const isBeside = useSyncExternalStore(watchWidth, isWide, () => true);
  const { count } = props.rows;
  const [isLong, setLong] = useState(count > renderedWhole);
  if (!isLong && count > whileItGrows) setLong(true);
  const Rows = isLong ? WindowedRows : WholeRows;
  return <Rows key={String(isBeside)} {...props} isBeside={isBeside} />;
}

const wide = '(min-width: 64rem)';
const isWide = () => window.matchMedia(wide).matches;
function watchWidth(look: () => void): () => void {
  const query = window.matchMedia(wide);
  query.addEventListener('change', look);
  return () => query.removeEventListener('change', look);
}

function WholeRows({ rows, isBeside, children }: RowsProps) {
  const panel = useRef<HTMLDivElement>(null);
  const feed = useRef<HTMLDivElement>(null);
  const rowAt = (index: number) => feed.current?.querySelector(`[data-index="${index}"]`);
  const center = (index: number) => {
    const frame = panel.current?.getBoundingClientRect();
    const row = rowAt(index)?.getBoundingClientRect();
    if (frame && row) panel.current?.scrollBy({ top: row.top - frame.top - (frame.height - row.height) / 2 });
  };
  useFollow(rows, center, isBeside ? panel : null);
  return (
    <FeedFrame
      panel={panel}
      feed={feed}
      count={rows.count}
      reveal={(index) => rowAt(index)?.scrollIntoView({ block: 'nearest' })}
    >
      {Array.from({ length: rows.count }, (_, index) => (
        <div key={rows.at(index).version} data-index={index}>
          {children(index)}
        </div>
      ))}
    </FeedFrame>
  );
}
