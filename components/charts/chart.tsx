'use client';

import { Download } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Switch } from '../ui/switch';
import { showToast } from '../ui/toast';
import { type ChartData, chartCsv, fileNameOf } from './chart-data';
import { ChartDrawing, type NamedMark } from './chart-drawing';
import type { ChartKind } from './chart-look';
import { ChartTable } from './chart-table';
import { pictureProblem, saveFile } from './save-file';

export interface ChartProps {
  /**
   * `bars` stand side by side; `rows` lie, with room for their names and for intervals; `histogram` stands without
   * gaps; `line` and `area` go through points in time.
   */
  kind: ChartKind;
  /** Names the chart, its buttons and its files. No two on a page are the same. */
  title: string;
  data: ChartData;
  /** What is counted, in a sentence or two. */
  children?: ReactNode;
  /** Where the table stands: behind a switch, or beside the chart for good. */
  table?: 'switch' | 'beside';
  /** Where there is no mark: why, and what to do. */
  empty: string;
  /** Marks that are named in the plot: "median". */
  named?: readonly NamedMark[];
}

const noneNamed: readonly NamedMark[] = [];

/**
 * A chart with its table and its files. The pointer shows a mark's value and a press leads to its records; with the
 * keyboard the arrows go from mark to mark, each of which is spoken, and Enter does what a press does.
 */
export function Chart(props: ChartProps) {
  const { kind, title, data, children, table = 'switch', empty, named = noneNamed } = props;
  const titleId = useId();
  const plot = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const beside = table === 'beside';
  const drawn = beside || !asTable;
  return (
    <Card className="@container min-w-0 p-4">
      <figure aria-labelledby={titleId} className="flex min-w-0 flex-col gap-3">
        <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1 basis-64">
            <h2 id={titleId} className="text-emphasis font-semibold text-ink">
              {title}
            </h2>
            {children ? <div className="max-w-3xl text-dense text-ink-2">{children}</div> : null}
          </div>
          {data.marks.length > 0 ? (
            <div className="flex flex-wrap items-center gap-1 print:hidden">
              {beside ? null : (
                <span className="me-2">
                  <Switch checked={asTable} onChange={setAsTable}>
                    Show as table
                  </Switch>
                </span>
              )}
              <SaveButtons {...{ title, data, plot, drawn }} />
            </div>
          ) : null}
        </figcaption>
        {data.marks.length === 0 ? (
          <p className="py-8 text-center text-dense text-ink-2">{empty}</p>
        ) : (
          <div className={cn('grid min-w-0 gap-4', beside && '@3xl:grid-cols-2')}>
            {drawn ? <ChartDrawing {...{ kind, title, data, named, plot }} /> : null}
            {beside || asTable ? <ChartTable title={title} data={data} /> : null}
          </div>
        )}
      </figure>
    </Card>
  );
}

interface SaveButtonsProps {
  title: string;
  data: ChartData;
  plot: RefObject<HTMLDivElement | null>;
  /** Is there a picture to save? */
  drawn: boolean;
}

function SaveButtons({ title, data, plot, drawn }: SaveButtonsProps) {
  const saveCsv = () => saveFile(`${fileNameOf(title)}.csv`, 'text/csv', chartCsv(data));
  const saveSvg = async () => {
    const picture = plot.current?.querySelector('svg');
    try {
      if (!picture) throw new Error('The chart is not drawn yet.');
      const { svgFile } = await import('./svg-file');
      saveFile(`${fileNameOf(title)}.svg`, 'image/svg+xml', await svgFile(picture, title));
    } catch {
      await showToast(pictureProblem);
    }
  };
  const button = (format: string, onClick: () => void, disabledReason: string | null) => (
    <Button
      variant="ghost"
      size="small"
      icon={<Download aria-hidden="true" />}
      disabledReason={disabledReason}
      onClick={onClick}
    >
      <span>
        <span className="sr-only">Save {title} as </span>
        {format}
      </span>
    </Button>
  );
  return (
    <>
      {button('CSV', saveCsv, null)}
      {button('SVG', saveSvg, drawn ? null : 'Show the chart again to save its picture.')}
    </>
  );
}
