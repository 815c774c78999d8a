interface ProgressBarProps {
  /** Its accessible name. */
  label: string;
  done: number;
  of: number;
  /** What it says beside the share. */
  words: string;
  note?: string;
}

/** How far something is that takes a while. */
export function ProgressBar({ label, done, of, words, note }: ProgressBarProps) {
  const percent = of > 0 ? Math.min(100, Math.floor((done / of) * 100)) : 0;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap justify-between gap-x-4 text-dense text-ink tabular-nums">
        <span>{words}</span>
        <span className="text-ink-2">{percent}%</span>
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={words}
        className="h-2 overflow-clip rounded-full bg-sunken forced-colors:border"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-150 ease-out motion-reduce:transition-none forced-colors:bg-[Highlight]"
          style={{ width: `${percent}%` }}
        />
      </div>
      {note ? <p className="text-label text-ink-2">{note}</p> : null}
    </div>
  );
}
