import Link from 'next/link';
import { formatTime, type TimeSettings } from '@/lib/format-time';
import { statusLabels } from '@/lib/invoice/status';
import type { ComparedTotals } from '@/lib/invoice/status-totals';
import { formatMoney } from '@/lib/money';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { EmptyState } from '../ui/empty-state';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';

interface BusinessThenProps {
  rows: readonly ComparedTotals[];
  /** The moment before, ISO 8601 in UTC. */
  asOf: string;
  settings: TimeSettings;
}

const count = new Intl.NumberFormat('en-US');

/** All invoices by status and currency, as they stood at a moment and as they stand now. */
export function BusinessThen({ rows, asOf, settings }: BusinessThenProps) {
  const moment = formatTime(asOf, 'minute', settings);
  return (
    <Card className="overflow-x-auto">
      <section aria-labelledby="business">
        <h2 id="business" className="px-4 pt-4 text-body font-semibold text-ink">
          The business then and now
        </h2>
        <p className="px-4 pt-0.5 pb-2 text-dense text-ink-2" suppressHydrationWarning>
          As it stood on {moment}, just before the window begins, beside today.
        </p>
        {rows.length === 0 ? (
          <EmptyState title={<h3>There was no invoice yet</h3>}>Nor is there one now.</EmptyState>
        ) : (
          <Table>
            <TableHead>
              <tr>
                <ColumnHeader>Status</ColumnHeader>
                <ColumnHeader numeric>Invoices then</ColumnHeader>
                <ColumnHeader numeric>now</ColumnHeader>
                <ColumnHeader numeric>Amount then</ColumnHeader>
                <ColumnHeader numeric>now</ColumnHeader>
                <ColumnHeader numeric>Difference</ColumnHeader>
              </tr>
            </TableHead>
            <tbody>
              {rows.map(({ currency, status, before, now }) => {
                const query = `status=${status}&currency=${currency}`;
                const difference = now.total - before.total;
                return (
                  <TableRow key={`${currency} ${status}`}>
                    <RowHeader>
                      {statusLabels[status]} <span className="font-normal text-ink-2">in {currency}</span>
                    </RowHeader>
                    <Cell numeric>
                      <ToList href={`/invoices?${query}&asOf=${asOf}`} words={`${before.count} then`}>
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
                    <Cell numeric className={cn(difference === 0n ? 'text-ink-3' : 'font-medium text-ink')}>
                      {difference === 0n
                        ? 'none'
                        : `${difference > 0n ? '+' : ''}${formatMoney(difference, currency)}`}
                    </Cell>
                  </TableRow>
                );
              })}
            </tbody>
          </Table>
        )}
      </section>
    </Card>
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
