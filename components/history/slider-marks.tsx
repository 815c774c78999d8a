import { memo } from 'react';
import { type Column, countIn, type MarkKind, majorityOf } from '@/lib/event-sourcing/outline';
import { cn } from '../ui/cn';
import { EventMark, markTones } from './event-mark';
import type { LoadedRecord } from './loaded-record';
import { kindWord, standingPart } from './mark-words';
import { placeOf } from './slider-places';

interface SliderMarksProps {
  loaded: LoadedRecord;
  /** Where there are more events than room for marks. */
  columns: readonly Column[];
}

/** The marks on the slider's track: one an event, or columns of density when there are too many. */
export const SliderMarks = memo(function SliderMarks({ loaded, columns }: SliderMarksProps) {
  const { events, version: newest } = loaded.log;
  if (columns.length > 0) return <Density columns={columns} />;
  return events.map(({ version }) => {
    const narration = loaded.narration(version);
    return (
      <span
        key={version}
        data-mark={kindWord(narration.kind)}
        className="absolute top-1/2 grid -translate-x-1/2 -translate-y-1/2 rtl:translate-x-1/2"
        style={{ insetInlineStart: `${placeOf(version, newest) * 100}%` }}
      >
        <EventMark narration={narration} />
      </span>
    );
  });
});

const barTones: Record<MarkKind, string> = {
  life: 'bg-ink-3',
  edit: 'bg-ink-3',
  money: 'bg-money-in',
  message: 'bg-message',
  undo: 'bg-undo',
};

/** How high a column is tells how much of it stands, its shape and colour what most of it is about. */
function Density({ columns }: { columns: readonly Column[] }) {
  return (
    <span className="absolute inset-0 flex items-center gap-px">
      {columns.map((column, index) => (
        <DensityColumn
          // biome-ignore lint/suspicious/noArrayIndexKey: a bucket's place never changes.
          key={index}
          column={column}
        />
      ))}
    </span>
  );
}

function DensityColumn({ column }: { column: Column }) {
  // It is on its way.
  if (countIn(column) === 0) return <span className="flex-1" />;
  const kind = majorityOf(column);
  const narration = { kind, tone: markTones[kind], inForce: true };
  return (
    <span className="relative grid h-full min-w-0 flex-1 place-items-center" data-mark={kindWord(kind)}>
      <span
        className={cn('absolute inset-x-0 rounded-xs opacity-40', barTones[kind])}
        style={{ height: `${30 + 70 * standingPart(column)}%` }}
      />
      <EventMark narration={narration} className="relative size-2 max-w-full" />
    </span>
  );
}
