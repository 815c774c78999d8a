import type { KeyboardEvent } from 'react';

/** The row that something is in. */
export const articleOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest('article') : null;

/** Which row of the feed something is in, from 0. */
export function indexOf(target: EventTarget): number | null {
  const index = articleOf(target)?.parentElement?.dataset.index;
  return index === undefined ? null : Number(index);
}

/** The keys of a feed: PageUp and PageDown go from row to row, Ctrl+Home and Ctrl+End to what is before and behind it. */
export function moveInFeed(event: KeyboardEvent<HTMLElement>): void {
  const from = articleOf(event.target);
  if (!from || event.altKey || event.metaKey) return;
  const feed = event.currentTarget;
  const articles = [...feed.querySelectorAll('article')];
  const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
  const next = event.ctrlKey ? beyond(feed, event.key) : step && articles[articles.indexOf(from) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

const focusable = 'a[href], button:not([disabled]), input, select, summary, [tabindex="0"]';

function beyond(feed: HTMLElement, key: string): HTMLElement | undefined {
  if (key !== 'Home' && key !== 'End') return undefined;
  const side = key === 'Home' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const outside = [...document.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) =>
      feed.compareDocumentPosition(element) & side && !feed.contains(element) && element.checkVisibility(),
  );
  return key === 'Home' ? outside.at(-1) : outside[0];
}
