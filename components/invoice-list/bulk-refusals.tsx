import type { BulkPreview } from '@/lib/invoice/bulk';

/** The invoices that something can't be done to, each with the reason and a way to look at it. */
export function BulkRefusals({ preview: { refused, refusedCount } }: { preview: BulkPreview }) {
  if (refusedCount === 0) return null;
  const more = refusedCount - refused.length;
  return (
    <ul
      aria-label="Left out"
      // Reachable by keyboard, since it may scroll.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrolled with keys as well.
      tabIndex={0}
      className="-mt-2 max-h-44 overflow-y-auto rounded-control border border-line text-dense"
    >
      {refused.map(({ id, title, because }) => (
        <li key={id} className="flex flex-wrap gap-x-2 border-b border-line px-3 py-1.5 last:border-b-0">
          <a
            href={`/invoices/${id}`}
            target="_blank"
            className="rounded-sm font-medium text-ink tabular-nums underline decoration-line-strong underline-offset-2 hover:decoration-ink"
            rel="noopener"
          >
            {title}
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
          <span className="text-ink-2">{because}</span>
        </li>
      ))}
      {more > 0 ? <li className="px-3 py-1.5 text-ink-2">and {more.toLocaleString('en-US')} more</li> : null}
    </ul>
  );
}
