import { balanceOf, type InvoiceListRow, type InvoiceSort } from './invoice-list';

/** The columns of the invoice list, in the order in which they stand. The number comes before all and stays. */
export const listColumns = [
  'customer',
  'email',
  'status',
  'issued',
  'due',
  'lines',
  'currency',
  'net',
  'tax',
  'total',
  'credited',
  'paid',
  'refunded',
  'balance',
  'changedBy',
  'changed',
] as const;
export type ListColumn = (typeof listColumns)[number];

export const columnLabels: Record<ListColumn, string> = {
  customer: 'Customer',
  email: 'Email',
  status: 'Status',
  issued: 'Issued',
  due: 'Due',
  lines: 'Lines',
  currency: 'Currency',
  net: 'Net',
  tax: 'Tax',
  total: 'Total',
  credited: 'Credited',
  paid: 'Paid',
  refunded: 'Refunded',
  balance: 'Balance',
  changedBy: 'Changed by',
  changed: 'Last change',
};

/** What each is sorted by; those that are not here can't be sorted by. */
export const columnSorts: Partial<Record<ListColumn, InvoiceSort>> = {
  customer: 'customer',
  issued: 'issued',
  due: 'due',
  net: 'net',
  tax: 'tax',
  total: 'total',
  credited: 'credited',
  paid: 'paid',
  refunded: 'refunded',
  balance: 'balance',
  changed: 'updated',
};

/** Those that hold an amount of money. */
export const amountColumns = ['net', 'tax', 'total', 'credited', 'paid', 'refunded', 'balance'] as const;
export type AmountColumn = (typeof amountColumns)[number];

export const isAmountColumn = (column: ListColumn): column is AmountColumn =>
  amountColumns.some((amount) => amount === column);

/** An amount of a row in minor units; null where there is none to show. */
export function amountIn(row: InvoiceListRow, column: AmountColumn): number | null {
  return column === 'balance' ? balanceOf(row) : row[`${column}Amount`];
}

export const defaultColumns: readonly ListColumn[] = [
  'customer',
  'status',
  'due',
  'total',
  'balance',
  'changed',
];

/** Where the browser keeps which columns it wants. */
export const columnsCookie = 'retrace-columns';

/** "customer.status": the columns as a cookie or an address holds them. */
export function columnsText(columns: readonly ListColumn[]): string {
  return columns.join('.');
}

/** The columns that a text names, in their order; the usual ones where it names none that there is. */
export function readColumns(text: string | null | undefined): readonly ListColumn[] {
  const named = (text ?? '').split('.');
  const known = listColumns.filter((column) => named.includes(column));
  return known.length > 0 ? known : defaultColumns;
}

/** Are these the usual ones? */
export function isDefault(columns: readonly ListColumn[]): boolean {
  return columnsText(columns) === columnsText(defaultColumns);
}
