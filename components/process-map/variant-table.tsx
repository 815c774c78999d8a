import Link from 'next/link';
import { figureWords } from '@/lib/figure-words';
import type { MapNumber, Variants } from '@/lib/process-map/map-number';
import { Card } from '../ui/card';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';

interface VariantTableProps {
  variants: Variants;
  /** Its records: "invoices". */
  many: string;
  wordsOf(activity: string): string;
  hrefOf(number: MapNumber): string;
}

/** The ways that records took, the most frequent first, with their share. */
export function VariantTable({ variants, many, wordsOf, hrefOf }: VariantTableProps) {
  const { shown, total, records } = variants;
  const count = (value: number) => figureWords(value, 'count');
  return (
    <Card className="min-w-0">
      <h2 className="px-4 pt-4 text-emphasis font-semibold text-ink">Variants</h2>
      <p className="px-4 pb-2 text-dense text-ink-2 tabular-nums">
        {shown.length < total ? `The ${count(shown.length)} most frequent of ` : ''}
        {count(total)} ways that {count(records)} {many} took. One event after another of its kind is told
        once.
      </p>
      <section
        aria-label="Variants"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
        className="relative overflow-x-auto"
      >
        <Table aria-label="Variants">
          <TableHead className="static">
            <TableRow className="hover:bg-transparent">
              <ColumnHeader>Way</ColumnHeader>
              <ColumnHeader numeric>Records</ColumnHeader>
              <ColumnHeader numeric>Share</ColumnHeader>
            </TableRow>
          </TableHead>
          <tbody>
            {shown.map((variant) => (
              <TableRow key={variant.id}>
                <RowHeader className="min-w-60 py-1.5 font-normal whitespace-normal">
                  {variant.activities.map((activity, step) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
                    <span key={step}>
                      {step > 0 ? <span className="text-ink-3"> → </span> : null}
                      <bdi className="text-ink">{wordsOf(activity)}</bdi>
                    </span>
                  ))}
                </RowHeader>
                <Cell numeric>
                  <Link
                    href={hrefOf({ kind: 'variant', variant: variant.id })}
                    className="inline-block min-h-6 min-w-6 leading-6 text-accent underline"
                  >
                    {count(variant.records)}
                    <span className="sr-only">, records of this variant</span>
                  </Link>
                </Cell>
                <Cell numeric>{figureWords(records > 0 ? variant.records / records : 0, 'share')}</Cell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </section>
    </Card>
  );
}
