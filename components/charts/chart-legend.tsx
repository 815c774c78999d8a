import { cn } from '../ui/cn';
import type { ChartData } from './chart-data';
import { type ChartKind, chartColours, seriesLook } from './chart-look';

/** Which colour and pattern is which, where there are several. */
export function ChartLegend({ data, kind }: { data: ChartData; kind: ChartKind }) {
  if (data.series.length < 2) return null;
  return (
    <ul className={cn('flex flex-wrap gap-x-4 gap-y-1 text-label text-ink-2', chartColours)}>
      {data.series.map(({ label }, series) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width="20" height="8" className="forced-color-adjust-none">
            {kind === 'line' || kind === 'area' ? (
              <line
                x2="20"
                y1="4"
                y2="4"
                stroke={seriesLook(series).colour}
                strokeWidth="2"
                strokeDasharray={seriesLook(series).dash}
              />
            ) : (
              <rect x="6" width="8" height="8" rx="2" fill={seriesLook(series).colour} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
