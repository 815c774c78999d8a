'use client';

import { useId } from 'react';

interface ShareSliderProps {
  label: string;
  /** In hundredths. */
  value: number;
  /** What the value comes to. */
  spoken: string;
  onMove(value: number): void;
  /** The hand has left it, or a key was released. */
  onCommit(value: number): void;
}

/** How many of a hundred are kept, the most frequent first. The platform's own slider. */
export function ShareSlider({ label, value, spoken, onMove, onCommit }: ShareSliderProps) {
  const id = useId();
  const commit = () => onCommit(value);
  return (
    <div className="flex min-w-0 items-center gap-3">
      <label htmlFor={id} className="w-20 shrink-0 text-dense font-medium text-ink">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={value}
        aria-valuetext={spoken}
        onChange={(event) => onMove(event.target.valueAsNumber)}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
        className="h-6 min-w-0 flex-1 accent-accent"
      />
      <span aria-hidden="true" className="w-12 shrink-0 text-end text-label text-ink-2 tabular-nums">
        {value} %
      </span>
    </div>
  );
}
