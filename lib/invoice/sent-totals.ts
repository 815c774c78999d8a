import type { Currency } from '../money';
import type { Status } from './status';
import type { StatusTotals } from './status-totals';

/** Movements of totals as they travel: JSON has no integers as large as sums of money can be. */
export interface SentTotals {
  /** Instants, ISO 8601. */
  bounds: readonly string[];
  /** By bound: currency, status, invoices, and total and balance in minor units. */
  movements: readonly (readonly SentMovement[])[];
}

type SentMovement = readonly [Currency, Status, number, string, string];

export function sendTotals(
  bounds: readonly string[],
  movements: readonly (readonly StatusTotals[])[],
): SentTotals {
  return {
    bounds,
    movements: movements.map((moved) =>
      moved.map((each) => [each.currency, each.status, each.count, String(each.total), String(each.balance)]),
    ),
  };
}

export function receiveTotals({ movements }: SentTotals): StatusTotals[][] {
  return movements.map((moved) =>
    moved.map(([currency, status, count, total, balance]) => ({
      currency,
      status,
      count,
      total: BigInt(total),
      balance: BigInt(balance),
    })),
  );
}
