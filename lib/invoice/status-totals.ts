import type { Currency } from '../money';
import { type Status, statuses } from './status';

/** What the invoices of one currency in one status come to, in minor units. */
export interface StatusTotals {
  currency: Currency;
  status: Status;
  count: number;
  total: bigint;
  balance: bigint;
}

/** One status at two moments. */
export interface ComparedTotals {
  currency: Currency;
  status: Status;
  before: { count: number; total: bigint };
  now: { count: number; total: bigint };
}

const none = { count: 0, total: 0n };

/** The totals of two moments side by side: by currency, the one with most invoices first, then in the order of the life of an invoice. */
export function compareTotals(then: readonly StatusTotals[], now: readonly StatusTotals[]): ComparedTotals[] {
  const counts = new Map<Currency, number>();
  for (const { currency, count } of [...then, ...now])
    counts.set(currency, (counts.get(currency) ?? 0) + count);
  const currencies = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code);
  const at = (totals: readonly StatusTotals[], currency: Currency, status: Status) => {
    const found = totals.find((each) => each.currency === currency && each.status === status);
    return found ? { count: found.count, total: found.total } : none;
  };
  return currencies
    .flatMap((currency) =>
      statuses.map((status) => ({
        currency,
        status,
        before: at(then, currency, status),
        now: at(now, currency, status),
      })),
    )
    .filter((row) => row.before.count > 0 || row.now.count > 0);
}
