'use client';

import { X } from 'lucide-react';
import { Button } from '../ui/button';
import type { FilterChip } from './filter-words';
import type { FilterAddress } from './list-address';

interface FilterChipsProps {
  chips: readonly FilterChip[];
  /** What has been chosen: a filter that is on its way out is not shown any more. */
  address: FilterAddress;
  onRemove(param: keyof FilterAddress): void;
  onClear(): void;
}

/** The filters in force, each with its way out. */
export function FilterChips({ chips, address, onRemove, onClear }: FilterChipsProps) {
  const standing = chips.filter(({ param }) => !isDefault(param, address));
  if (standing.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <RemovableFilters chips={standing} onRemove={onRemove} />
      <Button size="small" variant="ghost" onClick={onClear}>
        Clear all
      </Button>
    </div>
  );
}

/** A button for each filter that takes it away. */
export function RemovableFilters({ chips, onRemove }: Pick<FilterChipsProps, 'chips' | 'onRemove'>) {
  return (
    <ul aria-label="Filters" className="contents">
      {chips.map(({ param, words }) => (
        <li key={param} className="max-w-full">
          <button
            type="button"
            onClick={() => onRemove(param)}
            className="flex min-h-7 max-w-full items-center gap-1.5 rounded-full border border-line bg-panel ps-2.5 pe-1.5 text-dense text-ink transition-colors hover:bg-sunken"
          >
            <span className="sr-only">Remove the filter </span>
            <span className="truncate">{words}</span>
            <X aria-hidden="true" className="size-3.5 shrink-0 text-ink-2 print:hidden" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Does the parameter leave nothing out? */
function isDefault(param: keyof FilterAddress, address: FilterAddress): boolean {
  const value = address[param];
  return value === null || ((typeof value === 'string' || Array.isArray(value)) && value.length === 0);
}
