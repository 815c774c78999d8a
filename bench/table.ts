import type { BatchTimes } from './batch';
import type { FoldTimes } from './fold';
import type { Result, Target } from './results';

/** The results for people: one row a contestant, fastest last column aside. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ title, median, min, max, toRetrace, toInsert, does }) => [
    title,
    whole(median),
    `${whole(min)}–${whole(max)}`,
    times(toRetrace),
    times(toInsert),
    does,
  ]);
  return align([['', 'commands/s', 'min–max', '× Retrace', '× INSERT', 'one command is'], ...rows]);
}

/** Whether Retrace reached what it must, in a sentence each. */
export function sentencesOf(targets: readonly Target[], results: readonly Result[]): string[] {
  return targets.map(({ peer, atLeast, measured, met }) => {
    const title = results.find((result) => result.name === peer)?.title ?? peer;
    return `Retrace does ${measured.toFixed(2)} × what ${title} does; wanted at least ${atLeast} ×${met ? '.' : ': MISSED.'}`;
  });
}

/** The fold section, in milliseconds. */
export function foldLines({ events, fold, availability, lists, together, oneMore }: FoldTimes): string[] {
  return [
    `One invoice of ${whole(events)} events, in Node (medians, in ms):`,
    align([
      ['  fold', fold.toFixed(1)],
      ['  can each row be undone?', availability.toFixed(1)],
      ['  undo and redo lists', lists.toFixed(1)],
      ['  together', together.toFixed(1)],
      ['  one more event', oneMore.toFixed(3)],
    ]),
  ];
}

/** The batch section, in seconds and megabytes. */
export function batchLines(batches: readonly BatchTimes[]): string[] {
  return [
    'Many events taken back at once (in seconds; memory beyond what was in use before, in MB):',
    align([
      ['  events', 'records', 'dry run', 'undo', 'undo of it', ' memory'],
      ...batches.map(({ events, records, dryRun, undo, undoOfIt, heap }) => [
        `  ${whole(events)}`,
        whole(records),
        dryRun.toFixed(1),
        undo.toFixed(1),
        undoOfIt.toFixed(1),
        heap.toFixed(1).padStart(' memory'.length),
      ]),
    ]),
  ];
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const times = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

/** Columns of one width; all but the first and what is long text are numbers and stand to the right. */
function align(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number) => column === 0 || column === 5;
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
