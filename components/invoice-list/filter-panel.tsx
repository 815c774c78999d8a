'use client';

import { Popover } from '@base-ui/react/popover';
import { type RefObject, useState } from 'react';
import { Dialog } from '../ui/dialog';
import { FilterForm, type FilterFormProps } from './filter-form';

interface FilterPanelProps extends FilterFormProps {
  anchor: RefObject<HTMLButtonElement | null>;
}

/** The filters beside their button; where there is no room for that, in a sheet at the bottom. */
export function FilterPanel({ anchor, ...form }: FilterPanelProps) {
  const [hasRoom] = useState(() => window.matchMedia('(min-width: 40rem)').matches);
  const onOpenChange = (open: boolean) => !open && form.onClose();
  if (!hasRoom) {
    return (
      <Dialog open onOpenChange={onOpenChange} title="Filters" finalFocus={anchor}>
        <FilterForm {...form} />
      </Dialog>
    );
  }
  return (
    <Popover.Root open onOpenChange={onOpenChange}>
      {/* Within the landmark of its button, so that no part of the page lies outside of all. */}
      <Popover.Portal container={anchor.current?.closest('main')}>
        <Popover.Positioner
          anchor={anchor}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Popover.Popup
            finalFocus={anchor}
            className="max-h-(--available-height) w-104 max-w-(--available-width) overflow-y-auto rounded-card border border-line bg-panel p-4 shadow-popup outline-none"
          >
            <Popover.Title className="sr-only">Filters</Popover.Title>
            <FilterForm {...form} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
