'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { alongOf } from '../activity/use-brush';
import { type Places, placeOfStep } from './scrub-places';

interface ScrubberProps {
  places: Places;
  /** The event in view, from 1; 0 is before the first. */
  step: number;
  count: number;
  /** The bound that is being dragged to, or null. */
  dragged: number | null;
  /** The moment in view, in words. */
  moment: string;
  onDrag(bound: number | null): void;
  /** Let go at a bound. */
  onDrop(bound: number): void;
  /** Moved by key. */
  onStep(step: number): void;
}

/** How far one press of a key goes; up and right are later. The platform's own step for PageUp would be a tenth. */
const leaps: Record<string, number> = { PageUp: 10, PageDown: -10 };

/**
 * The playhead of the whole business, along the bars above it. A pointer moves it from bar to bar, which asks nobody;
 * keys move it event by event. A native range input carries keyboard and assistive technology.
 */
export function Scrubber(props: ScrubberProps) {
  const { places, step, count, dragged, moment, onDrag, onDrop, onStep } = props;
  const input = useRef<HTMLInputElement>(null);
  const bars = places.before.length - 1;
  const place = dragged === null ? placeOfStep(places, step) : dragged / bars;
  const boundAt = (event: PointerEvent<HTMLElement>) =>
    Math.min(Math.max(Math.round(alongOf(event) * bars), 0), bars);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && dragged !== null) return onDrag(null);
    const leap = leaps[event.key];
    if (!leap) return;
    event.preventDefault();
    onStep(Math.min(Math.max(step + leap, 0), count));
  };
  return (
    <div
      data-scrubber=""
      className="relative h-7 cursor-ew-resize touch-pan-y select-none"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Else the press would take the focus away again.
        event.preventDefault();
        input.current?.focus({ preventScroll: true });
        event.currentTarget.setPointerCapture(event.pointerId);
        onDrag(boundAt(event));
      }}
      onPointerMove={(event) => {
        if (dragged !== null) onDrag(boundAt(event));
      }}
      onPointerUp={(event) => {
        if (dragged !== null) onDrop(boundAt(event));
      }}
      onPointerCancel={() => onDrag(null)}
    >
      <input
        ref={input}
        type="range"
        aria-label="Moment in view"
        aria-valuetext={
          step === 0 ? `Before the first of ${count} events` : `Event ${step} of ${count}, ${moment}`
        }
        min={0}
        max={count}
        step={1}
        value={step}
        onChange={({ target }) => onStep(target.valueAsNumber)}
        onKeyDown={onKeyDown}
        suppressHydrationWarning
        className="peer pointer-events-none absolute inset-0 m-0 size-full opacity-0"
      />
      <div className="pointer-events-none absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 rounded-full bg-line-strong/50" />
      <div
        className="pointer-events-none absolute start-0 top-1/2 h-0.5 -translate-y-1/2 rounded-full bg-accent"
        style={{ width: `${place * 100}%` }}
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute bottom-1/2 -ms-px h-[calc(8.5625rem+50%)] w-0.5 bg-accent/60"
        style={{ insetInlineStart: `${place * 100}%` }}
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 -ms-2.25 size-4.5 -translate-y-1/2 rounded-full border-[3px] border-accent bg-panel outline-offset-1 outline-accent peer-focus-visible:outline-2"
        style={{ insetInlineStart: `${place * 100}%` }}
      />
    </div>
  );
}
