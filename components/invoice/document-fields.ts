/** What can be asked of an invoice's document: "why is this value here?" */
import { formatDay } from '@/lib/calendar';
import type { Field } from '@/lib/event-sourcing/field-history';
import { isolated, quoted } from '@/lib/event-sourcing/isolated';
import { childText } from '@/lib/invoice/describe-changes';
import type { Line } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { capitalized, paymentMethodLabels, refundStatusLabels } from '@/lib/invoice/labels';
import { statusLabels, statusOf } from '@/lib/invoice/status';
import { lineAmount } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';
import type { FieldChoice } from '../history/field-history-choice';
import { figuresOf, signed } from './invoice-figures';
import type { Collection } from './parts-in-view';

type InvoiceField = Field<Invoice>;

const asDay = (day: string | null): string | null => day && formatDay(day);

/** "Card, Visa ending in 4242"; null while nobody knows. */
export function wayOfPayment({ paymentMethod }: Invoice): string | null {
  if (!paymentMethod?.method) return null;
  const label = capitalized(paymentMethodLabels[paymentMethod.method]);
  return paymentMethod.detail ? `${label}, ${isolated(paymentMethod.detail)}` : label;
}

/** Who issues it, on one line. */
export function sellerText({ name, address, taxId }: NonNullable<Invoice['seller']>): string {
  return [name, address, taxId && `Tax id ${isolated(taxId)}`]
    .flatMap((part) => (part ? isolated(part) : []))
    .join(' · ');
}

export const fields = {
  issueDate: { label: 'Issue date', paths: ['issueDate'], read: ({ issueDate }) => asDay(issueDate) },
  dueDate: { label: 'Due date', paths: ['dueDate'], read: ({ dueDate }) => asDay(dueDate) },
  currency: { label: 'Currency', paths: ['currency'], read: ({ currency }) => currency },
  paymentReference: {
    label: 'Payment reference',
    paths: ['paymentReference'],
    read: ({ paymentReference }) => paymentReference,
  },
  paymentMethod: { label: 'Paid by', paths: ['paymentMethod'], read: wayOfPayment },
  duplicateOf: {
    label: 'Copy of',
    paths: ['duplicateOf'],
    read: ({ duplicateOf }) => duplicateOf?.title ?? null,
  },
  memo: { label: 'Memo', paths: ['memo'], read: ({ memo }) => memo },
  seller: { label: 'Issuing company', paths: ['seller'], read: ({ seller }) => seller && sellerText(seller) },
  name: { label: 'Customer', paths: ['customer.name', 'customer.id'], read: ({ customer }) => customer.name },
  address: { label: 'Address', paths: ['customer.address'], read: ({ customer }) => customer.address },
  email: { label: 'Email', paths: ['customer.email'], read: ({ customer }) => customer.email },
  taxId: { label: 'Tax id', paths: ['customer.taxId'], read: ({ customer }) => customer.taxId },
  number: { label: 'Number', paths: ['number'], read: ({ number }) => number },
  status: { label: 'Status', read: (invoice) => statusLabels[statusOf(invoice)] },
} as const satisfies Record<string, InvoiceField>;

/** What the page's head says of the invoice. */
export const headChoices: readonly FieldChoice[] = [
  { word: 'Status', field: fields.status },
  { word: 'Number', field: fields.number },
];

/** A line and each of its values. */
export function lineChoices({ id, description }: Pick<Line, 'id' | 'description'>) {
  const name = quoted(description);
  const value = (
    word: string,
    leaf: string,
    read: (line: Line, invoice: Invoice) => string,
    more: string[] = [],
  ) => ({
    word,
    field: {
      label: `${word} of ${name}`,
      paths: [`lines.${id}.${leaf}`, ...more],
      read: (invoice: Invoice) => {
        const line = invoice.lines[id];
        return line ? read(line, invoice) : null;
      },
    },
  });
  const whole: FieldChoice = {
    word: 'Whole line',
    field: {
      label: `Line ${name}`,
      paths: [`lines.${id}`, 'currency'],
      read: (invoice: Invoice) => lineText(invoice, id),
    },
  };
  const values = {
    description: value('Item', 'description', (line) => line.description),
    quantity: value('Quantity', 'quantity', (line) => line.quantity),
    // An amount is one in a currency.
    unitPrice: value('Price', 'unitPrice', (line, { currency }) => formatMoney(line.unitPrice, currency), [
      'currency',
    ]),
    taxRate: value('Tax', 'taxRate', (line) => formatRate(line.taxRate)),
  };
  return { whole: whole.field, values, all: [whole, ...Object.values(values)] };
}

function lineText(invoice: Invoice, id: string): string | null {
  const line = invoice.lines[id];
  if (!line) return null;
  const amount = formatMoney(lineAmount(invoice, line), invoice.currency);
  return `${childText(invoice, 'lines', id)}, ${formatRate(line.taxRate)} tax: ${amount}`;
}

/** A part of the document that is shown as one: a payment, a note. */
export function partField(collection: Collection, id: string, label: string): InvoiceField {
  return {
    label,
    paths: [`${collection}.${id}`],
    read: (invoice) => partText(invoice, collection, id),
  };
}

function partText(invoice: Invoice, collection: Collection, id: string): string | null {
  const text = childText(invoice, collection, id);
  const became = whatBecameOf(invoice, collection, id);
  return text === undefined ? null : became ? `${text}, ${became}` : text;
}

/** Of what has an outcome. */
function whatBecameOf(
  { refunds, disputes, attempts, approvals }: Invoice,
  collection: Collection,
  id: string,
): string | null | undefined {
  switch (collection) {
    case 'refunds':
      return refunds[id] && refundStatusLabels[refunds[id].status];
    case 'disputes':
      return disputes[id] && (disputes[id].outcome ?? 'open');
    case 'attempts':
      return attempts[id]?.retriedAt ? 'tried again' : null;
    case 'approvals':
      return approvals[id] && (approvals[id].outcome ?? 'waiting');
    default:
      return null;
  }
}

const figures = new Map<string, InvoiceField>();

/** A figure beneath the lines, by what it is called there. */
export function figureField(label: string): InvoiceField {
  const known = figures.get(label);
  if (known) return known;
  const field: InvoiceField = {
    label,
    read: (invoice) =>
      signed(figuresOf(invoice).find((figure) => figure.label === label)?.amount ?? 0, invoice),
  };
  figures.set(label, field);
  return field;
}
