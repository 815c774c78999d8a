import Link from 'next/link';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import { type ChartCell, type ChartData, columnsOf, rowOf } from './chart-data';

/** The chart's values as a table; each number that has records behind it leads to them. */
export function ChartTable({ title, data }: { title: string; data: ChartData }) {
  const columns = columnsOf(data);
  return (
    // Reached by keyboard where it is wider than its frame.
    <section
      aria-label={`Table of ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
      tabIndex={0}
      className="relative max-h-120 min-w-0 self-start overflow-auto rounded-md border border-line"
    >
      <Table>
        <caption className="sr-only">{title}</caption>
        <TableHead className="max-lg:top-0">
          <TableRow>
            {columns.map(({ label, numeric }) => (
              <ColumnHeader key={label} numeric={numeric}>
                {label}
              </ColumnHeader>
            ))}
          </TableRow>
        </TableHead>
        <tbody>
          {data.marks.map((mark, place) => {
            const [head, ...cells] = rowOf(data, mark);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two marks may have one name; a row is its place.
              <TableRow key={place}>
                <RowHeader className="min-w-32 whitespace-normal">
                  <bdi>{head?.text}</bdi>
                </RowHeader>
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                  <Cell key={index} numeric>
                    <CellFigure cell={cell} of={mark.label} />
                  </Cell>
                ))}
              </TableRow>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}

function CellFigure({ cell, of }: { cell: ChartCell; of: string }) {
  if (!cell.href) return cell.text;
  return (
    <Link
      href={cell.href}
      className="inline-block min-h-6 min-w-6 leading-6 text-accent underline-offset-2 hover:underline"
    >
      {cell.text}
      <span className="sr-only">, records of {of}</span>
    </Link>
  );
}
