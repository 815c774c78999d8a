'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { Column } from '@/lib/event-sourcing/outline';
import { formatTime, type TimeSettings } from '@/lib/format-time';
import { cn } from '../ui/cn';
import { IconButton } from '../ui/icon-button';
import { useTimeSettings } from '../ui/time-context';
import { JumpButton } from './jump-button';
import type { LoadedRecord } from './loaded-record';
import { PlaybackControls } from './playback-controls';
import type { Speed } from './playback-rhythm';
import { useRecord, useSliderMoment } from './record-context';
import { SliderMarks } from './slider-marks';
import { columnSize, placeOf } from './slider-places';
import { SliderPreview } from './slider-preview';
import { useColumns } from './use-columns';
import { usePlayback } from './use-playback';

/** How far one press of a key goes; up and right are later. The platform's own step for PageUp would be a tenth. */
const leaps: Record<string, number> = { PageUp: 10, PageDown: -10 };

/**
 * Moves through the record's past. A native range input carries keyboard, touch and assistive technology; marks and
 * playhead are drawn around it. Moving it makes no request; letting go puts the moment into the address.
 */
export function TimelineSlider() {
  const { log, loaded } = useRecord();
  const { version: inView, pending, isPast, preview, show } = useSliderMoment();
  // Where the slider stands, whether or not the record of then is here yet.
  const version = pending ?? inView;
  const settings = useTimeSettings();
  const columns = useColumns();
  const input = useRef<HTMLInputElement>(null);
  const newest = log.version;
  const [speed, setSpeed] = useState<Speed>(2);
  const playback = usePlayback(speed);

  // React's onChange is the platform's `input`; `change`, which comes when the slider is let go, it does not offer.
  const isStep = useRef(false);
  useEffect(() => {
    const element = input.current;
    const commit = () => element && show(element.valueAsNumber, { step: isStep.current });
    element?.addEventListener('change', commit);
    return () => element?.removeEventListener('change', commit);
  }, [show]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (playback.playing) playback.pause();
    isStep.current = true;
    const leap = leaps[event.key];
    if (!leap) return;
    event.preventDefault();
    show(version + leap, { step: true });
  };

  const place = placeOf(version, newest);
  // Only while it moves by itself: what is dragged is where the hand is.
  const moving = playback.playing ? 'transition-[inset-inline-start,width,translate]' : undefined;
  return (
    <section
      aria-label="Timeline"
      className="flex flex-wrap items-center gap-1 rounded-card border border-line bg-panel px-2 py-2 shadow-card sm:gap-2"
    >
      <IconButton
        label="Previous event"
        icon={<ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />}
        disabledReason={version <= 1 ? 'This is the first event.' : null}
        onClick={() => show(version - 1, { step: true })}
      />
      <div className="relative h-15 min-w-0 flex-1 max-sm:order-first max-sm:basis-full">
        <div className="absolute inset-x-3 top-4 h-6">
          <div className="absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 rounded-full bg-line-strong/50" />
          <div
            className={cn('absolute start-0 top-1/2 h-0.5 -translate-y-1/2 rounded-full bg-accent', moving)}
            style={{ width: `${place * 100}%` }}
          />
          <SliderMarks loaded={loaded} columns={columns} />
          <div
            className={cn(
              'pointer-events-none absolute inset-y-0 -translate-x-1/2 rtl:translate-x-1/2',
              moving,
            )}
            style={{ insetInlineStart: `${place * 100}%` }}
          >
            <span className="absolute start-0 top-1/2 size-4.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-[3px] border-accent bg-panel rtl:translate-x-1/2" />
          </div>
          <PlayheadLabel place={place} className={moving}>
            {version} of {newest}
            <span className="max-sm:hidden">
              {' '}
              · {pending === null ? loaded.narration(version).short : 'loading …'}
            </span>
          </PlayheadLabel>
        </div>
        <Ticks loaded={loaded} columns={columns} settings={settings} />
        <SliderPreview>
          <input
            ref={input}
            type="range"
            aria-label="Timeline position"
            aria-valuetext={`Event ${version} of ${newest}, ${pending === null ? toldOf(loaded, version, settings) : 'loading'}`}
            min={1}
            max={newest}
            step={1}
            value={version}
            onChange={(change) => preview(change.target.valueAsNumber)}
            onKeyDown={onKeyDown}
            onPointerDown={() => {
              // A drag goes on from where playing led, and takes its place in Back.
              isStep.current = playback.playing;
              if (playback.playing) playback.pause();
            }}
            suppressHydrationWarning
            className="timeline-input absolute inset-0 m-0 h-6 w-full cursor-pointer appearance-none bg-transparent"
          />
        </SliderPreview>
      </div>
      <IconButton
        label="Next event"
        icon={<ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />}
        disabledReason={isPast ? null : 'This is now.'}
        onClick={() => show(version + 1, { step: true })}
      />
      <div className="flex items-center gap-1 max-sm:ms-auto sm:border-s sm:border-line sm:ps-2">
        <PlaybackControls
          {...{ playback, speed }}
          onSpeed={setSpeed}
          disabledReason={newest === 1 ? 'There is one event only.' : null}
        />
        <JumpButton />
      </div>
    </section>
  );
}

