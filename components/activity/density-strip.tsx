'use client';

import { RotateCcw, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { activityKindLabels } from '@/lib/activity/activity-query';
import type { BucketSize } from '@/lib/activity/buckets';
import { spanWords } from '@/lib/activity/span-words';
import { formatTime } from '@/lib/format-time';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { useTimeSettings } from '../ui/time-context';
import { DensityAxis } from './density-axis';
import { type Bar, DensityBars } from './density-bars';
import { DensityLegend } from './density-legend';
import { RangeForm } from './range-form';
import { type Brushed, useBrush } from './use-brush';
import type { RangeControls } from './use-time-range';

/** The counts as the server read them; bar n lasts from `bounds[n]` until `bounds[n + 1]`. */
export interface Density {
  size: BucketSize;
  bounds: readonly string[];
  counts: readonly Bar[];
  total: number;
}

interface DensityStripProps extends RangeControls {
  density: Density;
  /** What is drawn along the same time, from edge to edge: above the bars, and just below them. */
  above?: ReactNode;
  below?: ReactNode;
}

/**
 * When how much happened. Dragging over the bars, or pressing one, shows that stretch of time; the keyboard moves
 * either end and Enter shows it; and the same range can be typed below.
 */
export function DensityStrip({ density, above, below, ...controls }: DensityStripProps) {
  const { range, show, noPrevious, previous, reset } = controls;
  const { bounds, counts, size } = density;
  const settings = useTimeSettings();
  const shownId = useId();
  const [handle, setHandle] = useState<'first' | 'last' | null>(null);
  const start = (bucket: number) => bounds[bucket] ?? '';
  const brush = useBrush(counts.length, ({ first, last }) =>
    show({
      // An end that was open and stays where it is stays open: what is new belongs to it.
      from: first === 0 ? range.from : start(first),
      to: last === counts.length - 1 ? range.to : start(last + 1),
    }),
  );
  const { brushed, hovered } = brush;
  const whole = { first: 0, last: counts.length - 1 };
  const chosen = brushed ?? (handle ? whole : null);
  const told = chosen ?? (hovered === null ? whole : { first: hovered, last: hovered });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') brush.commit();
    else if (event.key === 'Escape') brush.cancel();
    else return;
    event.preventDefault();
  };
  const end = (which: 'first' | 'last', label: string) => (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={formatTime(
        start((chosen ?? whole)[which] + (which === 'last' ? 1 : 0)),
        'minute',
        settings,
      )}
      suppressHydrationWarning
      min={0}
      max={counts.length - 1}
      step={1}
      value={(chosen ?? whole)[which]}
      onChange={(event) => brush.move(which, event.target.valueAsNumber)}
      onFocus={() => setHandle(which)}
      onBlur={(event) => {
        setHandle(null);
        // From one end to the other the range stays chosen.
        if (event.relatedTarget?.parentElement !== event.currentTarget.parentElement) brush.cancel();
      }}
      onKeyDown={onKeyDown}
      className="pointer-events-none absolute inset-0 m-0 size-full opacity-0"
    />
  );
  return (
    <Card className="@container flex flex-col gap-3 p-4">
      <section aria-label="Events over time" className="flex flex-col gap-3">
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <p id={shownId} className="text-dense text-ink-2 tabular-nums" suppressHydrationWarning>
            <strong className="text-ink">{eventsIn(counts, told)}</strong>
            {' · '}
            <span className={cn((range.from || range.to || chosen) && 'font-medium text-accent')}>
              {spanWords(start(told.first), start(told.last + 1), settings)}
            </span>
            , {settings.timeZone.replaceAll('_', ' ')}
            {hovered !== null && !brushed ? mostly(counts[hovered]) : null}
            {handle ? (
              <span className="max-sm:hidden">
                {' '}
                · arrows move the {handle === 'first' ? 'beginning' : 'end'}, Enter shows the range
              </span>
            ) : null}
          </p>
          <div
            className={cn('-mx-2.5 flex gap-1', noPrevious && !range.from && !range.to && 'max-sm:hidden')}
          >
            <Button
              variant="ghost"
              size="small"
              icon={<Undo2 aria-hidden="true" />}
              disabledReason={noPrevious}
              onClick={previous}
            >
              Previous range
            </Button>
            <Button
              variant="ghost"
              size="small"
              icon={<RotateCcw aria-hidden="true" />}
              disabledReason={range.from || range.to ? null : 'All of the time is shown already.'}
              onClick={reset}
            >
              Reset
            </Button>
          </div>
        </div>
        <div>
          {above}
          <div
            {...brush.pointer}
            data-density=""
            className="relative h-18 cursor-crosshair touch-pan-y border-b border-line-strong select-none"
          >
            {hovered !== null && !chosen ? (
              <Highlight {...{ count: counts.length, first: hovered, last: hovered }} />
            ) : null}
            {chosen ? <Highlight count={counts.length} {...chosen} handle={handle} /> : null}
            <DensityBars bars={counts} />
            {end('first', 'Beginning of the range')}
            {end('last', 'End of the range')}
          </div>
          {below}
          <DensityAxis bounds={bounds} />
        </div>
        <DensityLegend counts={counts} size={size} />
      </section>
      <RangeForm range={range} show={show} zoneId={shownId} />
    </Card>
  );
}

interface HighlightProps {
  count: number;
  first: number;
  last: number;
  /** The end that the keyboard moves. */
  handle?: 'first' | 'last' | null;
}

function Highlight({ count, first, last, handle }: HighlightProps) {
  return (
    <span
      aria-hidden="true"
      className="absolute inset-y-0 bg-accent/15 forced-colors:bg-[Highlight]"
      style={{
        insetInlineStart: `${(first / count) * 100}%`,
        inlineSize: `${((last - first + 1) / count) * 100}%`,
      }}
    >
      <span
        className={`absolute inset-y-0 start-0 bg-accent ${handle === 'first' ? '-start-0.5 w-1' : 'w-px'}`}
      />
      <span className={`absolute inset-y-0 end-0 bg-accent ${handle === 'last' ? '-end-0.5 w-1' : 'w-px'}`} />
    </span>
  );
}

const count = new Intl.NumberFormat('en-US');

function eventsIn(counts: readonly Bar[], { first, last }: Brushed): string {
  const sum = counts.slice(first, last + 1).reduce((total, bar) => total + bar.count, 0);
  return `${count.format(sum)} ${sum === 1 ? 'event' : 'events'}`;
}

function mostly(bar: Bar | undefined): string {
  return bar?.kind ? ` · mostly ${activityKindLabels[bar.kind].toLowerCase()}` : '';
}
