import type { AsOfTime } from './as-of';
import type { BatchTimes } from './batch';
import { type FoldTimes, foldBudget } from './fold';
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

/** The fold section, in milliseconds, and whether the budgets were kept, which are for the default length. */
export function foldLines(node: FoldTimes, browser: FoldTimes): string[] {
  const { events } = node;
  const budget = (most: number) => (events === foldBudget.events ? `< ${most}` : '');
  const row = (title: string, pick: (times: FoldTimes) => number, digits: number, most?: number) => [
    `  ${title}`,
    pick(node).toFixed(digits),
    pick(browser).toFixed(digits),
    most === undefined ? '' : budget(most),
  ];
  return [
    `One invoice of ${whole(events)} events (medians, in ms):`,
    align([
      ['', 'Node', 'Chromium', 'budget'],
      row('fold', ({ fold }) => fold, 1),
      row('can each row be undone?', ({ availability }) => availability, 1),
      row('undo and redo lists', ({ lists }) => lists, 1),
      row('together', ({ together }) => together, 1, foldBudget.together),
      row('one more event', ({ oneMore }) => oneMore, 3, foldBudget.oneMore),
    ]),
    ...(foldIsInBudget(node) && foldIsInBudget(browser) ? [] : ['The fold is over its budget: MISSED.']),
  ];
}

/** Whether a fold of the length that there is a budget for kept to it. */
export function foldIsInBudget({ events, together, oneMore }: FoldTimes): boolean {
  return events !== foldBudget.events || (together < foldBudget.together && oneMore < foldBudget.oneMore);
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

/** The lists of past moments: a row a question, a page and its totals at each moment, in milliseconds. */
export function asOfLines(times: readonly AsOfTime[], invoices: number): string[] {
  const moments = [...new Set(times.map(({ moment }) => moment))];
  const names = [...new Set(times.map(({ question }) => question))];
  const cell = (question: string, moment: string): string => {
    const time = times.find((each) => each.question === question && each.moment === moment);
    if (!time) return '–';
    return time.totals === null ? whole(time.page) : `${whole(time.page)} / ${whole(time.totals)}`;
  };
  const rows = names.map((question) => [question, ...moments.map((moment) => cell(question, moment))]);
  const widths = ['', ...moments].map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [
    `The list at a moment, of ${whole(invoices)} invoices with ten versions each (ms, page / totals):`,
    line(['', ...moments]),
    ...rows.map(line),
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
