import { memo } from 'react';
import { owedIn, type StatusTotals } from '@/lib/invoice/status-totals';
import { type Currency, formatMoney } from '@/lib/money';
import { cn } from '../ui/cn';

interface OwedLineProps {
  /** At every bound of the bars; null while they are on their way. */
  totals: readonly (readonly StatusTotals[])[] | null;
  currencies: readonly Currency[];
  currency: Currency;
  onCurrency(currency: Currency): void;
  /** What is owed at the moment in view, in minor units. */
  owed: bigint;
}

/** What was owed in one currency over the window: the shape of the business that the playhead moves through. */
export function OwedLine({ totals, currencies, currency, onCurrency, owed }: OwedLineProps) {
  return (
    <div className="mb-2">
      <div className="flex min-h-6 flex-wrap items-center gap-x-3 text-label text-ink-2">
        <span>
          Open balance{' '}
          <strong className="font-semibold text-ink tabular-nums">{formatMoney(owed, currency)}</strong>
        </span>
        {currencies.length > 1 ? (
          <fieldset aria-label="Currency of the line" className="m-0 flex gap-0.5 border-0 p-0">
            {currencies.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === currency}
                onClick={() => onCurrency(each)}
                className={cn(
                  'min-h-6 min-w-6 rounded-sm px-1.5 font-medium hover:text-ink',
                  each === currency ? 'bg-accent-soft text-accent' : 'text-ink-2',
                )}
              >
                {each}
              </button>
            ))}
          </fieldset>
        ) : null}
      </div>
      <div className="relative h-14">{totals ? <Line totals={totals} currency={currency} /> : null}</div>
    </div>
  );
}

/** Stands at the value of each bound until the next. A picture: its numbers are in the table below. */
const Line = memo(function Line({
  totals,
  currency,
}: {
  totals: readonly (readonly StatusTotals[])[];
  currency: Currency;
}) {
  const values = totals.map((each) => Number(owedIn(each, currency)));
  const most = Math.max(1, ...values);
  const width = Math.max(1, values.length - 1);
  const points = values.map((value, bound) => `${bound},${100 - (96 * Math.max(0, value)) / most}`).join(' ');
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full rtl:-scale-x-100"
    >
      <polygon points={`0,100 ${points} ${width},100`} className="fill-accent-soft" />
      <polyline
        points={points}
        fill="none"
        className="stroke-accent"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
});
