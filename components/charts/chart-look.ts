import { axisOf, type ChartData } from './chart-data';

export type ChartKind = 'bars' | 'rows' | 'histogram' | 'line' | 'area';

/** Up to this many series in one chart: each has a colour, and as a line a pattern of its own. */
export const seriesLooks = [
  { colour: 'var(--chart-1)', dash: undefined },
  { colour: 'var(--chart-2)', dash: '6 4' },
  { colour: 'var(--chart-3)', dash: '2 3' },
  { colour: 'var(--chart-4)', dash: '10 3 2 3' },
] as const;

/** The colours of a chart; forced colours leave fills alone, so there they are the person's own. */
export const chartColours =
  '[--chart-1:var(--accent)] [--chart-2:var(--money-out)] [--chart-3:var(--money-in)] [--chart-4:var(--undo)] ' +
  '[--chart-ink:var(--ink-2)] [--chart-strong:var(--ink)] [--chart-line:var(--line)] ' +
  'forced-colors:[--chart-1:Highlight] forced-colors:[--chart-2:CanvasText] forced-colors:[--chart-3:LinkText] ' +
  'forced-colors:[--chart-4:GrayText] forced-colors:[--chart-ink:CanvasText] forced-colors:[--chart-strong:CanvasText] ' +
  'forced-colors:[--chart-line:GrayText]';

export const seriesLook = (series: number) => seriesLooks[series % seriesLooks.length] ?? seriesLooks[0];

/** How high the plot is, in pixels: known before it is there, so that nothing jumps. */
export function plotHeight(kind: ChartKind, data: ChartData): number {
  if (kind !== 'rows') return 240;
  const { marks, series } = data;
  return 12 + axisHeight(data) + (18 + 14 * series.length) * Math.max(marks.length, 1);
}

/** How high the axis below rows is: where its numbers are of a unit, that stands under them. */
export const axisHeight = (data: ChartData): number => (axisOf(data).name ? 44 : 28);

/** A name beside a row, on two lines at most that break between words: so much of it as stands there. */
export function besideRow(text: string, width: number): string {
  const letters = Math.max(4, Math.floor(width / 7));
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const longer = line ? `${line} ${word}` : word;
    if (longer.length <= letters || line === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const [first = '', second, ...rest] = lines;
  if (second === undefined) return cut(first, letters);
  return `${cut(first, letters)} ${cut([second, ...rest].join(' '), letters)}`;
}

function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length > letters
    ? `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`
    : text;
}
