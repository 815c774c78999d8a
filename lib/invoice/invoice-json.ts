import { type ExactAmount, exactAmount, exponentOf } from '../money';
import { flagsOf } from './flags';
import type { InvoiceListRow } from './invoice-list';
import { type AmountColumn, amountColumns, amountIn } from './list-columns';

/**
 * A row of the list for programs, all of it whichever columns are shown. Days are the company's, instants in UTC.
 *
 * @param asOf the moment that the row is of, ISO 8601 in UTC; null is now
 */
export function invoiceJson(row: InvoiceListRow, asOf: string | null): object {
  const amount = (column: AmountColumn): ExactAmount | null => {
    const minorUnits = amountIn(row, column);
    return minorUnits === null ? null : exactAmount(minorUnits, row.currency);
  };
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    asOf,
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
