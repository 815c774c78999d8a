'use client';

import { memo, useEffect } from 'react';
import { formatTime } from '@/lib/format-time';
import { Skeleton } from '../ui/skeleton';
import { useTimeSettings } from '../ui/time-context';
import type { FoldedRow } from './fold-undone';
import { HistoryEvent } from './history-event';
import { useRecord } from './record-context';

interface HistoryRowProps {
  row: FoldedRow;
  /** The event of the row above; null for the first. */
  above: number | null;
  /** The past version in view, or one on the same side of this row; null while that is now. */
  inView: number | null;
  isOpen: boolean;
  onToggle(version: number): void;
}

/** One row of the history with what is folded into it, under the name of its day where a new one begins. */
export const HistoryRow = memo(function HistoryRow({
  row,
  above,
  inView,
  isOpen,
  onToggle,
}: HistoryRowProps) {
  const { loaded } = useRecord();
  const settings = useTimeSettings();
  const { version, reverts } = row;
  if (!loaded.holds(version)) return <RowToCome version={version} newest={loaded.log.version} />;
  const propsOf = (of: number) =>
    ({
      event: loaded.event(of),
      newest: loaded.log.version,
      narration: loaded.narration(of),
      place: of === inView ? 'here' : inView !== null && of > inView ? 'later' : 'past',
    }) as const;
  const dayOf = (of: number) => formatTime(loaded.event(of).occurredAt, 'day', settings);
  const day = dayOf(version);
  const isNewDay = above === null || !loaded.holds(above) || dayOf(above) !== day;
  return (
    <>
      <HistoryEvent
        {...propsOf(version)}
        day={isNewDay ? day : null}
        isFirst={above === null}
        folded={reverts.length}
        isOpen={isOpen}
        onToggle={onToggle}
      />
      {isOpen
        ? reverts.map((revert) => <HistoryEvent key={revert} {...propsOf(revert)} day={null} isNested />)
        : null}
    </>
  );
});

/** How long a row stays in sight before what belongs there is asked for, in milliseconds: not while it flies by. */
const staysFor = 150;

/** The place of an event that is not on the page yet; it is loaded when somebody stays there. */
function RowToCome({ version, newest }: { version: number; newest: number }) {
  const { want } = useRecord();
  useEffect(() => {
    const timer = window.setTimeout(() => want(version), staysFor);
    return () => window.clearTimeout(timer);
  }, [version, want]);
  return (
    <article
      aria-label={`Event ${version}, loading`}
      aria-busy
      aria-posinset={newest - version + 1}
      aria-setsize={newest}
      className="flex gap-2.5 px-2.5 py-2"
    >
      <Skeleton className="size-7 shrink-0 rounded-full" />
      <div className="flex flex-1 flex-col gap-2 py-1">
        <Skeleton className="h-3.5 w-3/4" />
        <Skeleton className="h-3 w-1/2" />
      </div>
    </article>
  );
}
