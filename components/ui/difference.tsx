import type { ReactNode } from 'react';

interface DifferenceProps {
  /** What it was; null when there was nothing. */
  before: ReactNode | null;
  /** What it became; null when nothing is left. */
  after: ReactNode | null;
}

/** A value that changed: old struck red, new green, and in words for those who see neither. */
export function Difference({ before, after }: DifferenceProps) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-1.5 gap-y-1 tabular-nums">
      {before === null ? null : (
        <del className="min-w-0 rounded-sm wrap-anywhere bg-removed-soft px-1 text-removed line-through decoration-removed/60">
          <span className="sr-only">was </span>
          <bdi>{before}</bdi>
        </del>
      )}
      {before === null || after === null ? null : (
        <span aria-hidden="true" className="text-ink-3 rtl:-scale-x-100">
          →
        </span>
      )}
      {after === null ? null : (
        <ins className="min-w-0 rounded-sm wrap-anywhere bg-added-soft px-1 text-added no-underline">
          <span className="sr-only">now </span>
          <bdi>{after}</bdi>
        </ins>
      )}
    </span>
  );
}
