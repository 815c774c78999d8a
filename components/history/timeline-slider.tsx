'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isolated } from '@/lib/event-sourcing/isolated';
import type { RecordLog } from '@/lib/event-sourcing/record-log';
import { formatTime, type TimeSettings } from '@/lib/format-time';
import { IconButton } from '../ui/icon-button';
import { useTimeSettings } from '../ui/time-context';
import { useMomentInView, useRecord } from './record-context';
import { placeOf, SliderMarks } from './slider-marks';
import { useNarrations } from './use-narrations';

/** How far one press of a key goes; up and right are later. The platform's own step for PageUp would be a tenth. */
const leaps: Record<string, number> = { PageUp: 10, PageDown: -10 };

/**
 * Moves through the record's past. A native range input carries keyboard, touch and assistive technology; marks and
 * playhead are drawn around it. Moving it makes no request; letting go puts the moment into the address.
 */
export function TimelineSlider() {
  const { log } = useRecord();
  const { version, isPast, preview, show } = useMomentInView();
  const settings = useTimeSettings();
  const narrations = useNarrations();
  const input = useRef<HTMLInputElement>(null);
  const newest = log.version;

  // React's onChange is the platform's `input`; `change`, which comes when the slider is let go, it does not offer.
  const byKeyboard = useRef(false);
  useEffect(() => {
    const element = input.current;
    const commit = () => element && show(element.valueAsNumber, { step: byKeyboard.current });
    element?.addEventListener('change', commit);
    return () => element?.removeEventListener('change', commit);
  }, [show]);

  const onKeyDown = (event: KeyboardEvent) => {
    byKeyboard.current = true;
    const leap = leaps[event.key];
    if (!leap) return;
    event.preventDefault();
    show(version + leap, { step: true });
  };

  const event = log.history.event(version);
  const narration = narrations[version - 1];
  const place = placeOf(version, newest);
  return (
    <section
      aria-label="Timeline"
      className="flex items-center gap-1 rounded-card border border-line bg-panel py-2 pe-3 ps-2 shadow-card sm:gap-2"
    >
      <IconButton
        label="Previous event"
        icon={<ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />}
        disabledReason={version <= 1 ? 'This is the first event.' : null}
        onClick={() => show(version - 1, { step: true })}
      />
      <div className="relative h-15 min-w-0 flex-1">
        <div className="absolute inset-x-3 top-4 h-6">
          <div className="absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 rounded-full bg-line-strong/50" />
          <div
            className="absolute start-0 top-1/2 h-0.5 -translate-y-1/2 rounded-full bg-accent"
            style={{ width: `${place * 100}%` }}
          />
          <SliderMarks narrations={narrations} />
          <div
            className="pointer-events-none absolute inset-y-0 -translate-x-1/2 rtl:translate-x-1/2"
            style={{ insetInlineStart: `${place * 100}%` }}
          >
            <span className="absolute start-0 top-1/2 size-4.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-[3px] border-accent bg-panel rtl:translate-x-1/2" />
          </div>
          <PlayheadLabel place={place}>
            {version} of {newest}
            <span className="max-sm:hidden"> · {narration?.short}</span>
          </PlayheadLabel>
        </div>
        <Ticks log={log} settings={settings} />
        <input
          ref={input}
          type="range"
          aria-label="Timeline position"
          aria-valuetext={`Event ${version} of ${newest}, ${isolated(event.actor.name)} ${narration?.sentence}, ${formatTime(event.occurredAt, 'minute', settings)}`}
          min={1}
          max={newest}
          step={1}
          value={version}
          onChange={(change) => preview(change.target.valueAsNumber)}
          onKeyDown={onKeyDown}
          onPointerDown={() => {
            byKeyboard.current = false;
          }}
          suppressHydrationWarning
          className="timeline-input absolute inset-x-0 top-4 m-0 h-6 w-full cursor-pointer appearance-none bg-transparent"
        />
      </div>
      <IconButton
        label="Next event"
        icon={<ChevronRight aria-hidden="true" className="rtl:-scale-x-100" />}
        disabledReason={isPast ? null : 'This is now.'}
        onClick={() => show(version + 1, { step: true })}
      />
    </section>
  );
}

/** Words above the playhead that lean inwards at either end, so that they never leave the track. */
function PlayheadLabel({ place, children }: { place: number; children: React.ReactNode }) {
  return (
    <span
      className="pointer-events-none absolute -top-4.5 max-w-72 truncate text-label font-medium whitespace-nowrap text-accent tabular-nums"
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

function Ticks({ log, settings }: { log: RecordLog; settings: TimeSettings }) {
  const ticks: { version: number; place: number; day: string }[] = [];
  for (const { version, occurredAt } of log.events) {
    const day = formatTime(occurredAt, 'date', settings);
    const last = ticks.at(-1);
    const place = placeOf(version, log.version);
    if (last && (last.day === day || place - last.place < tickGap || place > 1 - tickGap)) continue;
    ticks.push({ version, place, day });
  }
  if (log.version === 1) ticks.length = 0;
  return (
    <div
      aria-hidden="true"
      className="absolute inset-x-3 bottom-0 h-4 text-label text-ink-3 tabular-nums"
      suppressHydrationWarning
    >
      {ticks.map(({ version, place, day }) => (
        <span
          key={version}
          className="absolute whitespace-nowrap max-sm:not-first:hidden"
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
}
