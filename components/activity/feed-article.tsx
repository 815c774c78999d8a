'use client';

import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';

/** Which row of a feed this is, from 1, and of how many: -1 where nobody knows yet. */
interface FeedPlace {
  position: number;
  size: number;
}

const FeedPlaceContext = createContext<FeedPlace>({ position: 1, size: 1 });

/** Tells the row below where in its feed it is. */
export function InFeed({ position, size, children }: FeedPlace & { children: ReactNode }) {
  const place = useMemo(() => ({ position, size }), [position, size]);
  return <FeedPlaceContext value={place}>{children}</FeedPlaceContext>;
}

interface FeedArticleProps {
  avatar: ReactNode;
  /** Picks it, where it can be picked. */
  pick?: ReactNode;
  sentence: ReactNode;
  /** What it happened to. */
  record: ReactNode;
  /** When, why, and more of it. */
  children: ReactNode;
}

/** The frame of a row: who, the sentence that names it, and the record, beside it where there is room. */
export function FeedArticle({ avatar, pick, sentence, record, children }: FeedArticleProps) {
  const place = useContext(FeedPlaceContext);
  const sentenceId = useId();
  return (
    <article
      aria-labelledby={sentenceId}
      aria-posinset={place.position}
      aria-setsize={place.size}
      // PageUp and PageDown go from one to the next.
      tabIndex={-1}
    >
      <div className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-2.5 transition-colors hover:bg-sunken/60 has-[>div>input:checked]:bg-accent-soft @3xl:grid-cols-[auto_minmax(0,1fr)_13rem] @5xl:grid-cols-[auto_minmax(0,1fr)_17rem]">
        <div className="row-span-3 mt-0.5 flex items-center gap-3 self-start">
          {pick}
          {avatar}
        </div>
        <p id={sentenceId} className="text-dense break-words">
          {sentence}
        </p>
        <div className="col-start-2 flex min-w-0 flex-wrap gap-x-2 text-dense @3xl:col-start-3 @3xl:row-span-2 @3xl:row-start-1 @3xl:flex-col @3xl:flex-nowrap">
          {record}
        </div>
        <div className="col-start-2 min-w-0">{children}</div>
      </div>
    </article>
  );
}
