import { rebuildProgress } from '@/lib/analytics/status';
import { durationWords, figureWords } from '@/lib/figure-words';

interface WorkProgressProps {
  /** What the bar is called: "Rebuild". */
  label: string;
  done: number;
  goal: number;
  /** What is counted: "events". */
  unit: string;
  startedAt: string | null;
  /** When it last got on. */
  lookedAt: string | null;
  /** Why it does not get on, where it does not. */
  failure: string | null;
  /** What holds meanwhile. */
  children: string;
}

/** How far something that takes a while has come, how fast it is, and how long it still takes. */
export function WorkProgress(props: WorkProgressProps) {
  const { label, done, goal, unit, startedAt, lookedAt, failure, children } = props;
  const { share, rate, left } = rebuildProgress(
    { events: done, goal, startedAt },
    lookedAt ?? startedAt ?? '',
  );
  const words = [
    `${figureWords(done, 'count')} of ${figureWords(goal, 'count')} ${unit}`,
    rate === null ? null : `${figureWords(Math.round(rate), 'count')} a second`,
    left === null ? null : `${durationWords(left)} left`,
  ];
  return (
    <div className="my-2">
      <progress aria-label={label} value={share} max={1} className="block h-2 w-full accent-accent" />
      <p className="mt-1 text-dense text-ink-2 tabular-nums">
        {words.filter(Boolean).join(' · ')}. {children}
      </p>
      {failure ? <p className="text-dense text-danger">{failure}</p> : null}
    </div>
  );
}
