import Link from 'next/link';
import type { ReactNode } from 'react';
import { figureWords } from '@/lib/figure-words';
import { Card } from '../ui/card';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';

/** A number, and where the records behind it are. */
export interface Figure {
  text: string;
  /** What the link is called beside its number: "refunded, Phone order". */
  of?: string;
  href?: string | null;
}

interface FiguresTableProps {
  title: string;
  /** The head of the first column, and of each number's. */
  of: string;
  columns: readonly string[];
  rows: readonly { key: string; name: ReactNode; figures: readonly Figure[] }[];
  empty: string;
}

/** The numbers of a question, each leading to the records behind it. Wide ones scroll within their card. */
export function FiguresTable({ title, of, columns, rows, empty }: FiguresTableProps) {
  return (
    <Card className="min-w-0">
      <h2 className="px-4 pt-4 pb-2 text-emphasis font-semibold text-ink">{title}</h2>
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-dense text-ink-2">{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled from the keyboard.
        <section aria-label={title} tabIndex={0} className="relative overflow-x-auto">
          <Table aria-label={title}>
            <TableHead className="static">
              <TableRow className="hover:bg-transparent">
                <ColumnHeader>{of}</ColumnHeader>
                {columns.map((column) => (
                  <ColumnHeader key={column} numeric>
                    {column}
                  </ColumnHeader>
                ))}
              </TableRow>
            </TableHead>
            <tbody>
              {rows.map(({ key, name, figures }) => (
                <TableRow key={key}>
                  <RowHeader className="whitespace-normal">{name}</RowHeader>
                  {figures.map((figure, index) => (
                    <Cell key={columns[index]} numeric>
                      <FigureLink figure={figure} />
                    </Cell>
                  ))}
                </TableRow>
              ))}
            </tbody>
          </Table>
        </section>
      )}
    </Card>
  );
}

function FigureLink({ figure: { text, href, of } }: { figure: Figure }) {
  if (!href) return text;
  return (
    <Link href={href} className="inline-flex min-h-6 min-w-6 items-center justify-end text-accent underline">
      {text}
      {of ? <span className="sr-only"> {of}</span> : null}
    </Link>
  );
}

/** A count that leads to its records, if there are any. */
export const counted = (count: number, href: string, of: string): Figure => ({
  text: figureWords(count, 'count'),
  of,
  href: count > 0 ? href : null,
});

/** What is no list of records. */
export const plain = (text: string): Figure => ({ text });

/** "8.1 % – 18.0 %", or a dash where there is none. */
export const between = (interval: readonly [number, number] | null, unit: 'share' | 'ratio'): Figure =>
  plain(interval ? `${figureWords(interval[0], unit)} – ${figureWords(interval[1], unit)}` : '–');
