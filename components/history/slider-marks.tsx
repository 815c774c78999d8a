import { memo } from 'react';
import type { Narration } from '@/lib/event-sourcing/narrate';
import { EventMark } from './event-mark';
import { columnSize, placeOf } from './slider-places';

/** The marks on the slider's track: one an event, or columns of density when there are too many. */
export const SliderMarks = memo(function SliderMarks({ narrations }: { narrations: readonly Narration[] }) {
  if (columnSize(narrations.length) > 1) return <Density narrations={narrations} />;
  return narrations.map((narration, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: an event's place in the log never changes.
      key={index}
      className="absolute top-1/2 grid -translate-x-1/2 -translate-y-1/2 rtl:translate-x-1/2"
      style={{ insetInlineStart: `${placeOf(index + 1, narrations.length) * 100}%` }}
    >
      <EventMark narration={narration} />
    </span>
  ));
});

const toneColours: Record<Narration['tone'], string> = {
  neutral: 'bg-ink-3',
  'money-in': 'bg-money-in',
  'money-out': 'bg-money-out',
  message: 'bg-message',
  undo: 'bg-undo',
};

function Density({ narrations }: { narrations: readonly Narration[] }) {
  const size = columnSize(narrations.length);
  const columns = Array.from({ length: Math.ceil(narrations.length / size) }, (_, index) =>
    narrations.slice(index * size, (index + 1) * size),
  );
  return (
    <span className="absolute inset-0 flex items-center gap-px">
      {columns.map((column, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a bucket's place never changes.
          key={index}
          className={`flex-1 rounded-xs opacity-50 ${toneColours[majority(column)]}`}
          style={{ height: `${30 + (70 * column.filter((narration) => narration.inForce).length) / size}%` }}
        />
      ))}
    </span>
  );
}

function majority(column: readonly Narration[]): Narration['tone'] {
  const counts = new Map<Narration['tone'], number>();
  for (const { tone } of column) counts.set(tone, (counts.get(tone) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'neutral';
}
