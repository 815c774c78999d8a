import type { CurrencyTotals } from '@/lib/invoice/invoice-list';
import { formatMoney } from '@/lib/money';
import { cn } from '../ui/cn';

const count = new Intl.NumberFormat('en-US');

/** What everything that is filtered comes to: a line for each currency, since nothing adds up across them. */
export function ListTotals({ totals }: { totals: readonly CurrencyTotals[] }) {
  return (
    <ul
      aria-label="Totals"
      className="flex flex-col gap-y-1.5 text-dense text-ink-2 tabular-nums @2xl:grid @2xl:w-fit @2xl:grid-cols-[repeat(4,auto)] @2xl:gap-x-6"
    >
      {totals.map(({ currency, count: invoices, total, openBalance, overdue }) => (
        <li
          key={currency}
          className="flex flex-wrap gap-x-4 gap-y-0.5 @2xl:col-span-4 @2xl:grid @2xl:grid-cols-subgrid"
        >
          <span className="@max-2xl:basis-full">
            <Amount>{count.format(invoices)}</Amount> {invoices === 1 ? 'invoice' : 'invoices'}
            {totals.length > 1 ? ` in ${currency}` : ''}
          </span>
          <span>
            total <Amount>{formatMoney(total, currency)}</Amount>
          </span>
          <span>
            open balance <Amount>{formatMoney(openBalance, currency)}</Amount>
          </span>
          <span>
            overdue{' '}
            <Amount className={overdue > 0n ? 'text-danger' : undefined}>
              {formatMoney(overdue, currency)}
            </Amount>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Amount({ className, children }: { className?: string | undefined; children: string }) {
  return <strong className={cn('font-semibold whitespace-nowrap text-ink', className)}>{children}</strong>;
}
