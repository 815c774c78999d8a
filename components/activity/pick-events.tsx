'use client';

import { useRef } from 'react';
import { Checkbox } from '../ui/checkbox';
import { usePicks } from './pick-context';

/** Picks an event, or all of an action; with the shift key everything from what was pressed last. */
export function PickEvents({ ids, label }: { ids: readonly string[]; label: string }) {
  const picks = usePicks();
  const shift = useRef(false);
  const picked = ids.filter((id) => picks.ids.has(id)).length;
  return (
    <Checkbox
      label={label}
      className="relative z-10"
      checked={picked > 0 && picked === ids.length}
      mixed={picked > 0 && picked < ids.length}
      // The change itself does not tell which keys are down.
      onClick={(event) => {
        shift.current = event.shiftKey;
      }}
      onChange={(event) => picks.pick(ids, event.target.checked, shift.current)}
    />
  );
}

/** Picks all events of the page, or none of them. */
export function PickPage() {
  const { order } = usePicks();
  return (
    <div className="flex items-center gap-3 px-4 py-2 text-dense text-ink-2">
      <PickEvents ids={order} label="Select all on this page" />
      <span aria-hidden="true">Select all on this page</span>
    </div>
  );
}
