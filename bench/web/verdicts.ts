import { type FirstLoad, firstLoadBudget } from '@/scripts/test-run/first-load';
import { median } from '../results';

/** What one visit of a page came to. */
export interface Visit {
  /** Milliseconds until the largest thing in view was painted. */
  lcp: number;
  /** Milliseconds of the slowest answer to what was pressed and typed. */
  inp: number;
  /** How far things moved by themselves, as the browser counts it. */
  cls: number;
  /** Bytes of JavaScript as they travelled, until the page was loaded. */
  script: number;
}

/** What dragging the slider came to. */
export interface Drag {
  /** Milliseconds between one frame and the next, in order. */
  frames: readonly number[];
  /** Bytes of script heap afterwards, without garbage. */
  heap: number;
}

/** One line of the table. */
export interface Row {
  page: string;
  /** As Next names it. */
  route: string;
  measure: string;
  value: string;
  budget: string;
  met: boolean;
}

/** Milliseconds, but for `shift`; `slow` is the share of frames, `heap` in MB. See "How the slider stays smooth". */
export const budgets = { lcp: 1500, inp: 100, shift: 0.05, p95: 16.9, slow: 0.01, heap: 150 } as const;

/** A frame that takes longer than this is seen to hang. */
const slowFrame = 33;

/**
 * A page judged by its visits: the median of what differs from visit to visit by chance, the worst of what should not.
 *
 * @param route as Next names it, which decides how much JavaScript it may load
 */
export function judgePage(page: string, route: string, visits: readonly Visit[]): Row[] {
  const lcp = median(visits.map((visit) => visit.lcp));
  const inp = median(visits.map((visit) => visit.inp));
  const cls = Math.max(...visits.map((visit) => visit.cls));
  const script = Math.max(...visits.map((visit) => visit.script));
  const row = rowsOf(page, route);
  return [
    row('largest paint (LCP)', `${lcp.toFixed(0)} ms`, `${budgets.lcp} ms`, lcp <= budgets.lcp),
    row('answer to input (INP)', `${inp.toFixed(0)} ms`, `${budgets.inp} ms`, inp <= budgets.inp),
    row('layout shift (CLS)', cls.toFixed(3), `${budgets.shift}`, cls <= budgets.shift),
    scriptRow(page, route, script),
  ];
}

/** A route that is not visited: its JavaScript as the build has it. */
export function judgeRoute({ route, bytes }: FirstLoad): Row {
  return scriptRow(route, route, bytes);
}

function scriptRow(page: string, route: string, bytes: number): Row {
  const most = firstLoadBudget(route);
  return rowsOf(page, route)('first-load JavaScript', kb(bytes), kb(most), bytes <= most);
}

export function judgeDrag(page: string, route: string, { frames, heap }: Drag): Row[] {
  const row = rowsOf(page, route);
  const p95 = percentile(frames, 0.95);
  const slow = frames.filter((frame) => frame > slowFrame).length / frames.length;
  const megabytes = heap / 1e6;
  return [
    // Timers are only so exact: a tenth of a millisecond is none.
    row(
      'p95 frame, dragging',
      `${p95.toFixed(1)} ms`,
      `${budgets.p95} ms`,
      Number(p95.toFixed(1)) <= budgets.p95,
    ),
    row(`frames over ${slowFrame} ms`, percent(slow), percent(budgets.slow), slow <= budgets.slow),
    row('script heap', `${megabytes.toFixed(0)} MB`, `${budgets.heap} MB`, megabytes <= budgets.heap),
  ];
}

/** The value that this share of the others does not exceed. Throws for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)];
  if (value === undefined) throw new RangeError('Nothing was measured, so there is no percentile of it.');
  return value;
}

/** One table of everything. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['page', 'measure', 'value', 'budget', ''],
    ...rows.map(({ page, measure, value, budget, met }) => [
      page,
      measure,
      value,
      budget,
      met ? 'ok' : 'MISSED',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 2 || column === 3
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const rowsOf =
  (page: string, route: string) =>
  (measure: string, value: string, budget: string, met: boolean): Row => ({
    page,
    route,
    measure,
    value,
    budget,
    met,
  });
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
