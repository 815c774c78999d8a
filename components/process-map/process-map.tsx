'use client';

import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { parseAsInteger, useQueryStates } from 'nuqs';
import { useCallback, useMemo, useRef, useState } from 'react';
import { csvLine, csvStart } from '@/lib/csv';
import { figureWords } from '@/lib/figure-words';
import type { MapNumber } from '@/lib/process-map/map-number';
import type { ProcessGraph } from '@/lib/process-map/process-graph';
import { readableShares, simplified } from '@/lib/process-map/simplified';
import type { AnalyticsAddress } from '../analytics/analytics-address';
import { pictureProblem, saveFile } from '../charts/save-file';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { loadPart } from '../ui/load-part';
import { showToast } from '../ui/toast';
import type { Metric } from './map-look';
import { MapTable } from './map-table';
import { mapHref, type ViewTexts } from './map-texts';
import { pathRows } from './path-rows';
import { ShareSlider } from './share-slider';

/** The drawing's libraries come with the map, never with the page. */
const MapDrawing = dynamic(
  () => loadPart(() => import('./map-drawing').then((module) => module.MapDrawing)),
  { ssr: false, loading: () => <div className="h-120 rounded-md border border-line" /> },
);

interface ProcessMapProps {
  graph: ProcessGraph;
  /** What each activity is called. */
  labels: Readonly<Record<string, string>>;
  address: AnalyticsAddress;
  texts: ViewTexts;
}

/** The map, what of it is shown, and a table of the same numbers. */
export function ProcessMap({ graph, labels, address, texts }: ProcessMapProps) {
  const metric: Metric = texts.show === 'times' ? 'time' : 'count';
  const usual = useMemo(() => readableShares(graph), [graph]);
  // The server has sent all of it: what is shown of it changes the address, and asks for nothing.
  const [chosen, setChosen] = useQueryStates(
    { activities: parseAsInteger, paths: parseAsInteger },
    { shallow: true, history: 'replace' },
  );
  const percent = {
    activities: clamped(chosen.activities) ?? Math.round(100 * usual.activities),
    paths: clamped(chosen.paths) ?? Math.round(100 * usual.paths),
  };
  const figure = useRef<HTMLElement>(null);
  const [moving, setMoving] = useState<Partial<typeof percent>>({});
  const kept = { ...percent, ...moving };
  const shown = useMemo(
    () => simplified(graph, { activities: kept.activities / 100, paths: kept.paths / 100 }),
    [graph, kept.activities, kept.paths],
  );
  const shares = useMemo(
    () => ({ activities: String(percent.activities), paths: String(percent.paths) }),
    [percent.activities, percent.paths],
  );
  const view = { ...texts, ...shares };
  const wordsOf = useCallback((activity: string) => labels[activity] ?? activity, [labels]);
  const hrefOf = useCallback(
    (number: MapNumber) => mapHref(address, { show: texts.show, ...shares }, number),
    [address, texts.show, shares],
  );
  const slider = (which: 'activities' | 'paths', label: string, left: number, all: number) => (
    <ShareSlider
      label={label}
      value={kept[which]}
      spoken={`${kept[which]} %: ${left} of ${all}`}
      onMove={(value) => setMoving({ ...moving, [which]: value })}
      onCommit={(value) => {
        setMoving({});
        void setChosen({ [which]: value });
      }}
    />
  );
  const saveCsv = () => {
    const rows = pathRows(shown, wordsOf, graph);
    const heads = ['From', 'To', 'Times', 'Share of all', 'Median (seconds)'];
    const lines = rows.map(({ from, to, count, share, median }) => csvLine([from, to, count, share, median]));
    saveFile('process-map.csv', 'text/csv', [csvStart, csvLine(heads), ...lines].join(''));
  };
  const saveSvg = async () => {
    try {
      const { mapPicture } = await import('./map-picture');
      const title = metric === 'time' ? 'Process map, median times' : 'Process map';
      const file = await mapPicture({ graph: shown, metric, wordsOf, hrefOf }, figure.current, title);
      saveFile('process-map.svg', 'image/svg+xml', file);
    } catch {
      await showToast(pictureProblem);
    }
  };
  return (
    <Card className="@container min-w-0 p-4">
      <figure ref={figure} aria-labelledby="map-title" className="flex min-w-0 flex-col gap-3">
        <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <h2 id="map-title" className="text-emphasis font-semibold text-ink">
              Process map
            </h2>
            <p role="status" className="text-dense text-ink-2 tabular-nums">
              {figureWords(shown.activities.length, 'count')} of{' '}
              {figureWords(graph.activities.length, 'count')} activities,{' '}
              {figureWords(shown.paths.length, 'count')} of {figureWords(graph.paths.length, 'count')} paths
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            <MetricSwitch {...{ metric, address, view }} />
            <SaveButton format="CSV" onClick={saveCsv} />
            <SaveButton format="SVG" onClick={saveSvg} />
          </div>
        </figcaption>
        <div className="grid gap-x-6 gap-y-1 @lg:grid-cols-2 print:hidden">
          {slider('activities', 'Activities', shown.activities.length, graph.activities.length)}
          {slider('paths', 'Paths', shown.paths.length, graph.paths.length)}
        </div>
        <div className="grid min-w-0 gap-4 @5xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <MapDrawing {...{ graph: shown, metric, wordsOf, hrefOf }} />
          <MapTable {...{ graph: shown, all: graph, metric, wordsOf, hrefOf }} />
        </div>
      </figure>
    </Card>
  );
}

const clamped = (percent: number | null): number | null =>
  percent === null ? null : Math.min(100, Math.max(0, percent));

function SaveButton({ format, onClick }: { format: string; onClick(): void }) {
  return (
    <Button variant="ghost" size="small" icon={<Download aria-hidden="true" />} onClick={onClick}>
      <span>
        <span className="sr-only">Save the process map as </span>
        {format}
      </span>
    </Button>
  );
}

interface MetricSwitchProps {
  metric: Metric;
  address: AnalyticsAddress;
  view: ViewTexts;
}

/** Counts or median times: links, since the address says which. */
function MetricSwitch({ metric, address, view }: MetricSwitchProps) {
  const choices = [
    ['count', 'Counts', ''],
    ['time', 'Median times', 'times'],
  ] as const;
  return (
    <nav aria-label="Numbers on the paths" className="flex">
      {choices.map(([each, label, show]) => (
        <Link
          key={each}
          href={mapHref(address, { ...view, show })}
          scroll={false}
          aria-current={each === metric ? 'true' : undefined}
          className={cn(
            buttonStyles({ size: 'small' }),
            'first:rounded-e-none last:rounded-s-none last:border-s-0',
            each === metric && 'bg-accent-soft text-accent',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
