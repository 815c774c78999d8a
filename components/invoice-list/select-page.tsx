'use client';

import { Checkbox } from '../ui/checkbox';
import { useListSelection } from './selection-context';

/** Selects all rows of this page, or none of them. */
export function SelectPage() {
  const { rows, has, togglePage } = useListSelection();
  const chosen = rows.filter(({ id }) => has(id)).length;
  return (
    <Checkbox
      label="Select all on this page"
      checked={chosen > 0 && chosen === rows.length}
      mixed={chosen > 0 && chosen < rows.length}
      onChange={(event) => togglePage(event.target.checked)}
    />
  );
}
