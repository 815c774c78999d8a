import type { CsvCell } from '../csv';
import { type ExportTable, fileTime } from '../export-format';
import { toDecimalText } from '../money';
import type { PastSense } from '../past-sense';
import { flagsOf } from './flags';
import { titleOf } from './invoice';
import { flagLabels } from './invoice-filters';
import { invoiceJson } from './invoice-json';
import type { InvoiceListRow } from './invoice-list';
import { amountIn, columnLabels, isAmountColumn, type ListColumn, listColumns } from './list-columns';
import { statusLabels } from './status';

/**
 * The list of invoices as a file. Amounts are plain decimals, so that a spreadsheet adds them up; the currency stands
 * in a column of its own. Days are ISO 8601; the header names the zone of what has a time.
 */

/**
 * The list as a file. One of the past has its moment in every row, so that rows which are put together stay apart.
 *
 * @param asOf the moment in view, ISO 8601 in UTC; null is now
 * @param sense in what sense it is meant
 */
export function invoiceTable(
  chosen: readonly ListColumn[],
  timeZone: string,
  asOf: string | null,
  sense: PastSense = 'was',
): ExportTable<InvoiceListRow> {
  const columns = csvColumns(chosen);
  const moment = asOf && fileTime(asOf, timeZone);
  return {
    header: [...csvHeader(columns, timeZone), ...(moment ? [`${momentLabels[sense]} (${timeZone})`] : [])],
    lines: (row) => [[...csvCells(row, columns, timeZone), ...(moment ? [moment] : [])]],
    json: (row) => invoiceJson(row, asOf, sense),
  };
}

const momentLabels: Readonly<Record<PastSense, string>> = { was: 'As of', known: 'As known at' };

/** The columns of the file: those chosen, and with amounts always their currency. */
export function csvColumns(chosen: readonly ListColumn[]): readonly ListColumn[] {
  const withCurrency = chosen.some(isAmountColumn);
  return listColumns.filter((column) => chosen.includes(column) || (withCurrency && column === 'currency'));
}

export function csvHeader(columns: readonly ListColumn[], timeZone: string): CsvCell[] {
  return [
    'Number',
    ...columns.flatMap((column) => {
      if (column === 'status') return ['Status', 'Flags'];
      return column === 'changed' ? `${columnLabels.changed} (${timeZone})` : columnLabels[column];
    }),
  ];
}

export function csvCells(row: InvoiceListRow, columns: readonly ListColumn[], timeZone: string): CsvCell[] {
  return [titleOf(row), ...columns.flatMap((column) => cellsOf(row, column, timeZone))];
}

function cellsOf(row: InvoiceListRow, column: ListColumn, timeZone: string): CsvCell | CsvCell[] {
  if (isAmountColumn(column)) {
    const amount = amountIn(row, column);
    return amount === null ? null : toDecimalText(amount, row.currency);
  }
  switch (column) {
    case 'customer':
      return row.customerName;
    case 'email':
      return row.customerEmail;
    case 'status':
      return [
        statusLabels[row.status],
        flagsOf(row)
          .map((flag) => flagLabels[flag])
          .join(', ') || null,
      ];
    case 'issued':
      return row.issueDate;
    case 'due':
      return row.dueDate;
    case 'lines':
      return row.lineCount;
    case 'currency':
      return row.currency;
    case 'changedBy':
      return row.lastActorName;
    case 'changed':
      return fileTime(row.updatedAt, timeZone);
  }
}
