import { axisWords } from '@/lib/activity/span-words';
import { useTimeSettings } from '../ui/time-context';

/** When the bars begin and end, and two places between, where there is room. */
export function DensityAxis({ bounds }: { bounds: readonly string[] }) {
  const settings = useTimeSettings();
  const buckets = bounds.length - 1;
  const span = { from: bounds[0] ?? '', to: bounds[buckets] ?? '' };
  const places = buckets > 5 ? [0, Math.round(buckets / 3), Math.round((2 * buckets) / 3)] : [0];
  return (
    <div aria-hidden="true" className="relative mt-1 h-4 text-label text-ink-3 tabular-nums">
      {places.map((bucket) => (
        <span
          key={bucket}
          className="absolute whitespace-nowrap not-first:hidden @xl:not-first:inline"
          style={{ insetInlineStart: `${(bucket / buckets) * 100}%` }}
          suppressHydrationWarning
        >
          {axisWords(bounds[bucket] ?? '', span, settings)}
        </span>
      ))}
      <span className="absolute end-0" suppressHydrationWarning>
        {axisWords(span.to, span, settings)}
      </span>
    </div>
  );
}
