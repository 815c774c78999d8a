'use client';

import { useId, useTransition } from 'react';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { useTimeSettings } from '../ui/time-context';
import { FilterBar, type FilterOptions } from './filter-bar';
import { RangeForm } from './range-form';
import { useActivityAddress } from './use-activity-address';
import { useTimeRange } from './use-time-range';

/** Whose events, when and of which type are to be taken back: what is chosen here stands in the address. */
export function NarrowSelection({ options }: { options: FilterOptions }) {
  const [pending, startTransition] = useTransition();
  const controls = useActivityAddress(startTransition);
  const { range, show } = useTimeRange(controls);
  const { timeZone } = useTimeSettings();
  const zoneId = useId();
  return (
    <Card className="@container flex flex-col gap-3 p-4">
      <section
        aria-label="What to undo"
        aria-busy={pending}
        className={cn('flex flex-col gap-3 transition-opacity', pending && 'opacity-60')}
      >
        <FilterBar {...controls} options={options} />
        <RangeForm range={range} show={show} zoneId={zoneId} />
        <p id={zoneId} className="text-label text-ink-2">
          Times are of {timeZone.replaceAll('_', ' ')}.
        </p>
      </section>
    </Card>
  );
}
