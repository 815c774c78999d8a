import { type BatchProgress as Progress, shareDone } from '@/lib/batch-run';

const number = new Intl.NumberFormat('en-US');

/** How far taking many events back is. */
export function BatchProgress({ progress, cancelling }: { progress: Progress; cancelling: boolean }) {
  const { phase, done, of } = progress;
  const percent = Math.floor(shareDone(progress) * 100);
  const doing = phase === 'looking' ? 'Looked at' : 'Written to';
  const words = `${doing} ${number.format(done)} of ${number.format(of)} ${of === 1 ? 'record' : 'records'}`;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap justify-between gap-x-4 text-dense text-ink tabular-nums">
        <span>{cancelling ? 'Cancelling…' : words}</span>
        <span className="text-ink-2">{percent}%</span>
      </p>
      <div
        role="progressbar"
        aria-label="Undoing"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={words}
        className="h-2 overflow-clip rounded-full bg-sunken forced-colors:border"
      >
        <div
          className="h-full rounded-full bg-undo transition-[width] duration-150 ease-out motion-reduce:transition-none forced-colors:bg-[Highlight]"
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="text-label text-ink-2">
        Nothing is saved before all of it is. Keep this page open; leaving it cancels.
      </p>
    </div>
  );
}
