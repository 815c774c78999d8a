'use client';

import { Undo2, X } from 'lucide-react';
import type { KeepSelection } from '@/lib/invoice/chosen-input';
import { useUndoChosen } from '../invoice-list/use-undo-chosen';
import { Button } from '../ui/button';
import { usePicks } from './pick-context';
import { pickedByRecord } from './picked';

const number = new Intl.NumberFormat('en-US');

interface PickBarProps {
  keepSelection: KeepSelection;
  /** The filters of the feed, as its address holds them: the way back. */
  filters: string;
}

/** How many events are picked, and taking just those back. It stays at the bottom of the window while there are any. */
export function PickBar({ keepSelection, filters }: PickBarProps) {
  const { ids, clear } = usePicks();
  const undo = useUndoChosen(keepSelection);
  if (ids.size === 0) return null;
  const events = `${number.format(ids.size)} ${ids.size === 1 ? 'event' : 'events'}`;
  return (
    <section
      aria-label="Selection"
      data-sticky=""
      className="sticky bottom-0 z-20 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-panel px-4 py-2.5 shadow-popup sm:bottom-4 sm:mx-0 sm:rounded-card sm:border"
    >
      <p role="status" className="text-dense font-semibold text-ink tabular-nums">
        {events} selected
      </p>
      <Button
        size="small"
        variant="ghost"
        className="max-sm:ms-auto"
        icon={<X aria-hidden="true" />}
        onClick={clear}
      >
        Clear
      </Button>
      <Button
        className="max-sm:w-full sm:ms-auto"
        icon={<Undo2 aria-hidden="true" />}
        pending={undo.pending}
        onClick={() => undo.start({ kind: 'events', events: pickedByRecord(ids) }, filters)}
      >
        Undo {events}…
      </Button>
    </section>
  );
}
