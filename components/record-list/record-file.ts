import type { CsvCell } from '@/lib/csv';
import { type ExportTable, fileTime } from '@/lib/export-format';
import { exponentOf, toDecimalText } from '@/lib/money';
import type { PastSense } from '@/lib/past-sense';
import type { RecordListRow } from '@/lib/record-list';
import type { RecordListKind } from './list-kind';

/** What a moment in view is called in the header of a file. */
const momentLabels: Readonly<Record<PastSense, string>> = { was: 'As of', known: 'As known at' };

/**
 * A list of records as a file: its own columns, amounts as plain decimals with their currency beside them. One of the past
 * has its moment in every row.
 *
 * @param asOf the moment in view, ISO 8601 in UTC; null is now
 */
export function recordTable(
  kind: RecordListKind,
  timeZone: string,
  asOf: string | null,
  sense: PastSense,
): ExportTable<RecordListRow> {
  const { columns, hasCustomer, amount } = kind;
  return {
    header: [
      kind.known,
      ...(hasCustomer ? ['Customer'] : []),
      ...columns.map(({ label }) => label),
      'Status',
      ...(amount ? [amount, 'Currency'] : []),
      'Changed by',
      `Last change (${timeZone})`,
      'Record ID',
      ...(asOf ? [`${momentLabels[sense]} (${timeZone})`] : []),
    ],
    lines: (row) => [
      [
        row.title,
        ...(hasCustomer ? [row.customerName] : []),
        ...columns.map(({ field, words }) => fieldOf(row.fields[field], words)),
        kind.statuses?.[row.status]?.label ?? row.status,
        ...(amount ? [amountOf(row), row.currency] : []),
        row.lastActorName,
        fileTime(row.updatedAt, timeZone),
        row.id,
        ...(asOf ? [fileTime(asOf, timeZone)] : []),
      ],
    ],
    json: ({ id, amount: minorUnits, currency, ...row }) => ({
      id,
      workflow: kind.workflow,
      ...row,
      amount: minorUnits,
      currency,
      exponent: currency && exponentOf(currency),
      asOf,
      sense: asOf && sense,
    }),
  };
}

const amountOf = ({ amount, currency }: RecordListRow): CsvCell =>
  amount === null || currency === null ? amount : toDecimalText(amount, currency);

const fieldOf = (value: string | undefined, words: Readonly<Record<string, string>> = {}): CsvCell =>
  value === undefined ? null : (words[value] ?? value);
