import { formatDay } from '../calendar';
import type { Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import { formatMoney } from '../money';
import type { InvoiceEvent, InvoiceEventType, paymentMethods } from './events';
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
  due_date_changed: 'edit',
  memo_changed: 'edit',
  invoice_finalized: 'life',
  invoice_returned_to_draft: 'life',
  invoice_sent: 'message',
  payment_received: 'money',
  payment_reversed: 'money',
  invoice_voided: 'life',
  invoice_reinstated: 'life',
};

export const paymentMethodLabels: Record<(typeof paymentMethods)[number], string> = {
  bank_transfer: 'bank transfer',
  card: 'card',
  cash: 'cash',
  direct_debit: 'direct debit',
  other: 'other means',
};

/** An event in words, its actor left out: "moved the due date to 25 Nov 2026". */
export function describe(event: EventWithChanges<InvoiceEvent>, before: Invoice): Description {
  switch (event.type) {
    case 'invoice_created': {
      const count = event.payload.lines.length;
      const lines = count === 0 ? '' : ` with ${count} ${count === 1 ? 'line' : 'lines'}`;
      return say(`created the invoice for ${event.payload.customer.name}${lines}`, 'creation');
    }
    case 'draft_discarded':
      return say('discarded the draft', 'discard');
    case 'draft_restored':
      return say('restored the draft', 'restored draft');
    case 'line_added':
      return say(
        `added the line “${event.payload.line.description}”`,
        `added line “${event.payload.line.description}”`,
      );
    case 'line_restored':
      return say(
        `restored the line “${event.payload.line.description}”`,
        `restored line “${event.payload.line.description}”`,
      );
    case 'line_removed': {
      const name = lineName(before, event.payload.lineId);
      return say(`removed the line “${name}”`, `removed line “${name}”`);
    }
    case 'line_changed': {
      const what = lineFields
        .filter(([field]) => field in event.payload)
        .map(([, label]) => label.toLowerCase());
      const name = lineName(before, event.payload.lineId);
      return say(`changed the ${inWords(what)} of “${name}”`, `${inWords(what)} of “${name}”`);
    }
    case 'due_date_changed':
      if (event.payload.dueDate === null) return say('removed the due date', 'due date');
      return say(
        `${before.dueDate ? 'moved' : 'set'} the due date to ${formatDay(event.payload.dueDate)}`,
        'due date',
      );
    case 'memo_changed':
      if (event.payload.memo === null) return say('removed the memo', 'memo');
      return say(`${before.memo ? 'changed' : 'added'} the memo`, 'memo');
    case 'invoice_finalized':
      return say(`finalized the invoice as ${event.payload.number}`, 'finalization');
    case 'invoice_returned_to_draft':
      return say('returned the invoice to draft', 'return to draft');
    case 'invoice_sent':
      return say(`sent the invoice to ${event.payload.delivery.to}`, 'sending', 'message');
    case 'payment_received': {
      const { amount, method } = event.payload.payment;
      const money = formatMoney(amount, before.currency);
      return say(
        `recorded a payment of ${money} by ${paymentMethodLabels[method]}`,
        `payment ${money}`,
        'money-in',
      );
    }
    case 'payment_reversed': {
      const payment = before.payments[event.payload.paymentId];
      const money = payment ? formatMoney(payment.amount, before.currency) : '';
      return say(`took back the payment of ${money}`, `reversal of payment ${money}`, 'money-out');
    }
    case 'invoice_voided':
      return say('voided the invoice', 'voiding');
    case 'invoice_reinstated':
      return say('reinstated the invoice', 'reinstatement');
  }
}

const say = (sentence: string, short: string, tone: Description['tone'] = 'neutral'): Description => ({
  sentence,
  short,
  tone,
});

const lineName = (invoice: Invoice, id: string): string => invoice.lines[id]?.description ?? 'a line';

const lineFields = [
  ['description', 'Description'],
  ['quantity', 'Quantity'],
  ['unitPrice', 'Price'],
  ['taxRate', 'Tax rate'],
] as const;

function inWords(list: readonly string[]): string {
  if (list.length < 2) return list[0] ?? '';
  return `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
}
