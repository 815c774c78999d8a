import type { Mark } from './parts-in-view';

/** Says to who does not see it that the event in view brought this part, or took it away. */
export function MarkNote({ mark }: { mark: Mark }) {
  if (!mark) return null;
  return <span className="sr-only"> ({mark === 'came' ? 'added' : 'removed'} here)</span>;
}
