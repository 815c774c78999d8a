'use client';

import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import type { FeedPages } from './feed-pages';

interface MoreLinkProps extends FeedPages {
  /** The address of the page after a cursor. */
  hrefOf(after: string): string;
}

/** The end of what is loaded of the feed: where it goes on, or why it does not. A link, so that it opens in a tab. */
export function MoreLink({ pages, loadMore, problem, hrefOf }: MoreLinkProps) {
  const next = pages.at(-1)?.next;
  if (!next) return null;
  if (problem) {
    return (
      <div
        role="alert"
        className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5 text-dense text-ink-2"
      >
        <p>
          <strong className="font-semibold text-ink">Older events could not be loaded.</strong> {problem}
        </p>
        <Button size="small" onClick={loadMore}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div className="flex justify-center border-t border-line px-4 py-2.5">
      <a
        href={hrefOf(next)}
        rel="next"
        className={buttonStyles({ variant: 'ghost', size: 'small' })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          loadMore();
        }}
      >
        Show older events
      </a>
    </div>
  );
}
