import { type ReactNode, useId } from 'react';
import { cn } from '../ui/cn';

export interface FeedPlace {
  /** From 1, on this page. */
  position: number;
  size: number;
  /** The day's name, where this is the first row of its day. */
  day: string | null;
}

interface FeedArticleProps {
  place: FeedPlace;
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
export function FeedArticle({ place, avatar, pick, sentence, record, children }: FeedArticleProps) {
  const sentenceId = useId();
  return (
    <article aria-labelledby={sentenceId} aria-posinset={place.position} aria-setsize={place.size}>
      {place.day ? (
        <p
          className={cn(
            'px-4 pb-1.5 text-label font-medium text-ink-2',
            place.position > 1 ? 'pt-5' : 'pt-3.5',
          )}
        >
          {place.day}
        </p>
      ) : null}
      <div
        className={cn(
          'relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-2.5 transition-colors hover:bg-sunken/60 has-[>div>input:checked]:bg-accent-soft @3xl:grid-cols-[auto_minmax(0,1fr)_13rem] @5xl:grid-cols-[auto_minmax(0,1fr)_17rem]',
        )}
      >
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
