import { formatDay } from '@/lib/calendar';
import type { Field } from '@/lib/event-sourcing/field-history';
import { childText } from '@/lib/invoice/describe-changes';
import type { Line } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { refundStatusLabels } from '@/lib/invoice/labels';
import { statusLabels, statusOf } from '@/lib/invoice/status';
import { lineAmount } from '@/lib/invoice/totals';
import { formatMoney, formatRate } from '@/lib/money';
import type { FieldsOf } from '../history/field-history-context';
import { figuresOf, signed } from './invoice-figures';
import { sellerText, wayOfPayment } from './invoice-words';

type InvoiceField = Field<Invoice>;

/**
 * What the document asks about: a leaf or a branch by its path, a figure as `figures.<label>`.
 *
 * @param label what the document calls it
 */
export const fieldsOf: FieldsOf = (id, label) => {
  const [collection = '', child = '', leaf] = id.split('.', 3);
  if (collection === 'figures') return alone(figureField(child));
  if (collection === 'lines') {
    const { whole, values } = lineFields(child);
    return { field: values.find(({ paths }) => paths?.[0] === id) ?? whole, among: [whole, ...values] };
  }
  if (id === 'status' || id === 'number') {
    const [status, number] = headFields;
    return { field: id === 'status' ? status : number, among: headFields };
  }
  const read = readers[id];
  if (read) return alone({ label, paths: [id], read });
  if (child && !leaf)
    return alone({
      label,
      paths: [id],
      readWith: ['currency'],
      read: (invoice) => partText(invoice, collection, child),
    });
  throw new Error(`An invoice’s document has no field ${id}.`);
};

const alone = (field: InvoiceField) => ({ field, among: [field] });
const asDay = (day: string | null): string | null => day && formatDay(day);

const readers: Readonly<Record<string, InvoiceField['read']>> = {
  issueDate: ({ issueDate }) => asDay(issueDate),
  dueDate: ({ dueDate }) => asDay(dueDate),
  currency: ({ currency }) => currency,
  paymentReference: ({ paymentReference }) => paymentReference,
  paymentMethod: wayOfPayment,
  duplicateOf: ({ duplicateOf }) => duplicateOf?.title ?? null,
  memo: ({ memo }) => memo,
  seller: ({ seller }) => seller && sellerText(seller),
  'customer.name': ({ customer }) => customer.name,
  'customer.address': ({ customer }) => customer.address,
  'customer.email': ({ customer }) => customer.email,
  'customer.taxId': ({ customer }) => customer.taxId,
};

/** What the page's head says of the invoice. */
const headFields = [
  { label: 'Status', read: (invoice: Invoice) => statusLabels[statusOf(invoice)] },
  { label: 'Number', paths: ['number'], read: ({ number }: Invoice) => number },
] as const;

/** A line, and each of its values. An amount is one in a currency. */
function lineFields(id: string): { whole: InvoiceField; values: readonly InvoiceField[] } {
  const value = (
    label: string,
    read: (line: Line, invoice: Invoice) => string,
    path: string,
    readWith: readonly string[] = [],
  ): InvoiceField => ({
    label,
    paths: [path],
    readWith,
    read: (invoice) => {
      const line = invoice.lines[id];
      return line ? read(line, invoice) : null;
    },
  });
  const path = `lines.${id}`;
  const price = (line: Line, { currency }: Invoice) => formatMoney(line.unitPrice, currency);
  return {
    whole: value('Line', lineText, path, ['currency']),
    values: [
      value('Item', ({ description }) => description, `${path}.description`),
      value('Quantity', ({ quantity }) => quantity, `${path}.quantity`),
      value('Price', price, `${path}.unitPrice`, ['currency']),
      value('Tax', ({ taxRate }) => formatRate(taxRate), `${path}.taxRate`),
    ],
  };
}

/** "Rye flour, 2 × €12.50, 19 % tax: €25.00". */
function lineText(line: Line, invoice: Invoice): string {
  const amount = formatMoney(lineAmount(invoice, line), invoice.currency);
  return `${childText(invoice, 'lines', line.id)}, ${formatRate(line.taxRate)} tax: ${amount}`;
}

/** A figure beneath the lines; where there is none of the name it comes to nothing. */
function figureField(label: string): InvoiceField {
  return {
    label,
    read: (invoice) =>
      signed(figuresOf(invoice).find((figure) => figure.label === label)?.amount ?? 0, invoice),
  };
}

/** A part of the document that is shown as one: a payment, a note. */
function partText(invoice: Invoice, collection: string, id: string): string | null {
  const text = childText(invoice, collection, id);
  const became = whatBecameOf(invoice, collection, id);
  return text === undefined ? null : became ? `${text}, ${became}` : text;
}

/** Of what has an outcome. */
function whatBecameOf(
  { refunds, disputes, attempts, approvals }: Invoice,
  collection: string,
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
