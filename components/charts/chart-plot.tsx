'use client';

import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  type MouseHandlerDataParam,
  Rectangle,
  ReferenceLine,
  XAxis,
  YAxis,
} from 'recharts';
import { cn } from '../ui/cn';
import { axisOf, type ChartData } from './chart-data';
import { axisHeight, besideRow, type ChartKind, chartColours, plotHeight, seriesLook } from './chart-look';
import { useWidth } from './use-width';

interface ChartPlotProps {
  kind: ChartKind;
  data: ChartData;
  /** The mark that is pointed at or in focus. */
  active: number | null;
  named: readonly { mark: number; label: string }[];
  rightToLeft: boolean;
  onHover(mark: number | null): void;
  /** What a press on a mark does; null where it does nothing. */
  onOpen: ((mark: number) => void) | null;
}

/**
 * The drawing of a chart, by recharts. A picture without motion: focus, words and table are its frame's (`Chart`). It is
 * laid out from left to right and turned here, because what an SVG calls start does not follow its axes.
 */
export function ChartPlot({ kind, data, active, named, rightToLeft, onHover, onOpen }: ChartPlotProps) {
  const { frame, width } = useWidth();
  const axis = axisOf(data);
  const rows = data.marks.map(({ values, interval }, index) => ({
    index,
    interval:
      interval && values[0] !== null && values[0] !== undefined
        ? [(values[0] - interval[0]) / axis.size, (interval[1] - values[0]) / axis.size]
        : undefined,
    ...Object.fromEntries(
      values.map((value, series) => [`value${series}`, value === null ? null : value / axis.size]),
    ),
  }));
  const lying = kind === 'rows';
  const label = (index: number) => data.marks[index]?.label ?? '';
  const namesWidth = lying ? Math.round(Math.min(220, Math.max(width * 0.36, 72))) : 0;
  const tick = { fill: 'var(--chart-ink)', fontSize: 12 };
  const values = {
    type: 'number',
    tickFormatter: axis.words,
    tick,
    tickLine: false,
    axisLine: false,
    allowDecimals: axis.size !== 1 || data.series[0]?.unit !== 'count',
  } as const;
  const names = { type: 'category', dataKey: 'index', tick, tickLine: false } as const;
  const markOf = ({ activeTooltipIndex }: MouseHandlerDataParam) =>
    activeTooltipIndex === null || activeTooltipIndex === undefined ? null : Number(activeTooltipIndex);
  const side = rightToLeft ? 'right' : 'left';
  const line = kind === 'line' || kind === 'area';
  return (
    <div
      ref={frame}
      dir="ltr"
      aria-hidden="true"
      className={cn('absolute inset-0 bg-panel tabular-nums', chartColours)}
    >
      {width > 0 ? (
        <ComposedChart
          width={width}
          height={plotHeight(kind, data)}
          data={rows}
          layout={lying ? 'vertical' : 'horizontal'}
          accessibilityLayer={false}
          barCategoryGap={kind === 'histogram' ? 1 : '24%'}
          margin={{ top: (axis.name && !lying) || named.length > 0 ? 20 : 8, right: 16, bottom: 4, left: 8 }}
          className={cn('[&_*]:outline-none', onOpen && '[&_.recharts-surface]:cursor-pointer')}
          onMouseMove={(event) => onHover(markOf(event))}
          onMouseLeave={() => onHover(null)}
          onClick={(event) => {
            const mark = markOf(event);
            if (mark !== null) onOpen?.(mark);
          }}
        >
          <CartesianGrid vertical={lying} horizontal={!lying} stroke="var(--chart-line)" />
          {lying ? (
            <>
              <XAxis
                {...values}
                reversed={rightToLeft}
                height={axisHeight(data)}
                label={{ value: axis.name, position: 'insideBottom', fill: 'var(--chart-ink)', fontSize: 12 }}
              />
              <YAxis
                {...names}
                orientation={side}
                width={namesWidth}
                interval={0}
                axisLine={false}
                tickFormatter={(index: number) => besideRow(label(index), namesWidth)}
              />
            </>
          ) : (
            <>
              <XAxis
                {...names}
                reversed={rightToLeft}
                height={28}
                minTickGap={12}
                interval="equidistantPreserveStart"
                axisLine={{ stroke: 'var(--chart-ink)' }}
                tickFormatter={(index: number) => shortened(label(index), 18)}
              />
              <YAxis
                {...values}
                orientation={side}
                width={52}
                label={{
                  value: axis.name,
                  position: 'top',
                  offset: 8,
                  fill: 'var(--chart-ink)',
                  fontSize: 12,
                }}
              />
            </>
          )}
          {named.map(({ mark, label: text }) => (
            <ReferenceLine
              key={text}
              x={mark}
              stroke="var(--chart-strong)"
              strokeDasharray="3 3"
              label={{ value: text, position: 'top', fill: 'var(--chart-strong)', fontSize: 12 }}
            />
          ))}
          {line && active !== null ? <ReferenceLine x={active} stroke="var(--chart-strong)" /> : null}
          {data.series.map((series, index) => {
            const { colour, dash } = seriesLook(index);
            const shared = {
              dataKey: `value${index}`,
              name: series.label,
              isAnimationActive: false,
            } as const;
            const stroke = { stroke: colour, strokeWidth: 2, strokeDasharray: dash } as const;
            const dot = rows.length <= 31 ? { r: 3, fill: colour, strokeWidth: 0 } : false;
            if (kind === 'line')
              return <Line key={series.label} {...shared} {...stroke} dot={dot} activeDot={false} />;
            if (kind === 'area')
              return (
                <Area
                  key={series.label}
                  {...shared}
                  {...stroke}
                  dot={dot}
                  activeDot={false}
                  fill={colour}
                  fillOpacity={0.15}
                />
              );
            return (
              <Bar
                key={series.label}
                {...shared}
                fill={colour}
                maxBarSize={kind === 'histogram' ? undefined : 40}
                shape={({ index: mark, ...bar }) => (
                  <Rectangle
                    {...bar}
                    radius={lying ? 3 : [3, 3, 0, 0]}
                    fillOpacity={active === null || active === mark ? 1 : 0.45}
                  />
                )}
              >
                {index === 0 && rows.some(({ interval }) => interval) ? (
                  <ErrorBar
                    dataKey="interval"
                    direction={lying ? 'x' : 'y'}
                    width={6}
                    stroke="var(--chart-strong)"
                    strokeWidth={1.5}
                    isAnimationActive={false}
                  />
                ) : null}
              </Bar>
            );
          })}
        </ComposedChart>
      ) : null}
    </div>
  );
}

/** A name in so many letters; the whole of it is read out below the pointer and stands in the table. */
function shortened(text: string, letters: number): string {
  const most = Math.max(4, Math.floor(letters));
  return [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
}
