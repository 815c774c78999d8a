import { type ExactAmount, exactAmount, exponentOf } from '../money';
import type { PastSense } from '../past-sense';
import { flagsOf } from './flags';
import type { InvoiceListRow } from './invoice-list';
import { type AmountColumn, amountColumns, amountIn } from './list-columns';

/**
 * A row of the list for programs, all of it whichever columns are shown. Days are the company's, instants in UTC.
 *
 * @param asOf the moment that the row is of, ISO 8601 in UTC; null is now
 * @param sense in what sense; said where it is not "as it was"
 */
export function invoiceJson(row: InvoiceListRow, asOf: string | null, sense: PastSense = 'was'): object {
  const amount = (column: AmountColumn): ExactAmount | null => {
    const minorUnits = amountIn(row, column);
    return minorUnits === null ? null : exactAmount(minorUnits, row.currency);
  };
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    asOf,
    ...(asOf && sense !== 'was' ? { sense } : {}),
    customer: { name: row.customerName, email: row.customerEmail },
    status: row.status,
    flags: flagsOf(row),
    issueDate: row.issueDate,
    dueDate: row.dueDate,
    lines: row.lineCount,
    currency: row.currency,
    exponent: exponentOf(row.currency),
    ...Object.fromEntries(amountColumns.map((column) => [column, amount(column)])),
    changedBy: row.lastActorName,
    changedAt: row.updatedAt,
  };
}
