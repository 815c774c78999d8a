import type { Currency } from '@/lib/money';
import { formatMoney } from '@/lib/money';
import type { RecordTotals as Totals } from '@/lib/record-list';
import type { RecordListKind } from './list-kind';

const count = new Intl.NumberFormat('en-US');

/** How many of all that match are in each status, and what they come to in each currency. */
export function RecordTotals({ kind, totals }: { kind: RecordListKind; totals: readonly Totals[] }) {
  const byStatus = new Map<string, number>();
  const byCurrency = new Map<Currency, bigint>();
  for (const { status, currency, count: records, amount } of totals) {
    byStatus.set(status, (byStatus.get(status) ?? 0) + records);
    if (currency) byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + amount);
  }
  const shown = [...byStatus].toSorted((a, b) => b[1] - a[1]).slice(0, 8);
  return (
    <ul aria-label="Totals" className="flex flex-wrap gap-x-5 gap-y-1 text-dense text-ink-2 tabular-nums">
      {shown.map(([status, records]) => (
        <li key={status}>
          <strong className="font-semibold text-ink">{count.format(records)}</strong>{' '}
          <bdi>{kind.statuses?.[status]?.label.toLowerCase() ?? status}</bdi>
        </li>
      ))}
      {kind.amount
        ? [...byCurrency].map(([currency, amount]) => (
            <li key={currency}>
              {kind.amount?.toLowerCase()}{' '}
              <strong className="font-semibold text-ink">{formatMoney(amount, currency)}</strong>
            </li>
          ))
        : null}
    </ul>
  );
}
