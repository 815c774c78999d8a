'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { loadPart } from '../ui/load-part';
import { type ChartData, markAfter, markWords } from './chart-data';
import { ChartLegend } from './chart-legend';
import { type ChartKind, plotHeight } from './chart-look';
import { useRightToLeft } from './use-right-to-left';

/** recharts comes with the first chart on the page, never with the page. */
const ChartPlot = dynamic(() => loadPart(() => import('./chart-plot').then((module) => module.ChartPlot)), {
  ssr: false,
});

/** A mark that is named in the plot: "median". */
export interface NamedMark {
  mark: number;
  label: string;
}

interface ChartDrawingProps {
  kind: ChartKind;
  title: string;
  /** With one mark at least. */
  data: ChartData;
  named: readonly NamedMark[];
  /** Where the picture is. */
  plot: RefObject<HTMLDivElement | null>;
}

/** The picture, what is said of the mark that is pointed at or in focus, and the way from mark to mark. */
export function ChartDrawing({ kind, title, data, named, plot }: ChartDrawingProps) {
  const router = useRouter();
  const rightToLeft = useRightToLeft();
  const [at, setAt] = useState(0);
  const [focused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<number | null>(null);
  const count = data.marks.length;
  const current = Math.min(at, count - 1);
  const active = hovered ?? (focused ? current : null);
  const leads = data.marks.some(({ hrefs }) => hrefs?.some(Boolean));
  const wordsAt = (index: number) => {
    const mark = data.marks[index];
    return mark ? markWords(data, mark) : '';
  };
  const open = (index: number) => {
    const href = data.marks[index]?.hrefs?.find(Boolean);
    if (href) router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = markAfter(event.key, current, count, rightToLeft);
    if (next !== null) setAt(next);
    else if (event.key === 'Enter') open(current);
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <ChartLegend data={data} kind={kind} />
      <p aria-hidden="true" className="min-h-9 text-dense text-ink-2 tabular-nums print:hidden">
        {active === null ? (
          `Point at a mark to read it${leads ? ', press it to see its records' : ''}.`
        ) : (
          <>
            <bdi className="font-medium text-ink">{wordsAt(active)}</bdi>
            {focused && leads ? ' · Enter shows its records' : null}
          </>
        )}
      </p>
      <div
        ref={plot}
        className="relative rounded-md has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent"
        style={{ height: plotHeight(kind, data) }}
      >
        <ChartPlot
          {...{ kind, data, active, named, rightToLeft }}
          onHover={setHovered}
          onOpen={leads ? open : null}
        />
        <input
          type="range"
          aria-label={`Marks of ${title}`}
          aria-valuetext={wordsAt(current)}
          min={0}
          max={count - 1}
          step={1}
          value={current}
          onChange={(event) => setAt(event.target.valueAsNumber)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
          className="pointer-events-none absolute inset-0 m-0 size-full opacity-0 print:hidden"
        />
      </div>
    </div>
  );
}
