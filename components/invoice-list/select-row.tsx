'use client';

import { useRef } from 'react';
import { Checkbox } from '../ui/checkbox';
import type { SelectableRow } from './selection';
import { useListSelection } from './selection-context';

/** Selects one invoice; with the shift key all from the last one that was pressed. */
export function SelectRow({ id, title }: SelectableRow) {
  const { has, toggle } = useListSelection();
  const shift = useRef(false);
  return (
    <Checkbox
      label={`Select ${title}`}
      checked={has(id)}
      // The change itself does not tell which keys are down.
      onClick={(event) => {
        shift.current = event.shiftKey;
      }}
      onChange={(event) => toggle(id, event.target.checked, shift.current)}
    />
  );
}
