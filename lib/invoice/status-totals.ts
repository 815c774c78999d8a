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

/** The invoices of one currency at two moments. */
export interface ComparedCurrency {
  currency: Currency;
  /** What is owed, in minor units. */
  owed: { before: bigint; now: bigint };
  /** In the order of the life of an invoice; a status with no invoice at either moment is left out. */
  rows: readonly ComparedTotals[];
}

const none = { count: 0, total: 0n };

/** The totals of two moments side by side, by currency, the one with most invoices first. */
export function compareTotals(
  then: readonly StatusTotals[],
  now: readonly StatusTotals[],
): ComparedCurrency[] {
  const at = (totals: readonly StatusTotals[], currency: Currency, status: Status) => {
    const found = totals.find((each) => each.currency === currency && each.status === status);
    return found ? { count: found.count, total: found.total } : none;
  };
  return currenciesIn([...then, ...now]).map((currency) => ({
    currency,
    owed: { before: owedIn(then, currency), now: owedIn(now, currency) },
    rows: statuses
      .map((status) => ({
        currency,
        status,
        before: at(then, currency, status),
        now: at(now, currency, status),
      }))
      .filter((row) => row.before.count > 0 || row.now.count > 0),
  }));
}

/** The currencies there are invoices in, the one with most invoices first. */
export function currenciesIn(totals: readonly StatusTotals[]): Currency[] {
  const counts = new Map<Currency, number>();
  for (const { currency, count } of totals) counts.set(currency, (counts.get(currency) ?? 0) + count);
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code]) => code);
}

/** What is owed in one currency, in minor units: of drafts, and of what was voided or given up, nothing is. */
export function owedIn(totals: readonly StatusTotals[], currency: Currency): bigint {
  return totals
    .filter(
      (each) => each.currency === currency && (each.status === 'open' || each.status === 'partially_paid'),
    )
    .reduce((sum, { balance }) => sum + balance, 0n);
}

/**
 * The totals at the end of each stretch of time, from what each stretch added or took away.
 *
 * @param movements the first is what stood at the beginning
 */
export function accumulate(movements: readonly (readonly StatusTotals[])[]): StatusTotals[][] {
  const standing = new Map<string, StatusTotals>();
  return movements.map((moved) => {
    for (const each of moved) {
      const key = `${each.currency} ${each.status}`;
      const before = standing.get(key);
      standing.set(key, {
        ...each,
        count: each.count + (before?.count ?? 0),
        total: each.total + (before?.total ?? 0n),
        balance: each.balance + (before?.balance ?? 0n),
      });
    }
    return [...standing.values()].filter(({ count }) => count > 0);
  });
}