/** "Refund issued by Ana, 23 Nov 2:13 PM". */
function toldOf(loaded: LoadedRecord, version: number, settings: TimeSettings): string {
  const { actor, occurredAt } = loaded.event(version);
  const { sentence } = loaded.narration(version);
  return `${isolated(actor.name)} ${sentence}, ${formatTime(occurredAt, 'minute', settings)}`;
}

/** Words above the playhead that lean inwards at either end, so that they never leave the track. */
function PlayheadLabel({
  place,
  className,
  children,
}: {
  place: number;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        'pointer-events-none absolute -top-4.5 max-w-72 truncate text-label font-medium whitespace-nowrap text-accent tabular-nums',
        className,
      )}
      style={{
        insetInlineStart: `${place * 100}%`,
        translate: `calc(var(--toward-start) * ${place * 100}%)`,
      }}
    >
      {children}
    </span>
  );
}

/** The least distance between two dates below the track, as a part of it. */
const tickGap = 0.14;

interface TicksProps {
  loaded: LoadedRecord;
  columns: readonly Column[];
  settings: TimeSettings;
}

/** The days below the track. They stay as they are while the slider moves. */
const Ticks = memo(function Ticks({ loaded, columns, settings }: TicksProps) {
  const { events, version: newest } = loaded.log;
  const size = columnSize(newest);
  // Where events are drawn as columns, each column has one place to begin a day at.
  const places =
    columns.length > 0
      ? columns.map(({ since }, index) => ({ version: index * size + 1, occurredAt: since }))
      : events;
  const ticks: { version: number; place: number; day: string }[] = [];
  for (const { version, occurredAt } of newest === 1 ? [] : places) {
    const place = placeOf(version, newest);
    const last = ticks.at(-1);
    if (!occurredAt || (last && (place - last.place < tickGap || place > 1 - tickGap))) continue;
    const day = formatTime(occurredAt, 'date', settings);
    if (last?.day !== day) ticks.push({ version, place, day });
  }
  return (
    <div
      aria-hidden="true"
      className="@container absolute inset-x-3 bottom-0 h-4 text-label text-ink-3 tabular-nums"
      suppressHydrationWarning
    >
      {ticks.map(({ version, place, day }) => (
        <span
          key={version}
          // Narrower than that, two dates at their least distance would run into each other.
          className="absolute whitespace-nowrap @max-[37rem]:not-first:hidden"
          style={{
            insetInlineStart: `${place * 100}%`,
            translate: `calc(var(--toward-start) * ${place < 0.06 ? 0 : 50}%)`,
          }}
          suppressHydrationWarning
        >
          {day}
        </span>
      ))}
      <span className="absolute end-0">Now</span>
    </div>
  );
});
