import { formatDay } from '../calendar';
import type { Leaf } from '../event-sourcing/event';
import { isolated, quoted } from '../event-sourcing/isolated';
import type { DescribedChange, EventWithChanges } from '../event-sourcing/workflow';
import { formatMoney, formatRate, isCurrency } from '../money';
import { discountSize } from './describe';
import { requested } from './describe-money';
import type { InvoiceEvent } from './events';
import type { Invoice } from './invoice';
import { capitalized, disputeLabels, failureLabels, paymentMethodLabels, refundStatusLabels } from './labels';

const labels: Record<string, string> = {
  number: 'Number',
  currency: 'Currency',
  'customer.name': 'Customer',
  'customer.email': 'Email',
  'customer.address': 'Address',
  'customer.taxId': 'Tax id',
  issueDate: 'Issue date',
  dueDate: 'Due date',
  memo: 'Memo',
  paymentReference: 'Payment reference',
  'paymentMethod.method': 'Paid by',
  'paymentMethod.detail': 'Card or account',
  'duplicateOf.title': 'Copy of',
  discarded: 'Discarded',
  description: 'Description',
  quantity: 'Quantity',
  unitPrice: 'Price',
  taxRate: 'Tax rate',
  status: 'Refund',
  closedOn: 'On',
  outcome: 'Outcome',
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
  const rows: DescribedChange[] = [];
  for (const [path, { from, to }] of Object.entries(event.changes)) {
    // A new record says nothing of the marks that it does not carry.
    if (from === undefined && to === false) continue;
    const [collection = '', child = '', leaf] = path.split('.', 3);
    const formatted = (field: string) =>
      [formatLeaf(field, from, before), formatLeaf(field, to, after)] as const;
    if (leaf === undefined) add(rows, path, labels[path], ...formatted(path));
    else if (leaf === 'id') {
      const text = (invoice: Invoice) => childText(invoice, collection, child);
      add(rows, path, childLabels[collection], text(before), text(after));
    } else if (!(`${collection}.${child}.id` in event.changes)) {
      add(rows, path, labelOf(leaf, event, before.lines[child]?.description), ...formatted(leaf));
    }
  }
  return rows;
}

/** Of a line that an event of its own changes the sentence says the name; a difference of several events has none. */
function labelOf(leaf: string, { type }: InvoiceEvent, line: string | undefined): string | undefined {
  return type !== 'line_changed' && line !== undefined ? `${labels[leaf]} of ${quoted(line)}` : labels[leaf];
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

const childLabels: Record<string, string> = {
  lines: 'Line',
  discounts: 'Discount',
  payments: 'Payment',
  attempts: 'Failed payment',
  refunds: 'Refund',
  credits: 'Credit note',
  disputes: 'Dispute',
  notes: 'Note',
  messages: 'Sent to',
  approvals: 'Request',
};

/** How a child of each collection reads in one line. */
const childTexts: Record<string, (invoice: Invoice, id: string) => string | undefined> = {
  lines: ({ lines, currency }, id) => {
    const line = lines[id];
    return (
      line && `${isolated(line.description)}, ${line.quantity} × ${formatMoney(line.unitPrice, currency)}`
    );
  },
  discounts: (invoice, id) => {
    const discount = invoice.discounts[id];
    return discount && `${isolated(discount.description)}, ${discountSize(discount, invoice)}`;
  },
  payments: ({ payments, currency }, id) => {
    const payment = payments[id];
    if (!payment) return undefined;
    const how = paymentMethodLabels[payment.method];
    return `${formatMoney(payment.amount, currency)} by ${how}, ${formatDay(payment.receivedOn)}`;
  },
  attempts: ({ attempts, currency }, id) => {
    const attempt = attempts[id];
    if (!attempt) return undefined;
    const detail = attempt.detail ? ` (${isolated(attempt.detail)})` : '';
    return `${formatMoney(attempt.amount, currency)}, ${failureLabels[attempt.code]}${detail}`;
  },
  refunds: ({ refunds, currency }, id) => {
    const refund = refunds[id];
    return refund && `${formatMoney(refund.amount, currency)}, ${formatDay(refund.issuedOn)}`;
  },
  credits: ({ credits, currency }, id) => {
    const credit = credits[id];
    return credit && `${credit.number}, ${formatMoney(credit.amount, currency)}`;
  },
  disputes: ({ disputes, currency }, id) => {
    const dispute = disputes[id];
    return dispute && `${formatMoney(dispute.amount, currency)}, ${disputeLabels[dispute.category]}`;
  },
  notes: ({ notes }, id) => notes[id]?.text,
  messages: ({ messages }, id) => messages[id]?.to,
  approvals: (invoice, id) => {
    const approval = invoice.approvals[id];
    return approval && requested(approval, invoice);
  },
};

/** A part of the invoice in one line; undefined where there is none. */
export function childText(invoice: Invoice, collection: string, id: string): string | undefined {
  return childTexts[collection]?.(invoice, id);
}

function formatLeaf(field: string, value: Leaf | undefined, { currency }: Invoice): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (field) {
    case 'unitPrice':
      return currency && isCurrency(currency) ? formatMoney(value as number, currency) : String(value);
    case 'taxRate':
      return formatRate(value as number);
    case 'issueDate':
    case 'dueDate':
    case 'closedOn':
      return formatDay(value as string);
    case 'discarded':
      return value ? 'yes' : 'no';
    case 'paymentMethod.method':
      return capitalized(paymentMethodLabels[value as keyof typeof paymentMethodLabels]);
    case 'status':
      return refundStatusLabels[value as keyof typeof refundStatusLabels];
    default:
      return String(value);
  }
}
