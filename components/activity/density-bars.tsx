import { memo } from 'react';
import type { ActivityKind } from '@/lib/activity/activity-query';

/** One bar: how many events, and what most of them are about. */
export interface Bar {
  count: number;
  kind: ActivityKind | null;
}

export const kindColours: Record<ActivityKind, string> = {
  life: 'var(--ink-2)',
  edit: 'var(--line-strong)',
  money: 'var(--money-in)',
  message: 'var(--message)',
  undo: 'var(--undo)',
};

/** The least height of a bar that stands for anything, as a part of the whole. */
const least = 0.06;

/** The bars, evenly wide from edge to edge. A picture: what it shows is told in words beside it. */
export const DensityBars = memo(function DensityBars({ bars }: { bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${bars.length} 100`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full rtl:-scale-x-100"
    >
      {bars.map(({ count, kind }, index) => {
        if (count === 0 || !kind) return null;
        const height = 100 * Math.max(least, count / most);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bucket is its place.
            key={index}
            x={index + 0.1}
            width={0.8}
            y={100 - height}
            height={height}
            fill={kindColours[kind]}
          />
        );
      })}
    </svg>
  );
});
