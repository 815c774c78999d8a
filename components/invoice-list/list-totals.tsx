import type { CurrencyTotals } from '@/lib/invoice/invoice-list';
import { formatMoney } from '@/lib/money';
import { cn } from '../ui/cn';

const count = new Intl.NumberFormat('en-US');

/** What everything that is filtered comes to: a line for each currency, since nothing adds up across them. */
export function ListTotals({ totals }: { totals: readonly CurrencyTotals[] }) {
  return (
    <ul
      aria-label="Totals"
      className="flex flex-col gap-y-1.5 text-dense text-ink-2 tabular-nums @2xl:grid @2xl:w-fit @2xl:grid-cols-[repeat(4,auto)] @2xl:gap-x-7 @2xl:gap-y-1"
    >
      {totals.map(({ currency, count: invoices, total, openBalance, overdue }, index) => (
        <li
          key={currency}
          className="grid grid-cols-3 gap-x-4 @2xl:col-span-4 @2xl:grid-cols-subgrid @2xl:items-baseline"
        >
          <span className="@max-2xl:col-span-3">
            <strong className="font-semibold text-ink">{count.format(invoices)}</strong>{' '}
            {invoices === 1 ? 'invoice' : 'invoices'}
            {totals.length > 1 ? ` in ${currency}` : ''}
          </span>
          <Sum label="total" first={index === 0}>
            {formatMoney(total, currency)}
          </Sum>
          <Sum label="open balance" first={index === 0}>
            {formatMoney(openBalance, currency)}
          </Sum>
          <Sum label="overdue" first={index === 0} className={overdue > 0n ? 'text-danger' : undefined}>
            {formatMoney(overdue, currency)}
          </Sum>
        </li>
      ))}
    </ul>
  );
}

interface SumProps {
  label: string;
  /** In the first line; above those that follow it in a narrow container, it need not stand again. */
  first: boolean;
  className?: string | undefined;
  children: string;
}

/** A sum with its name; above it where there is little room, else before it. */
function Sum({ label, first, className, children }: SumProps) {
  return (
    <span className="min-w-0 @2xl:flex @2xl:justify-between @2xl:gap-2">
      <span className={cn('block text-label @2xl:text-dense', !first && '@max-2xl:sr-only')}>{label} </span>
      <strong className={cn('font-semibold text-ink', className)}>{children}</strong>
    </span>
  );
}
