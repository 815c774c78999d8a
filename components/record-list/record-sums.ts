import type { Currency } from '@/lib/money';
import type { RecordTotals } from '@/lib/record-list';
import type { RecordListKind } from './list-kind';

interface RecordSums {
  /** The statuses of most records, those of most first. */
  statuses: readonly (readonly [status: string, count: number])[];
  /** What the amounts that count come to, by currency; none where the kind has no sum. */
  amounts: readonly (readonly [Currency, bigint])[];
}

const mostStatuses = 8;

/** How many of all that match are in each status, and what they come to. */
export function sumsOf({ sum }: Pick<RecordListKind, 'sum'>, totals: readonly RecordTotals[]): RecordSums {
  const byStatus = new Map<string, number>();
  const byCurrency = new Map<Currency, bigint>();
  for (const { status, currency, count, amount } of totals) {
    byStatus.set(status, (byStatus.get(status) ?? 0) + count);
    if (sum && currency && !sum.without.includes(status))
      byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + amount);
  }
  return {
    statuses: [...byStatus].toSorted((a, b) => b[1] - a[1]).slice(0, mostStatuses),
    amounts: [...byCurrency],
  };
}
