import type { BatchTimes } from './batch';

/** What undoing many events must keep to, and whether it did. */
export interface BatchTarget {
  sentence: string;
  met: boolean;
}

/** In seconds, for so many events. */
const longest = { events: 5000, seconds: 20 };
/** In MB: how much more the largest batch may need than the smallest. */
const mostGrowth = 20;

/** Judges what was measured: the time of 5,000 events, and whether memory grows with the batch. */
export function batchTargets(batches: readonly BatchTimes[]): BatchTarget[] {
  const timed = batches.filter(({ events }) => events === longest.events);
  const slowest = Math.max(...timed.map(({ undo, undoOfIt }) => Math.max(undo, undoOfIt)));
  const bySize = batches.toSorted((a, b) => a.events - b.events);
  const growth = (bySize.at(-1)?.heap ?? 0) - (bySize[0]?.heap ?? 0);
  return [
    ...(timed.length > 0
      ? [
          told(
            `5,000 events take ${slowest.toFixed(1)} s; wanted under ${longest.seconds} s`,
            slowest < longest.seconds,
          ),
        ]
      : []),
    told(
      `The largest batch needs ${growth.toFixed(1)} MB more than the smallest; wanted under ${mostGrowth} MB`,
      growth < mostGrowth,
    ),
  ];
}

const told = (sentence: string, met: boolean): BatchTarget => ({
  sentence: `${sentence}${met ? '.' : ': MISSED.'}`,
  met,
});
