import Link from 'next/link';
import type { ReactNode } from 'react';
import { figureWords } from '@/lib/figure-words';
import type { MapNumber } from '@/lib/process-map/map-number';
import type { ProcessGraph } from '@/lib/process-map/process-graph';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import type { Metric } from './map-look';
import { pathNumber } from './map-texts';
import { pathRows } from './path-rows';

interface MapTableProps {
  /** What is shown of the map, and all of it, which shares are of. */
  graph: ProcessGraph;
  all: ProcessGraph;
  metric: Metric;
  wordsOf(activity: string): string;
  hrefOf(number: MapNumber): string;
}

/** The numbers of the map as tables: how often what happened, and what followed on what. */
export function MapTable({ graph, all, metric, wordsOf, hrefOf }: MapTableProps) {
  return (
    <div className="flex max-h-190 min-w-0 flex-col gap-4">
      <Framed label="Activities of the map">
        <TableHead className="max-lg:top-0">
          <TableRow>
            <ColumnHeader>Activity</ColumnHeader>
            <ColumnHeader numeric>Times</ColumnHeader>
          </TableRow>
        </TableHead>
        <tbody>
          {graph.activities.map(({ name, count }) => (
            <TableRow key={name}>
              <RowHeader className="whitespace-normal">
                <bdi>{wordsOf(name)}</bdi>
              </RowHeader>
              <Cell numeric>
                <Count href={hrefOf({ kind: 'activity', activity: name })} of={wordsOf(name)}>
                  {figureWords(count, 'count')}
                </Count>
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Framed>
      <Framed label="Paths of the map">
        <TableHead className="max-lg:top-0">
          <TableRow>
            <ColumnHeader>From</ColumnHeader>
            <ColumnHeader>To</ColumnHeader>
            <ColumnHeader numeric>Times</ColumnHeader>
            <ColumnHeader numeric>Share</ColumnHeader>
            {metric === 'time' ? <ColumnHeader numeric>Median time</ColumnHeader> : null}
          </TableRow>
        </TableHead>
        <tbody>
          {pathRows(graph, wordsOf, all).map(({ path, from, to, count, share, median }) => (
            <TableRow key={`${path.from ?? ''}\n${path.to ?? ''}`}>
              <RowHeader className="whitespace-normal">
                <bdi>{from}</bdi>
              </RowHeader>
              <Cell>
                <bdi>{to}</bdi>
              </Cell>
              <Cell numeric>
                <Count href={hrefOf(pathNumber(path.from, path.to))} of={`${from} to ${to}`}>
                  {figureWords(count, 'count')}
                </Count>
              </Cell>
              <Cell numeric>{figureWords(share, 'share')}</Cell>
              {metric === 'time' ? (
                <Cell numeric>{median === null ? '–' : figureWords(median, 'seconds')}</Cell>
              ) : null}
            </TableRow>
          ))}
        </tbody>
      </Framed>
    </div>
  );
}

function Framed({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      className="relative min-h-32 min-w-0 shrink overflow-auto rounded-md border border-line"
    >
      <Table aria-label={label}>{children}</Table>
    </section>
  );
}

function Count({ href, of, children }: { href: string; of: string; children: string }) {
  return (
    <Link href={href} className="inline-block min-h-6 min-w-6 leading-6 text-accent underline">
      {children}
      <span className="sr-only">, records of {of}</span>
    </Link>
  );
}
