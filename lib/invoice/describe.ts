import { formatDay } from '../calendar';
import { isolated, quoted } from '../event-sourcing/isolated';
import { say } from '../event-sourcing/say';
import type { Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import { formatMoney, formatRate } from '../money';
import { describeMoney, type MoneyEvent } from './describe-money';
import type { Discount, InvoiceEvent, InvoiceEventOf, InvoiceEventType } from './events';
import type { Invoice } from './invoice';

/** What each event is about: the shape of its mark on the slider, and whether undoing it asks for a reason. */
export const invoiceKinds: Record<InvoiceEventType, EventKind> = {
  invoice_created: 'life',
  draft_discarded: 'life',
  draft_restored: 'life',
  line_added: 'edit',
  line_changed: 'edit',
  line_removed: 'edit',
  line_restored: 'edit',
  discount_granted: 'edit',
  discount_withdrawn: 'edit',
  customer_changed: 'edit',
  currency_changed: 'edit',
  due_date_changed: 'edit',
  memo_changed: 'edit',
  invoice_finalized: 'life',
  invoice_returned_to_draft: 'life',
  invoice_sent: 'message',
  reminder_sent: 'message',
  payment_received: 'money',
  payment_reversed: 'money',
  payment_failed: 'money',
  payment_retried: 'money',
  payment_method_updated: 'edit',
  refund_issued: 'money',
  refund_cancelled: 'money',
  refund_settled: 'money',
  refund_failed: 'money',
  credit_note_issued: 'money',
  credit_note_voided: 'money',
  dispute_opened: 'money',
  dispute_withdrawn: 'money',
  dispute_won: 'money',
  dispute_lost: 'money',
  invoice_voided: 'life',
  invoice_reinstated: 'life',
  invoice_written_off: 'money',
  write_off_reversed: 'money',
  note_added: 'edit',
  note_withdrawn: 'edit',
  approval_requested: 'life',
  approval_withdrawn: 'life',
  approval_granted: 'life',
  approval_declined: 'life',
  approval_reopened: 'life',
};

/** An event in words, its actor left out: "moved the due date to 25 Nov 2026". */
export function describe(event: EventWithChanges<InvoiceEvent>, before: Invoice): Description {
  return isAboutMoney(event) ? describeMoney(event, before) : describeDocument(event, before);
}

function isAboutMoney(event: EventWithChanges<InvoiceEvent>): event is EventWithChanges<MoneyEvent> {
  return /^(?:payment|refund|credit_note|dispute|approval|write_off)_|^invoice_written_off$/.test(event.type);
}

type DocumentEvent = Exclude<InvoiceEvent, MoneyEvent>;

function describeDocument(event: EventWithChanges<DocumentEvent>, before: Invoice): Description {
  switch (event.type) {
    case 'invoice_created':
      return describeCreation(event.payload);
    case 'draft_discarded':
      return say('discarded the draft', 'discard');
    case 'draft_restored':
      return say('restored the draft', 'restored draft');
    case 'line_added':
      return say(
        `added the line ${quoted(event.payload.line.description)}`,
        `added line ${quoted(event.payload.line.description)}`,
      );
    case 'line_restored':
      return say(
        `restored the line ${quoted(event.payload.line.description)}`,
        `restored line ${quoted(event.payload.line.description)}`,
      );
    case 'line_removed': {
      const name = lineName(before, event.payload.lineId);
      return say(`removed the line ${name}`, `removed line ${name}`);
    }
    case 'line_changed': {
      const what = inWords(labelsOf(lineFields, event.payload));
      const name = lineName(before, event.payload.lineId);
      return say(`changed the ${what} of ${name}`, `${what} of ${name}`);
    }
    case 'discount_granted': {
      const { discount } = event.payload;
      const size = discountSize(discount, before);
      return say(`granted a discount of ${size}, ${quoted(discount.description)}`, `discount of ${size}`);
    }
    case 'discount_withdrawn': {
      const discount = before.discounts[event.payload.discountId];
      const size = discount ? ` of ${discountSize(discount, before)}` : '';
      return say(`withdrew the discount${size}`, `withdrawn discount${size}`);
    }
    case 'customer_changed':
      return describeCustomer(event.payload);
    case 'currency_changed':
      return say(`changed the currency to ${event.payload.currency}`, 'currency');
    case 'due_date_changed':
      return describeDueDate(event.payload.dueDate, before);
    case 'memo_changed':
      return describeMemo(event.payload.memo, before);
    case 'invoice_finalized':
      return say(`finalized the invoice as ${event.payload.number}`, 'finalization');
    case 'invoice_returned_to_draft':
      return say('returned the invoice to draft', 'return to draft');
    case 'invoice_sent': {
      const { kind, to } = event.payload.message;
      if (kind === 'receipt') return say(`sent a receipt to ${to}`, 'receipt', 'message');
      return say(`sent the invoice to ${to}`, 'sending', 'message');
    }
    case 'reminder_sent':
      return say(`sent a reminder to ${event.payload.message.to}`, 'reminder', 'message');
    case 'invoice_voided':
      return say('voided the invoice', 'voiding');
    case 'invoice_reinstated':
      return say('reinstated the invoice', 'reinstatement');
    case 'note_added':
      return say('added a note', 'note');
    case 'note_withdrawn':
      return say('withdrew a note', 'withdrawn note');
  }
}

function describeCreation({
  lines,
  customer,
  duplicateOf,
}: InvoiceEventOf<'invoice_created'>['payload']): Description {
  const count = lines.length;
  const rest = count === 0 ? '' : ` with ${count} ${count === 1 ? 'line' : 'lines'}`;
  const origin = duplicateOf ? `, a copy of ${isolated(duplicateOf.title)}` : '';
  return say(`created the invoice for ${isolated(customer.name)}${rest}${origin}`, 'creation');
}

function describeCustomer(payload: InvoiceEventOf<'customer_changed'>['payload']): Description {
  if (payload.id && payload.name) return say(`changed the customer to ${isolated(payload.name)}`, 'customer');
  const what = inWords(labelsOf(customerFields, payload));
  return say(`changed the customer’s ${what}`, `customer’s ${what}`);
}

function describeDueDate(dueDate: string | null, before: Invoice): Description {
  if (dueDate === null) return say('removed the due date', 'due date');
  return say(`${before.dueDate ? 'moved' : 'set'} the due date to ${formatDay(dueDate)}`, 'due date');
}

function describeMemo(memo: string | null, before: Invoice): Description {
  if (memo === null) return say('removed the memo', 'memo');
  return say(`${before.memo ? 'changed' : 'added'} the memo`, 'memo');
}

const lineName = (invoice: Invoice, id: string): string => quoted(invoice.lines[id]?.description ?? 'a line');

/** "10 %" or "€5.00". */
export function discountSize({ rate, amount }: Discount, { currency }: Pick<Invoice, 'currency'>): string {
  return rate === null ? formatMoney(amount ?? 0, currency) : formatRate(rate);
}

const lineFields = {
  description: 'description',
  quantity: 'quantity',
  unitPrice: 'price',
  taxRate: 'tax rate',
};

const customerFields = { name: 'name', email: 'email', address: 'address', taxId: 'tax id', id: 'record' };

function labelsOf(fields: Record<string, string>, payload: object): string[] {
  return Object.entries(fields)
    .filter(([field]) => field in payload)
    .map(([, label]) => label);
}

function inWords(list: readonly string[]): string {
  if (list.length < 2) return list[0] ?? '';
  return `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}
