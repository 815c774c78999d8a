import { formatDay } from '../calendar';
import type { Leaf } from '../event-sourcing/event';
import type { DescribedChange, EventWithChanges } from '../event-sourcing/workflow';
import { formatMoney, formatRate } from '../money';
import { paymentMethodLabels } from './describe';
import type { InvoiceEvent } from './events';
import type { Invoice } from './invoice';

const labels: Record<string, string> = {
  number: 'Number',
  currency: 'Currency',
  'customer.name': 'Customer',
  'customer.email': 'E-mail',
  'customer.address': 'Address',
  issueDate: 'Issue date',
  dueDate: 'Due date',
  memo: 'Memo',
  discarded: 'Discarded',
  description: 'Description',
  quantity: 'Quantity',
  unitPrice: 'Price',
  taxRate: 'Tax rate',
};

/**
 * The difference an event made, as people read it. A child that came or went whole is one row; of one that changed
 * each field is. Ids, places and time stamps are left out.
 */
export function describeChanges(
  event: EventWithChanges<InvoiceEvent>,
  before: Invoice,
  after: Invoice,
): readonly DescribedChange[] {
  const currency = after.currency ?? before.currency;
  const rows: DescribedChange[] = [];
  for (const [path, { from, to }] of Object.entries(event.changes)) {
    // A new record says nothing of the marks that it does not carry.
    if (from === undefined && to === false) continue;
    const [collection = '', child = '', leaf] = path.split('.', 3);
    if (leaf === undefined)
      add(rows, path, labels[path], formatLeaf(path, from, currency), formatLeaf(path, to, currency));
    else if (leaf === 'id') {
      add(
        rows,
        path,
        childLabels[collection],
        childText(before, collection, child),
        childText(after, collection, child),
      );
    } else if (!(`${collection}.${child}.id` in event.changes)) {
      add(rows, path, labels[leaf], formatLeaf(leaf, from, currency), formatLeaf(leaf, to, currency));
    }
  }
  return rows;
}

function add(
  rows: DescribedChange[],
  path: string,
  label: string | undefined,
  from?: string,
  to?: string,
): void {
  if (!label || (from === undefined && to === undefined)) return;
  rows.push({ path, label, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
}

const childLabels: Record<string, string> = { lines: 'Line', payments: 'Payment', deliveries: 'Sent to' };

function childText(invoice: Invoice, collection: string, id: string): string | undefined {
  const line = collection === 'lines' && invoice.lines[id];
  if (line) return `${line.description}, ${line.quantity} × ${formatMoney(line.unitPrice, invoice.currency)}`;
  const payment = collection === 'payments' && invoice.payments[id];
  if (payment) {
    const money = formatMoney(payment.amount, invoice.currency);
    return `${money} by ${paymentMethodLabels[payment.method]}, ${formatDay(payment.receivedOn)}`;
  }
  return (collection === 'deliveries' && invoice.deliveries[id]?.to) || undefined;
}

function formatLeaf(
  field: string,
  value: Leaf | undefined,
  currency: Invoice['currency'],
): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (field) {
    case 'unitPrice':
      return formatMoney(value as number, currency);
    case 'taxRate':
      return formatRate(value as number);
    case 'issueDate':
    case 'dueDate':
      return formatDay(value as string);
    case 'discarded':
      return value ? 'yes' : 'no';
    default:
      return String(value);
  }
}
