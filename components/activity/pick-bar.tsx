'use client';

import { Undo2 } from 'lucide-react';
import type { KeepSelection } from '@/lib/invoice/chosen-input';
import { useUndoChosen } from '../invoice-list/use-undo-chosen';
import { Button } from '../ui/button';
import { SelectedBar } from '../ui/selected-bar';
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
    <SelectedBar says={`${events} selected`} onClear={clear}>
      <Button
        className="max-sm:w-full sm:ms-auto"
        icon={<Undo2 aria-hidden="true" />}
        pending={undo.pending}
        onClick={() => undo.start({ kind: 'events', events: pickedByRecord(ids) }, filters)}
      >
        Undo {events}…
      </Button>
    </SelectedBar>
  );
}
