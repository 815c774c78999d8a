import Link from 'next/link';
import { memo } from 'react';
import { statusLabels } from '@/lib/invoice/status';
import { type ComparedTotals, compareTotals, type StatusTotals } from '@/lib/invoice/status-totals';
import { type Currency, formatMoney } from '@/lib/money';
import { type PastSense, pastSenseWords } from '@/lib/past-sense';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { EmptyState } from '../ui/empty-state';
import { PastSenseSwitch } from '../ui/past-sense-switch';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';

interface BusinessThenProps {
  then: readonly StatusTotals[];
  now: readonly StatusTotals[];
  /** The moment in view, in words. */
  moment: string;
  /** What leads to the list of then, such as an instant in UTC; null where then is now, or while it is dragged. */
  asOf: string | null;
  sense: PastSense;
  /** Is there a past in view, of which there are two senses? */
  isPast: boolean;
  onSense(sense: PastSense): void;
}

const count = new Intl.NumberFormat('en-US');

/** All invoices by status and currency, as they stood at the moment in view and as they stand now. */
export const BusinessThen = memo(function BusinessThen(props: BusinessThenProps) {
  const { then, now, moment, asOf, sense, isPast } = props;
  const compared = compareTotals(then, now);
  return (
    <Card className="overflow-x-auto">
      <section aria-labelledby="business">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 pb-2">
          <div>
            <h2 id="business" className="text-body font-semibold text-ink">
              The business then and now
            </h2>
            <p className="pt-0.5 text-dense text-ink-2" suppressHydrationWarning>
              All invoices <strong className="font-medium text-accent tabular-nums">{moment}</strong>,{' '}
              {isPast ? `${pastSenseWords[sense]}; ` : ''}beside today.
            </p>
          </div>
          <PastSenseSwitch sense={sense} onChoose={props.onSense} />
        </div>
        {compared.length === 0 ? (
          <EmptyState title={<h3>There was no invoice yet</h3>}>Nor is there one now.</EmptyState>
        ) : (
          <Table className="min-w-160 table-fixed">
            <TableHead>
              <tr>
                <ColumnHeader className="w-[25%]">Status</ColumnHeader>
                <ColumnHeader numeric className="w-[11%] whitespace-normal">
                  Invoices then
                </ColumnHeader>
                <ColumnHeader numeric className="w-[9%]">
                  Now
                </ColumnHeader>
                <ColumnHeader numeric>Amount then</ColumnHeader>
                <ColumnHeader numeric>Now</ColumnHeader>
                <ColumnHeader numeric>Difference</ColumnHeader>
              </tr>
            </TableHead>
            {compared.map(({ currency, owed, rows }) => (
              <tbody key={currency}>
                {rows.map((row) => (
                  <StatusRow
                    key={row.status}
                    row={row}
                    past={asOf ? `&asOf=${asOf}${sense === 'was' ? '' : `&sense=${sense}`}` : ''}
                  />
                ))}
                <TableRow className="bg-sunken/60">
                  <RowHeader>
                    Open balance <span className="font-normal text-ink-2">in {currency}</span>
                  </RowHeader>
                  <Cell />
                  <Cell />
                  <Cell numeric className="font-semibold text-ink">
                    {formatMoney(owed.before, currency)}
                  </Cell>
                  <Cell numeric className="font-semibold text-ink">
                    {formatMoney(owed.now, currency)}
                  </Cell>
                  <Difference before={owed.before} now={owed.now} currency={currency} />
                </TableRow>
              </tbody>
            ))}
          </Table>
        )}
      </section>
    </Card>
  );
});

/** @param past what has an address of the list mean the moment in view; nothing where that is now */
function StatusRow({ row, past }: { row: ComparedTotals; past: string }) {
  const { currency, status, before, now } = row;
  const query = `status=${status}&currency=${currency}`;
  return (
    <TableRow>
      <RowHeader>
        {statusLabels[status]} <span className="font-normal text-ink-2">in {currency}</span>
      </RowHeader>
      <Cell numeric>
        <ToList href={`/invoices?${query}${past}`} words={`${before.count} then`}>
          {count.format(before.count)}
        </ToList>
      </Cell>
      <Cell numeric>
        <ToList href={`/invoices?${query}`} words={`${now.count} now`}>
          {count.format(now.count)}
        </ToList>
      </Cell>
      <Cell numeric>{formatMoney(before.total, currency)}</Cell>
      <Cell numeric>{formatMoney(now.total, currency)}</Cell>
      <Difference before={before.total} now={now.total} currency={currency} />
    </TableRow>
  );
}

function Difference({ before, now, currency }: { before: bigint; now: bigint; currency: Currency }) {
  const difference = now - before;
  return (
    <Cell numeric className={cn(difference === 0n ? 'text-ink-3' : 'font-medium text-ink')}>
      {difference === 0n ? 'none' : `${difference > 0n ? '+' : ''}${formatMoney(difference, currency)}`}
    </Cell>
  );
}

function ToList({ href, words, children }: { href: string; words: string; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={`${words}: show these invoices`}
      className="inline-flex min-h-6 min-w-6 items-center justify-end text-accent hover:underline"
    >
      {children}
    </Link>
  );
}
