import { formatMoney } from '@/lib/money';
import type { RecordTotals as Totals } from '@/lib/record-list';
import type { RecordListKind } from './list-kind';
import { sumsOf } from './record-sums';

const count = new Intl.NumberFormat('en-US');

/** How many of all that match are in each status, and what they come to in each currency. */
export function RecordTotals({ kind, totals }: { kind: RecordListKind; totals: readonly Totals[] }) {
  const { statuses, amounts } = sumsOf(kind, totals);
  return (
    <ul aria-label="Totals" className="flex flex-wrap gap-x-5 gap-y-1 text-dense text-ink-2 tabular-nums">
      {statuses.map(([status, records]) => (
        <li key={status}>
          <strong className="font-semibold text-ink">{count.format(records)}</strong>{' '}
          <bdi>{kind.statuses?.[status]?.label.toLowerCase() ?? status}</bdi>
        </li>
      ))}
      {amounts.map(([currency, amount]) => (
        <li key={currency}>
          {kind.sum?.label}{' '}
          <strong className="font-semibold text-ink">{formatMoney(amount, currency)}</strong>
        </li>
      ))}
    </ul>
  );
}
