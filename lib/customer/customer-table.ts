import { type ExportTable, fileTime } from '../export-format';
import { exactAmount, exponentOf, toDecimalText } from '../money';
import type { CustomerListRow } from './customer-list';

/**
 * The list of customers as a file. In CSV a customer has a line for each currency in which they owe something, and one
 * without amounts where they owe nothing, so that a column of amounts is of numbers.
 */
export function customerTable(timeZone: string): ExportTable<CustomerListRow> {
  return {
    header: [
      'Name',
      'Email',
      'Archived',
      'Invoices',
      'Currency',
      'Open',
      'Overdue',
      `Last change (${timeZone})`,
      'Customer ID',
    ],
    lines: ({ balances, ...row }) => {
      const about = [row.name, row.email, row.archived ? 'yes' : 'no', row.invoiceCount];
      const last = [fileTime(row.updatedAt, timeZone), row.id];
      if (balances.length === 0) return [[...about, null, null, null, ...last]];
      return balances.map(({ currency, open, overdue }) => [
        ...about,
        currency,
        toDecimalText(open, currency),
        toDecimalText(overdue, currency),
        ...last,
      ]);
    },
    json: ({ balances, updatedAt, invoiceCount, ...row }) => ({
      ...row,
      invoices: invoiceCount,
      balances: balances.map(({ currency, open, overdue }) => ({
        currency,
        exponent: exponentOf(currency),
        open: exactAmount(open, currency),
        overdue: exactAmount(overdue, currency),
      })),
      changedAt: updatedAt,
    }),
  };
}
