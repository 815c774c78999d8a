import { type CsvCell, csvLine, csvStart } from '@/lib/csv';
import { durationScale, type FigureUnit, figureWords } from '@/lib/figure-words';

/**
 * What a chart draws, in plain values that a server component can hand down. The same values make its table, its file
 * and what is spoken for each mark, so none of them can say something else.
 */
export interface ChartData {
  /** What a mark stands for, as the head of the table's first column: "Business path". */
  of: string;
  /** What each mark has a value of, in this order: one for bars, several for lines: "Refund rate". */
  series: readonly ChartSeries[];
  marks: readonly ChartMark[];
  /** The head of the column of notes, where marks have them: "Refunds of invoices". */
  notes?: string;
}

export interface ChartSeries {
  label: string;
  unit: FigureUnit;
}

export interface ChartMark {
  /** What the mark is called; no two need differ. */
  label: string;
  /** One for each series; null where there is none to be had. */
  values: readonly (number | null)[];
  /** Where each value's records are; null where there are none. */
  hrefs?: readonly (string | null)[];
  /** Between what the first value lies with the confidence that the page names. */
  interval?: readonly [low: number, high: number] | null;
  /** What the value comes from: "12 of 98". */
  note?: string;
}

/** A cell of the table: what it says, where its number leads, and the bare value for a file. */
export interface ChartCell {
  text: string;
  href: string | null;
  value: CsvCell;
}

export interface ChartColumn {
  label: string;
  numeric: boolean;
}

const hasIntervals = (data: ChartData) => data.marks.some(({ interval }) => interval);

/** The heads of the chart's table. */
export function columnsOf(data: ChartData): ChartColumn[] {
  return [
    { label: data.of, numeric: false },
    ...data.series.map(({ label }) => ({ label, numeric: true })),
    ...(hasIntervals(data) ? ['From', 'To'].map((label) => ({ label, numeric: true })) : []),
    ...(data.notes ? [{ label: data.notes, numeric: true }] : []),
  ];
}

/** A mark as a row of the chart's table, one cell a column. */
export function rowOf(data: ChartData, mark: ChartMark): ChartCell[] {
  const figure = (value: number | null | undefined, series = 0): ChartCell => ({
    text: value === null || value === undefined ? '–' : wordsOf(data, series, value),
    href: null,
    value: value ?? null,
  });
  const values = data.series.map((_, series) => ({
    ...figure(mark.values[series], series),
    href: mark.hrefs?.[series] ?? null,
  }));
  const interval = hasIntervals(data) ? [figure(mark.interval?.[0]), figure(mark.interval?.[1])] : [];
  const note = data.notes ? [textCell(mark.note ?? '')] : [];
  return [textCell(mark.label), ...values, ...interval, ...note];
}

const textCell = (text: string): ChartCell => ({ text, href: null, value: text });

/** The chart as a file for spreadsheets: shares between 0 and 1, times in seconds, as the heads say. */
export function chartCsv(data: ChartData): string {
  const intervalUnit = hasIntervals(data) ? [unitOf(data), unitOf(data)] : [];
  const units = [null, ...data.series.map(({ unit }) => unit), ...intervalUnit];
  const heads = columnsOf(data).map(({ label }, index) =>
    units[index] === 'seconds' ? `${label} (seconds)` : label,
  );
  const lines = data.marks.map((mark) => csvLine(rowOf(data, mark).map(({ value }) => value)));
  return [csvStart, csvLine(heads), ...lines].join('');
}

/** What is said of a mark, on the screen and aloud: "Manual billing: 12.3 %, between 8.1 % and 18.0 %, 12 of 98". */
export function markWords(data: ChartData, mark: ChartMark): string {
  const values = data.series.map(({ label }, series) => {
    const value = mark.values[series];
    const words = value === null || value === undefined ? 'none' : wordsOf(data, series, value);
    return data.series.length > 1 ? `${label} ${words}` : words;
  });
  const between = mark.interval?.map((end) => wordsOf(data, 0, end)).join(' and ');
  const parts = [...values, between && `between ${between}`, mark.note].filter(Boolean);
  return `${mark.label}: ${parts.join(', ')}`;
}

const wordsOf = (data: ChartData, series: number, value: number) =>
  figureWords(value, data.series[series]?.unit ?? 'count');

/** The unit of the axis: the first series'. */
export const unitOf = (data: ChartData): FigureUnit => data.series[0]?.unit ?? 'count';

/** How the axis of values is written: each tick in words, and what its numbers are of where the ticks don't say. */
export function axisOf(data: ChartData): { size: number; name: string; words(value: number): string } {
  const ends = data.marks.flatMap(({ values, interval }) => [...values, ...(interval ?? [])]);
  const most = ends.reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
  switch (unitOf(data)) {
    case 'seconds': {
      const scale = durationScale(most);
      return { ...scale, words: (value) => short.format(value) };
    }
    case 'share':
      return { size: 0.01, name: '', words: (value) => `${short.format(value)} %` };
    case 'ratio':
      return { size: 1, name: '', words: (value) => `${short.format(value)} ×` };
    case 'count':
      return { size: 1, name: '', words: (value) => short.format(value) };
  }
}

const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

/** The mark that a key leads to from another; null where the key is none of the chart's. */
export function markAfter(key: string, at: number, count: number, backwards: boolean): number | null {
  const last = count - 1;
  const step = (by: number) => Math.min(Math.max(at + by, 0), last);
  switch (key) {
    case 'ArrowRight':
      return step(backwards ? -1 : 1);
    case 'ArrowLeft':
      return step(backwards ? 1 : -1);
    case 'ArrowDown':
      return step(1);
    case 'ArrowUp':
      return step(-1);
    case 'PageDown':
      return step(10);
    case 'PageUp':
      return step(-10);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** The file's name without its ending: "Refund rate, by path" becomes "refund-rate-by-path". */
export function fileNameOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.slice(0, 80) || 'chart';
}
